internal import CountyModel
internal import Engine

/// What `optimise levers --json` prints.
///
/// Holds no path, no time and no number of threads, so equal questions print equal bytes.
public struct LeverSummary: Encodable, Sendable {
  private let schema = "countyflow/optimise-levers/1"
  private let id: String
  private let study: String
  /// As text: JSON readers keep whole numbers exactly only up to 2^53.
  private let seed: String
  private let inputHash: String
  private let levers: [Lever]
  private let targets: [Target]
  private let probability: Double
  private let indifference: Double
  private let confidence: Double
  private let errorEach: Double
  private let method: String
  private let plans: Double
  private let tried: Int
  private let searchRuns: Int
  private let testRuns: Int
  private let locallyBest: Bool
  private let chosen: Finalist?
  private let finalists: [Finalist]
  /// The finalist that came nearest when none passed.
  private let nearest: Finalist?
  private let test: String
  private let firstRuns: Int
  private let searchUntil: String?

  private struct Lever: Encodable {
    let path: String
    let unit: String
    let least: Double
    let most: Double
    let levels: Int
    let cost: Double
  }

  private struct Finalist: Encodable {
    let levels: [Double]
    let cost: Double
    let runs: Int
    let reached: Int
    let chance: ShareInterval
    let verdict: String
    /// How it was judged.
    let test: String
    let margins: [Estimate]
    /// Runs that reached each target.
    let reachedEach: [Int]
    /// The `id` of the target that binds.
    let binding: String
  }

  /// The answer to a goal, read from inputs of a hash.
  public init(of outcome: LeverOutcome, id: String, inputHash: String) {
    let goal = outcome.goal
    self.id = id
    study = goal.study.id
    seed = String(goal.study.seed)
    self.inputHash = inputHash
    levers = goal.levers.map { range in
      Lever(
        path: range.lever.path,
        unit: range.lever.unit.rawValue,
        least: DecimalText.rounded(range.levels.first ?? 0),
        most: DecimalText.rounded(range.levels.last ?? 0),
        levels: range.levels.count,
        cost: DecimalText.rounded(range.costs.last ?? 0)
      )
    }
    targets = goal.study.targets
    probability = goal.probability
    indifference = goal.indifference
    confidence = goal.confidence
    errorEach = DecimalText.rounded(outcome.errorEach)
    method = Self.method(goal.test)
    plans = goal.plans
    tried = outcome.tried
    searchRuns = outcome.searchRuns
    testRuns = outcome.testRuns
    locallyBest = outcome.isLocallyBest
    chosen = outcome.chosen.map { Self.finalist($0, goal) }
    finalists = outcome.finalists.map { Self.finalist($0, goal) }
    nearest = outcome.nearest.map { Self.finalist($0, goal) }
    test = goal.test.rawValue
    firstRuns = goal.firstRuns
    searchUntil = goal.searchEnd?.description
  }

  /// How the plan was found and what is promised.
  static func method(_ test: LeverGoal.Test) -> String {
    let judged =
      switch test {
      case .years: "Wald's sequential test on fresh replications"
      case .margins:
        "one-sided normal tolerance limits of the margins on fresh replications, after 4, 8, 16 … runs, "
          + "or, where a margin hardly varies, Wald's sequential test of the years that reach all targets, "
          + "each with half of the error"
      }
    return "COMPASS (Hong and Nelson 2006) over the lattice of strengths from an even design; "
      + "finalists tested from the cheapest by \(judged), errors shared by Bonferroni; the "
      + "guarantee is over the finalists and over the luck of years, not over uncertain inputs; "
      + "chance with a 95% interval, \(test == .years ? "Wilson's" : "by the same limits or Clopper and Pearson's")"
  }

  private static func finalist(_ found: LeverOutcome.Finalist, _ goal: LeverGoal) -> Finalist {
    Finalist(
      levels: found.levels.map(DecimalText.rounded),
      cost: DecimalText.rounded(found.cost),
      runs: found.runs,
      reached: found.reached,
      chance: ShareInterval(
        low: DecimalText.rounded(found.chance.low),
        high: DecimalText.rounded(found.chance.high)
      ),
      verdict: "\(found.verdict)",
      test: found.test.rawValue,
      margins: found.margins,
      reachedEach: found.reachedEach,
      binding: goal.study.targets[found.binding].id
    )
  }
}
