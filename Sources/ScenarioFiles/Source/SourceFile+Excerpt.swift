extension SourceFile {
  /// Characters of a line that are shown.
  private static let excerptWidth = 120

  /// The line of a span, cut to 120 characters around it, and carets below the span.
  func excerpt(of span: Span) -> Excerpt? {
    let scalars = line(span.start.line)
    guard !scalars.isEmpty else { return nil }
    let column = span.start.column - 1
    let width = SourceFile.excerptWidth
    let from = column < width - 20 ? 0 : column - width / 2
    guard from < scalars.count else { return nil }
    let shown = scalars[from..<min(scalars.count, from + width)]
    var line = ""
    for scalar in shown { line += Visible.text(String(scalar)) }
    let before = shown.prefix(max(0, column - from)).reduce(0) { $0 + Visible.width($1) }
    let marked = shown.dropFirst(column - from).prefix(span.length)
    let length = max(1, marked.reduce(0) { $0 + Visible.width($1) })
    return Excerpt(
      line: line,
      carets: String(repeating: " ", count: before) + String(repeating: "^", count: length)
    )
  }
}
