public import Experiments

/// The page of a sweep: one HTML file, both languages, no network.
public enum SweepPage {
  /// Draws the page from results and their study; the same results give the same bytes.
  public static func render(_ results: SweepResults, on ground: SweepGround) -> String {
    let verdicts = results.verdicts(on: ground.targets)
    let differences = SweepDifferences(of: results)
    let editions = Language.allCases.map { language in
      SweepEdition(
        results: results,
        ground: ground,
        verdicts: verdicts,
        differences: differences,
        language: language
      )
    }
    let charts = ChartBook(editions)
    let manifest = results.manifest
    let titles = editions.map { $0.written(zh: manifest.zh, en: manifest.en) }
    return PageFrame(titles: titles).page(of: editions.map { $0.slots(charts) }, drawing: charts)
  }
}

extension SweepEdition {
  /// Everything the templates ask for.
  func slots(_ charts: ChartBook) -> Slots {
    [
      "sweep": true,
      "language": language.rawValue, "tag": language.tag, "t": Wording(language: language),
      "head": head, "varied": variedSection, "targets": targetSection,
      "axes": words.axisNames, "curves": curveSection, "curveCharts": chartSlots(charts, "curve."),
      "levels": levelSection, "differences": differenceSection, "unknown": unknownSection,
      "sources": rows(of: ground.sources), "standings": standings,
      "definitions": definitionRows(of: measures), "manifest": manifestRows,
      "year": String(year),
    ]
  }
}
