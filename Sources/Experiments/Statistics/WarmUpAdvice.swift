/// How much of the beginning of a run to leave out.
public struct WarmUpAdvice: Sendable, Hashable {
  /// Means of `batch` observations.
  public let batches: Int
  /// Batches to leave out.
  public let deletedBatches: Int
  /// Observations to leave out.
  public let deleted: Int
  /// The statistic at its minimum.
  public let statistic: Double
  /// The mean of what is left.
  public let meanAfter: Double
  /// The mean of everything.
  public let meanOfAll: Double
  /// Whether the advice may be taken.
  public let verdict: Verdict

  /// Whether there is a steady state to be seen.
  public enum Verdict: Sendable, Hashable {
    /// The minimum lies inside the run.
    case steady
    /// The minimum lies at half of the run: there is no steady state, the run must be longer.
    case refused

    /// For people.
    public var text: String {
      switch self {
      case .steady: "steady"
      case .refused: "refused: minimum at the cap"
      }
    }
  }

  /// MSER on batches of 5 (or another number); `nil` with fewer than two batches.
  ///
  /// - Source: White 1997, White and Spratt 2000: d* = argmin over d ≤ k/2 of
  ///   Σ_{i>d} (Zᵢ - Z̄_d)² / (k - d)², ties to the smallest d.
  /// - Complexity: O(n)
  public init?(_ run: [Double], batch: Int = 5) {
    precondition(batch > 0, "a batch holds an observation")
    let count = run.count / batch
    guard count > 1 else { return nil }
    let means = (0..<count).map { Sample(Array(run[($0 * batch)..<(($0 + 1) * batch)])).mean }
    // From the back, by Welford: mean and sum of squares of all batches after the first d.
    var (mean, squares) = (0.0, 0.0)
    var best = (place: 0, statistic: Double.infinity, mean: 0.0)
    for d in means.indices.reversed() {
      let left = Double(count - d)
      let step = means[d] - mean
      mean += step / left
      squares += step * (means[d] - mean)
      let statistic = squares / (left * left)
      if d <= count / 2, statistic <= best.statistic { best = (d, statistic, mean) }
    }
    batches = count
    deletedBatches = best.place
    deleted = best.place * batch
    statistic = best.statistic
    meanAfter = best.mean
    meanOfAll = mean
    verdict = best.place == count / 2 ? .refused : .steady
  }
}
