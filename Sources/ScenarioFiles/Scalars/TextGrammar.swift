/// Texts, ids and paths: an unquoted word that another reader might take for something else is refused.
enum TextGrammar {
  /// A text of 1 to `longest` characters.
  static func text(_ scalar: Scalar, longest: Int = 200) throws(ScalarProblem) -> String {
    let text = scalar.text
    if scalar.isNothing { throw ScalarProblem("expected text, found nothing") }
    if scalar.style == .plain, looksLikeSomethingElse(text) {
      throw ScalarProblem(
        "expected text, found \(Visible.quoted(text)); quote it (\"\(text)\")",
        expected: "text"
      )
    }
    let length = text.unicodeScalars.count
    guard !text.isEmpty, length <= longest else {
      throw ScalarProblem(
        text.isEmpty ? "the text is empty" : "the text has \(length) characters",
        expected: "1 to \(longest) characters",
        code: .outOfRange
      )
    }
    return text
  }

  /// A short stable name: letters, digits, dot, dash and underscore, beginning with a letter or digit.
  static func id(_ scalar: Scalar) throws(ScalarProblem) -> String {
    if let hidden = scalar.text.unicodeScalars.first(where: Visible.isInvisible) {
      throw ScalarProblem(
        "invisible character \(Visible.codePoint(hidden)) in an id",
        help: "type the id again instead of pasting it",
        code: .invisibleInID
      )
    }
    let text = try text(scalar, longest: 64)
    let isWord = text.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || "._-".contains(scalar.description)
    }
    guard isWord, text.first != ".", text.first != "-" else {
      throw ScalarProblem(
        "\(Visible.quoted(text)) is not an id",
        expected: "letters, digits, `.`, `-` and `_`, beginning with a letter or digit"
      )
    }
    return text
  }

  /// Whether an unquoted word is a truth value, a number or a date to other YAML readers.
  private static func looksLikeSomethingElse(_ text: String) -> Bool {
    TruthGrammar.words.contains(text.lowercased()) || NumberGrammar.isNumber(text)
      || Double(text) != nil || [".nan", ".inf", "-.inf"].contains(text.lowercased())
  }
}
