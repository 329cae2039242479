internal import Glibc

/// A place on the flat county map.
///
/// Kilometres east (`x`) and north (`y`) of the county's own origin.
public struct Point: Sendable, Hashable {
  /// Kilometres east of the origin.
  public let x: Double
  /// Kilometres north of the origin.
  public let y: Double

  /// Makes a point from kilometres east and north.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// Straight-line distance in kilometres.
  public func distance(to other: Point) -> Double {
    squaredDistance(to: other).squareRoot()
  }

  /// Distance in kilometres along streets that run only north or east.
  public func streetDistance(to other: Point) -> Double {
    abs(x - other.x) + abs(y - other.y)
  }

  /// Squared straight-line distance in square kilometres; cheaper where only the order matters.
  func squaredDistance(to other: Point) -> Double {
    let (dx, dy) = (x - other.x, y - other.y)
    return dx * dx + dy * dy
  }

  /// The point `kilometres` away in the direction `angle`, in radians from east.
  func moved(by kilometres: Double, towards angle: Double) -> Point {
    Point(x: x + kilometres * cos(angle), y: y + kilometres * sin(angle))
  }

  /// Mean of some points; the origin where there are none.
  static func middle(of points: [Point]) -> Point {
    let count = Double(max(1, points.count))
    return Point(
      x: points.reduce(0) { $0 + $1.x } / count,
      y: points.reduce(0) { $0 + $1.y } / count
    )
  }

  /// Middle of the straight line to another point.
  func midpoint(to other: Point) -> Point {
    Point(x: (x + other.x) / 2, y: (y + other.y) / 2)
  }
}
