/// What `verify --json` prints.
public struct VerificationSummary: Encodable, Sendable {
  /// `countyflow/verify/1`.
  public let schema = "countyflow/verify/1"
  /// How many standard errors a row was allowed.
  public let limit: Double
  /// Replications per case.
  public let replications: Int
  /// Rows by verdict.
  public let counts: [String: Int]
  /// The judged rows.
  public let rows: [Row]

  /// One exact answer beside what the simulation found.
  public struct Row: Encodable, Sendable {
    /// The case.
    public let id: String
    /// The quantity.
    public let row: String
    /// The exact value.
    public let exact: Double
    /// The mean over replications.
    public let estimate: Double
    /// Distance in standard errors.
    public let z: Double?
    /// `pass`, `fail`, `inconclusive` or `unseen`.
    public let verdict: String
  }

  /// Draws the answers out of a report.
  public init(of report: VerificationReport) {
    limit = DecimalText.rounded(report.limit)
    replications = report.replications
    counts = Dictionary(grouping: report.rows, by: \.verdict.rawValue).mapValues(\.count)
    rows = report.rows.map {
      Row(
        id: $0.caseID,
        row: $0.row,
        exact: DecimalText.rounded($0.exact),
        estimate: DecimalText.rounded($0.estimate),
        z: $0.z.map(DecimalText.rounded),
        verdict: $0.verdict.rawValue
      )
    }
  }
}
