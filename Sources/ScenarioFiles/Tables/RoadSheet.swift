internal import Geography

/// Reads roads between settlements.
struct RoadSheet {
  private static let columns: [TableColumn] = [
    .required("from", zh: "起点"),
    .required("to", zh: "终点"),
    .required("class", zh: "等级", aliases: ["roadClass", "kind", "type"]),
    .required("kilometres", zh: "公里", aliases: ["km", "length", "kilometers"]),
    .asOf,
  ]
  private static let classes: [(name: String, zh: [String])] = RoadClass.allCases.map { road in
    let zh =
      switch road {
      case .urbanStreet: "城市道路"
      case .countyRoad: "县道"
      case .villageRoad: "村道"
      case .mountainRoad: "山路"
      }
    return ("\(road)", [zh])
  }

  /// The roads of a sheet, or nothing when some row is wrong.
  static func read(
    _ sheet: TableSheet,
    settlements: TableSettlements,
    on desk: Desk
  ) -> [Road]? {
    let errors = desk.errorCount
    guard let table = TableReader(sheet, columns: columns, on: desk) else { return nil }
    var roads: [Road] = []
    var seen: [Ends: (line: Int, kilometres: Double)] = [:]
    for row in sheet.rows.indices where desk.errorCount < errors + DiagnosticList.shown {
      table.checkDay(row)
      let a = settlements.ids.row(of: "from", row, from: table, called: "settlement")
      let b = settlements.ids.row(of: "to", row, from: table, called: "settlement")
      let place = table.word("class", row, among: classes)
      let kilometres = table.number("kilometres", row, 0...1000)
      guard let a, let b, let place, let kilometres, let cell = table.cell("from", row) else {
        continue
      }
      guard isNew(a, b, kilometres, cell, table, &seen) else { continue }
      checkLength(row, kilometres, settlements.distance(from: a, to: b), table)
      roads.append(
        Road(a: a, b: b, roadClass: RoadClass.allCases[place], kilometres: kilometres)
      )
    }
    return desk.errorCount == errors ? roads : nil
  }

  /// The two ends of a road, whichever is named first.
  private struct Ends: Hashable {
    let low: Int
    let high: Int
  }

  private static func isNew(
    _ a: Int,
    _ b: Int,
    _ kilometres: Double,
    _ cell: TableSheet.Cell,
    _ table: TableReader,
    _ seen: inout [Ends: (line: Int, kilometres: Double)]
  ) -> Bool {
    guard a != b else {
      table.report(
        .idleRoad,
        cell,
        "from",
        "a road from \(Visible.quoted(cell.bare)) to itself; it is left out"
      )
      return false
    }
    let ends = Ends(low: min(a, b), high: max(a, b))
    guard let first = seen[ends] else {
      seen[ends] = (cell.span.start.line, kilometres)
      return true
    }
    if first.kilometres == kilometres {
      table.report(
        .idleRoad,
        cell,
        "from",
        "the road is in lines \(first.line) and \(cell.span.start.line); it is read once",
        help: "roads are open in both directions"
      )
    } else {
      table.report(
        .duplicateID,
        cell,
        "from",
        "the road has \(first.kilometres) km in line \(first.line) and \(kilometres) km here",
        help: "keep one of the two"
      )
    }
    return false
  }

  /// Straight lines that a road is held against: nearer settlements may touch, and a place farther
  /// away than any county reaches has been pointed out already.
  private static let comparable = 1.0...1500.0
  /// Least part of the straight line that a road may have; places of settlements are only roughly
  /// known, and a road shorter than this is in another unit.
  private static let leastPart = 0.1

  /// Reports a road without length, and one much shorter than the straight line.
  private static func checkLength(
    _ row: Int,
    _ kilometres: Double,
    _ straight: Double,
    _ table: TableReader
  ) {
    guard let cell = table.cell("kilometres", row) else { return }
    guard kilometres > 0 else {
      table.report(
        .outOfRange,
        cell,
        "kilometres",
        "the road is 0 km long",
        "above 0 km",
        help: "settlements that touch are still apart: give the way from middle to middle"
      )
      return
    }
    guard comparable.contains(straight), kilometres < leastPart * straight else { return }
    let shown = (straight * 10).rounded() / 10
    table.report(
      .outOfRange,
      cell,
      "kilometres",
      "the road is \(kilometres) km long and the settlements are \(shown) km apart",
      "the length of the road in kilometres, not below the straight line",
      help: "is the length in another unit, or one of the settlements misplaced?"
    )
  }

  /// Whether the roads join all settlements.
  static func checkJoined(_ roads: [Road], ids: [String], _ sheet: TableSheet, on desk: Desk) {
    let islands = RoadIslands.of(roads, settlementCount: ids.count)
    guard islands.count > 1 else { return }
    let parts = islands.prefix(4).map { island in
      let names = island.prefix(3).map { Visible.text(ids[$0]) }.joined(separator: ", ")
      return "\(island.count) settlements (\(names)\(island.count > 3 ? ", …" : ""))"
    }
    let rest = islands.count > 4 ? " and \(islands.count - 4) more parts" : ""
    desk.report(
      .disconnected,
      at: sheet.start,
      "the roads fall into \(islands.count) parts: \(parts.joined(separator: "; "))\(rest)",
      key: "roads",
      expected: "a way by road from every settlement to every other",
      help: "add the roads or ferries that join the parts"
    )
  }
}
