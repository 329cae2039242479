/// A text somebody wrote in a file: of any length, with anything in it.
enum PlainText {
  /// Longest text shown, in Unicode scalars.
  static let longest = 200

  /// The text as a report shows it: one line, at most 200 scalars, no control characters.
  ///
  /// Scalars are counted, not characters, because one character can carry kilobytes of
  /// combining marks.
  static func shown(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let end =
      scalars.index(scalars.startIndex, offsetBy: longest, limitedBy: scalars.endIndex)
      ?? scalars.endIndex
    let first = scalars[..<end]
    var kept = String(first)
    // A page shows thousands of texts, and nearly all can be shown as they are.
    if !first.allSatisfy(isPrintable) {
      kept = String(String.UnicodeScalarView(first.map { isPrintable($0) ? $0 : " " }))
    }
    return end < scalars.endIndex ? kept + "…" : kept
  }

  /// Whether a scalar may reach a page or a terminal.
  ///
  /// Controls could move a terminal's cursor; directional marks could reorder a line.
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value >= 0x20 && scalar.value != 0x7F }
    return switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: false
    case .format: scalar.value == 0x200D
    default: true
    }
  }
}
