/// A text somebody wrote in a file: of any length, with anything in it.
enum PlainText {
  /// Longest text shown, in Unicode scalars.
  static let longest = 200

  /// The text as a report shows it: one line, at most 200 scalars, no control characters.
  ///
  /// Scalars are counted, not characters, because one character can carry kilobytes of
  /// combining marks.
  static func shown(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard kept.count < longest else { return String(kept) + "…" }
      kept.append(isPrintable(scalar) ? scalar : " ")
    }
    return String(kept)
  }

  /// Whether a scalar may reach a page or a terminal.
  ///
  /// Controls could move a terminal's cursor; directional marks could reorder a line.
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: false
    case .format: scalar.value == 0x200D
    default: true
    }
  }
}
