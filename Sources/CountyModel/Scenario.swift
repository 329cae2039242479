public import Engine

/// One thing to simulate: a county, a policy and a stretch of time.
public struct Scenario: Sendable {
  /// The county.
  public let inputs: CountyInputs
  /// The policy.
  public let policy: Policy
  /// First day that is measured; a whole quarter starts here.
  public let start: CivilDate
  /// First day after the run.
  public let end: CivilDate
  /// Days simulated before `start` and not measured.
  public let warmUpDays: Int

  /// A scenario from its parts.
  ///
  /// - Precondition: `start` is before `end`, `warmUpDays` is not negative.
  public init(
    inputs: CountyInputs,
    policy: Policy,
    start: CivilDate,
    end: CivilDate,
    warmUpDays: Int
  ) {
    precondition(start < end, "a run needs at least one day")
    precondition(warmUpDays >= 0, "a warm-up cannot be negative")
    self.inputs = inputs
    self.policy = policy
    self.start = start
    self.end = end
    self.warmUpDays = warmUpDays
  }
}
