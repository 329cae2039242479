internal import CountyModel

/// A figure that was found: its value, its path and where it comes from.
struct Figure {
  let node: NodeID
  let path: String
  let origin: Origin

  /// The value of an entry, which is plain or has `value`, `standing` and `source` of its own.
  static func find(
    _ entry: Entry,
    _ declaration: FigureDeclaration,
    in keys: MappingReader
  ) -> (node: NodeID, origin: Origin)? {
    guard case .mapping = keys.desk[entry.value].content, var own = keys.mapping(entry) else {
      return (entry.value, .unstated)
    }
    let parts: Set<String> = ["value", "standing", "source", "id"]
    guard own.keys.contains(where: parts.contains) else {
      keys.desk.report(
        .wrongValue,
        at: keys.desk[entry.value].span,
        "expected \(declaration.count == nil ? "a number" : "a list"), found a mapping",
        key: own.path,
        expected: declaration.inWords
      )
      return nil
    }
    let value = own.required("value", zh: "数值", expected: declaration.inWords)
    var origin = Origin.unstated
    if own.keys.contains(where: { $0 != "value" && parts.contains($0) }) {
      origin = Provenance(from: &own).map(Origin.stated) ?? .misread
    }
    own.finish(alsoAllowed: [.note, KnownKey("standing"), KnownKey("id"), KnownKey("source")])
    return value.map { ($0.value, origin) }
  }
}

extension Desk {
  /// A value as the file writes it.
  func text(of node: NodeID) -> String {
    switch self[node].content {
    case .scalar(let scalar): scalar.text
    case .list(let items): "[" + items.map(text).joined(separator: ", ") + "]"
    case .mapping(let entries):
      "{" + entries.map { "\($0.key): \(text(of: $0.value))" }.joined(separator: ", ") + "}"
    }
  }
}
