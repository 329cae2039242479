internal import CountyModel
internal import Probability

/// Finds the cheapest strengths of some levers that reach all targets with a wanted probability.
///
/// Three stages: an even design over the plausible limits (Sobol's screening idea on a Halton
/// sequence, with both ends), COMPASS from the best of it, and a test of the cheapest promising
/// plans with fresh luck, cheapest first, the surest plan among them. All plans meet the same luck
/// in the same replication. The search may look at a shorter stretch than the test; it then shifts
/// what it sees by what the weakest and the strongest plan show over the whole study.
///
/// The guarantee is that of the last stage alone, over the finalists: with probability `confidence`
/// the chosen plan reaches the targets with at least the wanted probability, and no cheaper finalist
/// that exceeds it by the indifference zone was passed over. That no plan outside the finalists is
/// cheaper is not guaranteed; the search is only known to have tried all neighbours.
public struct LeverSearch: Sendable {
  /// The question.
  public let goal: LeverGoal
  /// The most runs of a plan while searching.
  private static let mostRuns = 6

  /// A search for an answer.
  public init(_ goal: LeverGoal) { self.goal = goal }

  /// Searches and tests.
  ///
  /// - Parameters:
  ///   - threads: Runs at a time; changes nothing but the wait.
  ///   - cache: Where finished runs are found and kept; changes nothing but the wait.
  ///   - report: Called after each round with runs so far and plans tried.
  /// - Returns: The finalists, and the cheapest that passed.
  /// - Throws: `LeverProblem` when a run has nothing to measure, or `CancellationError`.
  public func run(
    threads: Int,
    cache: ShardCache?,
    report: @escaping @Sendable (_ runs: Int, _ plans: Int) -> Void
  ) async throws -> LeverOutcome {
    let trials = LeverTrials(goal: goal, cache: cache, threads: threads)
    let shift = try await shift(trials)
    var book = TrialBook(goal)
    let design = design
    for first in stride(from: 0, to: design.count, by: 4) {
      let plans = Array(design[first..<min(first + 4, design.count)])
      try await tryOut(plans, by: trials, shift, in: &book)
      report(book.runs, book.order.count)
    }
    var luck = Luck(seed: goal.study.seed)
    var isLocallyBest = false
    while book.runs < goal.budget, !isLocallyBest {
      let (plans, isLast) = nextRound(book, &luck)
      isLocallyBest = isLast
      if plans.isEmpty { break }
      try await tryOut(plans, by: trials, shift, in: &book)
      report(book.runs, book.order.count)
    }
    return try await test(book, isLocallyBest: isLocallyBest, by: trials, report: report)
  }

  // MARK: Search

  /// Both ends, and points of a Halton sequence between them.
  private var design: [LeverPlan] {
    let counts = goal.levers.map(\.levels.count)
    var plans = ends
    for place in 1...max(4, 2 * counts.count + 2) {
      let steps = counts.indices.map { lever in
        min(counts[lever] - 1, Int(Halton.value(place, lever) * Double(counts[lever])))
      }
      if !plans.contains(LeverPlan(steps: steps)) { plans.append(LeverPlan(steps: steps)) }
    }
    return plans
  }

  /// The weakest and the strongest plan.
  private var ends: [LeverPlan] {
    let counts = goal.levers.map(\.levels.count)
    return [LeverPlan(steps: counts.map { _ in 0 }), LeverPlan(steps: counts.map { $0 - 1 })]
  }

  /// How far the margins of the whole study lie above those of the stretch that the search looks at.
  private func shift(_ trials: LeverTrials) async throws -> [Double] {
    guard goal.searchEnd != nil else { return goal.study.targets.map { _ in 0 } }
    let pairs = ends.flatMap { plan in
      [LeverTrial.Stretch.whole, .search].map {
        LeverTrial(plan: plan, replication: 0, stretch: $0)
      }
    }
    let seen = try await trials.margins(pairs)
    return goal.study.targets.indices.map { target in
      (seen[0][target] - seen[1][target] + seen[2][target] - seen[3][target]) / 2
    }
  }

