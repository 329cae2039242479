/// One table of an analysis, as a terminal or a page shows it.
public struct AnalysisTable: Sendable {
  /// What it tells.
  public let title: String
  /// Heads of the columns; numbers stand to the right.
  public let columns: [(head: String, isNumber: Bool)]
  /// Cells in the order of the columns.
  public let rows: [[String]]
  /// How the numbers are to be read, and by which method they were found.
  public let note: String

  /// The table as plain text, at most so many rows of it.
  func text(most: Int, _ language: Language) -> String {
    var table = TextTable(columns.map { ($0.head, $0.isNumber ? .right : .left) })
    for row in rows.prefix(most) { table.add(row) }
    let rest = rows.count - most
    let more =
      rest > 0 ? Messages.shared.text("analysis.more", language, [String(rest)]) + "\n" : ""
    let body =
      rows.isEmpty ? Messages.shared.text("analysis.none", language) + "\n" : table.text + more
    return title + "\n\n" + body + "\n" + note + "\n"
  }
}
