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
    /// Chance of reaching all targets, Wilson's interval.
    public let chance: ShareInterval
    /// What the test says.
    public let verdict: ChanceTest.Verdict
    /// Each target over the test's runs: the mean of measure minus target, positive when better
    /// than promised.
    public let margins: [Estimate]
  }
}
