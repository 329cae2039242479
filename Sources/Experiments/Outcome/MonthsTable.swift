internal import CountyModel

/// The baseline of a short study by month, for measures that have a value in every month of every run.
///
/// Kept for studies that are too short to be looked at by quarter (``WarmUpCheck``).
public struct MonthsTable: Codable, Sendable, Hashable {
  /// Months of the run, in order, as `2024-01`.
  public let months: [String]
  /// The `id` of each measure.
  public let measures: [String]
  /// Value by measure, replication and month.
  public let values: [[[Double]]]

  /// Fewest months in which the first has a neighbour in season at the end.
  static let fewest = 12

  init(months: [String], measures: [String], values: [[[Double]]]) {
    self.months = months
    self.measures = measures
    self.values = values
  }

  /// The months of some runs; `nil` when they are fewer than twelve, not all whole, or so many that
  /// quarters do.
  init?(of runs: [Readings], measures ids: [String]) {
    let months = runs[0].months
    guard runs[0].quarters.count < WarmUpCheck.fewestQuarters, months.count >= Self.fewest,
      months.allSatisfy({ $0.days >= 28 })
    else { return nil }
    let found = ids.compactMap { id -> (id: String, values: [[Double]])? in
      guard let measure = Measure.named(id) else { return nil }
      let values = runs.map { run in
        months.indices.compactMap { run.parts(of: measure, inMonth: $0)?.value }
          .map(DecimalText.rounded)
      }
      return values.allSatisfy { $0.count == months.count } ? (id, values) : nil
    }
    self.init(
      months: months.map(\.label),
      measures: found.map(\.id),
      values: found.map(\.values)
    )
  }
}
