extension SweepManifest {
  /// Most replications of a round, as study files allow them.
  private static let mostReplications = 100_000

  /// Whether the parts fit each other: as many points as the design says, a value of each axis and
  /// a scenario of each policy at every one of them, rounds that follow upon each other and run
  /// points and policies that there are, and a rule that a study file could state.
  ///
  /// True of everything this program wrote; a manifest that was edited by hand may be of the right
  /// form and yet not fit.
  /// - Complexity: O(points × axes + points of all rounds)
  var isWhole: Bool {
    guard !policies.isEmpty, !rounds.isEmpty, fitsDesign, hasSoundRule,
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

  /// Whether the rule by which the sweep goes on, if any, lies within what study files may state.
  private var hasSoundRule: Bool {
    if let precision {
      guard (0..<1).contains(precision.relative), precision.relative > 0,
        Self.allows(precision.from, precision.to)
      else { return false }
    }
    guard let best else { return true }
    return points.count * policies.count > 1
      && best.indifference > 0 && best.indifference.isFinite
      && (0..<1).contains(best.confidence) && best.confidence > 0
      && Self.allows(best.from, best.to)
  }

  private static func allows(_ from: Int, _ to: Int) -> Bool {
    2 <= from && from <= to && to <= mostReplications
  }

  private func fits(_ round: Round) -> Bool {
    (0...Self.mostReplications).contains(round.firstReplication)
      && (1...Self.mostReplications).contains(round.replications)
      && !round.points.isEmpty && round.points.allSatisfy(points.indices.contains)
      && round.policies.map { !$0.isEmpty && $0.allSatisfy(policies.indices.contains) } ?? true
  }
}
