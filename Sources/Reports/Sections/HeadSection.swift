internal import Experiments

/// Title, what was run, and how much of it is fact.
extension Edition {
  var head: Slots {
    let study = outcome.study
    return [
      "title": written(zh: study.zh, en: study.en),
      "note": note(study.note),
      "county": written(zh: study.countyZh, en: study.countyEn),
      "residents": text("head.residents", Rounding.fixed(Double(study.residents), decimals: 0)),
      "period": text("head.period", PlainText.shown(study.start), PlainText.shown(lastDay)),
      "effort": text(
        "head.effort",
        String(outcome.policies.count),
        String(study.replications),
        String(study.warmUpDays)
      ),
      "standing": standing(
        of: outcome.sources,
        place: written(zh: study.countyZh, en: study.countyEn)
      ),
    ]
  }

  /// The first day after the run, named as such.
  private var lastDay: String { outcome.study.end }
}

extension Told {
  /// How many figures of a place stand how firmly, with the warning that follows from it.
  func standing(of sources: [SourceTable], place: String) -> Slots {
    let counts = Standing.allCases.map { standing in
      (standing, sources.count { $0.standing == standing.rawValue })
    }
    let total = max(sources.count, 1)
    var left = 0.0
    let parts: [Slots] = counts.map { standing, count in
      let width = 1000 * Double(count) / Double(total)
      defer { left += width }
      return [
        "name": text("standing.\(standing.rawValue)"), "class": standing.rawValue,
        "means": text("standing.\(standing.rawValue).means"),
        "count": String(count), "x": DecimalText.text(of: left),
        "width": DecimalText.text(of: width),
        "share": Rounding.fixed(100 * Double(count) / Double(total), decimals: 0) + "%",
      ]
    }
    let facts = sources.count { $0.standing == Standing.fact.rawValue }
    var slots: Slots = [
      "parts": parts,
      "total": text("standing.total", String(sources.count), String(facts)),
    ]
    if facts * 2 < sources.count {
      slots["warning"] = text("standing.notForecast", place)
    }
    return slots
  }
}

/// How far a figure may be trusted, as the input files name it.
enum Standing: String, CaseIterable {
  case fact, proxy, nationalMean, solved, assumed
}
