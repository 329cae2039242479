extension SweepManifest {
  /// Whether the sweep goes on by a rule of its own, instead of a fixed number of replications.
  public var hasStoppingRule: Bool { precision != nil || best != nil }

  /// The rounds that the rule of the sweep still asks for; empty when it is met or there is none.
  ///
  /// Pure: the same shards lead to the same rounds, however often the sweep was interrupted.
  public func nextRounds(after results: SweepResults) -> [Round] {
    let asks = best == nil ? asksForPrecision(after: results) : asksForBest(after: results)
    var firstTask = taskCount
    return asks.sorted { $0.key < $1.key }.map { ask, points in
      let round = Round(
        firstTask: firstTask,
        firstReplication: ask.first,
        replications: ask.more,
        points: points,
        policies: ask.policies
      )
      firstTask += round.taskCount(policies: policies.count)
      return round
    }
  }

  /// Replications of a point, over all rounds: the most that any of its policies has.
  public func replications(ofPoint point: Int) -> Int {
    rounds.filter { $0.points.contains(point) }
      .reduce(0) { max($0, $1.firstReplication + $1.replications) }
  }

  /// Replications of a policy at a point, over all rounds.
  public func replications(ofPoint point: Int, policy: Int) -> Int {
    rounds.filter { $0.points.contains(point) && $0.policies?.contains(policy) != false }
      .reduce(0) { max($0, $1.firstReplication + $1.replications) }
  }

  /// What a rule asks for at some points.
  struct Ask: Hashable, Comparable {
    /// The first replication that is missing.
    let first: Int
    /// How many are missing.
    let more: Int
    /// Places of the policies; `nil` for all of them.
    let policies: [Int]?

    static func < (one: Ask, other: Ask) -> Bool {
      guard (one.first, one.more) == (other.first, other.more) else {
        return (one.first, one.more) < (other.first, other.more)
      }
      return (one.policies ?? []).lexicographicallyPrecedes(other.policies ?? [])
    }
  }
}
