public import Experiments

/// What a sweep tells beyond its tables, as plain text.
public enum AnalysisText {
  /// Rows of a table that are printed; all stand in `analysis.json`.
  private static let shownRows = 40

  /// Every table of an analysis.
  public static func render(_ analysis: SweepAnalysis, _ language: Language) -> String {
    let title = PlainText.shown(language.pick(zh: analysis.zh, en: analysis.en))
    let head = Messages.shared.text(
      "analysis.head",
      language,
      [title, String(analysis.year), String(analysis.shards), String(analysis.tasks)]
    )
    let tables = AnalysisTables(analysis, language).all.map { $0.text(most: shownRows, language) }
    return ([head + "\n"] + tables).joined(separator: "\n")
  }
}
