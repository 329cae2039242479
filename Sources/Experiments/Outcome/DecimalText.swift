internal import Foundation

/// How numbers leave the program: ten significant digits, the same text in every file.
public enum DecimalText {
  /// The nearest number with ten significant digits.
  public static func rounded(_ value: Double) -> Double {
    Double(String(format: "%.9e", value)) ?? value
  }

  /// The text of a number with at most ten significant digits, without a trailing `.0`.
  public static func text(of value: Double) -> String {
    let text = rounded(value).description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
