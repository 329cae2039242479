public import Experiments

/// `matrix.csv`: every indicator of every study under every policy.
public enum MatrixCSV {
  private static let columns = [
    "measure", "measure_zh", "measure_en", "unit", "study", "place_zh", "place_en", "policy",
    "policy_zh", "policy_en", "year", "value", "half_width_95", "replications", "difference",
    "difference_half_width_95", "target", "kind", "sense", "target_value", "target_year",
    "outcome", "margin",
  ]

  /// One line for each indicator, study, policy and target; one without a target where there is none.
  public static func render(_ matrix: MatrixTable) -> String {
    var table = CSVText(columns: columns)
    for (place, row) in matrix.rows.enumerated() {
      for (column, cell) in zip(matrix.columns, matrix.cells[place]) {
        for policy in column.policies.indices {
          let head = head(of: row, matrix.units[place], column, policy, cell)
          let verdicts = cell.verdicts(onPolicy: policy)
          if verdicts.isEmpty { table.add(head + Self.nothing) }
          for verdict in verdicts { table.add(head + promise(verdict)) }
        }
      }
    }
    return table.text
  }

  private static func head(
    of row: MatrixRow,
    _ unit: String,
    _ column: MatrixColumn,
    _ policy: Int,
    _ cell: MatrixCell
  ) -> [CSVText.Cell] {
    let name = column.policies[policy]
    let words = [
      row.measure, row.zh, row.en, unit, column.study.id, column.study.countyZh,
      column.study.countyEn, name.id, name.zh, name.en,
    ]
    let (value, difference) = (cell.values[policy], cell.differences[policy])
    return words.map { .word(PlainText.shown($0)) } + [
      cell.year.map { .whole($0) } ?? .word(""), .decimal(value?.mean),
      .decimal(value?.halfWidth), .whole(value?.n ?? 0), .decimal(difference?.mean),
      .decimal(difference?.halfWidth),
    ]
  }

  private static func promise(_ verdict: Verdict) -> [CSVText.Cell] {
    let target = verdict.target
    return [
      .word(PlainText.shown(target.id)), .word(target.kind.rawValue),
      .word(target.sense.rawValue), .decimal(target.value), .whole(target.year),
      .word(verdict.outcome.rawValue), .word(verdict.margin.rawValue),
    ]
  }

  private static let nothing = [CSVText.Cell](repeating: .word(""), count: 7)
}
