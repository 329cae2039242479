internal import NetworkModel

/// Reads arrivals from a table beside the network file: a column `time`, perhaps a column `class`.
struct TraceFileReader {
  let desk: NetworkDesk
  /// Lines that are told one by one before the reader gives up on a file.
  private static let patience = 20

  /// The arrivals, in the order of the table.
  func trace(_ entry: Entry, in keys: MappingReader) -> [TraceArrival]? {
    let path = keys.path(of: entry.key)
    guard let reference = keys.text(entry),
      let file = desk.library.table(reference, at: entry.value, key: path)
    else { return nil }
    let errors = desk.desk.errorCount
    let table = TableLines(desk.desk[file], file: file)
    guard let columns = columns(table, file, path) else { return nil }
    var arrivals: [TraceArrival] = []
    for row in table.rows.dropFirst() {
      guard desk.desk.errorCount < errors + TraceFileReader.patience else { break }
      let before = arrivals.last?.time ?? 0
      if let arrival = arrival(row, columns, after: before, path) { arrivals.append(arrival) }
    }
    return desk.desk.errorCount == errors ? arrivals : nil
  }

  /// Where the two columns stand.
  private struct Columns {
    let count: Int
    let time: Int
    let className: Int?
  }

  private func columns(_ table: TableLines, _ file: SourceID, _ path: String) -> Columns? {
    let known = ["time", "class"]
    guard let head = table.rows.first else {
      report(.empty, Span(Position(file: file, line: 1, column: 1)), "the table is empty", path)
      return nil
    }
    var places: [String: Int] = [:]
    var isRight = true
    for (place, cell) in head.enumerated() {
      guard known.contains(cell.text), places[cell.text] == nil else {
        desk.desk.report(
          .unknownKey,
          at: cell.span,
          "unknown column \(Visible.quoted(cell.text))",
          key: path,
          expected: "`time`, or `time` and `class`",
          help: Suggestions.didYouMean(cell.text, among: known)
        )
        isRight = false
        continue
      }
      places[cell.text] = place
    }
    guard isRight, let time = places["time"] else {
      if isRight { report(.missingKey, head[0].span, "the column `time` is missing", path) }
      return nil
    }
    return Columns(count: head.count, time: time, className: places["class"])
  }

  private func arrival(
    _ row: [TableLines.Cell],
    _ columns: Columns,
    after before: Double,
    _ path: String
  ) -> TraceArrival? {
    guard row.count == columns.count else {
      report(
        .wrongCount,
        row[0].span,
        "the line has \(row.count) cells, the head has \(columns.count)",
        path
      )
      return nil
    }
    let cell = row[columns.time]
    let time: Double
    do {
      time = try desk.time.length(Scalar(text: cell.text, style: .plain))
    } catch {
      desk.report(error, at: cell.span, path)
      return nil
    }
    guard time >= before else {
      let message =
        time < 0 ? "a time before the start" : "this arrival is before the one on the line above"
      report(.outOfRange, cell.span, message, path)
      return nil
    }
    guard let place = columns.className, !row[place].text.isEmpty else {
      return TraceArrival(time: time)
    }
    let name = row[place]
    guard desk.classes.contains(name.text) else {
      desk.desk.report(
        .unknownWord,
        at: name.span,
        "unknown class \(Visible.quoted(name.text))",
        key: path,
        expected: "one of " + Suggestions.list(desk.classes),
        help: Suggestions.didYouMean(name.text, among: desk.classes)
      )
      return nil
    }
    return TraceArrival(time: time, className: name.text)
  }

  private func report(_ code: DiagnosticCode, _ span: Span, _ message: String, _ path: String) {
    desk.desk.report(
      code,
      at: span,
      message,
      key: path,
      expected: "a table with a column `time`, rising, and perhaps a column `class`"
    )
  }
}
