internal import Probability

/// The mean of one long run with an interval from the means of its batches.
public struct BatchMeans: Sendable, Hashable {
  /// The mean and its interval; `n` counts batches.
  public let estimate: Estimate
  /// Variance of the batch means.
  public let variance: Double
  /// Observations left out at the beginning, so that batches are equally long; none where batches
  /// were cut by time.
  public let dropped: Int
  /// Correlation of neighbouring batch means.
  public let autocorrelation: Double
  /// Near 2 for independent batches.
  public let vonNeumann: Double
  /// Whether neighbouring batches are alike, so that the interval is too narrow and batches must
  /// be longer.
  public let batchesAreCorrelated: Bool

  /// Cuts a run into batches; `nil` when there are fewer than two observations to a batch, fewer
  /// than three batches, or nothing varies.
  public init?(_ run: [Double], batches: Int, level: Double = Estimate.level) {
    let length = batches > 2 ? run.count / batches : 0
    guard length > 1 else { return nil }
    let rest = run.count - length * batches
    let means = (0..<batches).map { batch in
      Sample(Array(run[(rest + batch * length)..<(rest + (batch + 1) * length)])).mean
    }
    self.init(ofMeans: means, dropped: rest, level: level)
  }

  /// The same from the means of batches that were cut while the run went on; `nil` when there are
  /// fewer than three, or nothing varies.
  ///
  /// - Source: Law, *Simulation Modeling and Analysis*, ch. 9; the test of independence is von
  ///   Neumann's, normal with mean 2 and variance 4 (k - 2) / (k² - 1), one-sided at 5 %.
  public init?(ofMeans means: [Double], dropped: Int = 0, level: Double = Estimate.level) {
    guard means.count > 2, let estimate = Estimate(ofReplications: means, level: level),
      let variance = Sample(means).variance,
      let alike = Series.autocorrelation(means), let ratio = Series.vonNeumann(means)
    else { return nil }
    self.estimate = estimate
    self.variance = variance
    self.dropped = dropped
    autocorrelation = alike
    vonNeumann = ratio
    let k = Double(means.count)
    let spread = (4 * (k - 2) / (k * k - 1)).squareRoot()
    batchesAreCorrelated = ratio < 2 + Normal.quantile(0.05) * spread
  }
}
