/// How surely one policy meets one target, over what is not known.
///
/// - Source: `model.md` §10: the chance is over uncertain inputs; replications alone share them and
///   would always say 0 or 1.
public struct ChanceRow: Encodable, Sendable {
  /// Place of the point in the inner design.
  public let point: Int
  /// The `id` of the policy.
  public let policy: String
  /// The `id` of the target.
  public let target: String
  /// Outer points whose mean over replications meets it.
  public let met: Int
  /// Outer points that had something to measure.
  public let points: Int
  /// Wilson's 95 % interval of the chance.
  public let interval: ShareInterval
  /// Mean margin over outer points, in the unit of the measure: above 0 where the target is met.
  public let margin: Double
  /// Variance of the margin between outer points: what is not known; `nil` for fewer than two outer
  /// points of two replications.
  public let varianceBetween: Double?
  /// Variance of one replication within an outer point: the luck of a year.
  public let varianceWithin: Double?

  /// Part of the variance of one year that is due to what is not known; `nil` without both.
  public var shareUnknown: Double? {
    guard let between = varianceBetween, let within = varianceWithin, between + within > 0 else {
      return nil
    }
    return between / (between + within)
  }

  init?(_ results: SweepResults, _ target: Target, point: Int, policy: Int) {
    let manifest = results.manifest
    let groups = (0..<(manifest.design.outer ?? 0)).map { outer in
      let place = manifest.place(ofPoint: point, outer: outer)
      return results.margins(of: target, place: place, policy: policy)
    }.filter { !$0.isEmpty }
    guard !groups.isEmpty else { return nil }
    let means = groups.map { Sample($0).mean }
    let spread = UncertaintyRow(
      groups,
      point: point,
      policy: manifest.policies[policy].id,
      measure: target.measure,
      year: target.year
    )
    self.point = point
    self.policy = manifest.policies[policy].id
    self.target = target.id
    met = means.count { $0 >= 0 }
    points = means.count
    interval = .wilson(met, of: points)
    margin = DecimalText.rounded(Sample(means).mean)
    varianceBetween = spread?.varianceBetween
    varianceWithin = spread?.varianceWithin
  }
}
