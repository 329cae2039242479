/// What `compare --json` and `run --json` print: the answers, without the map and the raw readings.
///
/// Holds no path, no time and no number of threads, so equal studies print equal bytes.
public struct ComparisonSummary: Encodable, Sendable {
  /// `countyflow/compare/1` or `countyflow/run/1`.
  public let schema: String
  /// What was compared.
  public let study: StudyTable
  /// The policies; the first is the baseline.
  public let policies: [PolicyTable]
  /// The measures.
  public let measures: [MeasureTable]
  /// Calendar years of the run.
  public let years: [Int]
  /// By policy, measure and year; `nil` when there was nothing to measure.
  public let annual: [[[Estimate?]]]
  /// Policy minus baseline in the deadline year, adjusted together by Holm.
  public let differences: [DifferenceRow]
  /// One verdict for each policy and target.
  public let verdicts: [Verdict]
  /// How many identities were checked, and those that do not hold.
  public let identities: IdentityCount
  /// The baseline held against observations.
  public let fit: FitTable?
  /// Hash of the event log by policy and replication.
  public let fingerprints: [[String]]
  /// How intervals and p-values were made.
  public let method: String
  /// How precise a measure became, when replications were added for it.
  public let precision: ReachedPrecision?
  /// What the run was made from.
  public let manifest: Manifest.Contract

  /// How many identities were checked.
  public struct IdentityCount: Encodable, Sendable {
    /// Over all policies and replications.
    public let checked: Int
    /// The names of those that do not hold.
    public let broken: [String]
  }

  /// Which command prints it.
  public enum Command: String, Sendable {
    /// Several policies against the first.
    case compare
    /// One policy.
    case run
  }

  /// Draws the answers out of a table.
  public init(
    of table: OutcomeTable,
    for command: Command,
    precision: ReachedPrecision? = nil
  ) {
    self.precision = precision
    schema = "countyflow/\(command.rawValue)/1"
    study = table.study
    policies = table.policies
    measures = table.measures
    years = table.years
    annual = table.policies.indices.map { policy in
      table.measures.map { measure in
        table.years.map { table.estimate(of: measure.id, policy: policy, year: $0) }
      }
    }
    differences =
      table.comparedYear.map {
        table.differences(of: table.headlines, year: $0)
      } ?? []
    verdicts = table.verdicts()
    let broken = table.brokenIdentities.map { lapse in
      "\(table.policies[lapse.policy].id)/\(lapse.replication)/\(lapse.identity.id)"
    }
    identities = IdentityCount(
      checked: table.identities.joined().joined().count,
      broken: broken
    )
    fit = table.fit
    fingerprints = table.fingerprints
    method = Self.method
    manifest = table.manifest
  }

  /// How intervals and p-values were made.
  static let method =
    "means over replications with 95% Student t intervals; differences paired by replication "
    + "under common random numbers; p-values adjusted by Holm over all differences listed that vary, "
    + "and over all verdicts that vary; "
    + "no interval from one run; chance of meeting a target not computed"
}
