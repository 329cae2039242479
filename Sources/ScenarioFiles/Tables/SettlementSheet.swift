internal import Geography

/// Reads settlements.
struct SettlementSheet {
  private static let settings: [(name: String, zh: [String])] = [
    ("urban", ["城镇", "城市", "社区"]), ("rural", ["农村", "乡村", "村"]),
  ]
  private static let truth: [(name: String, zh: [String])] = [("yes", ["是"]), ("no", ["否", ""])]
  private static let columns: [TableColumn] =
    [
      .required("id", zh: "编号", aliases: ["code"]),
      .required("name", zh: "名称"),
      .optional("nameEn", zh: "英文名称"),
      .required("town", zh: "乡镇"),
      .optional("centre", zh: "驻地", aliases: ["center"]),
      .required("setting", zh: "城乡", aliases: ["urban", "rural"]),
      .required("residents", zh: "人口", aliases: ["population", "pop", "people"]),
      .optional("radius", zh: "建成区半径"),
      .asOf,
    ] + TablePlace.columns

  /// Most people of one settlement.
  private static let mostResidents = 10_000_000

  /// The settlements of a sheet in the order of the map, or nothing when some row is wrong.
  static func read(
    _ sheet: TableSheet,
    _ frame: TableFrame,
    towns: [TownFacts],
    on desk: Desk
  ) -> [KnownSettlement]? {
    let errors = desk.errorCount
    let ageColumns = AgeColumns.columns(of: sheet)
    guard let table = TableReader(sheet, columns: columns + ageColumns, on: desk),
      let place = TablePlace(table, frame, need: .required)
    else { return nil }
    let ages = AgeColumns(table)
    guard desk.errorCount == errors else { return nil }
    var ids = TableIDs()
    var found: [KnownSettlement] = []
    var centres: [Int: Centre] = [:]
    for row in sheet.rows.indices where desk.errorCount < errors + DiagnosticList.shown {
      guard let one = settlement(row, table, place, ages, towns, &ids) else { continue }
      checkCentre(one, row, table, towns, &centres)
      found.append(one)
    }
    checkPeople(found, table)
    checkTowns(found, towns, table)
    return desk.errorCount == errors ? KnownSettlement.inTownOrder(found) : nil
  }

  private static func settlement(
    _ row: Int,
    _ table: TableReader,
    _ place: TablePlace,
    _ ages: AgeColumns?,
    _ towns: [TownFacts],
    _ ids: inout TableIDs
  ) -> KnownSettlement? {
    table.checkDay(row)
    let id = ids.take("id", row, from: table)
    let name = table.text("name", row)
    let nameEn = table.has("nameEn") ? table.text("nameEn", row) : name
    let town = town(row, table, towns)
    let setting = table.word("setting", row, among: settings)
    let isCentre = table.has("centre") ? table.word("centre", row, among: truth) == 0 : false
    let residents = table.whole("residents", row, 0...mostResidents)
    let point = place.point(row)
    let radius = table.has("radius") ? table.number("radius", row, 0...100) : nil
    guard let id, let name, let nameEn, let town, let setting, let residents, let point else {
      return nil
    }
    let people = ages?.residents(row, of: residents)
    guard ages == nil || people != nil, !table.has("radius") || radius != nil else { return nil }
    return KnownSettlement(
      id: id,
      name: name,
      nameEn: nameEn,
      town: town,
      role: isCentre ? .centre : .outlying,
      position: point,
      residents: residents,
      setting: setting == 0 ? .urban : .rural,
      residentsByAge: people,
      radius: radius
    )
  }

  /// The settlement that is the centre of its town, and the line that says so.
  private struct Centre {
    let id: String
    let line: Int
  }

  /// Reports a second centre of a town.
  private static func checkCentre(
    _ settlement: KnownSettlement,
    _ row: Int,
    _ table: TableReader,
    _ towns: [TownFacts],
    _ centres: inout [Int: Centre]
  ) {
    guard settlement.role == .centre, let cell = table.cell("centre", row) else { return }
    guard let first = centres[settlement.town] else {
      centres[settlement.town] = Centre(id: settlement.id, line: cell.span.start.line)
      return
    }
    table.report(
      .conflict,
      cell,
      "centre",
      "the town \(Visible.quoted(towns[settlement.town].name)) has its centre in "
        + "\(Visible.quoted(first.id)), line \(first.line)",
      "`yes` once for every town",
      help: "write `no` for one of the two"
    )
  }

  /// The town of a row, by its id `T01`, its Chinese or its English name.
  private static func town(_ row: Int, _ table: TableReader, _ towns: [TownFacts]) -> Int? {
    guard let cell = table.cell("town", row) else { return nil }
    let text = TableSheet.unescaped(cell.bare)
    let ids = towns.indices.map { SyntheticCounty.townID($0) }
    let found = towns.indices.first {
      ids[$0] == text || towns[$0].name == text || towns[$0].nameEn == text
    }
    if let found { return found }
    let names = towns.flatMap { [$0.name, $0.nameEn] }
    table.report(
      .unknownReference,
      cell,
      "town",
      "there is no town \(Visible.quoted(text))",
      "a town of the county file, by name or by number: "
        + Suggestions.list(towns.indices.map { "\(ids[$0]) \(towns[$0].name)" }),
      help: Suggestions.didYouMean(text, among: names + ids)
    )
    return nil
  }

  private static func checkPeople(_ found: [KnownSettlement], _ table: TableReader) {
    guard !found.isEmpty, found.allSatisfy({ $0.residents == 0 }) else { return }
    table.desk.report(
      .outOfRange,
      at: table.head("residents"),
      "nobody lives in any settlement",
      key: table.path("residents"),
      expected: "1 or more residents in at least one of them"
    )
  }

  private static func checkTowns(
    _ found: [KnownSettlement],
    _ towns: [TownFacts],
    _ table: TableReader
  ) {
    guard found.count == table.sheet.rows.count else { return }
    for town in towns.indices where !found.contains(where: { $0.town == town }) {
      table.desk.report(
        .wrongCount,
        at: table.head("town"),
        "the town \(Visible.quoted(towns[town].name)) has no settlement",
        key: table.path("town"),
        expected: "at least 1 for every town of the county file"
      )
    }
  }
}
