extension OutcomeTable {
  /// One verdict for each policy and target: policies in order, targets in order within each.
  ///
  /// Whether a verdict is clear is judged for all together: by Holm's adjustment.
  public func verdicts() -> [Verdict] {
    let promises = policies.indices.flatMap { policy in targets.map { (policy, $0) } }
    let judgements = Judgement.all(
      of: promises.map { policy, target in
        let judged = target.judged(in: years) {
          replications(of: target.measure, policy: policy, year: $0)
        }
        return (target: target, estimate: judged)
      }
    )
    return zip(promises, judgements).map { verdict(on: $0.1, policy: $0.0, $1) }
  }

  /// One promise as it was judged by the annual value of its deadline year.
  private func verdict(on target: Target, policy: Int, _ judgement: Judgement) -> Verdict {
    let lastQuarter = quarters.lastIndex { $0.year == target.year }
    return Verdict(
      policy: policy,
      target: target,
      value: estimate(of: target.measure, policy: policy, year: target.year),
      daysMeasured: quarters.filter { $0.year == target.year }.reduce(0) { $0 + $1.days },
      lastQuarter: lastQuarter.flatMap {
        estimate(of: target.measure, policy: policy, quarter: $0)
      },
      outcome: judgement.outcome,
      margin: judgement.margin,
      adjustedP: judgement.adjustedP,
      gap: judgement.gap,
      chance: .notComputed
    )
  }
}
