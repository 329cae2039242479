internal import Geography

/// Reads minutes between every two settlements: a square table with ids in the first row and column.
struct TravelMatrix {
  /// Two directions may differ by so many minutes: a second.
  private static let tolerance = 1.0 / 60

  /// Minutes row after row in the order of the settlements; nothing when the matrix is wrong.
  static func read(
    _ sheet: TableSheet,
    settlements: TableSettlements,
    on desk: Desk
  ) -> [Double]? {
    let errors = desk.errorCount
    let count = settlements.count
    guard sheet.head.count - 1 == count, sheet.rows.count == count else {
      desk.report(
        .matrix,
        at: sheet.start,
        "the matrix has \(sheet.rows.count) rows and \(sheet.head.count - 1) columns of times",
        key: sheet.name,
        expected: "\(count) of each, one for every settlement"
      )
      return nil
    }
    let ids = ["id"] + sheet.head.dropFirst().map(\.bare)
    let columns = Set(ids).sorted().map { TableColumn.required($0, zh: "") }
    // The corner may bear any name.
    let corner = TableSheet.Cell(text: "id", span: sheet.start)
    let named = TableSheet(
      name: sheet.name,
      head: [corner] + sheet.head.dropFirst(),
      rows: sheet.rows,
      isGeoJSON: false
    )
    guard let table = TableReader(named, columns: columns, on: desk),
      let places = places(of: named, table, settlements)
    else { return nil }
    var minutes = [Double](repeating: 0, count: count * count)
    var rowIDs = TableIDs()
    var rows: [Int: Int] = [:]
    for row in named.rows.indices where desk.errorCount < errors + DiagnosticList.shown {
      guard rowIDs.take("id", row, from: table) != nil,
        let from = settlements.ids.row(of: "id", row, from: table, called: "settlement")
      else { continue }
      rows[from] = row
      for (place, to) in places.enumerated() {
        let column = named.head[place + 1].bare
        let value = table.number(column, row, 0...TravelTimes.longestMinutes)
        guard let value else { continue }
        minutes[from * count + to] = value
      }
    }
    guard desk.errorCount == errors else { return nil }
    check(minutes, rows, places, named, table)
    return desk.errorCount == errors ? minutes : nil
  }

  /// The settlement of each column of times.
  private static func places(
    of sheet: TableSheet,
    _ table: TableReader,
    _ settlements: TableSettlements
  ) -> [Int]? {
    var places: [Int] = []
    for cell in sheet.head.dropFirst() {
      guard let place = settlements.ids[TableSheet.unescaped(cell.bare)] else {
        table.desk.report(
          .unknownReference,
          at: cell.span,
          "there is no settlement \(Visible.quoted(cell.bare))",
          key: sheet.name,
          expected: "the ids of the settlements",
          help: Suggestions.didYouMean(cell.bare, among: settlements.ids.all)
        )
        return nil
      }
      places.append(place)
    }
    return places
  }

  private static func check(
    _ minutes: [Double],
    _ rows: [Int: Int],
    _ places: [Int],
    _ sheet: TableSheet,
    _ table: TableReader
  ) {
    let count = places.count
    let errors = table.desk.errorCount
    for (place, to) in places.enumerated() {
      for from in 0..<count where table.desk.errorCount < errors + 5 {
        guard let row = rows[from] else { continue }
        let (there, back) = (minutes[from * count + to], minutes[to * count + from])
        let cell = sheet.rows[row][place + 1]
        let column = sheet.head[place + 1].bare
        if from == to, there != 0 {
          table.report(
            .matrix,
            cell,
            column,
            "the time from a settlement to itself is \(there)",
            "0",
            help: "times inside a settlement follow from its radius"
          )
        } else if from < to, abs(there - back) > tolerance {
          table.report(
            .matrix,
            cell,
            column,
            "the way there takes \(there) min and the way back \(back) min",
            "a symmetric matrix: the same both ways, within a second"
          )
        } else if from < to, there == 0 {
          table.report(.matrix, cell, column, "two settlements are 0 min apart", "above 0")
        }
      }
    }
  }
}
