internal import Geography

/// What `tables` says about coordinates in degrees: their origin and their system.
struct TableFrame {
  /// The place that is kilometre 0 of the county, where it is stated.
  let origin: GlobePosition?
  private let system: System?
  private let node: NodeID
  private let desk: Desk

  /// Systems of coordinates in use in China.
  ///
  /// WGS-84 and CGCS2000 differ by centimetres. GCJ-02, in which Chinese web maps are published, is
  /// shifted by 300 to 500 m, much the same all over a county.
  private enum System: String, CaseIterable {
    case wgs84 = "WGS-84"
    case cgcs2000 = "CGCS2000"
    case gcj02 = "GCJ-02"
  }

  /// Reads `origin` and `coordinates` of the mapping `tables`.
  init(_ keys: inout MappingReader) {
    desk = keys.desk
    node = keys.node
    let words = System.allCases.map(\.rawValue)
    let entry = keys.optional("coordinates", zh: "坐标系")
    system = keys.word(entry, among: words).map { System.allCases[$0] }
    guard var place = keys.mapping(keys.optional("origin", zh: "原点")) else {
      origin = nil
      return
    }
    let latitude = Self.degrees("latitude", zh: "纬度", limit: 89, &place)
    let longitude = Self.degrees("longitude", zh: "经度", limit: 180, &place)
    place.finish()
    guard let latitude, let longitude else {
      origin = nil
      return
    }
    origin = GlobePosition(latitude: latitude, longitude: longitude)
  }

  private static func degrees(
    _ name: String,
    zh: String,
    limit: Double,
    _ keys: inout MappingReader
  ) -> Double? {
    let entry = keys.required(name, zh: zh, expected: "degrees, -\(limit) to \(limit)")
    let value = keys.read(entry, expected: "degrees", by: NumberGrammar.number)
    guard let entry, let value else { return nil }
    guard abs(value) <= limit else {
      keys.desk.report(
        .noSuchPlace,
        at: keys.desk[entry.value].span,
        "there is no \(name) \(value)",
        key: keys.path(of: name),
        expected: "-\(limit) to \(limit) degrees",
        help: "are latitude and longitude swapped?"
      )
      return nil
    }
    return value
  }

  /// Checks that the degrees of a table can be placed; warns when their system is unnamed or two
  /// systems meet.
  func checkDegrees(of table: TableReader) -> Bool {
    let span = table.head("latitude")
    if origin == nil {
      desk.report(
        .missingKey,
        at: desk[node].span,
        "\(table.sheet.name) are in degrees, and `origin` does not say where kilometre 0 is",
        key: "tables.origin",
        expected: "origin: {latitude: 34.84, longitude: 119.13}"
      )
      return false
    }
    switch (system, table.sheet.isGeoJSON) {
    case (.gcj02?, true):
      desk.report(
        .coordinateSystem,
        at: span,
        "GeoJSON is in WGS-84 and `coordinates` says GCJ-02: 300 to 500 m apart",
        key: table.path("latitude"),
        help: "bring all tables into one system and name it"
      )
    case (nil, false):
      desk.report(
        .coordinateSystem,
        at: span,
        "the coordinate system is not named; GCJ-02 and WGS-84 are 300 to 500 m apart",
        key: table.path("latitude"),
        expected: "`coordinates: WGS-84` (or CGCS2000, GCJ-02) under `tables`"
      )
    default: break
    }
    return true
  }
}
