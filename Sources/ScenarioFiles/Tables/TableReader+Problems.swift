internal import Foundation

/// What is said about cells and columns.
extension TableReader {
  /// Reports a cell.
  func report(
    _ code: DiagnosticCode,
    _ cell: TableSheet.Cell,
    _ column: String,
    _ message: String,
    _ expected: String? = nil,
    help: String? = nil
  ) {
    desk.report(
      code,
      at: cell.span,
      message,
      key: path(column),
      expected: expected,
      help: help
    )
  }

  /// Reports a cell that does not say what its column needs.
  func report(_ problem: ScalarProblem, _ cell: TableSheet.Cell, _ column: String) {
    report(
      problem.code,
      cell,
      column,
      problem.message,
      problem.expected,
      help: problem.help ?? Self.spreadsheetHelp(cell.bare)
    )
  }

  /// Reports a number outside its range.
  func refuse<Value>(
    _ code: DiagnosticCode,
    _ cell: TableSheet.Cell,
    _ column: String,
    _ expected: String
  ) -> Value? {
    report(code, cell, column, "\(Visible.quoted(cell.bare)) is out of range", expected)
    return nil
  }

  func report(missing column: TableColumn, near: [String]) {
    desk.report(
      .missingColumn,
      at: sheet.start,
      "the column `\(column.name)` is missing; found "
        + Suggestions.list(sheet.head.map { Visible.text($0.bare) }),
      key: path(column.name),
      expected: column.zh.isEmpty
        ? "a column `\(column.name)`" : "a column `\(column.name)` (or `\(column.zh)`)",
      help: near.isEmpty
        ? nil
        : "did you mean \(near.map(Visible.quoted).joined(separator: " or "))? "
          + "call it `\(column.name)`"
    )
  }

  func report(unknown cell: TableSheet.Cell, _ columns: [TableColumn]) {
    let names = columns.map(\.name)
    let alias = columns.first { $0.isMeant(by: cell.bare) }.map { "did you mean `\($0.name)`?" }
    let help = Suggestions.didYouMean(cell.bare, among: names) ?? alias
    desk.report(
      .unknownColumn,
      at: cell.span,
      cell.bare.isEmpty ? "a column without a name" : "unknown column \(Visible.quoted(cell.bare))",
      key: sheet.name,
      expected: "one of " + Suggestions.list(names),
      help: help ?? "columns whose name begins with `note` may hold anything"
    )
  }

  /// What a spreadsheet may have done to a value.
  private static func spreadsheetHelp(_ text: String) -> String? {
    let parts = text.split(separator: "-")
    let months = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    let isDay =
      parts.count == 2 && parts.contains { months.contains($0.lowercased().prefix(3).description) }
      || (text.contains("月") && text.contains("日"))
    guard isDay else { return nil }
    return "a spreadsheet made a day of it; format the column as text and type it again"
  }
}

extension TableColumn {
  /// Whether a column somebody wrote was perhaps meant as this one.
  func isMeant(by text: String) -> Bool {
    let word = text.lowercased()
    return !Suggestions.near(text, among: [name]).isEmpty
      || aliases.contains { $0.lowercased() == word }
      || (!zh.isEmpty && text.unicodeScalars.contains { $0.value > 0x2E80 }
        && (zh.contains(text) || text.contains(zh)))
  }
}
