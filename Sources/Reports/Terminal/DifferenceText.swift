public import Experiments

/// Policy minus baseline as plain text for a terminal: measures down, policies across.
public enum DifferenceText {
  /// One table and its key.
  public static func render(_ outcome: OutcomeTable, in language: Language = .zh) -> String {
    let edition = Edition(outcome, language)
    let policies = Array(outcome.policies.indices.dropFirst())
    let legend = PolicyLegend(edition, policies)
    var table = TextTable(
      [(edition.text("page.difference"), .left), (edition.text("page.keyBaseline"), .right)]
        + legend.columns
    )
    let rows = edition.differenceRows
    for id in outcome.headlines {
      let unit = edition.unit(of: id)
      let lines = rows.filter { $0.measure == id }
      let name = edition.measure(id).map(edition.name(of:)) ?? PlainText.shown(id)
      let baseline = lines.first.map { unit.level($0.baseline.mean, language) }
      table.add(
        [name, baseline ?? edition.text("word.nothing")]
          + policies.map { policy in
            lines.first { $0.policy == policy }.map { cell($0, unit, language) }
              ?? edition.text("word.nothing")
          }
      )
    }
    let explain = edition.explanation(of: rows)
    let key = edition.isOneRun ? "terminal.differenceKeyOneRun" : "terminal.differenceKey"
    return legend.text + table.text + explain + "\n" + edition.text(key) + "\n"
      + method(of: rows, edition)
  }

  /// How many replications, at what level, by what method, and how alike luck made the policies.
  private static func method(of rows: [DifferenceRow], _ edition: Edition) -> String {
    let n = rows.map(\.difference.n).max() ?? 0
    guard n > 1 else { return edition.text("difference.oneRun") + "\n" }
    let correlations = rows.compactMap(\.correlation)
    guard let low = correlations.min(), let high = correlations.max() else {
      return edition.text("difference.alike", String(n)) + "\n"
    }
    let ends = [low, high].map { Rounding.fixed($0, decimals: 2) }
    let negative = correlations.count { $0 < 0 }
    let caution =
      negative > 0 ? edition.text("difference.negative", String(negative)) + "\n" : ""
    return edition.text("difference.correlation", ends[0], ends[1], String(n)) + "\n" + caution
  }

  /// `+1.20 ±0.31 *`, the star for a difference that is clear after Holm's adjustment.
  private static func cell(
    _ row: DifferenceRow,
    _ unit: UnitText,
    _ language: Language
  ) -> String {
    let mean = unit.bareChange(row.difference.mean, language)
    let half = row.difference.halfWidth.map {
      " " + unit.spread($0, beside: row.difference.mean, language)
    }
    let star = (row.adjustedP ?? 1) < 0.05 ? " *" : ""
    return mean + (half ?? "") + star
  }
}
