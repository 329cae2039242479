/// Several finished studies side by side, as plain values: what `matrix.json` holds.
///
/// Text, CSV and the page are drawn from this alone.
public struct MatrixTable: Codable, Sendable, Hashable {
  /// The schema of this version.
  public static let currentSchema = "countyflow/matrix/1"

  /// Always `currentSchema` in a file of this version.
  public let schema: String
  /// Short stable name of the series.
  public let id: String
  /// Chinese title.
  public let zh: String
  /// English title.
  public let en: String
  /// What every reader must know.
  public let note: String
  /// The indicators.
  public let rows: [MatrixRow]
  /// Unit of each indicator, by the name of a `MeasureUnit`.
  public let units: [String]
  /// The studies.
  public let columns: [MatrixColumn]
  /// One cell for each indicator and study: indicators in order, studies in order within each.
  public let cells: [[MatrixCell]]

  /// Lays finished studies side by side.
  public init(of series: StudySeries, outcomes: [OutcomeTable]) {
    schema = Self.currentSchema
    (id, zh, en, note) = (series.id, series.zh, series.en, series.note)
    rows = series.rows
    units = series.rows.map { row in
      outcomes.first?.measures.first { $0.id == row.measure }?.unit ?? ""
    }
    columns = outcomes.map(MatrixColumn.init)
    let judged = outcomes.map { $0.verdicts() }
    cells = series.rows.map { row in
      zip(outcomes, judged).map { MatrixCell(of: row.measure, in: $0, judged: $1) }
    }
  }

  /// Whether there is a unit and a row of cells for each indicator, and in each cell something for
  /// every policy.
  var isWhole: Bool {
    guard units.count == rows.count, cells.count == rows.count else { return false }
    guard columns.allSatisfy({ $0.package.map($0.policies.indices.contains) ?? true }) else {
      return false
    }
    return cells.allSatisfy { row in
      row.count == columns.count
        && zip(row, columns).allSatisfy { cell, column in
          let policies = column.policies.count
          return policies > 0 && cell.values.count == policies
            && cell.differences.count == policies
            && cell.verdicts.count == policies * cell.targets.count
            && cell.verdicts.allSatisfy { column.policies.indices.contains($0.policy) }
        }
    }
  }
}

/// One study of a matrix.
public struct MatrixColumn: Codable, Sendable, Hashable {
  /// The study, with its place and period.
  public let study: StudyTable
  /// The policies; the first is the baseline.
  public let policies: [PolicyName]
  /// Place of the policy that pulls the most levers; `nil` when none pulls any.
  public let package: Int?

  /// A policy by its names.
  public struct PolicyName: Codable, Sendable, Hashable {
    /// Short stable name.
    public let id: String
    /// Chinese title.
    public let zh: String
    /// English title.
    public let en: String
  }

  init(_ outcome: OutcomeTable) {
    study = outcome.study
    policies = outcome.policies.map { PolicyName(id: $0.id, zh: $0.zh, en: $0.en) }
    package = outcome.package
  }
}

/// One indicator in one study.
public struct MatrixCell: Codable, Sendable, Hashable {
  /// The year that is shown: that of the study's target, else the one in which it is compared.
  public let year: Int?
  /// The indicator under each policy.
  public let values: [Estimate?]
  /// Each policy minus the baseline, paired by replication; `nil` for the baseline itself.
  public let differences: [Estimate?]
  /// What the plan promises about it.
  public let targets: [Target]
  /// One verdict for each policy and target: policies in order, targets in order within each.
  public let verdicts: [Verdict]

  init(of measure: String, in outcome: OutcomeTable, judged: [Verdict]) {
    targets = outcome.targets.filter { $0.measure == measure }
    verdicts = judged.filter { $0.target.measure == measure }
    let year = targets.map(\.year).filter(outcome.years.contains).max() ?? outcome.comparedYear
    self.year = year
    let policies = outcome.policies.indices
    values = policies.map { policy in
      year.flatMap { outcome.estimate(of: measure, policy: policy, year: $0) }
    }
    differences = policies.map { policy in
      policy == 0
        ? nil : year.flatMap { outcome.difference(of: measure, policy: policy, year: $0) }
    }
  }

  /// The verdicts on one policy, in the order of the targets.
  public func verdicts(onPolicy policy: Int) -> [Verdict] {
    verdicts.filter { $0.policy == policy }
  }
}

extension OutcomeTable {
  /// The policy that pulls the most levers: the package, where there is one.
  public var package: Int? {
    let most = policies.map(\.settings.count).max() ?? 0
    return most > 0 ? policies.firstIndex { $0.settings.count == most } : nil
  }
}
