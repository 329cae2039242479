internal import Probability

/// One system minus another that shares no luck with it.
public struct WelchDifference: Sendable, Hashable {
  /// Mean of the first minus mean of the second.
  public let mean: Double
  /// Degrees of freedom, not rounded.
  public let degreesOfFreedom: Double
  /// Half the width of the interval.
  public let halfWidth: Double

  /// Compares two lists of independent replications; `nil` when one is shorter than two or neither
  /// varies.
  ///
  /// - Source: Welch 1938: f = (v₁ + v₂)² / (v₁² / (n₁ - 1) + v₂² / (n₂ - 1)), v = s² / n.
  public init?(_ one: [Double], minus other: [Double], level: Double = Estimate.level) {
    guard !one.isEmpty, !other.isEmpty else { return nil }
    let (first, second) = (Sample(one), Sample(other))
    guard let a = first.standardError, let b = second.standardError, a + b > 0 else { return nil }
    let (u, v) = (a * a, b * b)
    let spread = u * u / Double(first.count - 1) + v * v / Double(second.count - 1)
    mean = first.mean - second.mean
    degreesOfFreedom = (u + v) * (u + v) / spread
    halfWidth =
      StudentT.quantile((1 + level) / 2, degreesOfFreedom: degreesOfFreedom) * (u + v).squareRoot()
  }
}
