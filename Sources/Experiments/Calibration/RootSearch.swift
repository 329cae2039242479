/// Constants that were tried, as a search for the root sees them.
protocol RootTrial: Sendable {
  /// The constants.
  var place: [Double] { get }
  /// What each measure still lacks, on the scale on which its constant works.
  var residuals: [Double] { get }
  /// How far the worst measure is from its goal; at most 1 when that is near enough.
  var distance: Double { get }
}

/// Finds constants under which as many measures come near enough to their goals.
///
/// Each round steps from the best trial so far by the slopes learnt, and tries the step whole and
/// half; a better trial becomes the best. A round that brings the worst measure less than a tenth
/// nearer has failed: the next one may reach a quarter as far. After two such rounds every constant
/// is moved on its own, so that no slope is hearsay any longer; when two more fail after that, the
/// best there is has been found. So the best trial never gets worse, and a measure that no longer
/// answers its constant, such as admissions once hospitals are full, cannot make the others swing.
///
/// - Source: Broyden's method within a trust region, slopes measured afresh after two rounds that
///   fail, and an end for want of progress, as in Powell 1970, *A hybrid method for nonlinear
///   equations*, and MINPACK's `hybrd` (Moré, Garbow and Hillstrom 1980). The region is a box, so
///   that one constant that must go far does not slow the others.
struct RootSearch<Trial: RootTrial> {
  /// Slope of each measure in its own constant, before anything was tried.
  let firstSlopes: [Double]
  /// The most rounds, the first trial and rounds that measure slopes included.
  let mostRounds: Int
  /// Tries several places; answers in their order.
  let attempt: ([[Double]]) async throws -> [Trial]
  /// Told the better trial of every round.
  let report: (Int, Trial) -> Void

  /// Furthest that a constant may go in one round, and the distance at which it is not worth it.
  private static var farthest: Double { 2 }
  private static var nearest: Double { 0.002 }
  /// A round has brought the worst measure nearer when this is left of its distance, or less.
  private static var progress: Double { 0.9 }
  /// How far a constant is moved on its own to measure slopes.
  private static var probe: Double { 0.1 }

  /// What came of the search.
  struct Outcome {
    /// The nearest trial.
    let best: Trial
    /// Rounds.
    let rounds: Int
    /// What is left of each measure's answer to its own constant, 1 being the first slope; `nil`
    /// when it was never measured on its own.
    let answers: [Double]?
  }

  /// Searches from a place.
  func run(from start: [Double]) async throws -> Outcome {
    var best = try await attempt([start])[0]
    var slopes = SecantMatrix(slopes: firstSlopes)
    var measured: (distance: Double, answers: [Double])?
    var (round, reach, failures) = (1, Self.farthest, 0)
    report(round, best)
    while best.distance > 1, round < mostRounds, reach > Self.nearest {
      let base = best
      if failures == 2 {
        if let measured, base.distance > Self.progress * measured.distance { break }
        let tried = try await probed(around: base, slopes)
        slopes = SecantMatrix(slopes: firstSlopes)
        for next in tried { slopes.learn(from: base, to: next) }
        measured = (base.distance, answers(from: base, to: tried))
        best = Self.nearest(of: [base] + tried)
        (failures, reach) = (0, max(reach, Self.probe))
        round += 1
        report(round, Self.nearest(of: tried))
        continue
      }
      let step = slopes.step(for: base.residuals).map { min(max($0, -reach), reach) }
      let tried = try await attempt([1, 0.5].map { base.place.moved(by: step, times: $0) })
      for next in tried.reversed() { slopes.learn(from: base, to: next) }
      let better = Self.nearest(of: tried)
      best = Self.nearest(of: [base, better])
      if better.distance < Self.progress * base.distance {
        (failures, reach) = (0, min(2 * reach, Self.farthest))
      } else {
        (failures, reach) = (failures + 1, (step.map(abs).max() ?? 0) / 4)
      }
      round += 1
      report(round, better)
    }
    return Outcome(best: best, rounds: round, answers: measured?.answers)
  }

  /// How much of its first slope each measure shows when its own constant alone is moved.
  private func answers(from base: Trial, to tried: [Trial]) -> [Double] {
    tried.indices.map { own in
      let moved = tried[own].place[own] - base.place[own]
      return (tried[own].residuals[own] - base.residuals[own]) / moved / firstSlopes[own]
    }
  }

  /// Every constant moved on its own, each the way in which it should go.
  private func probed(around base: Trial, _ slopes: SecantMatrix) async throws -> [Trial] {
    let way = slopes.step(for: base.residuals)
    return try await attempt(
      base.place.indices.map { own in
        var place = base.place
        place[own] += way[own] < 0 ? -Self.probe : Self.probe
        return place
      }
    )
  }

  private static func nearest(of trials: [Trial]) -> Trial {
    trials.dropFirst().reduce(trials[0]) { $1.distance < $0.distance ? $1 : $0 }
  }
}

extension SecantMatrix {
  /// Learns from two trials.
  fileprivate mutating func learn(from one: some RootTrial, to other: some RootTrial) {
    learn(
      step: zip(other.place, one.place).map(-),
      change: zip(other.residuals, one.residuals).map(-)
    )
  }
}

extension [Double] {
  fileprivate func moved(by step: [Double], times share: Double) -> [Double] {
    zip(self, step).map { $0 + share * $1 }
  }
}
