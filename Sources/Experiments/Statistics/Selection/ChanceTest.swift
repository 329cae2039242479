internal import Glibc

/// Whether a chance is high enough, decided by as few trials as possible.
///
/// A chance of `good` or more is accepted, one of `bad` or less refused, each with an error of at
/// most `error`; between the two, the zone of indifference, either answer is right.
///
/// - Source: Wald 1945, sequential probability ratio test; with these bounds the errors add up to at
///   most twice `error`, and each is at most error / (1 - error).
public struct ChanceTest: Sendable, Hashable {
  /// Chance that may be refused.
  public let bad: Double
  /// Chance that must be accepted.
  public let good: Double
  /// Probability of each mistake.
  public let error: Double
  /// Trials so far.
  public private(set) var trials = 0
  /// Trials that were hits.
  public private(set) var hits = 0

  /// A test from its parts.
  ///
  /// - Precondition: 0 < `bad` < `good` < 1 and 0 < `error` < 1/2.
  public init(bad: Double, good: Double, error: Double) {
    precondition(bad > 0 && bad < good && good < 1, "a zone lies between two chances")
    precondition(error > 0 && error < 0.5, "an error is below one half")
    self.bad = bad
    self.good = good
    self.error = error
  }

  /// What follows.
  public enum Verdict: Sendable, Hashable {
    /// High enough.
    case accepted
    /// Not high enough.
    case refused
    /// More trials are needed.
    case open
  }

  /// The verdict on the trials so far.
  public var verdict: Verdict {
    let bound = log((1 - error) / error)
    return evidence >= bound ? .accepted : evidence <= -bound ? .refused : .open
  }

  /// Trials that would accept the chance if all of them were hits.
  public var fewestToAccept: Int {
    Int((log((1 - error) / error) / log(good / bad)).rounded(.up))
  }

  /// Takes in a trial.
  public mutating func add(hit: HitOrMiss) {
    trials += 1
    if hit == .hit { hits += 1 }
  }

  /// What came of a trial.
  public enum HitOrMiss: Sendable, Hashable {
    case hit, miss
  }

  /// Logarithm of the likelihood ratio.
  private var evidence: Double {
    Double(hits) * log(good / bad) + Double(trials - hits) * log((1 - good) / (1 - bad))
  }
}
