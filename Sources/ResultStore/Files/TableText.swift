internal import Experiments

/// A table of the store as comma-separated values, and back (RFC 4180, UTF-8 with its mark).
///
/// An empty place is nothing; an empty text is written as two quotes. A text that a spreadsheet
/// would run as a formula gets an apostrophe, which reading takes away again.
enum TableText {
  /// Writes one line.
  static func line(_ cells: [Cell]) -> String {
    cells.map(field).joined(separator: ",") + "\r\n"
  }

  /// The head of a table, with the mark of UTF-8.
  static func head(of table: StoreTable) -> String {
    "\u{FEFF}" + table.columns.map(\.name).joined(separator: ",") + "\r\n"
  }

  private static func field(_ cell: Cell) -> String {
    switch cell {
    case .null: ""
    case .whole(let number): String(number)
    case .real(let number): exact(number)
    case .text(let text): quoted(guarded(text))
    }
  }

  /// The shortest digits that read back as the same number, without a trailing `.0`.
  private static func exact(_ number: Double) -> String {
    let digits = number.description
    return digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits
  }

  private static func isFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first(where: { $0 != "'" }) else { return false }
    return "=+-@\t\r".unicodeScalars.contains(first)
  }

  private static func guarded(_ text: String) -> String { isFormula(text) ? "'" + text : text }

  private static func unguarded(_ text: String) -> String {
    isFormula(text) && text.hasPrefix("'") ? String(text.unicodeScalars.dropFirst()) : text
  }

  private static func quoted(_ text: String) -> String {
    let needs = text.unicodeScalars.contains { ",\"\n\r".unicodeScalars.contains($0) }
    guard text.isEmpty || needs else { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  /// Reads the rows of a table.
  ///
  /// - Throws: `TextProblem` with the number of the line.
  static func rows(of table: StoreTable, in text: String) throws(TextProblem) -> [[Cell]] {
    var scanner = FieldScanner(text)
    let head = try scanner.record()
    guard head?.map(\.text) == table.columns.map(\.name) else {
      throw TextProblem(line: 1, reason: "expected the columns \(table.names)")
    }
    var rows: [[Cell]] = []
    while true {
      let line = scanner.line
      guard let fields = try scanner.record() else { return rows }
      guard fields.count == table.columns.count else {
        throw TextProblem(
          line: line,
          reason: "expected \(table.columns.count) fields, found \(fields.count)"
        )
      }
      var row: [Cell] = []
      for (column, field) in zip(table.columns, fields) {
        guard let cell = cell(field, in: column) else {
          throw TextProblem(line: line, reason: "`\(column.name)` cannot be `\(field.text)`")
        }
        row.append(cell)
      }
      rows.append(row)
    }
  }

  private static func cell(_ field: FieldScanner.Field, in column: StoreTable.Column) -> Cell? {
    if field.text.isEmpty, field.manner == .bare {
      return column.presence == .sometimes ? .null : nil
    }
    return switch column.kind {
    case .whole: Int64(field.text).map(Cell.whole)
    case .real: Double(field.text).flatMap { $0.isFinite ? .real($0) : nil }
    case .text: .text(unguarded(field.text))
    }
  }
}

/// A line of a table that cannot be read.
struct TextProblem: Error {
  let line: Int
  let reason: String
}

/// Cuts comma-separated values into fields.
struct FieldScanner {
  /// A field and whether it stood in quotes.
  struct Field {
    var text = ""
    var manner = Manner.bare

    enum Manner { case bare, quoted }
  }

  private let scalars: [Unicode.Scalar]
  private var place = 0
  /// Number of the physical line, from 1.
  private(set) var line = 1

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    if scalars.first == "\u{FEFF}" { place = 1 }
  }

  /// The next record; `nil` at the end.
  mutating func record() throws(TextProblem) -> [Field]? {
    guard place < scalars.count else { return nil }
    var fields: [Field] = []
    while true {
      fields.append(try field())
      guard place < scalars.count else { return fields }
      let end = scalars[place]
      place += 1
      if end == "," { continue }
      if end == "\r", place < scalars.count, scalars[place] == "\n" { place += 1 }
      line += 1
      return fields
    }
  }

  private mutating func field() throws(TextProblem) -> Field {
    var field = Field()
    if place < scalars.count, scalars[place] == "\"" {
      field.manner = .quoted
      place += 1
      try quoted(into: &field.text)
    }
    while place < scalars.count, !",\r\n".unicodeScalars.contains(scalars[place]) {
      guard field.manner == .bare, scalars[place] != "\"" else {
        throw TextProblem(line: line, reason: "a quote stands inside a field")
      }
      field.text.unicodeScalars.append(scalars[place])
      place += 1
    }
    return field
  }

  private mutating func quoted(into text: inout String) throws(TextProblem) {
    while place < scalars.count {
      let scalar = scalars[place]
      place += 1
      if scalar != "\"" {
        if scalar == "\n" { line += 1 }
        text.unicodeScalars.append(scalar)
      } else if place < scalars.count, scalars[place] == "\"" {
        text.unicodeScalars.append("\"")
        place += 1
      } else {
        return
      }
    }
    throw TextProblem(line: line, reason: "a quote is not closed")
  }
}
