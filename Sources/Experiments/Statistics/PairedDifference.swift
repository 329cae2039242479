internal import Probability

/// One policy minus another, replication by replication, under common random numbers.
public struct PairedDifference: Sendable, Hashable {
  /// Mean difference and its 95 % interval.
  public let estimate: Estimate
  /// Chance of a difference this large if there were none; `nil` for one replication.
  public let pValue: Double?
  /// Correlation of the two policies over replications: above zero, common luck has narrowed the
  /// interval; `nil` when a policy does not vary or there are fewer than three replications.
  public let correlation: Double?

  /// Pairs two lists of replications.
  ///
  /// A replication in which either policy had nothing to measure is left out of both.
  ///
  /// - Precondition: the lists are equally long.
  public init?(_ policy: [Double?], minus baseline: [Double?], level: Double = Estimate.level) {
    precondition(policy.count == baseline.count, "replications pair one to one")
    let pairs = zip(policy, baseline).compactMap { one, other in
      one.flatMap { one in other.map { (one, $0) } }
    }
    let differences = pairs.map { $0.0 - $0.1 }
    guard let estimate = Estimate(ofReplications: differences, level: level) else { return nil }
    self.estimate = estimate
    pValue = Self.pValue(of: differences)
    correlation = Self.correlation(of: pairs)
  }

  /// Two-sided p-value of Student's t; equal pairs have no evidence against "no difference".
  private static func pValue(of differences: [Double]) -> Double? {
    let sample = Sample(differences)
    guard let error = sample.standardError else { return nil }
    if sample.mean == 0 { return 1 }
    guard error > 0 else { return 0 }
    let freedom = Double(sample.count - 1)
    let distance = abs(sample.mean) / error
    return 2 * StudentT.cumulative(-distance, degreesOfFreedom: freedom)
  }

  private static func correlation(of pairs: [(Double, Double)]) -> Double? {
    guard pairs.count > 2 else { return nil }
    let (ones, others) = (pairs.map(\.0), pairs.map(\.1))
    let (one, other) = (Sample(ones), Sample(others))
    guard let a = one.variance, let b = other.variance, a > 0, b > 0 else { return nil }
    let products = pairs.reduce(0) { $0 + ($1.0 - one.mean) * ($1.1 - other.mean) }
    return products / Double(pairs.count - 1) / (a * b).squareRoot()
  }
}
