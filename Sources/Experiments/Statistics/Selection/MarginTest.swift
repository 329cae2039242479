internal import Probability

/// Whether the chance that several margins are all 0 or more is high enough, from their sizes.
///
/// Margins of one trial are normal with any mean and spread, and correlated in any way. After 4, 8,
/// 16 … trials each margin's mean is held against the tolerance bounds of its law, so that a margin
/// many spreads from 0 is judged by four trials, where counting hits needs dozens.
///
/// - Source: one-sided tolerance limits by the noncentral t law, Owen 1968 and Hahn and Meeker 1991,
///   *Statistical Intervals*, section 4.6; margins share `1 - bad`, and looks the error, halved
///   each time, by Bonferroni.
public struct MarginTest: Sendable, Hashable {
  /// What is promised.
  public let zone: IndifferenceZone
  /// Margins of each trial.
  public private(set) var margins: [[Double]] = []
  /// What follows from the looks so far.
  public private(set) var verdict: ChanceTest.Verdict = .open
  private var looks = 0

  /// Trials before the first look.
  public static let firstLook = 4

  /// A test that keeps a promise.
  public init(_ zone: IndifferenceZone) { self.zone = zone }

  /// Takes in a trial; once there is a verdict it stands.
  ///
  /// - Precondition: every trial has the same number of margins, 1 or more.
  public mutating func add(_ trial: [Double]) {
    precondition(!trial.isEmpty && trial.count == (margins.first ?? trial).count)
    margins.append(trial)
    guard verdict == .open, margins.count == Self.firstLook << looks else { return }
    looks += 1
    let share = zone.error / Double(1 << looks)
    let each = 1 - (1 - zone.bad) / Double(trial.count)
    if spreads.allSatisfy({ Self.limit($0, share, margins.count, .lower) >= each }) {
      verdict = .accepted
    } else {
      let refusal = share / Double(trial.count)
      let isBad = spreads.contains { Self.limit($0, refusal, margins.count, .upper) < zone.good }
      if isBad { verdict = .refused }
    }
  }

  /// How many of its spreads each margin's mean lies above 0; infinite when nothing varies.
  public var spreads: [Double] {
    (margins.first ?? []).indices.map { place in
      let sample = Sample(margins.map { $0[place] })
      let spread = sample.variance?.squareRoot() ?? 0
      guard spread > 0 else { return sample.mean >= 0 ? .infinity : -.infinity }
      return sample.mean / spread
    }
  }

  /// An interval of the chance that all margins are 0 or more, at least as sure as `level`; all
  /// chances when there is one trial only.
  public func chance(level: Double = Estimate.level) -> ShareInterval {
    guard margins.count > 1 else { return ShareInterval(low: 0, high: 1) }
    let spreads = spreads
    let tail = (1 - level) / 2 / Double(spreads.count)
    let misses = spreads.reduce(0) { $0 + 1 - Self.limit($1, tail, margins.count, .lower) }
    let highest = spreads.map { Self.limit($0, tail, margins.count, .upper) }.min()
    return ShareInterval(low: max(0, 1 - misses), high: highest ?? 1)
  }

  private enum End { case lower, upper }

  /// The chance of a margin of 0 or more that would put its mean so many spreads or more above 0
  /// with probability `tail`, or so many or fewer: the end of its interval.
  private static func limit(_ spreads: Double, _ tail: Double, _ n: Int, _ end: End) -> Double {
    guard spreads.isFinite else { return spreads > 0 ? 1 : 0 }
    let root = Double(n).squareRoot()
    let shift = NoncentralT.shift(
      spreads * root,
      p: end == .lower ? 1 - tail : tail,
      degreesOfFreedom: Double(n - 1)
    )
    return Normal.cumulative(shift / root)
  }
}
