public import CountyModel
public import Geography

/// A county as plain tables that a planner can edit and a county file can name.
public struct CountyTableFiles: Sendable {
  /// A file of the folder.
  public struct File: Sendable {
    /// Name in the folder.
    public let name: String
    /// Rows without the head; 0 for files that are no tables.
    public let rows: Int
    /// Content, UTF-8.
    public let text: String
  }

  /// All files, tables first.
  public let files: [File]

  /// Which travel times are written out beside the roads they follow from.
  public enum TravelFiles: Sendable {
    /// None: they follow from the roads.
    case none
    /// A square matrix for every mode.
    case matrices
  }

  /// The files of a county.
  ///
  /// - Parameters:
  ///   - map: The county as it is laid out.
  ///   - inputs: The county as the model reads it, for physicians and beds.
  ///   - origin: Place on the globe of kilometre 0; without one the GeoJSON lies around latitude 0,
  ///     longitude 0, as a made-up county lies nowhere.
  ///   - travel: Whether travel times are written out.
  public init(
    of map: CountyMap,
    _ inputs: CountyInputs,
    origin: GlobePosition?,
    travel: TravelFiles
  ) {
    let modes = travel == .matrices ? TravelMode.allCases : []
    var files = [
      SettlementFiles.csv(of: map), FacilityFiles.csv(of: map), Self.stations(of: map),
      Self.roads(of: map), CapacityFiles.staff(of: map, inputs),
      CapacityFiles.beds(of: map, inputs),
    ]
    files += modes.map { Self.matrix(of: map, $0) }
    let plane = LocalPlane(origin: origin ?? GlobePosition(latitude: 0, longitude: 0))
    files += [SettlementFiles.geoJSON(of: map, plane), FacilityFiles.geoJSON(of: map, plane)]
    files.append(Self.section(origin: origin, modes: modes))
    files.append(File(name: "README.md", rows: 0, text: WebAsset.tables.text))
    self.files = files
  }

  private static func stations(of map: CountyMap) -> File {
    let all = map.stations + map.candidateStations
    return File(name: "stations.csv", rows: all.count, text: stations(all, of: map))
  }

  /// `stations.csv` of some stations in a county.
  public static func stations(_ stations: [AmbulanceStation], of map: CountyMap) -> String {
    var table = CSVText(columns: ["id", "name", "nameEn", "settlement", "standing"])
    for station in stations {
      table.add([
        .word(station.id), .word(station.name), .word(station.nameEn),
        .word(map.settlements[station.settlement].id), .word("\(station.standing)"),
      ])
    }
    return table.text
  }

  private static func roads(of map: CountyMap) -> File {
    var table = CSVText(columns: ["from", "to", "class", "kilometres"])
    for road in map.roads {
      table.add([
        .word(map.settlements[road.a].id), .word(map.settlements[road.b].id),
        .word("\(road.roadClass)"), .exact(road.kilometres),
      ])
    }
    return File(name: "roads.csv", rows: map.roads.count, text: table.text)
  }

  private static func matrix(of map: CountyMap, _ mode: TravelMode) -> File {
    var table = CSVText(columns: ["id"] + map.settlements.map(\.id))
    for from in map.settlements.indices {
      let minutes = map.settlements.indices.map { to in
        CSVText.Cell.exact(from == to ? 0 : map.travel.minutes(from: from, to: to, by: mode))
      }
      table.add([.word(map.settlements[from].id)] + minutes)
    }
    return File(name: "travel-\(mode).csv", rows: map.settlements.count, text: table.text)
  }

  /// The section that a county file includes to be made of these tables.
  private static func section(origin: GlobePosition?, modes: [TravelMode]) -> File {
    var lines = [
      "# 在县文件中写 include: {tables: tables.yaml}，即以下列表格取代自动生成的部分。",
      "# Write include: {tables: tables.yaml} in a county file to read these tables.",
      "schema: countyflow/section/1",
      "tables:",
      "  provenance: {standing: assumed, source: \"laid out by the generator; replace by your own\"}",
    ]
    if let origin {
      let (latitude, longitude) = (
        ExactText.text(of: origin.latitude), ExactText.text(of: origin.longitude)
      )
      lines.append("  origin: {latitude: \(latitude), longitude: \(longitude)}")
    }
    lines += ["settlements", "facilities", "stations", "roads", "staff", "beds"].map {
      "  \($0): \($0).csv"
    }
    if !modes.isEmpty {
      lines.append("  travelTimes:")
      lines += modes.map { "    \($0): travel-\($0).csv" }
    }
    return File(name: "tables.yaml", rows: 0, text: lines.joined(separator: "\n") + "\n")
  }
}
