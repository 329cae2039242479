internal import CountyModel

/// The last stage of a search: the finalists meet fresh luck over the whole study.
struct LeverFinals: Sendable {
  let goal: LeverGoal
  let trials: LeverTrials
  /// Replications of the test begin here, so that it never meets the luck of the search.
  private static let firstReplication: UInt32 = 1 << 16
  /// The most runs of the test of one finalist.
  private static let mostRuns = 2000
  private static let mostRunsByMargins = 64

  /// What the test of one plan says so far.
  private enum Test {
    case years(ChanceTest)
    case margins(MarginTest)

    init(_ goal: LeverGoal, error: Double) {
      let zone = IndifferenceZone(
        bad: goal.probability,
        good: goal.probability + goal.indifference,
        error: error
      )
      switch goal.test {
      case .years: self = .years(ChanceTest(zone))
      case .margins: self = .margins(MarginTest(zone))
      }
    }

    var verdict: ChanceTest.Verdict {
      switch self {
      case .years(let test): test.verdict
      case .margins(let test): test.verdict
      }
    }

    mutating func add(_ margins: [Double]) {
      switch self {
      case .years(var test):
        test.add(hit: margins.allSatisfy { $0 >= 0 } ? .hit : .miss)
        self = .years(test)
      case .margins(var test):
        test.add(margins)
        self = .margins(test)
      }
    }

    /// A block of runs at a time, so that the answer does not depend on the number of threads.
    var block: Int {
      switch self {
      case .years: 8
      case .margins: MarginTest.firstLook
      }
    }

    var most: Int {
      switch self {
      case .years: LeverFinals.mostRuns
      case .margins(let test):
        test.basis == .hits ? LeverFinals.mostRuns : LeverFinals.mostRunsByMargins
      }
    }

    /// How the runs so far are judged.
    var basis: LeverGoal.Test {
      switch self {
      case .years: .years
      case .margins(let test): test.basis == .hits ? .years : .margins
      }
    }

    func chance(_ reached: Int, of runs: Int) -> ShareInterval {
      switch self {
      case .years: .wilson(reached, of: max(1, runs))
      case .margins(let test): test.chance()
      }
    }
  }

  /// Tests a plan until there is a verdict.
  ///
  /// - Parameters:
  ///   - plan: The finalist.
  ///   - error: Probability of each mistake that the test may make.
  /// - Returns: What came of it, and the runs that were made.
  /// - Throws: `LeverProblem` when a run has nothing to measure, or `CancellationError`.
  func test(
    _ plan: LeverPlan,
    error: Double
  ) async throws -> (finalist: LeverOutcome.Finalist, runs: Int) {
    var test = Test(goal, error: error)
    var (made, counted): (Int, [[Double]]) = (0, [])
    while test.verdict == .open, made < test.most {
      let block = (0..<test.block).map { place in
        LeverTrial(
          plan: plan,
          replication: Self.firstReplication + UInt32(made + place),
          stretch: .whole
        )
      }
      for margins in try await trials.margins(block) where test.verdict == .open {
        test.add(margins)
        counted.append(margins)
      }
      made += test.block
    }
    let reached = counted.count { $0.allSatisfy { $0 >= 0 } }
    let targets = goal.study.targets.indices
    let finalist = LeverOutcome.Finalist(
      levels: zip(goal.levers, plan.steps).map { $0.levels[$1] },
      cost: goal.cost(of: plan),
      runs: counted.count,
      reached: reached,
      chance: test.chance(reached, of: counted.count),
      verdict: test.verdict,
      test: test.basis,
      margins: targets.compactMap { target in
        Estimate(ofReplications: counted.map { $0[target] })
      },
      reachedEach: targets.map { target in counted.count { $0[target] >= 0 } }
    )
    return (finalist, made)
  }
}
