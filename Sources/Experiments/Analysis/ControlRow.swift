/// A measure at a point under a policy, plain and with the luck of needs taken out.
///
/// How many needs arose over how many were to be expected is 1 on average under every policy. What a run
/// had more or less of them tells part of its luck, and a regression takes that part out.
///
/// - Source: Lavenberg and Welch 1981, as `ControlVariate` has it.
public struct ControlRow: Encodable, Sendable {
  /// The `id` of the measure that serves as control.
  public static let control = "population.needsOverExpected"
  /// Its mean under every policy.
  static let expectation = 1.0
  /// Fewest replications from which a coefficient and an interval are estimated.
  static let fewestReplications = 4

  /// The `id` of the measure.
  public let measure: String
  /// Calendar year.
  public let year: Int
  /// Place of the point.
  public let point: Int
  /// The `id` of the policy.
  public let policy: String
  /// What is varied at the point; empty for a policy that nothing of it moves.
  public let values: [Shard.Value]
  /// Mean over replications with Student's t interval, without the control.
  public let plain: Estimate
  /// The mean that goes with as many needs as are expected; `nil` for too few replications, or a
  /// measure that is the same in all of them.
  public let controlled: Estimate?
  /// Half the width of the controlled interval over that of the plain one; above 1 where the control
  /// does harm.
  public let width: Double?
  /// Variance of a replication about the regression over its variance.
  public let varianceLeft: Double?
  /// What the measure moves if twice as many needs arise as are expected, in its unit.
  public let coefficient: Double?
  /// Mean of the control over the replications; above 1 where more needs arose than were expected.
  public let needs: Double?

  /// Every measure at every point under every policy; those of the same scenario are one.
  ///
  /// The control is left out as a measure: it would explain itself.
  static func rows(
    of results: SweepResults,
    _ measures: [MeasureTable],
    year: Int
  ) -> [ControlRow] {
    measures.filter { $0.id != control }.flatMap { measure in
      results.manifest.candidates.compactMap { candidate in
        ControlRow(of: results, candidate, measure.id, year: year)
      }
    }
  }

  /// `nil` where there was nothing to measure.
  private init?(
    of results: SweepResults,
    _ candidate: SweepCandidate,
    _ measure: String,
    year: Int
  ) {
    func replications(_ measure: String) -> [Double?] {
      let question = SweepQuestion(policy: candidate.policy, measure: measure, year: year)
      return results.replications(question, place: candidate.point)
    }
    let answers = replications(measure)
    guard let plain = Estimate(ofReplications: answers.compactMap(\.self)) else { return nil }
    let pairs = zip(answers, replications(Self.control)).compactMap { answer, needs in
      answer.flatMap { answer in needs.map { (answer: answer, needs: $0) } }
    }
    // Equal answers have no spread but that of rounding.
    let found =
      pairs.contains { $0.answer != pairs[0].answer }
      ? ControlVariate(
        pairs.map(\.answer),
        control: pairs.map(\.needs),
        expectation: Self.expectation
      ) : nil
    self.measure = measure
    self.year = year
    point = candidate.point
    policy = results.manifest.policies[candidate.policy].id
    values = results.settings(of: candidate)
    self.plain = plain
    controlled = found?.estimate
    width = found?.estimate.halfWidth.flatMap { half in
      plain.halfWidth.map { DecimalText.rounded(half / $0) }
    }
    varianceLeft = found.map { DecimalText.rounded($0.varianceRatio) }
    coefficient = found.map { DecimalText.rounded($0.coefficient) }
    needs = pairs.isEmpty ? nil : DecimalText.rounded(Sample(pairs.map(\.needs)).mean)
  }
}
