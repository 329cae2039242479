extension WarmUpCheck {
  /// What MSER cuts from the months of a measure, if the first month is too far from its neighbour in
  /// season.
  ///
  /// Fewer than three years cannot be freed of their season, and MSER alone would cut off a winter.
  /// The first month is therefore held against the month nearest in season: the same month a year
  /// later, or the last of twelve. The whole interval of their difference must lie beyond the greatest
  /// step between neighbours among the months that are left, which the season makes too.
  static func candidate(
    _ measure: String,
    months runs: [[Double]]
  ) -> (finding: Finding, raw: Double)? {
    let course = runs[0].indices.map { month in Sample(runs.map { $0[month] }).mean }
    let neighbour = min(MonthsTable.fewest, course.count - 1)
    guard let advice = WarmUpAdvice(course, batch: 1), advice.verdict == .steady,
      advice.deleted > 0,
      let estimate = Estimate(ofReplications: runs.map { $0[0] - $0[neighbour] }),
      let halfWidth = estimate.halfWidth, let raw = estimate.chance(ofMean: 0)
    else { return nil }
    let rest = course.dropFirst(advice.deleted)
    let steps = zip(rest, rest.dropFirst()).map { abs($0 - $1) }
    guard let greatest = steps.max(), abs(estimate.mean) - halfWidth > greatest else { return nil }
    let finding = Finding(
      measure: measure,
      periods: advice.deleted,
      difference: estimate,
      adjustedP: raw,
      drifts: false
    )
    return (finding, raw)
  }
}
