public import Experiments

/// The report that a planner opens by double-click: one HTML file, both languages, no network.
public enum ReportPage {
  /// Draws the page from an outcome alone; the same outcome gives the same bytes.
  public static func render(_ outcome: OutcomeTable) -> String {
    let editions = Language.allCases.map { Edition(outcome, $0) }
    let charts = ChartBook(editions)
    let titles = editions.map { $0.written(zh: outcome.study.zh, en: outcome.study.en) }
    return PageFrame(titles: titles).page(of: editions.map { $0.slots(charts) }, drawing: charts)
  }
}

extension Edition {
  /// Everything the templates ask for.
  func slots(_ charts: ChartBook) -> Slots {
    var slots: Slots = [
      "language": language.rawValue, "tag": language.tag, "t": Wording(language: language),
      "head": head, "answer": answer, "verdict": verdictSection,
      "counties": countySection,
      "difference": differenceSection, "policies": policySection,
      "circleRows": circleRows, "reach": reach,
      "sources": rows(of: outcome.sources), "standings": standings,
      "fit": fitParts, "identities": identityRows, "shadows": shadowSection,
      "definitions": definitionRows(of: outcome.measures),
      "warmUp": warmUpSentences,
      "readings": readingSection, "manifest": manifestRows,
      "year": String(year),
      "differenceCharts": chartSlots(charts, "difference."),
      "trajectoryCharts": chartSlots(charts, "trajectory."),
      "mapCharts": chartSlots(charts, "map"),
    ]
    slots["groups"] = MeasureGroup.allCases.map { group -> Slots in
      [
        "name": group.rawValue, "title": text("group.\(group.rawValue)"),
        "explain": text("group.\(group.rawValue).explain", period),
        "charts": chartSlots(charts, "group.\(group.rawValue)"),
        "tables": tables(of: group),
        "any": !measures(of: group).isEmpty,
      ]
    }
    return slots
  }
}
