internal import Geography

/// Reads where a row is: kilometres from the county's origin, or degrees.
struct TablePlace {
  /// How a table says where its rows are.
  enum Manner { case kilometres, degrees }

  let table: TableReader
  let manner: Manner
  private let plane: LocalPlane?

  /// Columns of places.
  static let columns: [TableColumn] = [
    .optional("east", zh: "东向公里", aliases: ["x"]),
    .optional("north", zh: "北向公里", aliases: ["y"]),
    .optional("longitude", zh: "经度", aliases: ["lon", "lng", "long"]),
    .optional("latitude", zh: "纬度", aliases: ["lat"]),
  ]

  /// A reader of places; nothing when the table does not say where its rows are, which is told
  /// unless it need not.
  init?(_ table: TableReader, _ frame: TableFrame, need: TableColumn.Need) {
    self.table = table
    plane = frame.origin.map(LocalPlane.init)
    switch (table.has("east"), table.has("north"), table.has("longitude"), table.has("latitude")) {
    case (true, true, _, _): manner = .kilometres
    case (false, false, true, true):
      manner = .degrees
      guard frame.checkDegrees(of: table), plane != nil else { return nil }
    case (false, false, false, false) where need == .optional: return nil
    case let (east, north, longitude, _):
      let lacking = east ? "north" : north ? "east" : longitude ? "latitude" : "east"
      table.desk.report(
        .missingColumn,
        at: table.sheet.start,
        "the column `\(lacking)` is missing; found "
          + Suggestions.list(table.sheet.head.map { Visible.text($0.bare) }),
        key: table.path(lacking),
        expected: "`east` and `north` in kilometres, or `longitude` and `latitude` in degrees"
      )
      return nil
    }
  }

  /// Farthest from the origin that a place may be, in kilometres east or north.
  private static let farthest = 500.0

  /// The place of a row.
  func point(_ row: Int) -> Point? {
    switch manner {
    case .kilometres:
      let range = -Self.farthest...Self.farthest
      guard let x = table.number("east", row, range), let y = table.number("north", row, range)
      else { return nil }
      return Point(x: x, y: y)
    case .degrees: return degrees(row)
    }
  }

  private func degrees(_ row: Int) -> Point? {
    let degrees = -1000.0...1000.0
    guard let plane, let latitude = table.number("latitude", row, degrees),
      let longitude = table.number("longitude", row, degrees),
      let cell = table.cell("latitude", row)
    else { return nil }
    guard abs(latitude) <= 90, abs(longitude) <= 180 else {
      let wrong = abs(latitude) > 90 ? "latitude" : "longitude"
      let isSwapped = abs(longitude) <= 90 && abs(latitude) <= 180
      table.report(
        .noSuchPlace,
        table.cell(wrong, row) ?? cell,
        wrong,
        "there is no \(wrong) \(wrong == "latitude" ? latitude : longitude)",
        wrong == "latitude" ? "-90 to 90 degrees" : "-180 to 180 degrees",
        help: isSwapped ? "are the columns swapped?" : nil
      )
      return nil
    }
    let point = plane.point(of: GlobePosition(latitude: latitude, longitude: longitude))
    if latitude == 0, longitude == 0 {
      table.report(
        .nullIsland,
        cell,
        "latitude",
        "latitude 0, longitude 0 lies in the sea off Africa",
        help: "an empty coordinate often comes out as 0"
      )
      return point
    }
    guard abs(point.x) <= Self.farthest, abs(point.y) <= Self.farthest else {
      return table.refuse(
        .outOfRange,
        cell,
        "latitude",
        "within \(Int(Self.farthest)) km of the origin stated under `tables`"
      )
    }
    return point
  }
}
