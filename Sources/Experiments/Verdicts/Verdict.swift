/// Whether one policy keeps one promise.
public struct Verdict: Codable, Sendable, Hashable {
  /// What came of the promise.
  public enum Outcome: String, Codable, Sendable, CaseIterable {
    /// The mean over replications keeps it.
    case met
    /// The mean over replications misses it.
    case missed
    /// The deadline lies outside the run, or there was nothing to measure.
    case notMeasured
  }

  /// Where the replications lie, judged together over all verdicts of the table.
  public enum Margin: String, Codable, Sendable, CaseIterable {
    /// Clearly on one side: Holm-adjusted p below 0.05, or the same in every replication.
    case clear
    /// Perhaps on both sides: more replications could turn the verdict.
    case straddles
    /// There is no interval from one run.
    case unknown
  }

  /// Place of the policy in the study.
  public let policy: Int
  /// The promise.
  public let target: Target
  /// The measure over the deadline year.
  public let value: Estimate?
  /// Days of the deadline year that were simulated.
  public let daysMeasured: Int
  /// The measure over the last quarter of the deadline year: where it was heading.
  public let lastQuarter: Estimate?
  /// What came of the promise.
  public let outcome: Outcome
  /// Where the replications lie.
  public let margin: Margin
  /// Chance of being this far from the target if the true mean were the target, adjusted by Holm
  /// over all verdicts; `nil` for a single replication.
  public let adjustedP: Double?
  /// Value minus target, positive when better than promised; in the unit of the measure.
  public let gap: Double?
  /// The chance of keeping the promise.
  public let chance: ChanceOfMeeting

  /// Whether the deadline year was simulated in part only.
  public var coversPartOfYear: Bool { daysMeasured > 0 && daysMeasured < 365 }
}

/// The chance of meeting a target, over uncertain inputs.
///
/// Replications alone would always answer 0 or 1: they share every uncertain input.
public enum ChanceOfMeeting: String, Codable, Sendable {
  /// Needs an outer design over the ranges of the inputs.
  case notComputed = "not computed"
}
