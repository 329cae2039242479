internal import CountyModel
internal import Geography

/// Reads physicians (`staff`) and beds of single facilities.
struct CapacitySheets {
  /// What a facility is known by, in the order of the tables.
  struct Place {
    let id: String
    let kind: FacilityKind
  }

  private static let mostPhysicians = 5000.0
  private static let mostBeds = 20_000
  /// The word for all specialties together, where a facility has one clinic for everybody.
  static let allSpecialties = "all"

  /// Physicians on duty per session, by facility and specialty.
  static func staff(
    _ sheet: TableSheet,
    _ places: [Place],
    on desk: Desk
  ) -> [String: [Double]]? {
    let columns: [TableColumn] = [
      .required("facility", zh: "机构"),
      .required("specialty", zh: "专科"),
      .required("physicians", zh: "出诊医生", aliases: ["doctors", "staff"]),
      .asOf,
    ]
    let specialties = FacilityCapacityTable.specialties
    return read(sheet, columns, places, part: "specialty", on: desk) { row, table, kind in
      let count = FacilityCapacityTable.clinics(of: kind)
      let words = count == 1 ? [allSpecialties] : count == 0 ? [] : specialties
      guard let cell = table.cell("specialty", row), !words.isEmpty else { return nil }
      let place = table.word("specialty", row, among: words.map { ($0, []) })
      let value = table.number("physicians", row, 0...mostPhysicians)
      guard let place, let value else { return nil }
      if count == 1, value == 0 { warnOfNobody(row, table) }
      return Entry(length: count, place: place, value: value, cell: cell)
    }
  }

  /// A hospital need not see every specialty; a clinic without its one doctor sees nobody.
  private static func warnOfNobody(_ row: Int, _ table: TableReader) {
    guard let cell = table.cell("physicians", row) else { return }
    table.report(
      .nobodyWorks,
      cell,
      "physicians",
      "nobody works there: no patient can choose it",
      "1 or more physicians on duty where a clinic is open",
      help: "leave the facility out of the facilities table if it is closed"
    )
  }

  /// Beds, by facility and kind of ward.
  static func beds(_ sheet: TableSheet, _ places: [Place], on desk: Desk) -> [String: [Int]]? {
    let columns: [TableColumn] = [
      .required("facility", zh: "机构"),
      .required("ward", zh: "病区"),
      .required("beds", zh: "床位", aliases: ["bed"]),
      .asOf,
    ]
    let wards = FacilityCapacityTable.wards
    let found = read(sheet, columns, places, part: "ward", on: desk) { row, table, kind in
      guard FacilityCapacityTable.hasBeds(kind), let cell = table.cell("ward", row) else {
        return nil
      }
      let place = table.word("ward", row, among: wards.map { ($0, []) })
      let value = table.whole("beds", row, 0...mostBeds)
      guard let place, let value else { return nil }
      return Entry(length: wards.count, place: place, value: Double(value), cell: cell)
    }
    return found?.mapValues { $0.map { Int($0) } }
  }

  /// One number of a facility.
  private struct Entry {
    let length: Int
    let place: Int
    let value: Double
    let cell: TableSheet.Cell
  }

  private static func read(
    _ sheet: TableSheet,
    _ columns: [TableColumn],
    _ places: [Place],
    part: String,
    on desk: Desk,
    _ entry: (Int, TableReader, FacilityKind) -> Entry?
  ) -> [String: [Double]]? {
    let errors = desk.errorCount
    guard let table = TableReader(sheet, columns: columns, on: desk) else { return nil }
    let ids = TableIDs(places.map(\.id))
    var found: [String: [Double]] = [:]
    var lines: [String: Int] = [:]
    for row in sheet.rows.indices where desk.errorCount < errors + DiagnosticList.shown {
      table.checkDay(row)
      let place = ids.row(of: "facility", row, from: table, called: "facility")
      guard let place, let cell = table.cell("facility", row) else { continue }
      let facility = places[place]
      let before = desk.errorCount
      guard let one = entry(row, table, facility.kind) else {
        if desk.errorCount == before {
          table.report(
            .outOfRange,
            cell,
            "facility",
            "a \(facility.kind) has none",
            "a facility that has \(part)s"
          )
        }
        continue
      }
      let key = "\(facility.id)\u{0}\(one.place)"
      if let line = lines[key] {
        table.report(
          .duplicateID,
          one.cell,
          part,
          "the \(part) is in lines \(line) and \(one.cell.span.start.line)",
          help: "keep one of the two"
        )
        continue
      }
      lines[key] = one.cell.span.start.line
      var values = found[facility.id] ?? Array(repeating: 0, count: one.length)
      values[one.place] = one.value
      found[facility.id] = values
    }
    return desk.errorCount == errors ? found : nil
  }
}
