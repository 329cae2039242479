/// Every fixed text of the reports, read from one catalogue with both languages side by side.
struct Messages: Sendable {
  /// One line of the catalogue.
  struct Entry: Sendable {
    let key: String
    let zh: String
    let en: String
  }

  /// All entries, in the order of the file.
  let entries: [Entry]
  private let places: [String: Int]

  /// The catalogue that is part of the program.
  static let shared = Messages(parsing: WebAsset.messages.text)

  /// Reads lines of the form `key | 中文 | English`; `#` starts a comment line,
  /// `␣` is a space that is kept.
  ///
  /// - Precondition: Every other line has exactly three parts, and no key comes twice.
  init(parsing text: String) {
    var entries: [Entry] = []
    var places: [String: Int] = [:]
    // By bytes: every command reads this at its start, and characters take thirty times as long.
    for line in text.utf8.split(separator: UInt8(ascii: "\n"))
    where line.first != UInt8(ascii: "#") {
      let parts = line.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
      precondition(parts.count == 3, "a message needs key and languages: \(Substring(line))")
      let entry = Entry(key: parts[0].bare, zh: parts[1].bare, en: parts[2].bare)
      precondition(places[entry.key] == nil, "a message stands twice: \(entry.key)")
      places[entry.key] = entries.count
      entries.append(entry)
    }
    self.entries = entries
    self.places = places
  }

  /// Whether the catalogue has a message of this key.
  func has(_ key: String) -> Bool { places[key] != nil }

  /// A measure's numerator and denominator.
  ///
  /// The model declares them in English; Chinese stands here, by name or by stem.
  func definition(of measure: String, declared: String, _ language: Language) -> String {
    guard language == .zh, let key = definitionKey(of: measure) else { return declared }
    return text(key, language)
  }

  /// The key of a measure's Chinese definition.
  func definitionKey(of measure: String) -> String? {
    let stem = measure.lastIndex(of: ".").map { measure[...$0] + "*" } ?? "*"
    return ["means.\(measure)", "means.\(stem)"].first(where: has)
  }

  /// The text of a key.
  ///
  /// - Precondition: The catalogue has the key; a test walks through all that are used.
  func text(_ key: String, _ language: Language) -> String {
    guard let place = places[key] else { preconditionFailure("no message for \(key)") }
    return language.pick(zh: entries[place].zh, en: entries[place].en)
  }

  /// The text of a key with `{0}`, `{1}` … replaced by the values, and `{0:day/days}` by the word that
  /// goes with value 0.
  func text(_ key: String, _ language: Language, _ values: [String]) -> String {
    // Cut at the marks first, so that a value that looks like a mark stays a value.
    var filled = ""
    var rest = text(key, language)[...]
    while let open = rest.firstIndex(of: "{"),
      let close = rest[open...].firstIndex(of: "}"),
      let mark = Mark(rest[rest.index(after: open)..<close]), values.indices.contains(mark.place)
    {
      filled += rest[..<open] + mark.text(for: values[mark.place])
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }
}

/// What stands between braces in a message: `0`, or `0:day/days`.
private struct Mark {
  /// Place of the value.
  let place: Int
  private let nouns: [Substring]

  init?(_ text: Substring) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let place = Int(parts[0]) else { return nil }
    self.place = place
    nouns = parts.dropFirst().flatMap { $0.split(separator: "/") }
    guard nouns.isEmpty || nouns.count == 2 else { return nil }
  }

  func text(for value: String) -> String {
    nouns.isEmpty ? value : String(value == "1" ? nouns[0] : nouns[1])
  }
}

extension Substring.UTF8View {
  /// Without the spaces at both ends; `␣` stands for a space that is kept.
  fileprivate var bare: String {
    let space = UInt8(ascii: " ")
    let head = drop { $0 == space }
    guard let last = head.lastIndex(where: { $0 != space }) else { return "" }
    let text = String(Substring(head[...last]))
    return text.unicodeScalars.contains("\u{2423}") ? text.replacing("␣", with: " ") : text
  }
}
