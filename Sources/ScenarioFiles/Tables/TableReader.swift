/// Reads a sheet by the names of its columns, and tells what is wrong with its cells.
struct TableReader {
  let desk: Desk
  let sheet: TableSheet
  private let places: [String: Int]

  /// A reader of a sheet with these columns; nothing when one is missing, unknown or there twice.
  ///
  /// Columns whose name begins with `note` or `备注` are nobody's business.
  init?(_ sheet: TableSheet, columns: [TableColumn], on desk: Desk) {
    self.sheet = sheet
    self.desk = desk
    var places: [String: Int] = [:]
    var strangers: [TableSheet.Cell] = []
    let errors = desk.errorCount
    for (place, cell) in sheet.head.enumerated() {
      let name = cell.bare
      guard let column = columns.first(where: { $0.name == name || $0.zh == name }) else {
        if !name.hasPrefix("note"), !name.hasPrefix("备注") { strangers.append(cell) }
        continue
      }
      if let first = places[column.name] {
        // In a GeoJSON file the place may stand both among the properties and in the geometry.
        if sheet.isGeoJSON { continue }
        desk.report(
          .duplicateColumn,
          at: cell.span,
          "the column \(Visible.quoted(name)) is here and at "
            + sheet.head[first].span.start.lineAndColumn,
          key: "\(sheet.name).\(column.name)",
          help: "keep one of the two"
        )
        continue
      }
      places[column.name] = place
    }
    self.places = places
    let missing = columns.filter { $0.need == .required && places[$0.name] == nil }
    var meant: [String] = []
    for column in missing {
      let near = strangers.map(\.bare).filter { column.isMeant(by: $0) }
      meant += near
      report(missing: column, near: near)
    }
    for cell in strangers where !meant.contains(cell.bare) { report(unknown: cell, columns) }
    guard desk.errorCount == errors else { return nil }
  }

  /// Whether the sheet has a column.
  func has(_ column: String) -> Bool { places[column] != nil }

  /// The cell of a column in a row; nothing when the table has no such column.
  func cell(_ column: String, _ row: Int) -> TableSheet.Cell? {
    places[column].map { sheet.rows[row][$0] }
  }

  /// The head of a column, or of the table when it has no such column.
  func head(_ column: String) -> Span { places[column].map { sheet.head[$0].span } ?? sheet.start }

  /// Path of a column in messages.
  func path(_ column: String) -> String { "\(sheet.name).\(column)" }

  // MARK: Values

  /// A whole number within a range.
  func whole(_ column: String, _ row: Int, _ range: ClosedRange<Int>) -> Int? {
    let value = value(column, row) { scalar throws(ScalarProblem) in
      try NumberGrammar.whole(scalar)
    }
    guard let value, let cell = cell(column, row) else { return nil }
    guard Double(range.lowerBound) <= value, value <= Double(range.upperBound) else {
      return refuse(.outOfRange, cell, column, "\(range.lowerBound) to \(range.upperBound)")
    }
    return Int(value)
  }

  /// A number within a range.
  func number(_ column: String, _ row: Int, _ range: ClosedRange<Double>) -> Double? {
    let value = value(column, row) { scalar throws(ScalarProblem) in
      try NumberGrammar.number(scalar)
    }
    guard let value, let cell = cell(column, row) else { return nil }
    guard range.contains(value) else {
      let wanted = [range.lowerBound, range.upperBound].map { bound in
        bound == bound.rounded() ? String(Int(bound)) : String(bound)
      }
      return refuse(.outOfRange, cell, column, wanted.joined(separator: " to "))
    }
    return value
  }

  /// The most characters of a text.
  static let longestText = 200

  /// A text of 1 to 200 characters.
  func text(_ column: String, _ row: Int) -> String? {
    guard let cell = cell(column, row) else { return nil }
    let text = TableSheet.unescaped(cell.bare)
    guard !text.isEmpty, text.unicodeScalars.count <= Self.longestText else {
      let found = text.isEmpty ? "nothing" : "\(text.unicodeScalars.count) characters"
      report(.wrongValue, cell, column, "expected text, found \(found)", "1 to 200 characters")
      return nil
    }
    return text
  }

  /// One of a few words, each perhaps with names in Chinese.
  func word(_ column: String, _ row: Int, among words: [(name: String, zh: [String])]) -> Int? {
    guard let cell = cell(column, row) else { return nil }
    let text = cell.bare
    if let place = words.firstIndex(where: { $0.name == text || $0.zh.contains(text) }) {
      return place
    }
    let names = words.map(\.name)
    desk.report(
      .unknownWord,
      at: cell.span,
      text.isEmpty ? "expected a word, found nothing" : "unknown word \(Visible.quoted(text))",
      key: path(column),
      expected: "one of " + Suggestions.list(names),
      help: Suggestions.didYouMean(text, among: names)
    )
    return nil
  }

  /// Checks the day of a row, where the table has one.
  func checkDay(_ row: Int) {
    guard let cell = cell(TableColumn.asOf.name, row), !cell.bare.isEmpty else { return }
    do {
      _ = try DateGrammar.date(Scalar(text: cell.bare, style: .plain))
    } catch {
      report(error, cell, TableColumn.asOf.name)
    }
  }

  private func value(
    _ column: String,
    _ row: Int,
    by grammar: (Scalar) throws(ScalarProblem) -> Double
  ) -> Double? {
    guard let cell = cell(column, row) else { return nil }
    do {
      return try grammar(Scalar(text: cell.bare, style: .plain))
    } catch {
      report(error, cell, column)
      return nil
    }
  }
}
