internal import CountyModel
internal import Geography

/// Reads the section `tables` of a county file and the tables it names.
///
/// A table takes the place of what would be generated; what is not given is generated around it.
struct TablesReader {
  private let library: Library
  private let facts: CountyFacts?
  private var desk: Desk { library.desk }

  /// Name of the section.
  static let section = "tables"

  /// A reader of tables around the facts of a county; without facts, which could not be read, only
  /// the form of the tables is checked.
  init(_ library: Library, facts: CountyFacts?) {
    self.library = library
    self.facts = facts
  }

  /// The tables of a section.
  func read(_ section: CountySections.Section?) -> CountyTables {
    guard let section else { return .none }
    let top = MappingReader(desk, section.node, path: Self.section, places: .county)
    guard var keys = top.mapping(section.node, path: Self.section) else { return .none }
    _ = keys.note()
    let origin = Origin.of(&keys).or(section.origin)
    let frame = TableFrame(&keys)
    var tables = CountyTables()
    tables.origin = frame.origin
    let sheets = sheets(&keys, &tables)
    let matrices = matrices(&keys, &tables)
    keys.finish()
    if case .stated(let provenance) = origin {
      tables.sources = tables.values.map { value in
        FigureSource(
          path: value.path,
          value: value.text,
          standing: provenance.standing,
          id: provenance.id,
          source: provenance.source
        )
      }
    }
    guard desk.errorCount == 0, let facts else { return tables }
    fill(&tables, from: sheets, matrices, frame, facts)
    return tables
  }

  // MARK: Files

  /// The tables that may be named, with the most rows each may have.
  private static let names: [(key: String, zh: String, mostRows: Int)] = [
    ("settlements", "村居", mostSettlements),
    ("facilities", "机构", 60_000),
    ("stations", "急救站", mostSettlements),
    ("roads", "道路", 20 * mostSettlements),
    ("staff", "出诊医生", 500_000),
    ("beds", "床位", 500_000),
  ]
  private static let mostSettlements = 5000

  private func sheets(
    _ keys: inout MappingReader,
    _ tables: inout CountyTables
  ) -> [String: TableSheet] {
    var sheets: [String: TableSheet] = [:]
    for (key, zh, mostRows) in Self.names {
      guard let entry = keys.optional(key, zh: zh) else { continue }
      sheets[key] = sheet(entry, named: key, in: keys, atMost: mostRows, &tables)
    }
    return sheets
  }

  private func matrices(
    _ keys: inout MappingReader,
    _ tables: inout CountyTables
  ) -> [(mode: TravelMode, sheet: TableSheet)] {
    guard var modes = keys.mapping(keys.optional("travelTimes", zh: "路程时间")) else { return [] }
    var matrices: [(TravelMode, TableSheet)] = []
    for mode in TravelMode.allCases {
      guard let entry = modes.optional("\(mode)") else { continue }
      let most = Self.mostSettlements
      let sheet = sheet(entry, named: "travelTimes.\(mode)", in: modes, atMost: most, &tables)
      if let sheet { matrices.append((mode, sheet)) }
    }
    modes.finish()
    return matrices
  }

  private func sheet(
    _ entry: Entry,
    named name: String,
    in keys: MappingReader,
    atMost mostRows: Int,
    _ tables: inout CountyTables
  ) -> TableSheet? {
    let path = keys.path(of: entry.key)
    guard let reference = keys.text(entry) else { return nil }
    tables.values.append((path, reference))
    guard reference.hasSuffix(".geojson") || reference.hasSuffix(".json") else {
      return library.table(reference, at: entry.value, key: path).flatMap {
        CSVSheet.read($0, named: name, atMost: mostRows, on: desk)
      }
    }
    guard ["settlements", "facilities"].contains(name) else {
      desk.report(
        .conflict,
        at: desk[entry.value].span,
        "\(name) cannot be read from GeoJSON",
        key: path,
        expected: "a CSV file"
      )
      return nil
    }
    let document = library.open(reference, at: entry.value, key: path, reach: .ownFolder)
    return document?.root.flatMap { GeoJSONSheet.read($0, named: name, on: desk) }
  }

  // MARK: Content

  private func fill(
    _ tables: inout CountyTables,
    from sheets: [String: TableSheet],
    _ matrices: [(mode: TravelMode, sheet: TableSheet)],
    _ frame: TableFrame,
    _ facts: CountyFacts
  ) {
    if let sheet = sheets["settlements"] {
      tables.parts.settlements = SettlementSheet.read(sheet, frame, towns: facts.towns, on: desk)
    }
    guard desk.errorCount == 0 else { return }
    let map = tables.parts.settlements == nil ? try? SyntheticCounty.generate(from: facts) : nil
    // A layout that cannot be is told where it is described.
    let known = tables.parts.settlements.map(TableSettlements.init)
    guard let settlements = known ?? map.map({ TableSettlements($0.settlements) }) else { return }
    let settings =
      tables.parts.settlements?.map(\.setting) ?? map?.settlements.map(\.setting) ?? []
    if let sheet = sheets["roads"] {
      tables.parts.roads = RoadSheet.read(sheet, settlements: settlements, on: desk)
      if let roads = tables.parts.roads, matrices.count < TravelMode.allCases.count {
        RoadSheet.checkJoined(roads, ids: settlements.ids.all, sheet, on: desk)
      }
    }
    for (mode, sheet) in matrices {
      let minutes = TravelMatrix.read(sheet, settlements: settlements, on: desk)
      if let minutes { tables.parts.minutes[mode] = minutes }
    }
    if let sheet = sheets["facilities"] {
      tables.parts.facilities = FacilitySheet.read(
        sheet,
        frame,
        settlements: settlements,
        on: desk
      )
    }
    if let sheet = sheets["stations"] {
      tables.parts.stations = StationSheet.read(
        sheet,
        settlements: settlements,
        settings: settings,
        on: desk
      )
    }
    fillCapacities(&tables, from: sheets, facts)
  }

  /// Staff and beds refer to facilities, which may be generated around everything else.
  private func fillCapacities(
    _ tables: inout CountyTables,
    from sheets: [String: TableSheet],
    _ facts: CountyFacts
  ) {
    guard sheets["staff"] != nil || sheets["beds"] != nil, desk.errorCount == 0,
      let map = try? SyntheticCounty.generate(from: facts, around: tables.parts)
    else { return }
    let places = map.facilities.map { CapacitySheets.Place(id: $0.id, kind: $0.kind) }
    if let sheet = sheets["staff"] {
      tables.capacities.physicians = CapacitySheets.staff(sheet, places, on: desk) ?? [:]
    }
    if let sheet = sheets["beds"] {
      tables.capacities.beds = CapacitySheets.beds(sheet, places, on: desk) ?? [:]
    }
  }
}
