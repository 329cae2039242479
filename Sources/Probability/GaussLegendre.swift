internal import Glibc

/// Gauss and Legendre's rule: the integral of a smooth function from few of its values.
public struct GaussLegendre: Sendable {
  /// Where the function is asked, between -1 and 1.
  private let nodes: [Double]
  /// What each value weighs.
  private let weights: [Double]

  /// A rule of so many points, 1 to 100; exact for polynomials of degree 2 `points` - 1.
  ///
  /// - Source: Newton's method on the Legendre polynomial Pₙ from Tricomi's first guess; weights
  ///   2 / ((1 - x²) Pₙ'(x)²).
  public init(points: Int = 32) {
    precondition((1...100).contains(points), "a rule has 1 to 100 points")
    let pairs = (0..<points).map { Self.point($0, of: points) }
    nodes = pairs.map(\.node)
    weights = pairs.map(\.weight)
  }

  private static func point(_ place: Int, of points: Int) -> (node: Double, weight: Double) {
    var x = -cos(Double.pi * (Double(place) + 0.75) / (Double(points) + 0.5))
    var slope = 0.0
    // Newton's steps square the error: from the guess five reach the last bit.
    for _ in 0..<10 {
      var (last, value) = (1.0, x)
      for degree in stride(from: 2, through: points, by: 1) {
        let n = Double(degree)
        (last, value) = (value, ((2 * n - 1) * x * value - (n - 1) * last) / n)
      }
      slope = Double(points) * (x * value - last) / (x * x - 1)
      x -= value / slope
    }
    return (x, 2 / ((1 - x * x) * slope * slope))
  }

  /// The integral over a range, cut into `panels` pieces of equal length.
  ///
  /// - Complexity: O(`panels` times points)
  public func integral(
    over range: ClosedRange<Double>,
    panels: Int = 8,
    of function: (Double) -> Double
  ) -> Double {
    let half = (range.upperBound - range.lowerBound) / Double(panels) / 2
    return (0..<panels).reduce(0) { sum, panel in
      let centre = range.lowerBound + half * Double(2 * panel + 1)
      return zip(nodes, weights).reduce(sum) { sum, point in
        sum + half * point.1 * function(centre + half * point.0)
      }
    }
  }
}

/// Where a rising function takes a value.
public enum RisingFunction {
  /// The argument, found by halving the range to the last bit; an end of the range when the value
  /// lies beyond it.
  ///
  /// - Complexity: about 60 calls of the function.
  public static func argument(
    in range: ClosedRange<Double>,
    where function: (Double) -> Double,
    equals value: Double
  ) -> Double {
    var (low, high) = (range.lowerBound, range.upperBound)
    while true {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { return middle }
      if function(middle) < value { low = middle } else { high = middle }
    }
  }
}
