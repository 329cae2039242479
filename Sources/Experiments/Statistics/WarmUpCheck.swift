/// Whether the baseline begins as it goes on: a study whose warm-up is too short begins otherwise.
///
/// From three years on quarters are looked at: each freed of its season, averaged over replications, and
/// cut by MSER. The cut alone would find something in mere noise; it counts only when the quarters before
/// it differ from the rest over the replications. A shorter study is looked at by month.
public struct WarmUpCheck: Sendable, Hashable {
  /// A measure whose beginning is unlike the rest.
  public struct Finding: Sendable, Hashable {
    /// The `id` of the measure.
    public let measure: String
    /// Quarters or months at the beginning that MSER leaves out.
    public let periods: Int
    /// Mean of these quarters minus the mean of the rest, seasons taken out; of months, the first minus
    /// the one nearest in season.
    public let difference: Estimate
    /// Chance of such a difference if there were none, adjusted by Holm over all measures looked at.
    public let adjustedP: Double
    /// Whether the rest goes on moving: neighbouring half-years of it are alike, so that a longer
    /// warm-up would not help.
    public let drifts: Bool
  }

  /// What a run was cut into.
  public enum Period: Sendable, Hashable {
    case quarters, months
  }

  /// Fewest quarters that can be looked at: three of each season.
  public static let fewestQuarters = 12

  /// What was looked at.
  public let period: Period
  /// Measures that begin unlike the rest, in the order asked for.
  public let findings: [Finding]
  /// Measures that could be looked at.
  public let looked: Int

  /// Looks at some measures under the first policy.
  ///
  /// `nil` for a run of fewer than twelve quarters whose months are not known or not twelve, and for
  /// one replication, which cannot tell.
  ///
  /// - Source: White 1997 (MSER), here with a quarter or a month in the place of a batch of five; von
  ///   Neumann's test of the batch means of what is left.
  public init?(of table: OutcomeTable, measures: [String]) {
    guard table.annual[0].count > 1 else { return nil }
    let candidates: [(finding: Finding, raw: Double)?]
    if table.quarters.count >= Self.fewestQuarters {
      period = .quarters
      candidates = Self.candidates(byQuarterIn: table, measures)
    } else if let months = table.months {
      period = .months
      candidates = measures.compactMap(months.measures.firstIndex(of:)).map {
        Self.candidate(months.measures[$0], months: months.values[$0])
      }
    } else {
      return nil
    }
    // Nothing that could be looked at has not been found calm.
    guard !candidates.isEmpty else { return nil }
    looked = candidates.count
    findings = Self.adjusted(candidates.compactMap(\.self), looked: looked)
  }

  /// Measures that were looked at, each with what was cut off, if anything was.
  private static func candidates(
    byQuarterIn table: OutcomeTable,
    _ measures: [String]
  ) -> [(finding: Finding, raw: Double)?] {
    let seasons = table.quarters.map(\.quarter)
    return measures.compactMap(table.place(ofMeasure:)).compactMap { row in
      let runs = table.quarterly[0].map { $0[row].compactMap(\.self) }
      guard runs.allSatisfy({ $0.count == seasons.count }) else { return nil }
      return .some(Self.candidate(table.measures[row].id, Self.freed(runs, of: seasons)))
    }
  }

  /// The findings that hold after Holm's adjustment.
  private static func adjusted(
    _ candidates: [(finding: Finding, raw: Double)],
    looked: Int
  ) -> [Finding] {
    // Measures without a cut have nothing to say against theirs.
    let silent = Array(repeating: 1.0, count: looked - candidates.count)
    let adjusted = Holm.adjusted(candidates.map(\.raw) + silent)
    return zip(candidates, adjusted).compactMap { candidate, adjusted in
      guard adjusted < 1 - Estimate.level else { return nil }
      return Finding(
        measure: candidate.finding.measure,
        periods: candidate.finding.periods,
        difference: candidate.finding.difference,
        adjustedP: DecimalText.rounded(adjusted),
        drifts: candidate.finding.drifts
      )
    }
  }

  /// Where MSER cuts a measure, and how sure the replications are of the difference.
  private static func candidate(
    _ measure: String,
    _ runs: [[Double]]
  ) -> (finding: Finding, raw: Double)? {
    let course = runs[0].indices.map { quarter in Sample(runs.map { $0[quarter] }).mean }
    guard let advice = WarmUpAdvice(course, batch: 1), advice.verdict == .steady,
      advice.deleted > 0
    else { return nil }
    let cut = advice.deleted
    let differences = runs.map { run in
      Sample(Array(run.prefix(cut))).mean - Sample(Array(run.dropFirst(cut))).mean
    }
    guard let estimate = Estimate(ofReplications: differences),
      let raw = estimate.chance(ofMean: 0)
    else { return nil }
    let rest = Array(course.dropFirst(cut))
    let batches = BatchMeans(rest, batches: rest.count / 2)
    let finding = Finding(
      measure: measure,
      periods: cut,
      difference: estimate,
      adjustedP: raw,
      drifts: batches?.batchesAreCorrelated ?? false
    )
    return (finding, raw)
  }

  /// Every run less the mean of each season over all years and replications.
  private static func freed(_ runs: [[Double]], of seasons: [Int]) -> [[Double]] {
    var means: [Int: Double] = [:]
    for season in Set(seasons) {
      let places = seasons.indices.filter { seasons[$0] == season }
      means[season] = Sample(runs.flatMap { run in places.map { run[$0] } }).mean
    }
    return runs.map { run in zip(run, seasons).map { $0 - (means[$1] ?? 0) } }
  }
}
