internal import Geography

/// Reads ambulance stations.
struct StationSheet {
  private static let columns: [TableColumn] = [
    .required("id", zh: "编号", aliases: ["code"]),
    .required("name", zh: "名称"),
    .optional("nameEn", zh: "英文名称"),
    .required("settlement", zh: "所在村居", aliases: ["village", "facility"]),
    .required("standing", zh: "现状或候选", aliases: ["status", "state"]),
    .asOf,
  ]
  private static let standings: [(name: String, zh: [String])] = [
    ("existing", ["现有", "已建"]), ("candidate", ["候选", "拟建"]),
  ]

  /// The stations of a sheet, or nothing when some row is wrong.
  static func read(
    _ sheet: TableSheet,
    settlements: TableSettlements,
    settings: [Setting],
    on desk: Desk
  ) -> [AmbulanceStation]? {
    let errors = desk.errorCount
    guard let table = TableReader(sheet, columns: columns, on: desk) else { return nil }
    var ids = TableIDs()
    var found: [AmbulanceStation] = []
    for row in sheet.rows.indices where desk.errorCount < errors + DiagnosticList.shown {
      table.checkDay(row)
      let id = ids.take("id", row, from: table)
      let name = table.text("name", row)
      let nameEn = table.has("nameEn") ? table.text("nameEn", row) : name
      let home = settlements.ids.row(of: "settlement", row, from: table, called: "settlement")
      let standing = table.word("standing", row, among: standings)
      guard let id, let name, let nameEn, let home, let standing else { continue }
      found.append(
        AmbulanceStation(
          id: id,
          name: name,
          nameEn: nameEn,
          settlement: home,
          setting: settings[home],
          standing: standing == 0 ? .existing : .candidate
        )
      )
    }
    guard desk.errorCount == errors else { return nil }
    guard found.contains(where: { !$0.isCandidate }) else {
      desk.report(
        .wrongCount,
        at: table.head("standing"),
        "no station is open today",
        key: table.path("standing"),
        expected: "at least 1 row of standing `existing`; the first is the one at the hospital"
      )
      return nil
    }
    return found
  }
}
