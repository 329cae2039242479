/// How much of the spread of a measure is due to what is not known, and how much to chance.
public struct UncertaintyRow: Encodable, Sendable {
  /// Place of the point in the inner design.
  public let point: Int
  /// The `id` of the policy.
  public let policy: String
  /// The `id` of the measure.
  public let measure: String
  /// Calendar year.
  public let year: Int
  /// Mean over outer points.
  public let mean: Double
  /// Variance of the true mean between outer points: what is not known; never below 0.
  public let varianceBetween: Double
  /// Mean variance of one replication within an outer point: chance.
  public let varianceWithin: Double
  /// Outer points that had something to measure.
  public let outerPoints: Int
  /// Replications of each.
  public let replications: Int

  /// Every point of the inner design, policy, shown measure and year; none without an outer design.
  public static func all(of results: SweepResults) -> [UncertaintyRow] {
    let manifest = results.manifest
    guard let outer = manifest.design.outer, outer > 1 else { return [] }
    return (0..<manifest.design.points).flatMap { point in
      manifest.policies.indices.flatMap { policy in
        results.shown.flatMap { measure in
          results.years.compactMap { year in
            let groups = (0..<outer).map { place in
              results.replications(
                of: measure,
                point: place * manifest.design.points + point,
                policy: policy,
                year: year
              ).compactMap(\.self)
            }
            return UncertaintyRow(
              groups,
              point: point,
              policy: manifest.policies[policy].id,
              measure: measure,
              year: year
            )
          }
        }
      }
    }
  }

  /// One-way analysis of variance with random effects.
  ///
  /// The groups are the replications of each outer point; without two groups of two there is none.
  ///
  /// - Source: Searle, Casella and McCulloch, *Variance Components*: the between variance is the
  ///   variance of the group means less the within variance over the replications of a group.
  init?(_ groups: [[Double]], point: Int, policy: String, measure: String, year: Int) {
    let samples = groups.filter { $0.count > 1 }.map(Sample.init)
    guard samples.count > 1 else { return nil }
    let means = Sample(samples.map(\.mean))
    let within = Sample(samples.compactMap(\.variance)).mean
    // Of unequal groups the harmonic mean of their sizes counts.
    let size = Double(samples.count) / samples.reduce(0) { $0 + 1 / Double($1.count) }
    self.point = point
    self.policy = policy
    self.measure = measure
    self.year = year
    mean = DecimalText.rounded(means.mean)
    varianceBetween = DecimalText.rounded(max(0, (means.variance ?? 0) - within / size))
    varianceWithin = DecimalText.rounded(within)
    outerPoints = samples.count
    replications = samples.map(\.count).max() ?? 0
  }
}
