/// What came of a search for the cheapest plan.
public struct LeverOutcome: Sendable {
  /// The question.
  public let goal: LeverGoal
  /// The cheapest finalist that passed the test; `nil` when none did.
  public let chosen: Finalist?
  /// All finalists that were tested, from the cheapest.
  public let finalists: [Finalist]
  /// Plans that the search tried.
  public let tried: Int
  /// Runs of the search.
  public let searchRuns: Int
  /// Runs of the test.
  public let testRuns: Int
  /// Whether every neighbour of the best plan of the search was tried too.
  public let isLocallyBest: Bool
  /// Error that the test allows itself for each finalist and side.
  public let errorEach: Double

  /// The finalist that came nearest when none passed: the one that reached all targets the most
  /// often, or whose binding target was missed by the least; `nil` when one passed.
  public var nearest: Finalist? {
    guard chosen == nil else { return nil }
    func rank(_ one: Finalist) -> (Double, Double) {
      (Double(one.reached) / Double(max(1, one.runs)), one.certainty(one.binding))
    }
    return finalists.max { rank($0) < rank($1) }
  }

  /// A plan that was tested.
  public struct Finalist: Sendable {
    /// Strength of each lever.
    public let levels: [Double]
    /// What it costs.
    public let cost: Double
    /// Fresh runs.
    public let runs: Int
    /// Of these, runs that reached all targets.
    public let reached: Int
    /// Chance of reaching all targets: Wilson's interval when the goal asks for years; else by the
    /// limits of the margins, or Clopper and Pearson's when a margin hardly varied.
    public let chance: ShareInterval
    /// What the test says.
    public let verdict: ChanceTest.Verdict
    /// How it was judged: by years, whatever the goal asks for, when a margin hardly varied.
    public let test: LeverGoal.Test
    /// Each target over the test's runs: the mean of measure minus target, positive when better
    /// than promised.
    public let margins: [Estimate]
    /// Runs that reached each target.
    public let reachedEach: [Int]

    /// The target that binds: reached the most seldom, or by the least when all are alike.
    public var binding: Int {
      let places = margins.indices
      return places.min {
        (reachedEach[$0], certainty($0)) < (reachedEach[$1], certainty($1))
      } ?? 0
    }

    /// How many half-widths of its interval a margin lies above 0.
    fileprivate func certainty(_ target: Int) -> Double {
      let margin = margins[target]
      guard let half = margin.halfWidth, half > 0 else { return margin.mean }
      return margin.mean / half
    }
  }
}
