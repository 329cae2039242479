internal import Experiments

extension AnalysisTables {
  /// Means with and without the luck of needs, in the order of measures, points and policies: no gain
  /// decides which come first.
  var control: AnalysisTable {
    table(
      "control",
      ["measure", "policy", "at"],
      numbers: ["mean95", "controlled95", "width", "varianceLeft", "perNeeds", "needs", "runs"],
      rows: analysis.control.map { row in
        let unit = unit(of: row.measure)
        return [
          name(of: row.measure), words.name(ofPolicy: row.policy), settings(row.values),
          level(row.plain, unit), row.controlled.map { level($0, unit) } ?? nothing,
          row.width.map { Rounding.fixed($0, decimals: 2) + "×" } ?? nothing,
          row.varianceLeft.map(percent) ?? nothing,
          row.coefficient.map { unit.change($0 / 100, language) } ?? nothing,
          row.needs.map { Rounding.fixed($0, decimals: 4) } ?? nothing, String(row.plain.n),
        ]
      }
    )
  }
}
