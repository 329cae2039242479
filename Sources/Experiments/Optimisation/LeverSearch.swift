internal import CountyModel
internal import Probability

/// Finds the cheapest strengths of some levers that reach all targets with a wanted probability.
///
/// Three stages: an even design over the plausible limits (Sobol's screening idea on a Halton
/// sequence, with both ends), COMPASS from the best of it, and a test of the cheapest promising
/// plans with fresh luck, cheapest first. All plans meet the same luck in the same replication.
///
/// The guarantee is that of the last stage alone, over the finalists: with probability `confidence`
/// the chosen plan reaches the targets with at least the wanted probability, and no cheaper finalist
/// that exceeds it by the indifference zone was passed over. That no plan outside the finalists is
/// cheaper is not guaranteed; the search is only known to have tried all neighbours.
public struct LeverSearch: Sendable {
  /// The question.
  public let goal: LeverGoal
  /// Runs of a plan when it is first tried, and the most while searching.
  private static let first = 2
  private static let mostRuns = 6
  /// Replications of the test begin here, so that it never meets the luck of the search.
  private static let testBegins: UInt32 = 1 << 16
  /// The most runs of the test of one finalist.
  private static let mostTests = 2000

  /// A search for an answer.
  public init(_ goal: LeverGoal) { self.goal = goal }

  /// Searches and tests.
  ///
  /// - Parameters:
  ///   - threads: Runs at a time; changes nothing but the wait.
  ///   - report: Called after each round with runs so far and plans tried.
  /// - Returns: The finalists, and the cheapest that passed.
  /// - Throws: `LeverProblem` when a run has nothing to measure, or `CancellationError`.
  public func run(
    threads: Int,
    report: @escaping @Sendable (_ runs: Int, _ plans: Int) -> Void
  ) async throws -> LeverOutcome {
    var book = TrialBook(goal)
    try await tryOut(design, in: &book, threads: threads)
    report(book.runs, book.order.count)
    var luck = Luck(seed: goal.study.seed)
    var isLocallyBest = false
    while book.runs < goal.budget, !isLocallyBest {
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
      if plans.isEmpty {
        // The best and its rivals once more; when nothing can be learnt, the search is over.
        let rivals = book.ranked().prefix(3).filter { book.count(of: $0) < Self.mostRuns }
        isLocallyBest = rivals.isEmpty && area.untriedNeighbours.isEmpty
        if rivals.isEmpty { plans = area.untriedNeighbours }
        if rivals.isEmpty, plans.isEmpty { break }
        try await tryOut(Array(rivals) + plans, in: &book, threads: threads)
      } else {
        try await tryOut(plans + [best], in: &book, threads: threads)
      }
      report(book.runs, book.order.count)
    }
    return try await test(book, isLocallyBest: isLocallyBest, threads: threads, report: report)
  }

  // MARK: Stages

  /// Both ends, and points of a Halton sequence between them.
  private var design: [LeverPlan] {
    let counts = goal.levers.map(\.levels.count)
    var plans = [
      LeverPlan(steps: counts.map { _ in 0 }), LeverPlan(steps: counts.map { $0 - 1 }),
    ]
    for place in 1...max(4, 2 * counts.count + 2) {
      let steps = counts.indices.map { lever in
        min(counts[lever] - 1, Int(Self.halton(place, lever) * Double(counts[lever])))
      }
      if !plans.contains(LeverPlan(steps: steps)) { plans.append(LeverPlan(steps: steps)) }
    }
    return plans
  }

  /// Halton 1960: the digits of `place` in the dimension's prime, mirrored behind the point.
  private static func halton(_ place: Int, _ dimension: Int) -> Double {
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

  /// Runs each plan some more: twice when it is new, once otherwise.
  private func tryOut(_ plans: [LeverPlan], in book: inout TrialBook, threads: Int) async throws {
    let wanted = plans.flatMap { plan -> [(LeverPlan, UInt32)] in
      let count = book.count(of: plan)
      guard count < Self.mostRuns else { return [] }
      return (0..<(count == 0 ? Self.first : 1)).map { (plan, UInt32(count + $0)) }
    }
    let margins = try await margins(wanted, threads: threads)
    for ((plan, _), margin) in zip(wanted, margins) { book.add(plan, margin) }
  }

  /// The cheapest promising plans, tested with fresh luck, cheapest first.
  private func test(
    _ book: TrialBook,
    isLocallyBest: Bool,
    threads: Int,
    report: @Sendable (Int, Int) -> Void
  ) async throws -> LeverOutcome {
    let promising = Array(book.ranked().prefix(goal.finalists)).sorted {
      let (one, other) = (goal.cost(of: $0), goal.cost(of: $1))
      return one != other ? one < other : $0 < $1
    }
    // Each finalist may be wrongly accepted or wrongly refused.
    let errorEach = (1 - goal.confidence) / Double(promising.count)
    var finalists: [LeverOutcome.Finalist] = []
    var runs = 0
    for plan in promising {
      let (finalist, used) = try await test(plan, error: errorEach, threads: threads)
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

  private func test(
    _ plan: LeverPlan,
    error: Double,
    threads: Int
  ) async throws -> (LeverOutcome.Finalist, runs: Int) {
    var test = ChanceTest(
      bad: goal.probability,
      good: goal.probability + goal.indifference,
      error: error
    )
    var seen: [[Double]] = []
    while test.verdict == .open, test.trials < Self.mostTests {
      // A block of runs at a time, so that the answer does not depend on the number of threads.
      let block = (0..<8).map { (plan, Self.testBegins + UInt32(seen.count + $0)) }
      for margin in try await margins(block, threads: threads) {
        seen.append(margin)
        if test.verdict == .open {
          test.add(hit: margin.allSatisfy { $0 >= 0 } ? .hit : .miss)
        }
      }
    }
    let counted = Array(seen.prefix(test.trials))
    let margins = goal.study.targets.indices.compactMap { target in
      Estimate(ofReplications: counted.map { $0[target] })
    }
    let finalist = LeverOutcome.Finalist(
      levels: zip(goal.levers, plan.steps).map { $0.levels[$1] },
      cost: goal.cost(of: plan),
      runs: test.trials,
      reached: test.hits,
      chance: .wilson(test.hits, of: max(1, test.trials)),
      verdict: test.verdict,
      margins: margins
    )
    return (finalist, seen.count)
  }

  /// One run of each pair of plan and replication.
  private func margins(_ pairs: [(LeverPlan, UInt32)], threads: Int) async throws -> [[Double]] {
    let jobs = pairs.map { plan, replication in
      ReplicationJob(
        study: goal.study.with(policy: goal.policy(of: plan)),
        policy: 0,
        replication: replication
      )
    }
    let watch = ProgressWatch(jobs: jobs.count) { _ in }
    let targets = goal.study.targets
    return try await ReplicationPool.gather(jobs, threads: threads) { job in
      guard let margins = TrialBook.margins(of: try job.run(watch: watch), targets) else {
        throw LeverProblem.nothingToMeasure
      }
      return margins
    }
  }
}

/// Why no plan can be searched for.
public enum LeverProblem: Error, Sendable, Hashable {
  /// A run had nothing to measure for one of the targets in its year.
  case nothingToMeasure
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
