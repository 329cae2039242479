internal import CountyModel
internal import Foundation

/// A mapping of the county that another one is like: what is not written there is read here.
///
/// What is a fact or a proxy of one place is assumed of another; national means and assumptions
/// stay what they are.
struct InheritedMapping {
  private let keys: MappingReader
  private let origin: Origin
  /// English name of the county whose figures these are.
  private let county: String

  /// Nothing when the node is no mapping; its own county says so.
  init?(_ desk: Desk, _ node: NodeID, path: String, origin: Origin, county: String) {
    guard case .mapping = desk[node].content else { return nil }
    var keys = MappingReader(desk, node, path: path, places: .county)
    self.origin = Origin.of(&keys).or(origin)
    self.keys = keys
    self.county = county
  }

  /// The mapping of a key, if there is one.
  func child(_ name: String, path: String) -> InheritedMapping? {
    var keys = keys
    return keys.optional(name).flatMap {
      InheritedMapping(keys.desk, $0.value, path: path, origin: origin, county: county)
    }
  }

  /// A figure, reported as missing from its own county when it is not there either.
  func figure(_ declaration: FigureDeclaration) -> Figure? {
    let entry = entry(declaration.path, zh: declaration.zh, expected: declaration.inWords)
    guard let entry, let found = Figure.find(entry, declaration, in: keys) else { return nil }
    return Figure(
      node: found.node,
      path: keys.path(of: entry.key),
      origin: found.origin.or(origin).inherited(from: county)
    )
  }

  /// What is not a number, by the same rule.
  func words<Value>(
    _ path: String,
    zh: String,
    expected: String,
    _ read: (MappingReader, Entry?) -> Value?
  ) -> Value? {
    read(keys, entry(path, zh: zh, expected: expected))
  }

  private func entry(_ path: String, zh: String, expected: String) -> Entry? {
    var keys = keys
    if let entry = keys.optional(path, zh: zh) { return entry }
    keys.desk.report(
      .missingKey,
      at: keys.desk[keys.node].span,
      "the key `\(path)` is missing, and so it is in the county like this one",
      key: keys.path(of: path),
      expected: expected
    )
    return nil
  }
}

extension Origin {
  /// The same origin told of another place.
  func inherited(from county: String) -> Origin {
    guard case .stated(let provenance) = self else { return self }
    let isLocal = [.fact, .proxy, .solved].contains(provenance.standing)
    return .stated(
      Provenance(
        standing: isLocal ? .assumed : provenance.standing,
        id: provenance.id,
        source: isLocal ? told(provenance.source, of: county) : provenance.source
      )
    )
  }

  /// A source in both languages, with the place that it speaks of.
  private func told(_ source: String, of county: String) -> String {
    let halves = source.split(separator: "||", maxSplits: 1).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    let (zh, en) = (halves.first ?? "", halves.last ?? "")
    return "与 \(county) 相同：\(zh) || as in \(county): \(en)"
  }
}
