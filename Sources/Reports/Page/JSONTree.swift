internal import Experiments

/// A JSON value that keeps the order of its keys and is safe inside a script element.
indirect enum JSONTree: Equatable, Sendable {
  case null
  case flag(Bool)
  case number(Double)
  /// A number with all its digits, for files that are read back.
  case exact(Double)
  case text(String)
  case list([JSONTree])
  case object([Field])

  /// One key of an object.
  struct Field: Equatable, Sendable {
    let key: String
    let value: JSONTree
  }

  /// The text of the value, with `<`, `>` and `&` written as escapes.
  var source: String {
    var text = ""
    write(to: &text)
    return text
  }

  /// This object with further keys; a key that is there already keeps its first value.
  func with(_ more: JSONTree) -> JSONTree {
    guard case .object(let fields) = self, case .object(let added) = more else { return self }
    return .object(fields + added.filter { new in !fields.contains { $0.key == new.key } })
  }

  private func write(to text: inout String) {
    switch self {
    case .null: text += "null"
    case .flag(let value): text += value ? "true" : "false"
    case .number(let value): text += value.isFinite ? DecimalText.text(of: value) : "null"
    case .exact(let value): text += value.isFinite ? ExactText.text(of: value) : "null"
    case .text(let value): Self.quote(value, into: &text)
    case .list(let values):
      text += "["
      for (place, value) in values.enumerated() {
        if place > 0 { text += "," }
        value.write(to: &text)
      }
      text += "]"
    case .object(let fields):
      text += "{"
      for (place, field) in fields.enumerated() {
        if place > 0 { text += "," }
        Self.quote(field.key, into: &text)
        text += ":"
        field.value.write(to: &text)
      }
      text += "}"
    }
  }

  private static func quote(_ value: String, into text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "<", ">", "&", "\u{2028}", "\u{2029}", "\u{0}"..."\u{1F}", "\u{7F}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}

extension JSONTree: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  init(stringLiteral value: String) { self = .text(value) }
  init(booleanLiteral value: Bool) { self = .flag(value) }
  init(integerLiteral value: Int) { self = .number(Double(value)) }
  init(floatLiteral value: Double) { self = .number(value) }
  init(arrayLiteral elements: JSONTree...) { self = .list(elements) }
  init(dictionaryLiteral elements: (String, JSONTree)...) {
    self = .object(elements.map { Field(key: $0.0, value: $0.1) })
  }
}
