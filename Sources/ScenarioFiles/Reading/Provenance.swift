internal import CountyModel

/// Where figures come from and how far they may be trusted.
struct Provenance: Sendable {
  let standing: FigureStanding
  let id: String?
  let source: String

  /// A provenance from its parts.
  init(standing: FigureStanding, id: String?, source: String) {
    self.standing = standing
    self.id = id
    self.source = source
  }

  /// Reads `standing`, `id` and `source` out of a mapping.
  init?(from keys: inout MappingReader) {
    let words = FigureStanding.allCases.map(\.rawValue)
    let wanted = "one of " + Suggestions.list(words)
    let place = keys.word(keys.required("standing", zh: "性质", expected: wanted), among: words)
    let id = keys.text(keys.optional("id", zh: "编号"))
    let source = keys.text(
      keys.required("source", zh: "出处", expected: "publication, place and year")
    )
    guard let place, let source else { return nil }
    self.standing = FigureStanding.allCases[place]
    self.id = id
    self.source = source
  }
}

/// What a file says about where a figure comes from.
enum Origin: Sendable {
  /// Nothing.
  case unstated
  /// Something that could not be read, which has been reported.
  case misread
  /// Standing and source.
  case stated(Provenance)

  /// The origin that the `provenance` of a mapping gives to all plain figures inside.
  static func of(_ keys: inout MappingReader) -> Origin {
    guard let entry = keys.optional(KnownKey.provenance.name, zh: KnownKey.provenance.zh) else {
      return .unstated
    }
    guard var own = keys.mapping(entry) else { return .misread }
    let provenance = Provenance(from: &own)
    own.finish()
    return provenance.map(Origin.stated) ?? .misread
  }

  /// This origin, or the one around it when it says nothing.
  func or(_ outer: Origin) -> Origin {
    if case .unstated = self { return outer }
    return self
  }
}
