/// The land of the county as a fine lattice of equal squares.
struct Land {
  /// Middles of the squares inside the border, row by row.
  let cells: [Point]
  /// Side of a square in kilometres.
  let side: Double

  /// Squares a county is cut into: fine enough to place a village, few enough to be quick.
  private static let resolution = 20_000.0

  init(inside border: Border) {
    let side = (border.area / Self.resolution).squareRoot()
    let (xs, ys) = (border.corners.map(\.x), border.corners.map(\.y))
    let (west, east) = (xs.min() ?? 0, xs.max() ?? 0)
    let (south, north) = (ys.min() ?? 0, ys.max() ?? 0)
    var cells: [Point] = []
    for row in 0..<Int((north - south) / side) {
      for column in 0..<Int((east - west) / side) {
        let middle = Point(
          x: west + (Double(column) + 0.5) * side,
          y: south + (Double(row) + 0.5) * side
        )
        if border.contains(middle) { cells.append(middle) }
      }
    }
    self.cells = cells
    self.side = side
  }

  private init(cells: [Point], side: Double) {
    self.cells = cells
    self.side = side
  }

  /// Square kilometres of this land.
  var area: Double { Double(cells.count) * side * side }

  /// Middle of this land.
  var middle: Point { Point.middle(of: cells) }

  /// The land that is nearer to each centre than to any other.
  func divided(among centres: [Point]) -> [Land] {
    var parts = [[Point]](repeating: [], count: centres.count)
    for cell in cells {
      let nearest = centres.indices.min { left, right in
        centres[left].squaredDistance(to: cell) < centres[right].squaredDistance(to: cell)
      }
      if let nearest { parts[nearest].append(cell) }
    }
    return parts.map { Land(cells: $0, side: side) }
  }

  /// The part of this land more than `kilometres` away from a place.
  func beyond(_ kilometres: Double, of place: Point) -> Land {
    Land(cells: cells.filter { $0.distance(to: place) > kilometres }, side: side)
  }

  /// A place on this land chosen by two draws between 0 and 1.
  func place(_ which: Double, offset: Double) -> Point {
    let cell = cells[Int(which * Double(cells.count))]
    // One draw serves both directions: its leading and its trailing digits are unrelated.
    let fine = offset * 1024
    let (right, up) = (offset, fine - fine.rounded(.down))
    return Point(x: cell.x + (right - 0.5) * side, y: cell.y + (up - 0.5) * side)
  }
}
