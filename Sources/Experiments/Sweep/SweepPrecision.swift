extension SweepManifest {
  /// The rounds that a precision rule still asks for; empty when it is met or nobody asks.
  ///
  /// Pure: the same shards lead to the same rounds, however often the sweep was interrupted. Each
  /// round at most doubles the replications of a point; the number is the one at which the half
  /// width would be small enough if the spread stayed as it is.
  public func nextRounds(after results: SweepResults) -> [Round] {
    guard let rule = precision, let year = results.years.last else { return [] }
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
      wanted[Ask(first: known, more: more), default: []].append(point)
    }
    var firstTask = taskCount
    return wanted.sorted { ($0.key.first, $0.key.more) < ($1.key.first, $1.key.more) }.map {
      ask,
      points in
      let round = Round(
        firstTask: firstTask,
        firstReplication: ask.first,
        replications: ask.more,
        points: points
      )
      firstTask += round.taskCount(policies: policies.count)
      return round
    }
  }

  /// Replications of a point, over all rounds.
  func replications(ofPoint point: Int) -> Int {
    rounds.filter { $0.points.contains(point) }
      .reduce(0) { max($0, $1.firstReplication + $1.replications) }
  }

  private struct Ask: Hashable {
    let first: Int
    let more: Int
  }
}

extension SweepManifest.Precision {
  /// Replications that are still missing by Student's t half width, after those that were run.
  func missing(after values: [Double], of known: Int) -> Int {
    guard known < to else { return 0 }
    guard let estimate = Estimate(ofReplications: values), let half = estimate.halfWidth else {
      // Nothing to measure, or one value: as many again.
      return min(known, to - known)
    }
    let goal = relative * abs(estimate.mean)
    guard half > goal else { return 0 }
    guard goal > 0 else { return min(known, to - known) }
    let needed = (Double(known) * (half / goal) * (half / goal)).rounded(.up)
    return Int(min(max(needed, Double(known + 1)), Double(min(2 * known, to)))) - known
  }
}
