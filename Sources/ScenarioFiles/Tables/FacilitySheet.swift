internal import Geography

/// Reads facilities.
struct FacilitySheet {
  private static let columns: [TableColumn] =
    [
      .required("id", zh: "编号", aliases: ["code"]),
      .required("name", zh: "名称"),
      .optional("nameEn", zh: "英文名称"),
      .required("kind", zh: "类型", aliases: ["type", "tier"]),
      .optional("settlement", zh: "所在村居", aliases: ["village"]),
      .optional("onwardMinutes", zh: "县外车程分钟"),
      .optional("onwardKilometres", zh: "县外里程公里"),
      .asOf,
    ] + TablePlace.columns

  /// Kinds of facility as tables call them.
  static let kinds: [(name: String, zh: [String])] = FacilityKind.allCases.map { kind in
    let zh =
      switch kind {
      case .villageClinic: ["村卫生室"]
      case .communityStation: ["社区卫生服务站"]
      case .privateClinic: ["诊所"]
      case .townshipCentre: ["乡镇卫生院", "卫生院"]
      case .townshipBranch: ["卫生院分院", "分院"]
      case .communityCentre: ["社区卫生服务中心"]
      case .countyGeneral: ["县级综合医院", "县人民医院"]
      case .countyTCM: ["县级中医院", "县中医院"]
      case .countyMCH: ["县级妇幼保健院", "妇幼保健院"]
      case .cityHospital: ["市级医院"]
      case .outOfCity: ["市外医院"]
      }
    return ("\(kind)", zh)
  }

  /// The facilities of a sheet, or nothing when some row is wrong.
  static func read(
    _ sheet: TableSheet,
    _ frame: TableFrame,
    settlements: TableSettlements,
    on desk: Desk
  ) -> [KnownFacility]? {
    let errors = desk.errorCount
    guard let table = TableReader(sheet, columns: columns, on: desk) else { return nil }
    let place = table.has("settlement") ? nil : TablePlace(table, frame, need: .required)
    guard table.has("settlement") || place != nil else { return nil }
    var ids = TableIDs()
    var found: [KnownFacility] = []
    for row in sheet.rows.indices where desk.errorCount < errors + DiagnosticList.shown {
      if let one = facility(row, table, place, settlements, &ids) { found.append(one) }
    }
    checkHospital(found, table)
    return desk.errorCount == errors ? found : nil
  }

  private static func facility(
    _ row: Int,
    _ table: TableReader,
    _ place: TablePlace?,
    _ settlements: TableSettlements,
    _ ids: inout TableIDs
  ) -> KnownFacility? {
    table.checkDay(row)
    let id = ids.take("id", row, from: table)
    let name = table.text("name", row)
    let nameEn = table.has("nameEn") ? table.text("nameEn", row) : name
    let kind = table.word("kind", row, among: kinds).map { FacilityKind.allCases[$0] }
    let home =
      place.map { $0.point(row).flatMap(settlements.nearest) }
      ?? settlements.ids.row(of: "settlement", row, from: table, called: "settlement")
    guard let kind else { return nil }
    let minutes = onward("onwardMinutes", row, table, kind)
    let kilometres = onward("onwardKilometres", row, table, kind)
    guard let id, let name, let nameEn, let home, let minutes, let kilometres else { return nil }
    return KnownFacility(
      id: id,
      name: name,
      nameEn: nameEn,
      kind: kind,
      settlement: home,
      onwardMinutes: minutes,
      onwardKilometres: kilometres
    )
  }

  /// The way on from the county to a hospital outside it; zero inside.
  private static func onward(
    _ column: String,
    _ row: Int,
    _ table: TableReader,
    _ kind: FacilityKind
  ) -> Double? {
    guard !kind.countsInCounty else { return noWayOn(column, row, table, kind) }
    guard table.has(column) else {
      table.desk.report(
        .missingColumn,
        at: table.sheet.start,
        "the column `\(column)` is missing, and a hospital outside the county needs it",
        key: table.path(column),
        expected: "the way on from the settlement named in `settlement`"
      )
      return nil
    }
    return table.number(column, row, 0.001...5000)
  }

  /// Nothing leads on from a facility inside the county: the cell is empty or 0.
  private static func noWayOn(
    _ column: String,
    _ row: Int,
    _ table: TableReader,
    _ kind: FacilityKind
  ) -> Double? {
    guard let cell = table.cell(column, row), !cell.bare.isEmpty else { return 0 }
    guard let value = table.number(column, row, 0...5000) else { return nil }
    guard value > 0 else { return 0 }
    table.report(
      .conflict,
      cell,
      column,
      "a `\(kind)` stands inside the county, and \(Visible.quoted(cell.bare)) leads out of it",
      "nothing, or 0",
      help: "only `cityHospital` and `outOfCity` have a way on from their settlement"
    )
    return nil
  }

  private static func checkHospital(_ found: [KnownFacility], _ table: TableReader) {
    guard found.count == table.sheet.rows.count,
      !found.contains(where: { $0.kind == .countyGeneral })
    else { return }
    table.desk.report(
      .wrongCount,
      at: table.head("kind"),
      "there is no general hospital",
      key: table.path("kind"),
      expected: "at least 1 row of kind `countyGeneral`"
    )
  }
}
