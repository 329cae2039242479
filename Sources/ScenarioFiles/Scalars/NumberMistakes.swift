internal import Foundation

/// Names the mistake in a text that should have been a number.
enum NumberMistakes {
  /// The most telling reason why a text is not a number.
  static func explain(_ text: String, wanted: String) -> ScalarProblem {
    for rule in rules {
      if let (message, help) = rule(text) {
        return ScalarProblem(message, expected: wanted, help: help)
      }
    }
    return ScalarProblem("\(Visible.quoted(text)) is not a number", expected: wanted)
  }

  private typealias Answer = (message: String, help: String?)
  private static let rules: [@Sendable (String) -> Answer?] = [
    truthWord, notFinite, typographicQuotes, fullWidth, separators, otherBase, clock, shape, share,
  ]

  @Sendable private static func truthWord(_ text: String) -> Answer? {
    guard TruthGrammar.words.contains(text.lowercased()) else { return nil }
    return ("expected a number, found the true/false word \(Visible.quoted(text))", nil)
  }

  @Sendable private static func notFinite(_ text: String) -> Answer? {
    let bare = text.lowercased().trimmingPrefix { $0 == "-" || $0 == "+" }
    if bare == ".nan" || bare == ".inf" { return ("\(text) is not a finite number", nil) }
    guard ["nan", "inf", "infinity"].contains(String(bare)) else { return nil }
    return ("\(text) is not a number", nil)
  }

  @Sendable private static func typographicQuotes(_ text: String) -> Answer? {
    let marks: Set<Character> = ["“", "”", "‘", "’", "「", "」", "《", "》"]
    guard text.contains(where: marks.contains) else { return nil }
    return ("typographic quotes around a number", "write \(text.filter { !marks.contains($0) })")
  }

  @Sendable private static func fullWidth(_ text: String) -> Answer? {
    let plain = String(String.UnicodeScalarView(text.unicodeScalars.map(halfWidth)))
    guard plain != text else { return nil }
    if text.contains("，") || text.contains("。") {
      return ("full-width comma or stop in a number", "write \(plain.replacing(",", with: "."))")
    }
    return ("full-width digits; write \(plain)", nil)
  }

  /// The ASCII form of a full-width character.
  private static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar == "。" { return "." }
    guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  }

  @Sendable private static func separators(_ text: String) -> Answer? {
    for (mark, name) in [("_", "underscores"), (",", "thousands separators"), (" ", "spaces")] {
      let bare = text.replacing(mark, with: "")
      guard text.contains(mark), NumberGrammar.isNumber(bare) else { continue }
      return ("\(name) are not accepted in numbers; write \(bare)", nil)
    }
    return nil
  }

  @Sendable private static func otherBase(_ text: String) -> Answer? {
    let digits = text.drop { $0 == "-" || $0 == "+" }
    if digits.hasPrefix("0x") || digits.hasPrefix("0o") || digits.hasPrefix("0b") {
      return ("numbers are written in decimal", nil)
    }
    guard digits.first == "0", digits.count > 1, digits.allSatisfy(NumberGrammar.isDigit) else {
      return nil
    }
    let bare = digits.drop { $0 == "0" }
    return ("leading zero: octal in YAML; write \(bare.isEmpty ? "0" : bare)", nil)
  }

  @Sendable private static func clock(_ text: String) -> Answer? {
    guard text.contains(":"), text.allSatisfy({ NumberGrammar.isDigit($0) || $0 == ":" }) else {
      return nil
    }
    return ("\(text) is a time of day, not a number", nil)
  }

  @Sendable private static func shape(_ text: String) -> Answer? {
    if text.hasPrefix("+"), NumberGrammar.isNumber(text.dropFirst()) {
      return ("no plus sign; write \(text.dropFirst())", nil)
    }
    if NumberGrammar.isNumber("0" + text) { return ("write 0\(text)", nil) }
    if text.hasSuffix("."), NumberGrammar.isNumber(text.dropLast()) {
      return ("write \(text.dropLast())", nil)
    }
    return nil
  }

  @Sendable private static func share(_ text: String) -> Answer? {
    guard text.hasSuffix("%"), NumberGrammar.isNumber(text.dropLast()) else { return nil }
    return ("a per cent sign is accepted only where a share is expected", nil)
  }
}
