internal import CountyModel
internal import Experiments

/// Reads the rule by which a sweep goes on until the best point and policy is chosen.
struct BestReader {
  let desk: Desk

  init(_ desk: Desk) { self.desk = desk }

  /// The rule; nothing when there is none, or when it cannot be.
  func read(
    _ entry: Entry?,
    in keys: MappingReader,
    _ kind: SweepDesign.Kind?
  ) -> SweepFile.ReadBest? {
    guard let entry else { return nil }
    let fits = fits(entry, in: keys, kind)
    guard let rule = keys.mapping(entry).flatMap({ self.rule($0) }), fits else { return nil }
    return SweepFile.ReadBest(rule: rule, span: entry.keySpan)
  }

  /// Whether the points of the sweep are there to be chosen from.
  private func fits(_ entry: Entry, in keys: MappingReader, _ kind: SweepDesign.Kind?) -> Bool {
    if let kind, kind == .morris || kind == .saltelli {
      desk.report(
        .conflict,
        at: entry.keySpan,
        "the points of a `\(kind.rawValue)` design tell what matters; none is there to be chosen",
        key: entry.key,
        help: "leave `best` out, or choose another design"
      )
      return false
    }
    guard keys.keys.contains("uncertain") else { return true }
    desk.report(
      .conflict,
      at: entry.keySpan,
      "more replications do not tell what is `uncertain`, so none is surely the best",
      key: entry.key,
      help: "leave out one of the two; `countyflow analyse` tells which may be the best over what "
        + "is not known"
    )
    return false
  }

  private func rule(_ mapping: MappingReader) -> SweepManifest.Best? {
    var keys = mapping
    let measure = MeasureWord.readRanked(&keys)
    let indifference = indifference(&keys, measure)
    let confidence = ConfidenceWord.read(&keys)
    let range = ReplicationRange.read(&keys)
    guard let measure, let indifference, let confidence, let range else { return nil }
    return SweepManifest.Best(
      measure: measure.id,
      indifference: indifference,
      confidence: confidence,
      from: range.from,
      to: range.to
    )
  }

  private func indifference(_ keys: inout MappingReader, _ measure: Measure?) -> Double? {
    let unit = measure?.unit.figureUnit ?? .number
    let entry = keys.required(
      "indifference",
      zh: "无差异区",
      expected: "the least difference that matters, in the unit of the measure"
    )
    // Without its measure nobody knows its unit.
    guard measure != nil else { return nil }
    let value = keys.read(entry, expected: QuantityGrammar.wanted(unit)) {
      scalar throws(ScalarProblem) in
      try QuantityGrammar.value(scalar, in: unit)
    }
    guard let entry, let value else { return nil }
    guard value > 0, unit != .share || value < 1 else {
      desk.report(
        .outOfRange,
        at: desk[entry.value].span,
        value > 0 ? "shares never differ by that much" : "a difference that matters is above 0",
        key: keys.path(of: entry.key),
        expected: unit == .share ? "above 0 and below 1, such as `0.5%`" : "above 0"
      )
      return nil
    }
    return value
  }
}
