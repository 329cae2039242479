/// Numbers with as many digits as it takes to read the very same number back.
enum ExactText {
  /// The shortest such text, without a trailing `.0`.
  static func text(of value: Double) -> String {
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
