/// Reads comma-separated values as RFC 4180 has them, in one pass over the bytes.
///
/// Cells may stand in quotes and then run over several lines; empty lines may only stand at the
/// end. Every problem of form is told with its place, and a row that has one is left out.
struct CSVSheet {
  private let desk: Desk
  private let file: SourceID
  private let name: String
  private let bytes: [UInt8]
  private var offset = 0
  private var line = 1
  private var column = 1
  /// Places of rows that are empty so far; a mistake once another row follows.
  private var blanks: [Span] = []
  private var problems = 0

  /// Most columns of any table: a square matrix of the most settlements, and its ids.
  private static let mostColumns = 5001
  /// Rows that are told one by one before the reader gives up on a file.
  private static let patience = 50

  private static let quote = UInt8(ascii: "\"")
  private static let comma = UInt8(ascii: ",")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  private init(_ file: SourceID, named name: String, on desk: Desk) {
    self.desk = desk
    self.file = file
    self.name = name
    bytes = desk[file].bytes
  }

  /// The table in a file; nothing when it has no head, no rows or the wrong form.
  ///
  /// - Complexity: O(bytes)
  static func read(
    _ file: SourceID,
    named name: String,
    atMost mostRows: Int,
    on desk: Desk
  ) -> TableSheet? {
    var sheet = CSVSheet(file, named: name, on: desk)
    return sheet.table(atMost: mostRows)
  }

  private mutating func table(atMost mostRows: Int) -> TableSheet? {
    while offset < bytes.count, isLineEnd(bytes[offset]) { endLine() }
    guard offset < bytes.count, let head = row(expecting: nil) else {
      if problems == 0 {
        report(
          .noHeader,
          at: Span(here),
          "the table has no header",
          expected: "the names of the columns, then a row for each line"
        )
      }
      return nil
    }
    guard hasCommas(head) else { return nil }
    var rows: [[TableSheet.Cell]] = []
    var isRow = false
    while offset < bytes.count, problems < CSVSheet.patience {
      if isLineEnd(bytes[offset]) {
        blanks.append(Span(here))
        endLine()
        continue
      }
      isRow = true
      checkBlanks()
      guard rows.count < mostRows else {
        report(
          .tooManyRows,
          at: Span(here),
          "the table has more than \(mostRows) rows",
          help: "travel times grow with the square of the settlements; join the smallest ones"
        )
        return nil
      }
      if let row = row(expecting: head.count) { rows.append(row) }
    }
    guard isRow else {
      report(.noRows, at: head[0].span, "the table has a header and no rows")
      return nil
    }
    guard problems == 0 else { return nil }
    return TableSheet(name: name, head: head, rows: rows, isGeoJSON: false)
  }

  /// A row of cells up to the end of its line; nothing when it is not as it should be.
  private mutating func row(expecting count: Int?) -> [TableSheet.Cell]? {
    let start = here
    let most = count ?? CSVSheet.mostColumns
    var cells: [TableSheet.Cell] = []
    var fields = 0
    var isWhole = true
    while true {
      fields += 1
      // Past the last column fields are counted and not kept: a row may hold millions of them.
      if fields <= most {
        if let cell = cell() { cells.append(cell) } else { isWhole = false }
      } else {
        skipCell()
      }
      guard offset < bytes.count, bytes[offset] == CSVSheet.comma else { break }
      advance()
    }
    if offset < bytes.count { endLine() }
    // Fields beside one that is wrong in itself are not worth counting.
    guard isWhole else { return nil }
    guard fields <= most, count == nil || fields == count else {
      report(
        .fieldCount,
        at: Span(start),
        count == nil
          ? "the header has \(fields) fields" : "the row has \(fields) fields",
        expected: count.map { "\($0) fields, as in the header" } ?? "\(most) fields at most"
      )
      return nil
    }
    return cells
  }

  private mutating func cell() -> TableSheet.Cell? {
    offset < bytes.count && bytes[offset] == CSVSheet.quote ? quotedCell() : bareCell()
  }

