/// One line of a table of differences.
public struct DifferenceRow: Codable, Sendable, Hashable {
  /// Place of the policy in the study.
  public let policy: Int
  /// The `id` of the measure.
  public let measure: String
  /// Calendar year.
  public let year: Int
  /// The baseline's own value.
  public let baseline: Estimate
  /// Policy minus baseline, paired by replication.
  public let difference: Estimate
  /// Holm's adjusted p-value over all lines of the table that vary, 0 or 1 for one that does not;
  /// `nil` for a single replication.
  public let adjustedP: Double?
  /// Correlation of policy and baseline over replications.
  public let correlation: Double?
}

extension OutcomeTable {
  /// Every policy minus the baseline for some measures in one year, adjusted together by Holm.
  ///
  /// Lines without anything to measure are left out.
  public func differences(of measures: [String], year: Int) -> [DifferenceRow] {
    var lines: [(policy: Int, measure: String, baseline: Estimate, paired: PairedDifference)] = []
    for policy in policies.indices.dropFirst() {
      for measure in measures {
        guard
          let baseline = estimate(of: measure, policy: 0, year: year),
          let paired = paired(measure, policy: policy, year: year)
        else { continue }
        lines.append((policy, measure, baseline, paired))
      }
    }
    let adjusted = Holm.adjusted(lines.map { ($0.paired.estimate, $0.paired.pValue) })
    return zip(lines, adjusted).map { line, adjusted in
      DifferenceRow(
        policy: line.policy,
        measure: line.measure,
        year: year,
        baseline: line.baseline,
        difference: line.paired.estimate,
        adjustedP: adjusted.map(DecimalText.rounded),
        correlation: line.paired.correlation.map(DecimalText.rounded)
      )
    }
  }

  /// The measures that lead every comparison: those of the targets, then the usual ones.
  public var headlines: [String] {
    var ids: [String] = []
    for id in targets.map(\.measure) + Headlines.measures
    where !ids.contains(id) && place(ofMeasure: id) != nil { ids.append(id) }
    return ids
  }

  /// The year in which policies are compared: the last deadline inside the run, or the last year.
  public var comparedYear: Int? {
    targets.map(\.year).filter(years.contains).max() ?? years.last
  }
}