  /// The plans of the next round of COMPASS; none when nothing can be learnt any more.
  private func nextRound(_ book: TrialBook, _ luck: inout Luck) -> ([LeverPlan], isLast: Bool) {
    let best = book.ranked()[0]
    let area = PromisingArea(
      best: best,
      tried: book.order,
      counts: goal.levers.map(\.levels.count)
    )
    var plans = area.untriedNeighbours.count <= 4 ? area.untriedNeighbours : []
    for _ in 0..<8 where plans.count < 4 {
      let plan = area.plan(draw: { luck.draw($0) })
      if book.count(of: plan) == 0, !plans.contains(plan) { plans.append(plan) }
    }
    guard plans.isEmpty else { return (plans + [best], false) }
    // The best and its rivals once more; when nothing can be learnt, the search is over.
    let rivals = book.ranked().prefix(3).filter { book.count(of: $0) < Self.mostRuns }
    guard rivals.isEmpty else { return (Array(rivals), false) }
    return (area.untriedNeighbours, area.untriedNeighbours.isEmpty)
  }

  /// Runs each plan some more: as often as is wanted when it is new, once otherwise.
  private func tryOut(
    _ plans: [LeverPlan],
    by trials: LeverTrials,
    _ shift: [Double],
    in book: inout TrialBook
  ) async throws {
    let wanted = plans.flatMap { plan -> [LeverTrial] in
      let count = book.count(of: plan)
      guard count < max(Self.mostRuns, goal.firstRuns) else { return [] }
      return (0..<(count == 0 ? goal.firstRuns : 1)).map {
        LeverTrial(plan: plan, replication: UInt32(count + $0), stretch: .search)
      }
    }
    for (trial, margins) in zip(wanted, try await trials.margins(wanted)) {
      book.add(trial.plan, zip(margins, shift).map(+))
    }
  }

  // MARK: Test

  /// The cheapest promising plans, tested with fresh luck, cheapest first.
  private func test(
    _ book: TrialBook,
    isLocallyBest: Bool,
    by trials: LeverTrials,
    report: @Sendable (Int, Int) -> Void
  ) async throws -> LeverOutcome {
    let promising = finalists(book)
    // Each finalist may be wrongly accepted or wrongly refused.
    let errorEach = (1 - goal.confidence) / Double(promising.count)
    let finals = LeverFinals(goal: goal, trials: trials)
    var finalists: [LeverOutcome.Finalist] = []
    var runs = 0
    for plan in promising {
      let (finalist, used) = try await finals.test(plan, error: errorEach)
      finalists.append(finalist)
      runs += used
      report(book.runs + runs, book.order.count)
      if finalist.verdict == .accepted { break }
    }
    return LeverOutcome(
      goal: goal,
      chosen: finalists.last.flatMap { $0.verdict == .accepted ? $0 : nil },
      finalists: finalists,
      tried: book.order.count,
      searchRuns: book.runs,
      testRuns: runs,
      isLocallyBest: isLocallyBest,
      errorEach: errorEach
    )
  }

  /// The best plans and the surest of all, from the cheapest; so that when none passes, it is not
  /// because only cheap ones were asked.
  private func finalists(_ book: TrialBook) -> [LeverPlan] {
    var plans = Array(book.ranked().prefix(goal.finalists))
    if let surest = book.surest(), !plans.contains(surest) {
      if plans.count == goal.finalists, plans.count > 1 { plans.removeLast() }
      plans.append(surest)
    }
    return plans.sorted {
      let (one, other) = (goal.cost(of: $0), goal.cost(of: $1))
      return one != other ? one < other : $0 < $1
    }
  }
}

/// Why no plan can be searched for.
public enum LeverProblem: Error, Sendable, Hashable {
  /// A run had nothing to measure for one of the targets in its year.
  case nothingToMeasure
}

/// Halton 1960: an even sequence of points.
private enum Halton {
  /// The digits of `place` in the dimension's prime, mirrored behind the point.
  static func value(_ place: Int, _ dimension: Int) -> Double {
    let primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37]
    let base = primes[dimension % primes.count]
    var (left, value, part) = (place, 0.0, 1.0)
    while left > 0 {
      part /= Double(base)
      value += part * Double(left % base)
      left /= base
    }
    return value
  }
}

/// The search's own luck, apart from that of patients.
private struct Luck {
  private let key: SIMD2<UInt32>
  private var turn: UInt32 = 0

  init(seed: UInt64) {
    key = SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
  }

  /// A whole number from 0 to below `bound`; the bias of the multiplication is below 2⁻⁵⁰.
  mutating func draw(_ bound: Int) -> Int {
    turn += 1
    let words = Philox.block(counter: SIMD4(turn, 0x7B01, 0, 0), key: key)
    let word = UInt64(words.x) << 32 | UInt64(words.y)
    return Int(word.multipliedFullWidth(by: UInt64(bound)).high)
  }
}
