internal import Glibc

/// Whether a chance is high enough, decided by as few trials as possible.
///
/// - Source: Wald 1945, sequential probability ratio test; with these bounds the errors add up to at
///   most twice `error`, and each is at most error / (1 - error).
public struct ChanceTest: Sendable, Hashable {
  /// What is promised.
  public let zone: IndifferenceZone
  /// Trials so far.
  public private(set) var trials = 0
  /// Trials that were hits.
  public private(set) var hits = 0

  /// A test that keeps a promise.
  public init(_ zone: IndifferenceZone) { self.zone = zone }

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
    evidence >= bound ? .accepted : evidence <= -bound ? .refused : .open
  }

  /// Trials that would accept the chance if all of them were hits.
  public var fewestToAccept: Int {
    Int((bound / log(zone.good / zone.bad)).rounded(.up))
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

  /// Logarithm of the likelihood ratio at which there is a verdict.
  private var bound: Double { log((1 - zone.error) / zone.error) }

  /// Logarithm of the likelihood ratio.
  private var evidence: Double {
    Double(hits) * log(zone.good / zone.bad)
      + Double(trials - hits) * log((1 - zone.good) / (1 - zone.bad))
  }
}
