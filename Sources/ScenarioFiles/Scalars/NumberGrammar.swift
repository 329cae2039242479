internal import Foundation

/// Numbers as scenario files write them: `12`, `-0.5`, `1.5e-3`, and nothing else.
enum NumberGrammar {
  /// A number.
  static func number(_ scalar: Scalar) throws(ScalarProblem) -> Double {
    try checkLooks(scalar, wanted: "a number")
    return try value(of: scalar.text, wanted: "a number")
  }

  /// A whole number that a `Double` holds exactly.
  static func whole(_ scalar: Scalar) throws(ScalarProblem) -> Double {
    let wanted = "a whole number"
    try checkLooks(scalar, wanted: wanted)
    let text = scalar.text
    let value = try value(of: text, wanted: wanted)
    if text.contains("e") || text.contains("E") {
      throw ScalarProblem("whole numbers are written without exponent", expected: wanted)
    }
    if text.contains(".") { throw ScalarProblem("expected a whole number, found \(text)") }
    guard abs(value) <= 9_007_199_254_740_992 else {
      throw ScalarProblem("over the largest whole number, 9007199254740992", expected: wanted)
    }
    return value
  }

  /// A seed: a whole number from 0 to 2^64 - 1.
  static func seed(_ scalar: Scalar) throws(ScalarProblem) -> UInt64 {
    let wanted = "0 to 18446744073709551615"
    try checkLooks(scalar, wanted: "a whole number")
    if let seed = UInt64(scalar.text) { return seed }
    _ = try value(of: scalar.text, wanted: wanted)
    if scalar.text.hasPrefix("-") {
      throw ScalarProblem("a seed cannot be negative", expected: wanted)
    }
    let isWhole = scalar.text.allSatisfy(\.isNumber)
    throw ScalarProblem(isWhole ? "over 2^64-1" : "a seed is a whole number", expected: wanted)
  }

  /// The value of a text that must be a bare number.
  static func value(of text: String, wanted: String) throws(ScalarProblem) -> Double {
    guard isNumber(text) else { throw NumberMistakes.explain(text, wanted: wanted) }
    guard let value = Double(text), value.isFinite else {
      throw ScalarProblem("the number is too large", expected: wanted)
    }
    let mantissa = text.prefix { $0 != "e" && $0 != "E" }
    if value == 0, mantissa.contains(where: { ("1"..."9").contains($0) }) {
      throw ScalarProblem("the number underflows to zero", expected: wanted, help: "write 0")
    }
    return value
  }

  /// Whether a text is `-`, digits without leading zero, a fraction, an exponent.
  static func isNumber(_ text: some StringProtocol) -> Bool {
    var rest = Substring(text)
    if rest.first == "-" { rest.removeFirst() }
    let whole = rest.prefix(while: isDigit)
    guard !whole.isEmpty, whole == "0" || whole.first != "0" else { return false }
    rest = rest.dropFirst(whole.count)
    if rest.first == "." {
      let fraction = rest.dropFirst().prefix(while: isDigit)
      guard !fraction.isEmpty else { return false }
      rest = rest.dropFirst(fraction.count + 1)
    }
    guard rest.first == "e" || rest.first == "E" else { return rest.isEmpty }
    rest.removeFirst()
    if rest.first == "-" || rest.first == "+" { rest.removeFirst() }
    return !rest.isEmpty && rest.allSatisfy(isDigit)
  }

  /// An ASCII digit.
  static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  /// Refuses what is not an unquoted word.
  static func checkLooks(_ scalar: Scalar, wanted: String) throws(ScalarProblem) {
    if scalar.isNothing { throw ScalarProblem("expected \(wanted), found nothing") }
    guard scalar.style != .plain else { return }
    throw ScalarProblem(
      "expected \(wanted), found text",
      expected: wanted,
      help: isNumber(scalar.text) ? "remove the quotes" : nil
    )
  }
}
