public import CountyModel
public import Engine

/// A lever that may be set, between limits that are plausible.
public struct LeverRange: Sendable {
  /// The lever.
  public let lever: LeverDeclaration
  /// The strengths that may be chosen, from the cheapest, in the unit in which policies write it.
  public let levels: [Double]
  /// Cost of each strength, in any one unit; rises with the strength.
  public let costs: [Double]
  /// Days from neutral to the full strength.
  public let rampDays: Int
  /// Day of the run on which the ramp begins; 0 is the first day of the warm-up.
  public let startDay: Int

  /// A range of equal steps from `first` to `last`.
  ///
  /// - Parameters:
  ///   - lever: The lever.
  ///   - first: The cheapest strength.
  ///   - last: The dearest strength.
  ///   - count: Strengths in all.
  ///   - cost: Cost of the whole way from `first` to `last`, 0 or more.
  ///   - startDay: Day of the run on which the ramp begins.
  ///   - rampDays: Days from neutral to the full strength.
  /// - Precondition: there are two steps or more.
  public init(
    lever: LeverDeclaration,
    from first: Double,
    to last: Double,
    levels count: Int,
    cost: Double,
    startDay: Int,
    rampDays: Int
  ) {
    precondition(count > 1 && cost >= 0, "a range has two ends")
    self.lever = lever
    levels = (0..<count).map { first + (last - first) * Double($0) / Double(count - 1) }
    costs = (0..<count).map { cost * Double($0) / Double(count - 1) }
    self.startDay = startDay
    self.rampDays = rampDays
  }
}

/// Which strengths of which levers reach all targets at the least cost.
public struct LeverGoal: Sendable {
  /// The county, the time, the targets and the seed; its policies are not used.
  public let study: Study
  /// The levers that may be set; 1 or more.
  public let levers: [LeverRange]
  /// The probability with which a year must reach all targets together.
  public let probability: Double
  /// How far above that probability a plan must be to be certainly found: the indifference zone.
  public let indifference: Double
  /// The probability of right choices.
  public let confidence: Double
  /// The most runs of the search, before the finalists are tested.
  public let budget: Int
  /// The most finalists.
  public let finalists: Int
  /// How finalists are judged.
  public let test: Test
  /// Runs of a plan when the search first tries it.
  public let firstRuns: Int
  /// First day after the stretch on which the search looks at plans; `nil` for the whole study.
  public let searchEnd: CivilDate?
  /// SHA-256 over the files of the study, so that runs can be found again.
  public let inputs: String

  /// How finalists are judged.
  public enum Test: String, Sendable, CaseIterable {
    /// By years that reach all targets: Wald's sequential test, whatever the law of the margins.
    case years
    /// By how far targets are reached, taken as normal: fewer runs when they are reached by far; by
    /// years where a margin hardly varies.
    case margins
  }

  /// A goal from its parts.
  ///
  /// - Precondition: there is a target and a lever, and `probability` plus `indifference` is below 1.
  public init(
    study: Study,
    levers: [LeverRange],
    probability: Double,
    indifference: Double,
    confidence: Double,
    budget: Int,
    finalists: Int,
    test: Test = .years,
    firstRuns: Int = 2,
    searchEnd: CivilDate? = nil,
    inputs: String
  ) {
    precondition(!levers.isEmpty && !study.targets.isEmpty, "a goal needs levers and targets")
    precondition(probability > 0 && indifference > 0 && probability + indifference < 1)
    precondition(confidence > 0.5 && confidence < 1 && budget > 0 && finalists > 0)
    precondition(firstRuns > 0, "a plan is tried by a run")
    self.study = study
    self.levers = levers
    self.probability = probability
    self.indifference = indifference
    self.confidence = confidence
    self.budget = budget
    self.finalists = finalists
    self.test = test
    self.firstRuns = firstRuns
    self.searchEnd = searchEnd
    self.inputs = inputs
  }

  /// Plans in all.
  public var plans: Double { levers.reduce(1) { $0 * Double($1.levels.count) } }

  /// What a plan costs.
  func cost(of plan: LeverPlan) -> Double {
    zip(levers, plan.steps).reduce(0) { $0 + $1.0.costs[$1.1] }
  }

  /// What every lever at its strongest costs.
  var highestCost: Double { levers.reduce(0) { $0 + ($1.costs.last ?? 0) } }

  /// A plan as a policy.
  func policy(of plan: LeverPlan) -> Policy {
    let settings = zip(levers, plan.steps).compactMap { range, step -> Policy.Setting? in
      guard range.levels[step] != range.lever.neutral else { return nil }
      let course = Timeline(
        neutral: range.lever.neutral,
        level: range.levels[step],
        startDay: range.startDay,
        rampDays: range.rampDays,
        endDay: nil
      )
      return Policy.Setting(path: range.lever.path, course: course)
    }
    return Policy(id: "plan", zh: "方案", en: "Plan", plan: [], note: "", settings: settings)
  }
}

/// One choice: a step of each lever.
struct LeverPlan: Sendable, Hashable, Comparable {
  let steps: [Int]

  /// Distance in steps: how far two plans are apart.
  func distance(to other: LeverPlan) -> Int {
    zip(steps, other.steps).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
  }

  static func < (one: LeverPlan, other: LeverPlan) -> Bool {
    one.steps.lexicographicallyPrecedes(other.steps)
  }
}
