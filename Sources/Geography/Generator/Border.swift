internal import Glibc

/// The border of the county: a closed polygon of three corners or more.
struct Border {
  let corners: [Point]

  /// The border the facts give, or one drawn from the seed around the known towns.
  init(from facts: CountyFacts, chance: borrowing LayoutChance) {
    switch facts.outline {
    case .polygon(let corners):
      self.corners = corners
    case .drawn(let elongation):
      corners = Self.drawn(
        area: facts.areaSquareKm,
        elongation: elongation,
        around: Point.middle(of: facts.towns.compactMap(\.position)),
        key: StableKey(name: facts.nameEn),
        chance: chance
      )
    }
  }

  /// Area enclosed, in square kilometres, by the shoelace formula.
  var area: Double {
    abs(edges.reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }) / 2
  }

  /// Whether a point lies inside, by counting the edges to its east.
  func contains(_ point: Point) -> Bool {
    edges.reduce(false) { inside, edge in
      let (a, b) = edge
      guard (a.y > point.y) != (b.y > point.y) else { return inside }
      let crossing = a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x)
      return crossing > point.x ? !inside : inside
    }
  }

  /// Kilometres from a point to the nearest stretch of border.
  func distance(to point: Point) -> Double {
    edges.reduce(corners[0].distance(to: point)) { nearest, edge in
      let (a, b) = edge
      let length = a.squaredDistance(to: b)
      let along = (point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)
      let part = length > 0 ? min(1, max(0, along / length)) : 0
      let foot = Point(x: a.x + part * (b.x - a.x), y: a.y + part * (b.y - a.y))
      return min(nearest, foot.distance(to: point))
    }
  }

  private var edges: Zip2Sequence<[Point], [Point]> {
    zip(corners, Array(corners.dropFirst()) + corners.prefix(1))
  }
}

extension Border {
  /// A rounded shape with a few bays, stretched, turned and scaled to the area.
  private static func drawn(
    area: Double,
    elongation: Double,
    around middle: Point,
    key: StableKey,
    chance: borrowing LayoutChance
  ) -> [Point] {
    // Bays get smaller as they get more numerous, as on a real map.
    let bays = (2...6).map { waves in
      let size = 0.3 / Double(waves)
      let depth = size * chance.uniform(.borderShape, of: key, try: 2 * waves)
      let phase = 2 * Double.pi * chance.uniform(.borderShape, of: key, try: 2 * waves + 1)
      return (waves: Double(waves), depth: depth, phase: phase)
    }
    let turn = Double.pi * chance.uniform(.borderShape, of: key, try: 0)
    let (long, short) = (elongation.squareRoot(), 1 / elongation.squareRoot())
    let unit = (0..<90).map { step in
      let angle = 2 * Double.pi * Double(step) / 90
      let radius = bays.reduce(1) { $0 + $1.depth * cos($1.waves * angle + $1.phase) }
      let (x, y) = (long * radius * cos(angle), short * radius * sin(angle))
      return Point(x: x * cos(turn) - y * sin(turn), y: x * sin(turn) + y * cos(turn))
    }
    let scale = (area / Border(corners: unit).area).squareRoot()
    return unit.map { Point(x: middle.x + scale * $0.x, y: middle.y + scale * $0.y) }
  }

  private init(corners: [Point]) {
    self.corners = corners
  }
}
