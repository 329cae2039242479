public import Experiments

/// Several studies side by side as plain text for a terminal.
public enum MatrixText {
  /// How many indicators fit beside each other where measures are listed singly.
  private static let shownIndicators = 5

  /// The matrix, then the measures of studies that list more than a package.
  public static func render(_ matrix: MatrixTable, _ language: Language) -> String {
    let edition = MatrixEdition(matrix: matrix, language: language)
    let title = edition.written(zh: matrix.zh, en: matrix.en)
    let note = matrix.note.isEmpty ? "" : edition.note(matrix.note) + "\n"
    let parts =
      [title + "\n" + note, grid(edition)]
      + matrix.columns.indices.filter { matrix.columns[$0].policies.count > 2 }
      .map { measures(ofColumn: $0, edition) }
    return parts.joined(separator: "\n")
  }

  private static func grid(_ edition: MatrixEdition) -> String {
    let matrix = edition.matrix
    var table = TextTable(
      [(edition.text("page.indicator"), .left)]
        + matrix.columns.map { (edition.name(of: $0), .left) }
    )
    for (place, row) in matrix.rows.enumerated() {
      table.add(
        [edition.name(of: row)]
          + zip(matrix.columns, matrix.cells[place]).map { column, cell in
            line(of: cell, column, edition.unit(place), edition)
          }
      )
    }
    let partial = edition.partialYears.map { $0 + "\n" } ?? ""
    return table.text + edition.text("matrix.key") + "\n" + partial
  }

  /// Baseline, package and verdicts: `63.40% → 65.12% ±0.04, ≥70% (2027) ✗`; without a verdict the
  /// year alone, since studies of other periods stand beside it.
  private static func line(
    of cell: MatrixCell,
    _ column: MatrixColumn,
    _ unit: UnitText,
    _ edition: MatrixEdition
  ) -> String {
    let baseline = cell.values[0].map { unit.level($0.mean, edition.language) }
    var line = baseline ?? edition.text("word.nothing")
    if let package = column.package {
      line += " → " + edition.level(cell.values[package], unit)
    }
    let verdicts = cell.verdicts(onPolicy: column.package ?? 0)
    if baseline != nil, verdicts.isEmpty, let year = cell.year {
      line += edition.language.pick(zh: "（\(year)）", en: " (\(year))")
    }
    for verdict in verdicts {
      line +=
        edition.text("page.comma") + edition.promise(verdict.target, unit) + " "
        + edition.sign(of: verdict, in: column)
    }
    return line
  }

  private static func measures(ofColumn place: Int, _ edition: MatrixEdition) -> String {
    let (matrix, column) = (edition.matrix, edition.matrix.columns[place])
    let rows = matrix.rows.indices.prefix(shownIndicators)
    var table = TextTable(
      [(edition.text("page.policy"), .left)]
        + rows.map { (edition.name(of: matrix.rows[$0]), .right) }
    )
    for policy in column.policies.indices.dropFirst() {
      table.add(
        [edition.name(of: column.policies[policy])]
          + rows.map { row in
            edition.change(matrix.cells[row][place].differences[policy], edition.unit(row))
          }
      )
    }
    return edition.text("matrix.measures", edition.name(of: column)) + "\n" + table.text
  }
}
