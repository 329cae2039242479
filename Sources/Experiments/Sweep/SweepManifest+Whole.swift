extension SweepManifest {
  /// Most replications of a round, as study files allow them.
  private static let mostReplications = 100_000

  /// Whether every list fits the others: as many points as the design says, a value of each axis and
  /// a scenario of each policy at every one of them, and rounds that follow upon each other and run
  /// points and policies that there are.
  ///
  /// True of everything this program wrote; a manifest that was edited by hand may be of the right
  /// form and yet not fit.
  /// - Complexity: O(points × axes + points of all rounds)
  var isWhole: Bool {
    guard !policies.isEmpty, !rounds.isEmpty, fitsDesign,
      points.allSatisfy({ $0.values.count == axes.count && $0.scenarios.count == policies.count })
    else { return false }
    var nextTask = 0
    for round in rounds {
      guard round.firstTask == nextTask, fits(round) else { return false }
      nextTask += round.taskCount(policies: policies.count)
    }
    return true
  }

  /// Whether the design is repeated around each outer point, and there are such where inputs are
  /// uncertain.
  private var fitsDesign: Bool {
    let outer = design.outer ?? 1
    guard design.points > 0, outer > 0, points.count.isMultiple(of: outer),
      points.count / outer == design.points,
      innerAxes + uncertainAxes == axes, uncertainAxes.isEmpty == (design.outer == nil)
    else { return false }
    return points.enumerated().allSatisfy { place, point in
      point.outer == (design.outer == nil ? nil : place / design.points)
    }
  }

  private func fits(_ round: Round) -> Bool {
    (0...Self.mostReplications).contains(round.firstReplication)
      && (1...Self.mostReplications).contains(round.replications)
      && !round.points.isEmpty && round.points.allSatisfy(points.indices.contains)
      && round.policies.map { !$0.isEmpty && $0.allSatisfy(policies.indices.contains) } ?? true
  }
}
