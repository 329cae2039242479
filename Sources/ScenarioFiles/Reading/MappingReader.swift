/// Reads the keys of one mapping, each once, and reports those that nobody asked for.
struct MappingReader {
  let desk: Desk
  let node: NodeID
  /// Full key path of the mapping; empty at the top of a file.
  let path: String
  let places: KeyPlaces
  private(set) var asked: [KnownKey] = []
  /// Keys that must be there and are not; reported by `finish`.
  private var missing: [MissingKey] = []
  private let entries: [Entry]
  private let placesOfKeys: [String: Int]

  init(_ desk: Desk, _ node: NodeID, path: String, places: KeyPlaces) {
    self.desk = desk
    self.node = node
    self.path = path
    self.places = places
    if case .mapping(let entries) = desk[node].content {
      self.entries = entries
    } else {
      entries = []
    }
    placesOfKeys = Dictionary(zip(entries.map(\.key), entries.indices)) { first, _ in first }
  }

  /// A key that is not there, and what it should say.
  private struct MissingKey {
    let name: String
    let expected: String
  }

  /// Keys in the order of the file.
  var keys: [String] { entries.map(\.key) }

  /// The full path of a key.
  func path(of key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  private func entry(_ key: String) -> Entry? { placesOfKeys[key].map { entries[$0] } }

  /// The entry of a key that may be absent.
  mutating func optional(_ key: String, zh: String = "") -> Entry? {
    asked.append(KnownKey(key, zh: zh))
    let current = entry(key)
    let former = KnownKey.formerName[key].flatMap(entry)
    if let former {
      desk.report(
        .renamedKey,
        at: former.keySpan,
        "the key `\(former.key)` is now called `\(key)`",
        key: path(of: former.key),
        help: "write `\(key)`"
      )
    }
    if let current, let former {
      conflict(former, current, because: "both are the same key")
    }
    return current ?? former
  }

  /// The entry of a key that must be there; `finish` reports it when it is not.
  mutating func required(_ key: String, zh: String = "", expected: String) -> Entry? {
    if let entry = optional(key, zh: zh) { return entry }
    missing.append(MissingKey(name: key, expected: expected))
    return nil
  }

  /// Reports two keys that exclude each other.
  func conflict(_ one: Entry, _ other: Entry, because reason: String) {
    let (first, second) =
      one.keySpan.start < other.keySpan.start ? (one, other) : (other, one)
    desk.report(
      .conflict,
      at: second.keySpan,
      "`\(first.key)` at \(first.keySpan.start.lineAndColumn) and `\(second.key)` exclude each "
        + "other: \(reason)",
      key: path(of: second.key),
      help: "keep one of the two"
    )
  }

  /// Reports every key that nobody asked for, and every missing one that none of them stands for.
  func finish(alsoAllowed others: [KnownKey] = []) {
    let strangers = unknown(alsoAllowed: others)
    for (entry, unknown) in strangers {
      desk.report(
        .unknownKey,
        at: entry.keySpan,
        unknown.message,
        key: path(of: entry.key),
        expected: unknown.expected,
        help: unknown.help
      )
    }
    let meant = Set(strangers.flatMap(\.1.candidates))
    for key in missing where !meant.contains(key.name) {
      desk.report(
        .missingKey,
        at: desk[node].span,
        "the key `\(key.name)` is missing",
        key: path(of: key.name),
        expected: key.expected
      )
    }
  }

  /// The keys that nobody asked for.
  func unknown(alsoAllowed others: [KnownKey] = []) -> [(Entry, UnknownKey)] {
    let allowed = asked + others
    let names = Set(allowed.map(\.name))
    let here = path.isEmpty ? "the top" : generalPath
    let strangers = entries.lazy.compactMap { entry -> (Entry, UnknownKey)? in
      if names.contains(entry.key) { return nil }
      if let name = KnownKey.newName[entry.key], names.contains(name) { return nil }
      let elsewhere = places.of(entry.key).filter { $0 != here }
      return (entry, UnknownKey(key: entry.key, allowed: allowed, elsewhere: elsewhere))
    }
    // A mapping of a hundred thousand strangers is told by its first thousand.
    return Array(strangers.prefix(1000))
  }

  /// The path with `[]` for every row number.
  private var generalPath: String {
    path.replacing(#/\[\d+\]/#, with: "[]")
  }
}
