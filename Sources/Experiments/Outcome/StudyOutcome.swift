public import CountyModel

/// A finished study.
public struct StudyOutcome: Sendable {
  /// What was compared.
  public let study: Study
  /// What each replication of each policy left behind: by policy, then by replication.
  public let readings: [[Readings]]
  /// What the run was made from and what it ran on.
  public let manifest: Manifest
  /// The same, as plain values: what reports and files are made from.
  public let table: OutcomeTable

  /// A measure over a calendar year.
  public func estimate(of measure: Measure, policy: Int, year: Int) -> Estimate? {
    table.estimate(of: measure.id, policy: policy, year: year)
  }

  /// A measure over a quarter, counted from 0.
  public func estimate(of measure: Measure, policy: Int, quarter: Int) -> Estimate? {
    table.estimate(of: measure.id, policy: policy, quarter: quarter)
  }

  /// A policy minus the baseline over a calendar year, paired by replication.
  public func difference(
    of measure: Measure,
    policy: Int,
    from baseline: Int = 0,
    year: Int
  ) -> Estimate? {
    table.difference(of: measure.id, policy: policy, from: baseline, year: year)
  }

  /// One verdict for each policy and target.
  public func verdicts() -> [Verdict] { table.verdicts() }
}
