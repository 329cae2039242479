internal import Probability

/// Percentiles of observations.
public enum SampleQuantile {
  /// The value below which a share `p` of the observations lies, linear between neighbours.
  ///
  /// - Source: Hyndman and Fan 1996, definition 7 (R's default): the 90th percentile of 1 to 10 is
  ///   9.1.
  /// - Precondition: there is an observation and `p` lies in 0...1.
  public static func value(_ p: Double, of observations: [Double]) -> Double {
    precondition(!observations.isEmpty && (0...1).contains(p), "a percentile of something")
    let sorted = observations.sorted()
    let place = p * Double(sorted.count - 1)
    let below = Int(place)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
  }

  /// The mean over replications of each replication's own percentile, with its t interval.
  ///
  /// A percentile of the replications' means would be another thing: how good years differ from
  /// bad ones, and not how long patients wait.
  public static func estimate(_ p: Double, ofReplications runs: [[Double]]) -> Estimate? {
    Estimate(ofReplications: runs.filter { !$0.isEmpty }.map { value(p, of: $0) })
  }
}

/// The order statistics between which a percentile of the law lies, whatever the law.
public struct QuantileInterval: Sendable, Hashable {
  /// Place of the lower end among the sorted observations, counted from 1.
  public let lower: Int
  /// Place of the upper end, counted from 1.
  public let upper: Int
  /// The exact confidence, at least the level.
  public let coverage: Double

  /// The narrowest places with at most half of 1 - `level` beyond each; `nil` when there are too few
  /// observations to bound the percentile on both sides.
  ///
  /// - Source: binomial law: P(X(l) ≤ ξ < X(u)) = B(u-1; n, p) - B(l-1; n, p).
  public init?(of p: Double, observations n: Int, level: Double = Estimate.level) {
    precondition(p > 0 && p < 1 && n > 0, "a percentile of something")
    let tail = (1 - level) / 2
    let below = (0..<n).last { Binomial.cumulative($0, of: n, p: p) <= tail }
    let above = (0..<n).first { Binomial.cumulative($0, of: n, p: p) >= 1 - tail }
    guard let below, let above else { return nil }
    lower = below + 1
    upper = above + 1
    coverage =
      Binomial.cumulative(above, of: n, p: p) - Binomial.cumulative(below, of: n, p: p)
  }
}
