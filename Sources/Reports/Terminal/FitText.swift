internal import CountyModel
public import Experiments

/// The fit table as plain text for a terminal.
public enum FitText {
  /// One table for each part: construction, solved, predicted.
  public static func render(_ fit: FitTable, in language: Language = .zh) -> String {
    FitTarget.Part.allCases.filter { !fit.rows(of: $0).isEmpty }
      .map { table($0, fit.rows(of: $0), language) }
      .joined(separator: "\n")
  }

  private static func table(
    _ part: FitTarget.Part,
    _ rows: [FitRow],
    _ language: Language
  ) -> String {
    func word(_ key: String, _ values: [String] = []) -> String {
      Messages.shared.text(key, language, values)
    }
    var table = TextTable([
      (word("page.calibrationRow"), .left), (word("page.observation"), .left),
      (word("page.simulated"), .right), (word("page.observed"), .right),
      (word("page.range"), .right), (word("page.fitResult"), .left),
    ])
    for row in rows {
      let unit = UnitText(named: row.unit.rawValue)
      table.add([
        PlainText.shown(row.id), PlainText.shown(language.pick(zh: row.zh, en: row.en)),
        row.simulated.map { unit.level($0, language) } ?? word("word.nothing"),
        unit.level(row.observed, language),
        unit.written(row.low, language) + " – " + unit.written(row.high, language),
        word(row.inside ? "fit.inside" : "fit.outside"),
      ])
    }
    let score = word("fit.score", [String(rows.count(where: \.inside)), String(rows.count)])
    return word("fit.\(part.rawValue)") + word("page.comma") + score + "\n"
      + word("fit.\(part.rawValue).means") + "\n" + table.text
  }
}
