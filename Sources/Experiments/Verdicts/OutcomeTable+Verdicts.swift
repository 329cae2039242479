extension OutcomeTable {
  /// One verdict for each policy and target: policies in order, targets in order within each.
  ///
  /// Whether a verdict is clear is judged for all together: by Holm's adjustment.
  public func verdicts() -> [Verdict] {
    let promises = policies.indices.flatMap { policy in targets.map { (policy, $0) } }
    let raw = promises.map { policy, target in
      judged(target, policy: policy)?.chance(ofMean: target.value)
    }
    var adjusted = Holm.adjusted(raw.compactMap(\.self))[...]
    return zip(promises, raw).map { promise, raw in
      verdict(on: promise.1, policy: promise.0, adjustedP: raw.flatMap { _ in adjusted.popFirst() })
    }
  }

  /// Judges one promise by the annual value of its deadline year.
  private func verdict(on target: Target, policy: Int, adjustedP: Double?) -> Verdict {
    let value = estimate(of: target.measure, policy: policy, year: target.year)
    let lastQuarter = quarters.lastIndex { $0.year == target.year }
    let judged = self.judged(target, policy: policy)
    let gap = judged.map {
      DecimalText.rounded(($0.mean - target.value) * target.sense.sign)
    }
    return Verdict(
      policy: policy,
      target: target,
      value: value,
      daysMeasured: quarters.filter { $0.year == target.year }.reduce(0) { $0 + $1.days },
      lastQuarter: lastQuarter.flatMap {
        estimate(of: target.measure, policy: policy, quarter: $0)
      },
      outcome: gap.map { $0 >= 0 ? .met : .missed } ?? .notMeasured,
      margin: adjustedP.map { $0 < 1 - Estimate.level ? .clear : .straddles } ?? .unknown,
      adjustedP: adjustedP.map(DecimalText.rounded),
      gap: gap,
      chance: .notComputed
    )
  }

  /// The estimate that is held against the target's value.
  private func judged(_ target: Target, policy: Int) -> Estimate? {
    switch target.kind {
    case .reach, .keep: estimate(of: target.measure, policy: policy, year: target.year)
    case .rise: smallestRise(of: target, policy: policy)
    }
  }

  /// The smallest change from one year to the next up to the deadline.
  private func smallestRise(of target: Target, policy: Int) -> Estimate? {
    let judgedYears = years.filter { $0 <= target.year }
    guard judgedYears.last == target.year else { return nil }
    let changes = zip(judgedYears, judgedYears.dropFirst()).map { before, after in
      PairedDifference(
        replications(of: target.measure, policy: policy, year: after),
        minus: replications(of: target.measure, policy: policy, year: before)
      )?.estimate
    }
    guard changes.allSatisfy({ $0 != nil }) else { return nil }
    let worst = changes.compactMap(\.self).min {
      $0.mean * target.sense.sign < $1.mean * target.sense.sign
    }
    return worst
  }
}

extension Target.Sense {
  /// 1 when more is better, −1 when less is.
  var sign: Double {
    switch self {
    case .atLeast: 1
    case .atMost: -1
    }
  }
}
