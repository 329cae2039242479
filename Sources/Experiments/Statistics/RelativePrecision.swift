internal import Probability

/// When replications are enough: half the interval is a small part of the mean.
public struct RelativePrecision: Sendable, Hashable {
  /// The part of the true mean that half the interval may be, such as 0.02.
  public let relative: Double
  /// Confidence level.
  public let level: Double
  /// The half-width that is small enough whatever the mean, for means near 0; in the measure's unit.
  public let absolute: Double

  /// A rule from its parts.
  ///
  /// - Precondition: `relative` and `level` lie strictly between 0 and 1, `absolute` is 0 or more.
  public init(relative: Double, level: Double = Estimate.level, absolute: Double = 0) {
    precondition(relative > 0 && relative < 1 && level > 0 && level < 1 && absolute >= 0)
    self.relative = relative
    self.level = level
    self.absolute = absolute
  }

  /// The part of the *estimated* mean that makes the part of the true one: g / (1 + g).
  ///
  /// - Source: Law, *Simulation Modeling and Analysis*, ch. 9.
  public var adjusted: Double { relative / (1 + relative) }

  /// Half the interval over the mean; `nil` for one replication or a mean of 0.
  public func reached(by values: [Double]) -> Double? {
    guard let estimate = Estimate(ofReplications: values, level: level),
      let half = estimate.halfWidth, estimate.mean != 0
    else { return nil }
    return half / abs(estimate.mean)
  }

  /// Whether the replications are precise enough.
  ///
  /// A mean near 0 is judged by the absolute half-width alone: nothing is divided.
  public func isReached(by values: [Double]) -> Bool {
    guard let estimate = Estimate(ofReplications: values, level: level),
      let half = estimate.halfWidth
    else { return false }
    return half <= max(absolute, adjusted * abs(estimate.mean))
  }

  /// Replications that are probably enough, judging by a pilot; `nil` when a pilot of one cannot
  /// tell or a mean of 0 never will be.
  ///
  /// - Source: Law, ch. 9: the least i ≥ n with t(i-1) √(S² / i) / |x̄| ≤ g / (1 + g).
  public func replicationsNeeded(byPilot values: [Double]) -> Int? {
    guard !values.isEmpty, let variance = Sample(values).variance else { return nil }
    let goal = max(absolute, adjusted * abs(Sample(values).mean))
    guard goal > 0 || variance == 0 else { return nil }
    return Self.count(from: values.count, standardDeviation: variance.squareRoot(), level: level) {
      $0 <= goal
    }
  }

  /// Replications whose half-width is probably at most `halfWidth`: by the normal law, and by t.
  ///
  /// - Source: Banks et al.: n = (z s / e)², then with t until it stands.
  public static func replicationsNeeded(
    standardDeviation: Double,
    halfWidth: Double,
    level: Double = Estimate.level
  ) -> (byNormal: Int, byT: Int) {
    precondition(halfWidth > 0 && standardDeviation >= 0, "a half-width is above 0")
    let ratio = Normal.quantile((1 + level) / 2) * standardDeviation / halfWidth
    let first = Int((ratio * ratio).rounded(.up))
    let byT = count(from: max(2, first), standardDeviation: standardDeviation, level: level) {
      $0 <= halfWidth
    }
    return (first, byT)
  }

  private static func count(
    from first: Int,
    standardDeviation: Double,
    level: Double,
    isEnough: (Double) -> Bool
  ) -> Int {
    var n = max(2, first)
    while true {
      let t = StudentT.quantile((1 + level) / 2, degreesOfFreedom: Double(n - 1))
      if isEnough(t * standardDeviation / Double(n).squareRoot()) || n >= 1_000_000 { return n }
      n += 1
    }
  }
}
