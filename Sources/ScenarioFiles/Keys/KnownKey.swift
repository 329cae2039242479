/// A key that a reader asks for: its name, and what it is called in Chinese.
struct KnownKey: Sendable {
  let name: String
  let zh: String

  init(_ name: String, zh: String = "") {
    self.name = name
    self.zh = zh
  }

  /// Keys of former versions and what they are called today.
  static let renamed = ["runs": "replications", "warmup": "warmUp"]

  /// Keys that every mapping of a file may have: words for the reader, and where figures come from.
  static let note = KnownKey("note", zh: "备注")
  /// Standing and source of the plain figures of a section.
  static let provenance = KnownKey("provenance", zh: "来源")
}
