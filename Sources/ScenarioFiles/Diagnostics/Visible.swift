/// Makes text from files safe to print: what cannot be seen is written as an escape.
enum Visible {
  /// The text with control, bidirectional and zero-width characters escaped.
  static func text(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars {
      shown += isInvisible(scalar) ? codePoint(scalar) : String(scalar)
    }
    return shown
  }

  /// The text in code marks, cut to 60 characters.
  static func quoted(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard scalars.count > 60 else { return "`\(Visible.text(text))`" }
    return "`\(Visible.text(String(String.UnicodeScalarView(scalars.prefix(60)))))…`"
  }

  /// A character by its number, such as `U+202E`.
  static func codePoint(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// Whether a character leaves no mark of its own on the screen, or moves others about.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0xAD: true
    case 0x061C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: true
    case 0xE0000...0xE0FFF: true
    default: false
    }
  }

  /// Columns a character takes on a terminal: two for Chinese and other wide characters.
  static func width(_ scalar: Unicode.Scalar) -> Int {
    if isInvisible(scalar) { return codePoint(scalar).count }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF: return 2
    case 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF: return 2
    case 0x20000...0x3FFFD: return 2
    default: return scalar.properties.canonicalCombiningClass == .notReordered ? 1 : 0
    }
  }
}
