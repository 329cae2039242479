/// Which points and policies of a sweep may be the best in one measure.
public struct BestRow: Encodable, Sendable {
  /// The `id` of the measure.
  public let measure: String
  /// Calendar year.
  public let year: Int
  /// `higher` or `lower`: which is better.
  public let better: String
  /// Pairs of a point and a policy that were compared; those of the same scenario are one.
  public let compared: Int
  /// With this probability or more the best one is among the candidates.
  public let confidence: Double
  /// Those that cannot be ruled out, the best mean first.
  public let candidates: [Candidate]

  /// A point under a policy.
  public struct Candidate: Encodable, Sendable {
    /// Place of the point in the inner design.
    public let point: Int
    /// The `id` of the policy.
    public let policy: String
    /// What is varied at the point; empty for a policy that nothing of it moves.
    public let values: [Shard.Value]
    /// The measure there, with its interval.
    public let estimate: Estimate
    /// The part of further replications that it should get, from 0 to 1.
    public let next: Double
  }

  /// Compares all points under all policies; `nil` where a measure has no better side, or where fewer
  /// than two pairs were measured twice.
  ///
  /// Around uncertain inputs an answer is that of an outer point, so that what is not known counts.
  init?(of results: SweepResults, _ measure: MeasureTable, year: Int) {
    guard measure.better != "neutral" else { return nil }
    let sign = measure.better == "higher" ? 1.0 : -1.0
    let manifest = results.manifest
    var systems: [(candidate: SweepCandidate, answers: [Double?], estimate: Estimate)] = []
    for candidate in manifest.candidates {
      let question = SweepQuestion(policy: candidate.policy, measure: measure.id, year: year)
      let answers = results.answers(question, point: candidate.point)
      let known = answers.compactMap(\.self)
      guard known.count > 1, let estimate = Estimate(ofReplications: known) else { continue }
      systems.append((candidate, answers, estimate))
    }
    guard systems.count > 1 else { return nil }
    let kept = BestSubset.survivors(systems.map { $0.answers.map { $0.map { $0 * sign } } })
    let parts = OCBA.allocation(
      means: kept.map { -sign * systems[$0].estimate.mean },
      deviations: kept.map {
        Sample(systems[$0].answers.compactMap(\.self)).variance?.squareRoot() ?? 0
      },
      budget: 1
    )
    self.measure = measure.id
    self.year = year
    better = measure.better
    compared = systems.count
    confidence = Estimate.level
    let candidates = zip(kept, parts).map { place, part in
      let system = systems[place]
      return Candidate(
        point: system.candidate.point,
        policy: manifest.policies[system.candidate.policy].id,
        values: results.settings(of: system.candidate),
        estimate: system.estimate,
        next: DecimalText.rounded(part)
      )
    }
    self.candidates = candidates.sorted { sign * $0.estimate.mean > sign * $1.estimate.mean }
  }
}
