extension SweepManifest {
  /// What a precision rule still asks for, by point; empty when it is met or there is none.
  ///
  /// The rule is that of `SequentialReplications`, for every point and policy by itself.
  func asksForPrecision(after results: SweepResults) -> [Ask: [Int]] {
    guard let rule = precision, let year = results.years.last else { return [:] }
    var wanted: [Ask: [Int]] = [:]
    for point in points.indices {
      let known = replications(ofPoint: point)
      let missing = policies.indices.map { policy in
        let values = results.replications(
          of: rule.measure,
          point: point,
          policy: policy,
          year: year
        )
        return rule.missing(after: values.compactMap(\.self), of: known)
      }
      guard let more = missing.max(), more > 0 else { continue }
      wanted[Ask(first: known, more: more, policies: nil), default: []].append(point)
    }
    return wanted
  }
}

extension SweepManifest.Precision {
  /// The same rule as `--precision` of a study: Hoad's, with its look-ahead.
  private var plan: SequentialReplications {
    SequentialReplications(rule: RelativePrecision(relative: relative), first: from, most: to)
  }

  /// Whether the precision holds after these values, and for as many more as it must.
  func holds(for values: [Double]) -> Bool {
    if case .enough = plan.decision(after: values) { return true }
    return false
  }

  /// Half the interval over the mean; `nil` without an interval, or with a mean of 0.
  func reached(by values: [Double]) -> Double? { plan.rule.reached(by: values) }

  /// Replications that are still missing after those that were run.
  ///
  /// While the precision does not hold, a round goes as far as the spread so far promises that it
  /// will, plus the look-ahead: one at a time would be one round each, and a cluster would idle.
  /// More than the rule asks for does no harm; it never stops earlier than the rule.
  ///
  /// - Parameters:
  ///   - values: What was measured, in the order of the replications.
  ///   - known: Replications that were run.
  /// - Returns: At most as many again, and never beyond `to`.
  func missing(after values: [Double], of known: Int) -> Int {
    guard known < to else { return 0 }
    let most = min(known, to - known)
    // Where some had nothing to measure, only more of them can tell.
    guard values.count == known else { return most }
    switch plan.decision(after: values) {
    case .enough, .gaveUp: return 0
    case .runUntil(let next):
      guard !plan.rule.isReached(by: values) else { return min(next - known, to - known) }
      guard let promised = plan.rule.replicationsNeeded(byPilot: values) else { return most }
      return min(max(promised + plan.lookAhead, next) - known, most)
    }
  }
}