  private mutating func bareCell() -> TableSheet.Cell? {
    let (start, from) = (here, offset)
    var isRight = true
    while offset < bytes.count, bytes[offset] != CSVSheet.comma, !isLineEnd(bytes[offset]) {
      if bytes[offset] == CSVSheet.quote, isRight {
        isRight = false
        report(
          .strayQuote,
          at: Span(here),
          "a quote inside a field that does not begin with one",
          help: "put the whole field in quotes and write \"\" for each quote inside"
        )
      }
      advance()
    }
    guard isRight else { return nil }
    return TableSheet.Cell(
      text: String(decoding: bytes[from..<offset], as: UTF8.self),
      span: Span(start, length: column - start.column)
    )
  }

  private mutating func quotedCell() -> TableSheet.Cell? {
    let start = here
    var text: [UInt8] = []
    advance()
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == CSVSheet.quote {
        advance()
        guard offset < bytes.count, bytes[offset] == CSVSheet.quote else {
          return close(text, from: start)
        }
      }
      let from = offset
      if isLineEnd(byte) {
        text.append(byte)
        if byte == CSVSheet.carriageReturn, offset + 1 < bytes.count,
          bytes[offset + 1] == CSVSheet.lineFeed
        {
          text.append(CSVSheet.lineFeed)
        }
        endLine()
      } else {
        // A scalar has several bytes.
        advance()
        text += bytes[from..<offset]
      }
    }
    report(.strayQuote, at: Span(start), "a quote that is never closed")
    return nil
  }

  /// The cell whose closing quote has just been read.
  private mutating func close(_ text: [UInt8], from start: Position) -> TableSheet.Cell? {
    guard offset == bytes.count || bytes[offset] == CSVSheet.comma || isLineEnd(bytes[offset])
    else {
      report(.strayQuote, at: Span(here), "text after the closing quote of a field")
      skipCell()
      return nil
    }
    let length = start.line == line ? column - start.column : 1
    return TableSheet.Cell(
      text: String(decoding: text, as: UTF8.self),
      span: Span(start, length: length)
    )
  }

  private mutating func skipCell() {
    while offset < bytes.count, bytes[offset] != CSVSheet.comma, !isLineEnd(bytes[offset]) {
      advance()
    }
  }

  // MARK: Where the reader is

  private var here: Position { Position(file: file, line: line, column: column) }

  private func isLineEnd(_ byte: UInt8) -> Bool {
    byte == CSVSheet.lineFeed || byte == CSVSheet.carriageReturn
  }

  private mutating func advance() {
    offset += 1
    // Columns count scalars: the bytes after the first of a scalar are no column of their own.
    while offset < bytes.count, bytes[offset] & 0b1100_0000 == 0b1000_0000 { offset += 1 }
    column += 1
  }

  private mutating func endLine() {
    if bytes[offset] == CSVSheet.carriageReturn, offset + 1 < bytes.count,
      bytes[offset + 1] == CSVSheet.lineFeed
    {
      offset += 1
    }
    offset += 1
    line += 1
    column = 1
  }

  // MARK: Problems

  private mutating func report(
    _ code: DiagnosticCode,
    at span: Span,
    _ message: String,
    expected: String? = nil,
    help: String? = nil
  ) {
    problems += 1
    desk.report(code, at: span, message, key: name, expected: expected, help: help)
  }

  private mutating func checkBlanks() {
    for blank in blanks {
      report(
        .fieldCount,
        at: blank,
        "an empty line between rows",
        help: "empty lines may only stand at the end"
      )
    }
    blanks = []
  }

  private mutating func hasCommas(_ head: [TableSheet.Cell]) -> Bool {
    guard head.count == 1,
      let mark = [";", "\t", "；", "，", "|"].first(where: head[0].text.contains)
    else { return true }
    let shown = mark == "\t" ? "the tab" : "`\(mark)`"
    report(
      .separator,
      at: head[0].span,
      "looks like \(shown) is the separator",
      expected: "fields separated by commas",
      help: "save the table as \"CSV UTF-8 (comma delimited)\""
    )
    return false
  }
}
