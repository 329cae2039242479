internal import Probability

/// A mean sharpened by a quantity whose expectation is known, such as a queueing formula's.
public struct ControlVariate: Sendable, Hashable {
  /// The sharpened mean, its interval and the replications.
  public let estimate: Estimate
  /// What one unit of the control moves the measure.
  public let coefficient: Double
  /// Variance left over the variance before; below 1 when the control helps.
  public let varianceRatio: Double

  /// Regresses the measure on the control; `nil` for fewer than four replications or a control
  /// that does not vary.
  ///
  /// - Parameters:
  ///   - values: The measure, one for each replication.
  ///   - control: The control in the same replications.
  ///   - expectation: The control's exact mean.
  ///   - level: Confidence level.
  /// - Source: Lavenberg and Welch 1981: ȳ - b (c̄ - E[c]) with the regression's residual variance
  ///   and n - 2 degrees of freedom.
  public init?(
    _ values: [Double],
    control: [Double],
    expectation: Double,
    level: Double = Estimate.level
  ) {
    precondition(values.count == control.count, "values pair one to one")
    guard values.count > 3 else { return nil }
    let (y, c) = (Sample(values), Sample(control))
    guard let total = y.variance, let spread = c.variance, spread > 0, total > 0 else {
      return nil
    }
    let n = Double(values.count)
    let cross = zip(values, control).reduce(0) { $0 + ($1.0 - y.mean) * ($1.1 - c.mean) }
    let slope = cross / ((n - 1) * spread)
    let residuals = zip(values, control).reduce(0) { sum, pair in
      let left = pair.0 - y.mean - slope * (pair.1 - c.mean)
      return sum + left * left
    }
    let variance = residuals / (n - 2)
    let off = c.mean - expectation
    let error = (variance * (1 / n + off * off / ((n - 1) * spread))).squareRoot()
    coefficient = slope
    varianceRatio = variance / total
    estimate = Estimate(
      mean: y.mean - slope * off,
      halfWidth: StudentT.quantile((1 + level) / 2, degreesOfFreedom: n - 2) * error,
      n: values.count
    )
  }
}

/// What common random numbers gain.
public enum CommonLuck {
  /// The variance of a difference: s₁² + s₂² - 2 r s₁ s₂.
  public static func variance(_ one: Double, _ other: Double, correlation: Double) -> Double {
    one * one + other * other - 2 * correlation * one * other
  }

  /// Replications needed over those that independent luck would need, for equal spreads: 1 - r.
  public static func replicationsFactor(correlation: Double) -> Double { 1 - correlation }
}
