/// What a test of a chance promises: a chance of `good` or more is accepted, one of `bad` or less
/// refused, each with an error of at most `error`; between the two either answer is right.
public struct IndifferenceZone: Sendable, Hashable {
  /// Chance that may be refused.
  public let bad: Double
  /// Chance that must be accepted.
  public let good: Double
  /// Probability of each mistake.
  public let error: Double

  /// A zone from its parts.
  ///
  /// - Precondition: 0 < `bad` < `good` < 1 and 0 < `error` < 1/2.
  public init(bad: Double, good: Double, error: Double) {
    precondition(bad > 0 && bad < good && good < 1, "a zone lies between two chances")
    precondition(error > 0 && error < 0.5, "an error is below one half")
    self.bad = bad
    self.good = good
    self.error = error
  }
}
