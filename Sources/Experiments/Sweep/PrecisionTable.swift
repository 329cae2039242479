/// How far a sweep came by its own precision rule.
public struct PrecisionTable: Encodable, Sendable {
  /// The `id` of the measure that is judged.
  public let measure: String
  /// The calendar year that is judged.
  public let year: Int
  /// The part of the mean that half the 95 % interval was to be.
  public let relative: Double
  /// Most replications of a point.
  public let most: Int
  /// Whether no further round is asked for; `nil` while tasks are missing.
  public let settled: Bool?
  /// Where the most replications were run, and the precision does not hold; empty while tasks are
  /// missing.
  public let missed: [Miss]

  /// A point and policy that stayed less precise than was asked for.
  public struct Miss: Encodable, Sendable, Hashable {
    /// Place of the point.
    public let point: Int
    /// The `id` of the policy.
    public let policy: String
    /// Replications that were run.
    public let replications: Int
    /// Half the interval over the mean, after all of them; `nil` where there is none, or a mean of 0.
    ///
    /// It may lie within what was asked for: the rule wants it to stay there for some more.
    public let reached: Double?
  }

  /// Judges the results of a sweep; `nil` when its number of replications is fixed.
  public init?(of results: SweepResults) {
    let manifest = results.manifest
    guard let rule = manifest.precision, let year = results.years.last else { return nil }
    measure = rule.measure
    self.year = year
    relative = rule.relative
    most = rule.to
    settled = results.furtherTasks.map { $0 == 0 }
    missed = results.isComplete ? Self.missed(in: results, by: rule, year) : []
  }

  private static func missed(
    in results: SweepResults,
    by rule: SweepManifest.Precision,
    _ year: Int
  ) -> [Miss] {
    let manifest = results.manifest
    var missed: [Miss] = []
    for point in manifest.points.indices {
      let known = manifest.replications(ofPoint: point)
      guard known >= rule.to else { continue }
      for (policy, name) in manifest.policies.enumerated() {
        let values = results.replications(
          of: rule.measure,
          point: point,
          policy: policy,
          year: year
        ).compactMap(\.self)
        guard !rule.holds(for: values) else { continue }
        let reached = rule.reached(by: values).map(DecimalText.rounded)
        missed.append(
          Miss(point: point, policy: name.id, replications: known, reached: reached)
        )
      }
    }
    return missed
  }
}
