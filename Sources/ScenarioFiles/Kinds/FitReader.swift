internal import CountyModel
internal import Experiments

/// Reads the observations against which the baseline is held.
struct FitReader {
  let desk: Desk

  init(_ desk: Desk) { self.desk = desk }

  /// The rows of a `fit` list; an absent list is empty.
  func read(_ list: NodeID?, asked path: String, places: KeyPlaces) -> [FitTarget] {
    guard let list else { return [] }
    guard case .list(let rows) = desk[list].content else {
      desk.report(
        .wrongValue,
        at: desk[list].span,
        "expected a list, found \(desk[list].kindInWords)",
        key: path,
        expected: "a list of observations"
      )
      return []
    }
    return rows.enumerated().compactMap { place, row in
      let rowPath = "\(path)[\(place)]"
      let keys = MappingReader(desk, row, path: rowPath, places: places).mapping(row, path: rowPath)
      return keys.flatMap(target)
    }
  }

  private func target(_ row: MappingReader) -> FitTarget? {
    var keys = row
    let id = keys.text(keys.required("id", zh: "编号", expected: "a row of the calibration table"))
    let measure = MeasureWord.read(&keys)
    let (zh, en) = names(&keys)
    let parts = FitTarget.Part.allCases.map(\.rawValue)
    let part = keys.word(
      keys.required("part", zh: "部分", expected: "one of " + Suggestions.list(parts)),
      among: parts
    )
    let range = range(&keys)
    _ = keys.note()
    keys.finish()
    guard let id, let measure, let zh, let en, let part, let range else { return nil }
    return FitTarget(
      id: id,
      measure: measure.id,
      observed: range.observed,
      low: range.low,
      high: range.high,
      part: FitTarget.Part.allCases[part],
      zh: zh,
      en: en,
      unit: range.unit
    )
  }

  private func names(_ keys: inout MappingReader) -> (zh: String?, en: String?) {
    let zh = keys.text(keys.required("zh", zh: "中文", expected: "Chinese wording"))
    return (zh, keys.text(keys.required("en", zh: "英文", expected: "English wording")))
  }

  /// The unit, the observed value and the range around it.
  private func range(
    _ keys: inout MappingReader
  ) -> (unit: FigureUnit, observed: Double, low: Double, high: Double)? {
    let units = FigureUnit.allCases.map(\.rawValue)
    let unitEntry = keys.required("unit", zh: "单位", expected: "one of " + Suggestions.list(units))
    let place = keys.word(unitEntry, among: units)
    let observed = keys.required("observed", zh: "观测值", expected: "a value in the unit")
    let low = keys.required("low", zh: "下限", expected: "a value in the unit")
    let high = keys.required("high", zh: "上限", expected: "a value in the unit")
    guard let place else { return nil }
    let unit = FigureUnit.allCases[place]
    let values = [observed, low, high].map { entry in
      keys.read(entry, expected: QuantityGrammar.wanted(unit)) { scalar throws(ScalarProblem) in
        try QuantityGrammar.value(scalar, in: unit)
      }
    }
    guard let seen = values[0], let least = values[1], let most = values[2], let high else {
      return nil
    }
    guard least <= most else {
      desk.report(
        .outOfRange,
        at: desk[high.value].span,
        "`low` is above `high`",
        key: keys.path(of: "high"),
        expected: "at least \(QuantityGrammar.text(least, in: unit))"
      )
      return nil
    }
    return (unit, seen, least, most)
  }
}

/// Reads the name of a measure.
enum MeasureWord {
  /// The measure a row names; an unknown one is reported with the nearest.
  static func read(_ keys: inout MappingReader) -> Measure? { found(&keys)?.measure }

  /// The measure by which something is chosen; one of which neither more nor less is better is
  /// reported too.
  static func readRanked(_ keys: inout MappingReader) -> Measure? {
    guard let (measure, entry) = found(&keys) else { return nil }
    guard measure.better == .neutral else { return measure }
    keys.desk.report(
      .conflict,
      at: keys.desk[entry.value].span,
      "neither more nor less of `\(measure.id)` is better, so it has no best",
      key: keys.path(of: entry.key),
      help: "`countyflow describe kpis` tells which way each measure is better"
    )
    return nil
  }

  private static func found(_ keys: inout MappingReader) -> (measure: Measure, entry: Entry)? {
    let entry = keys.required("measure", zh: "指标", expected: "the name of a measure")
    guard let entry, let scalar = keys.scalar(entry, expected: "text") else { return nil }
    if let measure = Measure.named(scalar.text) { return (measure, entry) }
    report(scalar.text, at: entry.value, key: keys.path(of: entry.key), on: keys.desk)
    return nil
  }

  /// Reports a measure that nobody declares, with the nearest.
  static func report(_ word: String, at node: NodeID, key: String, on desk: Desk) {
    let names = Measure.all.map(\.id)
    let advice = Suggestions.didYouMean(word, among: names)
    desk.report(
      .unknownKey,
      at: desk[node].span,
      "unknown measure \(Visible.quoted(word))",
      key: key,
      expected: advice == nil ? "one of " + Suggestions.list(names) : nil,
      help: advice ?? "`countyflow describe kpis` lists all measures"
    )
  }
}
