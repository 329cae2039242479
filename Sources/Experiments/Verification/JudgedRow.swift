/// One exact answer beside what the simulation found.
public struct JudgedRow: Sendable, Hashable {
  /// The case.
  public let caseID: String
  /// The quantity, with the law of service or the estimator where there are several.
  public let row: String
  /// The exact value.
  public let exact: Double
  /// The mean over replications.
  public let estimate: Double
  /// The standard error of that mean; 0 for formulas.
  public let standardError: Double
  /// The distance from the exact value in standard errors; nothing where there is no error.
  public let z: Double?
  /// How many times the length that the cases file asks for was run.
  public let stretch: Int
  /// What follows.
  public let verdict: Verdict

  /// What follows from a row.
  public enum Verdict: String, Sendable, Hashable {
    /// Within the limit.
    case pass
    /// Further from the exact value than chance explains, or not checked at all.
    case fail
    /// Too short a test to see a fault: it may not pass.
    case inconclusive
    /// So rare that the run was expected not to meet it, and did not.
    case unseen
  }

  /// An answer that nobody knows how to find.
  static func unknown(caseID: String, row: String, exact: Double) -> JudgedRow {
    JudgedRow(
      caseID: caseID,
      row: row,
      exact: exact,
      estimate: .nan,
      standardError: 0,
      z: nil,
      stretch: 1,
      verdict: .fail
    )
  }
}
