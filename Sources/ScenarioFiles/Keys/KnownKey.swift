/// A key that a reader asks for: its name, and what it is called in Chinese.
struct KnownKey: Sendable {
  let name: String
  let zh: String

  init(_ name: String, zh: String = "") {
    self.name = name
    self.zh = zh
  }

  /// What keys of former versions are called today.
  static let newName = ["runs": "replications", "warmup": "warmUp"]
  /// What keys were called in former versions.
  static let formerName = Dictionary(uniqueKeysWithValues: newName.map { ($1, $0) })

  /// Keys that every mapping of a file may have: words for the reader, and where figures come from.
  static let note = KnownKey("note", zh: "备注")
  /// Standing and source of the plain figures of a section.
  static let provenance = KnownKey("provenance", zh: "来源")
}
