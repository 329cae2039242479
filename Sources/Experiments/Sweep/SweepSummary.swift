/// What `summary.json` holds: the measures that are shown first, at every point.
///
/// It tells nothing of when or where the tasks were run: a sweep that was interrupted and taken up
/// again ends with the same bytes.
public struct SweepSummary: Encodable, Sendable {
  /// `countyflow/sweep-summary/1`.
  public let schema = "countyflow/sweep-summary/1"
  /// Short stable name of the sweep.
  public let id: String
  /// Chinese title.
  public let zh: String
  /// English title.
  public let en: String
  /// What every reader must know.
  public let note: String
  /// How the points came about.
  public let design: SweepManifest.Design
  /// What is varied.
  public let axes: [SweepManifest.Axis]
  /// The policies; the first is the reference of differences.
  public let policies: [SweepManifest.PolicyName]
  /// The measures that are shown first.
  public let measures: [MeasureTable]
  /// Years that are measured.
  public let years: [Int]
  /// Tasks of all rounds so far.
  public let tasks: Int
  /// Tasks that are done.
  public let shards: Int
  /// SHA-256 over number and seal of every shard.
  public let contentHash: String
  /// How far the precision rule was met; `nil` for a fixed number of replications.
  public let precision: PrecisionTable?
  /// Which point and policy was chosen as the best; `nil` where nothing was to be chosen.
  public let best: ChoiceTable?
  /// Every point, policy, measure and year that has something to show.
  public let estimates: [Row]
  /// What is not known about the county against what chance does; empty without uncertain inputs.
  public let uncertainty: [UncertaintyRow]

  /// One measure at a point over a year.
  public struct Row: Encodable, Sendable {
    /// Place of the point.
    public let point: Int
    /// Its values, in the order of the axes.
    public let values: [Double]
    /// The `id` of the policy.
    public let policy: String
    /// The `id` of the measure.
    public let measure: String
    /// Calendar year.
    public let year: Int
    /// Mean over replications with its 95 % interval.
    public let estimate: Estimate
    /// Policy minus the first policy, paired by replication; `nil` for the first itself.
    public let difference: Estimate?
    /// Two-sided p-value of the difference, not adjusted.
    public let pValue: Double?
    /// The same, adjusted by Holm over all differences of the summary that vary.
    public let adjustedP: Double?
  }

  /// Draws the summary out of the results.
  public init(of results: SweepResults) {
    let manifest = results.manifest
    id = manifest.id
    zh = manifest.zh
    en = manifest.en
    note = manifest.note
    design = manifest.design
    axes = manifest.axes
    policies = manifest.policies
    measures = results.shown.compactMap { id in results.measures.first { $0.id == id } }
    years = results.years
    tasks = manifest.taskCount
    shards = results.shards
    contentHash = results.contentHash
    precision = PrecisionTable(of: results)
    best = ChoiceTable(of: results)
    estimates = Self.rows(of: results, measures: results.shown)
    uncertainty = UncertaintyRow.all(of: results)
  }

  private static func rows(of results: SweepResults, measures: [String]) -> [Row] {
    let manifest = results.manifest
    let differences = SweepDifferences(of: results)
    return manifest.points.indices.flatMap { point in
      manifest.policies.indices.flatMap { policy in
        measures.flatMap { measure in
          results.years.compactMap { year in
            Row(results, differences, point: point, policy: policy, measure: measure, year: year)
          }
        }
      }
    }
  }
}

extension SweepSummary.Row {
  fileprivate init?(
    _ results: SweepResults,
    _ differences: SweepDifferences,
    point: Int,
    policy: Int,
    measure: String,
    year: Int
  ) {
    guard
      let estimate = results.estimate(of: measure, point: point, policy: policy, year: year)
    else { return nil }
    self.point = point
    values = results.manifest.points[point].values
    self.policy = results.manifest.policies[policy].id
    self.measure = measure
    self.year = year
    self.estimate = estimate
    let paired =
      policy == 0
      ? nil : results.difference(of: measure, point: point, policy: policy, year: year)
    difference = paired?.estimate
    pValue = paired?.pValue.map(DecimalText.rounded)
    adjustedP = differences.adjustedP(of: measure, point: point, policy: policy, year: year)
  }
}
