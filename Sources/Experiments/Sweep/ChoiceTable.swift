/// Which point and policy a sweep has chosen by its own rule, with the promise that it keeps.
public struct ChoiceTable: Encodable, Sendable {
  /// The `id` of the measure by which they were compared.
  public let measure: String
  /// The calendar year that is judged.
  public let year: Int
  /// `higher` or `lower`: which is better.
  public let better: String
  /// The least difference that matters, in the unit of the measure.
  public let indifference: Double
  /// With this probability or more the best one is chosen, or is still among those that remain, if it
  /// leads every other by `indifference` or more.
  public let confidence: Double
  /// Most replications of a point and policy.
  public let most: Int
  /// Pairs of a point and a policy that were compared; those of the same scenario are one.
  public let compared: Int
  /// Whether no further round is asked for; `nil` while tasks are missing.
  public let settled: Bool?
  /// On how many first replications of each candidate that was still compared the standing rests.
  ///
  /// More may have been run. `nil` while tasks are missing, or where nothing can be compared.
  public let replications: Int?
  /// The one that was chosen; `nil` while it is open, and where the most replications left several.
  public let chosen: Candidate?
  /// Those that may still be the best, the best mean first; empty while tasks are missing.
  ///
  /// After a choice these are the chosen one and any that came to the very same mean.
  public let remaining: [Candidate]
  /// Those that were dropped for a difference which varied in no replication: luck does not move it,
  /// or too seldom to be seen.
  public let unvaried: [Candidate]
  /// Those that had nothing to measure in some replication, and were not compared.
  public let unmeasured: [Candidate]

  /// A point under a policy.
  public struct Candidate: Encodable, Sendable, Hashable {
    /// Place of the point.
    public let point: Int
    /// The `id` of the policy.
    public let policy: String
    /// What is varied at the point; empty for a policy that nothing of it moves.
    public let values: [Shard.Value]
    /// Replications that were run.
    public let replications: Int
    /// The measure there, with its interval by itself; `nil` when there was nothing to measure.
    public let estimate: Estimate?
  }

  /// Judges the results of a sweep; `nil` where nothing is to be chosen.
  public init?(of results: SweepResults) {
    let manifest = results.manifest
    guard let rule = manifest.best, let year = results.years.last,
      let measure = results.measures.first(where: { $0.id == rule.measure })
    else { return nil }
    let contest = SweepContest(of: results)
    func told(_ candidate: SweepCandidate) -> Candidate {
      let (point, policy) = (candidate.point, candidate.policy)
      return Candidate(
        point: point,
        policy: manifest.policies[policy].id,
        values: results.settings(of: candidate),
        replications: manifest.replications(ofPoint: point, policy: policy),
        estimate: results.estimate(of: rule.measure, point: point, policy: policy, year: year)
      )
    }
    self.measure = rule.measure
    self.year = year
    better = measure.better
    indifference = rule.indifference
    confidence = rule.confidence
    most = rule.to
    compared = contest?.entered.count ?? manifest.candidates.count
    settled = results.furtherTasks.map { $0 == 0 }
    replications = contest?.race?.replications
    chosen = contest?.chosen.map(told)
    remaining = contest?.remaining.map(told) ?? []
    unvaried = contest?.unvaried.map(told) ?? []
    unmeasured = contest?.unmeasured.map(told) ?? []
  }
}
