/// Writes one line of JSON, key by key, in the order in which it is told.
///
/// A shard holds over a thousand readings; Foundation's encoder boxes each of them, and took a
/// good part of the time of a small run.
struct JSONLine {
  private(set) var text = ""
  /// Whether the next key or item needs a comma before it.
  private var needsComma = false

  /// Opens a mapping or a list.
  mutating func open(_ bracket: String) {
    separate()
    text += bracket
    needsComma = false
  }

  /// Closes a mapping or a list.
  mutating func close(_ bracket: String) {
    text += bracket
    needsComma = true
  }

  /// A key with a text.
  mutating func string(_ key: String, _ value: String) {
    name(key)
    quote(value)
    needsComma = true
  }

  /// A key with a number, already in digits.
  mutating func number(_ key: String, _ digits: String) {
    name(key)
    text += digits
    needsComma = true
  }

  /// A key with a list of texts.
  mutating func words(_ key: String, _ words: [String]) {
    list(key, words) { line, word in
      line.separate()
      line.quote(word)
      line.needsComma = true
    }
  }

  /// A key with a mapping, which is opened.
  mutating func mapping(_ key: String) {
    name(key)
    open("{")
  }

  /// A key with a list.
  mutating func list<Item>(
    _ key: String,
    _ items: [Item],
    _ write: (inout JSONLine, Item) -> Void
  ) {
    name(key)
    open("[")
    for item in items { write(&self, item) }
    close("]")
  }

  /// The shortest digits that read back as the same number.
  ///
  /// - Precondition: the number is finite.
  static func text(of value: Double) -> String {
    precondition(value.isFinite, "JSON has no word for what is no number")
    let digits = value.description
    return digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits
  }

  /// A key of our own, in which nothing needs to be escaped.
  private mutating func name(_ key: String) {
    separate()
    text += "\""
    text += key
    text += "\":"
    needsComma = false
  }

  private mutating func separate() {
    if needsComma { text += "," }
  }

  /// Quotes a text; only what JSON forbids is escaped.
  private mutating func quote(_ value: String) {
    text += "\""
    // Nearly every text is a name in plain letters, which goes over in one piece.
    guard value.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) else {
      text += value
      text += "\""
      return
    }
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\u{0}"..<"\u{20}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
