/// `true` and `false`, and no other words for them.
enum TruthGrammar {
  /// Words that YAML readers take for truth values.
  static let words: Set<String> = ["true", "false", "yes", "no", "on", "off", "y", "n"]

  /// What a text says.
  static func isTrue(_ scalar: Scalar) throws(ScalarProblem) -> Bool {
    if scalar.style == .plain {
      if scalar.text == "true" { return true }
      if scalar.text == "false" { return false }
    }
    let found = scalar.isNothing ? "nothing" : Visible.quoted(scalar.text)
    throw ScalarProblem(
      "expected true or false (not yes/no), found \(found)",
      expected: "true or false"
    )
  }
}
