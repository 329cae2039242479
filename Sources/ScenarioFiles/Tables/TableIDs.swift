/// Ids of the rows of a table, and references to them.
struct TableIDs {
  /// Ids in the order of the rows.
  private(set) var all: [String] = []
  private var rows: [String: Int] = [:]
  private var lines: [String: Int] = [:]

  /// Ids that are known without a table.
  init(_ ids: [String] = []) {
    for id in ids { append(id) }
  }

  /// The row of an id.
  subscript(_ id: String) -> Int? { rows[id] }

  private mutating func append(_ id: String) {
    rows[id] = all.count
    all.append(id)
  }

  /// Reads the id of a row; nothing when it is empty, spaced or there already.
  mutating func take(_ column: String, _ row: Int, from table: TableReader) -> String? {
    guard let cell = table.cell(column, row), let id = TableIDs.id(cell, column, table) else {
      return nil
    }
    if let line = lines[id] {
      table.report(
        .duplicateID,
        cell,
        column,
        "the id \(Visible.quoted(id)) is in lines \(line) and \(cell.span.start.line)",
        help: "every row needs an id of its own"
      )
      return nil
    }
    lines[id] = cell.span.start.line
    append(id)
    return id
  }

  /// The row that a cell refers to.
  func row(of column: String, _ row: Int, from table: TableReader, called what: String) -> Int? {
    guard let cell = table.cell(column, row), let id = TableIDs.id(cell, column, table) else {
      return nil
    }
    if let place = rows[id] { return place }
    table.report(
      .unknownReference,
      cell,
      column,
      "there is no \(what) \(Visible.quoted(id))",
      "the id of a \(what)",
      help: lostZeros(id) ?? Suggestions.didYouMean(id, among: all)
    )
    return nil
  }

  /// A text that can be an id.
  static func id(_ cell: TableSheet.Cell, _ column: String, _ table: TableReader) -> String? {
    let text = cell.text
    if let hidden = text.unicodeScalars.first(where: Visible.isInvisible) {
      table.report(
        .invisibleInID,
        cell,
        column,
        "invisible character \(Visible.codePoint(hidden)) in an id",
        help: "type the id again instead of pasting it"
      )
      return nil
    }
    if text != cell.bare {
      table.report(
        .spacesInID,
        cell,
        column,
        "the id \(Visible.quoted(text)) has spaces around it",
        help: "did you mean \(Visible.quoted(cell.bare))?"
      )
      return nil
    }
    guard !text.isEmpty, text.unicodeScalars.count <= 64 else {
      let found = text.isEmpty ? "nothing" : "\(text.unicodeScalars.count) characters"
      let message = "expected an id, found \(found)"
      table.report(.wrongValue, cell, column, message, "1 to 64 characters")
      return nil
    }
    return TableSheet.unescaped(text)
  }

  /// A number that a spreadsheet has made of an id: `12345` or `1E+05` of `012345`.
  private func lostZeros(_ id: String) -> String? {
    if let known = all.first(where: { $0 != id && $0.drop { $0 == "0" } == id }) {
      return "did you mean `\(known)`? a spreadsheet took the zeros away; format the column as text"
    }
    let isPower = id.uppercased().contains("E+") && Double(id) != nil
    return isPower
      ? "a spreadsheet made a number of the id; format the column as text and type it again" : nil
  }
}
