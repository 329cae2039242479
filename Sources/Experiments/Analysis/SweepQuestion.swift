/// A measure under one policy of a sweep over a calendar year.
struct SweepQuestion: Sendable, Hashable {
  /// Place of the policy in the sweep.
  let policy: Int
  /// The `id` of the measure.
  let measure: String
  /// Calendar year.
  let year: Int
}

extension SweepResults {
  /// Independent answers at a point of the inner design.
  ///
  /// One for each replication. Around uncertain inputs, one for each outer point instead: its mean
  /// over replications, since replications share what is not known.
  func answers(_ question: SweepQuestion, point: Int) -> [Double?] {
    guard let outer = manifest.design.outer else {
      return replications(question, place: point)
    }
    return (0..<outer).map { mean(question, place: manifest.place(ofPoint: point, outer: $0)) }
  }

  /// The mean of the independent answers at a point; `nil` when there was nothing to measure.
  func answer(_ question: SweepQuestion, point: Int) -> Double? {
    let answers = answers(question, point: point).compactMap(\.self)
    return answers.isEmpty ? nil : Sample(answers).mean
  }

  /// The mean over replications at any point; `nil` when there was nothing to measure.
  func mean(_ question: SweepQuestion, place: Int) -> Double? {
    let values = replications(question, place: place).compactMap(\.self)
    return values.isEmpty ? nil : Sample(values).mean
  }

  /// One value for each replication at any point.
  func replications(_ question: SweepQuestion, place: Int) -> [Double?] {
    replications(
      of: question.measure,
      point: place,
      policy: question.policy,
      year: question.year
    )
  }
}
