/// Everything a study leaves behind, as plain values: what `readings.json` holds.
///
/// Reports are drawn from this alone, so a report drawn from the file is the same, byte for byte,
/// as the one drawn at the end of the run. Numbers carry ten significant digits.
public struct OutcomeTable: Codable, Sendable, Hashable {
  /// The schema of this version.
  public static let currentSchema = "countyflow/readings/1"

  /// Always `currentSchema` in a file of this version.
  public let schema: String
  /// What was compared.
  public let study: StudyTable
  /// The policies; the first is the baseline.
  public let policies: [PolicyTable]
  /// Calendar years of the run, in order.
  public let years: [Int]
  /// Quarters of the run, in order.
  public let quarters: [QuarterTable]
  /// The measures, in the order of the model.
  public let measures: [MeasureTable]
  /// Value by policy, replication, measure and year.
  public let annual: [[[[Double?]]]]
  /// Value by policy, replication, measure and quarter.
  public let quarterly: [[[[Double?]]]]
  /// The baseline by month, when the study is too short to be looked at by quarter.
  public internal(set) var months: MonthsTable?
  /// Exact identities by policy and replication.
  public let identities: [[[IdentityTable]]]
  /// Queueing formulas held against the runs, by policy.
  public let shadows: [[ShadowTable]]
  /// Hash of the event log by policy and replication, in hexadecimal.
  public let fingerprints: [[String]]
  /// Events handled by policy and replication.
  public let events: [[UInt64]]
  /// The counties of a region and their values; empty when the study is of one county.
  public let counties: [CountyTable]
  /// What the plans promise.
  public let targets: [Target]
  /// The county on the map, and what happened where.
  public let map: MapTable
  /// Where the figures of the county came from.
  public let sources: [SourceTable]
  /// The baseline held against observations, `nil` when the county file states none.
  public let fit: FitTable?
  /// What the run was made from.
  public let manifest: Manifest.Contract
}
