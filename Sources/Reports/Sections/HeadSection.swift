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
      (standing, figures(of: sources, standing))
    }
    let all = counts.reduce(0) { $0 + $1.1 }
    let total = max(all, 1)
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
    let facts = figures(of: sources, .fact)
    var slots: Slots = [
      "parts": parts,
      "total": text("standing.total", String(all), String(facts)),
    ]
    if facts * 2 < all {
      slots["warning"] = text("standing.notForecast", place)
    }
    return slots
  }

  /// Figures of a standing.
  ///
  /// A list counts once for each of its columns, as a row of numbers does: a border of 26 corners is
  /// no firmer or weaker for their number.
  private func figures(of sources: [SourceTable], _ standing: Standing) -> Int {
    let paths = sources.filter { $0.standing == standing.rawValue }.map { source in
      source.path.split(separator: "[").enumerated().map { place, part in
        place == 0 ? part : part.drop { $0.isNumber }
      }.joined(separator: "[")
    }
    return Set(paths).count
  }
}

/// How far a figure may be trusted, as the input files name it.
enum Standing: String, CaseIterable {
  case fact, proxy, nationalMean, solved, assumed
}
