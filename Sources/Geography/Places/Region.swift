/// A region of simple shape from which places can be drawn evenly.
public enum Region: Sendable, Hashable {
  /// All places within a radius, in kilometres, of a centre.
  case disc(centre: Point, radius: Double)
  /// A square by its south-west corner and its side in kilometres.
  case square(corner: Point, side: Double)

  /// Area in square kilometres.
  public var area: Double {
    switch self {
    case .disc(_, let radius): Double.pi * radius * radius
    case .square(_, let side): side * side
    }
  }

  /// The place for two independent draws between 0 and 1: every place is equally likely.
  ///
  /// In a disc the first draw gives the distance from the centre; its square root is taken because
  /// a ring's area grows with its distance.
  public func place(_ first: Double, _ second: Double) -> Point {
    switch self {
    case .disc(let centre, let radius):
      centre.moved(by: radius * first.squareRoot(), towards: 2 * Double.pi * second)
    case .square(let corner, let side):
      Point(x: corner.x + side * first, y: corner.y + side * second)
    }
  }
}
