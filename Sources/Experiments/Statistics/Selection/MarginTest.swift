internal import Probability

/// Whether the chance that several margins are all 0 or more is high enough, from their sizes.
///
/// Margins of one trial are normal with any mean and spread, and correlated in any way. After 4, 8,
/// 16 … trials each margin's mean is held against the tolerance bounds of its law, so that a margin
/// many spreads from 0 is judged by four trials, where counting hits needs dozens.
///
/// A margin that does not vary, or hardly, is no draw of a normal law: four equal trials say nothing
/// of the rare one that differs. While there is such a margin, hits are counted instead. Each way of
/// judging has half of the error, so that the promise holds for a test that passes from one to the
/// other, too, as exactly as Wald's bounds hold (`ChanceTest`).
///
/// - Source: one-sided tolerance limits by the noncentral t law, Owen 1968 and Hahn and Meeker 1991,
///   *Statistical Intervals*, section 4.6; margins share `1 - bad`, and looks their half of the
///   error, halved each time, by Bonferroni. Hits by ``ChanceTest``.
public struct MarginTest: Sendable, Hashable {
  /// What is promised.
  public let zone: IndifferenceZone
  /// Margins of each trial.
  public private(set) var margins: [[Double]] = []
  /// What follows from the looks so far.
  public private(set) var verdict: ChanceTest.Verdict = .open
  private var looks = 0
  private var count: ChanceTest

  /// Trials before the first look.
  public static let firstLook = 4

  /// A test that keeps a promise.
  public init(_ zone: IndifferenceZone) {
    self.zone = zone
    count = ChanceTest(
      IndifferenceZone(bad: zone.bad, good: zone.good, error: Self.errorOfEach(zone))
    )
  }

  /// The error that each of the two ways of judging may make.
  private static func errorOfEach(_ zone: IndifferenceZone) -> Double { zone.error / 2 }

  /// How the trials so far are judged.
  public enum Basis: Sendable, Hashable {
    /// By the sizes of the margins.
    case sizes
    /// By counting trials in which all are 0 or more: a margin hardly varies.
    case hits
  }

  /// How the trials so far are judged.
  public var basis: Basis {
    let places = (margins.first ?? []).indices
    return places.allSatisfy { place in Self.varies(margins.map { $0[place] }) } ? .sizes : .hits
  }

  /// Whether values may be draws of a continuous law: three differ, and no more than half are equal.
  private static func varies(_ values: [Double]) -> Bool {
    let sorted = values.sorted()
    var (different, run, longest) = (0, 0, 0)
    for (place, value) in sorted.enumerated() {
      let isNew = place == 0 || value != sorted[place - 1]
      if isNew { different += 1 }
      run = isNew ? 1 : run + 1
      longest = max(longest, run)
    }
    return different > 2 && 2 * longest <= values.count
  }

  /// Takes in a trial; once there is a verdict it stands.
  ///
  /// - Precondition: every trial has the same number of margins, 1 or more.
  /// - Complexity: O(n log n) for the n trials so far.
  public mutating func add(_ trial: [Double]) {
    precondition(!trial.isEmpty && trial.count == (margins.first ?? trial).count)
    margins.append(trial)
    count.add(hit: trial.allSatisfy { $0 >= 0 } ? .hit : .miss)
    guard verdict == .open, margins.count >= Self.firstLook else { return }
    let isLook = margins.count == Self.firstLook << looks
    if isLook { looks += 1 }
    switch basis {
    case .hits: verdict = count.verdict
    case .sizes: if isLook { verdict = look() }
    }
  }

  /// The verdict by sizes.
  private func look() -> ChanceTest.Verdict {
    let spreads = spreads
    let share = Self.errorOfEach(zone) / Double(1 << looks)
    let each = 1 - (1 - zone.bad) / Double(spreads.count)
    if spreads.allSatisfy({ Self.limit($0, share, margins.count, .lower) >= each }) {
      return .accepted
    }
    let refusal = share / Double(spreads.count)
    let isBad = spreads.contains { Self.limit($0, refusal, margins.count, .upper) < zone.good }
    return isBad ? .refused : .open
  }

  /// How many of its spreads each margin's mean lies above 0, when all vary.
  private var spreads: [Double] {
    (margins.first ?? []).indices.map { place in
      let sample = Sample(margins.map { $0[place] })
      return sample.mean / (sample.variance?.squareRoot() ?? 0)
    }
  }

  /// An interval of the chance that all margins are 0 or more, at least as sure as `level`; all
  /// chances when there is one trial only.
  ///
  /// Clopper and Pearson's where hits are counted.
  public func chance(level: Double = Estimate.level) -> ShareInterval {
    guard margins.count > 1 else { return ShareInterval(low: 0, high: 1) }
    guard basis == .sizes else {
      return .clopperPearson(count.hits, of: count.trials, level: level)
    }
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
    let root = Double(n).squareRoot()
    let shift = NoncentralT.shift(
      spreads * root,
      p: end == .lower ? 1 - tail : tail,
      degreesOfFreedom: Double(n - 1)
    )
    return Normal.cumulative(shift / root)
  }
}
