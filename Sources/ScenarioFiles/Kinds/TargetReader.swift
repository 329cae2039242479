internal import CountyModel
internal import Engine
internal import Experiments

/// Reads the targets of a study.
struct TargetReader {
  let desk: Desk
  /// Calendar years that are measured; `nil` when the dates of the study could not be read.
  let years: ClosedRange<Int>?

  /// The targets, in the order of the file.
  func read(_ entry: Entry?, in study: MappingReader) -> [Target] {
    var places: [String: Position] = [:]
    return (study.items(entry) ?? []).compactMap { node, path in
      guard let row = study.mapping(node, path: path) else { return nil }
      return target(row, &places)
    }
  }

  private func target(_ row: MappingReader, _ places: inout [String: Position]) -> Target? {
    var keys = row
    let id = keys.id()
    if let id { checkRepeated(id, keys, &places) }
    let measure = MeasureWord.read(&keys)
    let (zh, en) = keys.names()
    let plan = keys.texts(keys.optional("plan", zh: "规划条目")).map(\.text)
    let kinds = Target.Kind.allCases.map(\.rawValue)
    let kind = keys.word(
      keys.required("kind", zh: "类型", expected: "one of " + Suggestions.list(kinds)),
      among: kinds
    )
    let year = year(&keys)
    let bound = bound(&keys, measure)
    _ = keys.note()
    keys.finish()
    guard let id, let measure, let kind, let year, let bound else { return nil }
    return Target(
      id: id,
      measure: measure.id,
      zh: zh,
      en: en,
      plan: plan,
      sense: bound.sense,
      value: bound.value,
      year: year,
      kind: Target.Kind.allCases[kind]
    )
  }

  private func checkRepeated(
    _ id: String,
    _ keys: MappingReader,
    _ places: inout [String: Position]
  ) {
    guard let first = places[id] else {
      places[id] = desk[keys.node].span.start
      return
    }
    desk.report(
      .duplicateID,
      at: desk[keys.node].span,
      "the id \(Visible.quoted(id)) is here and at \(first.lineAndColumn)",
      key: keys.path(of: "id"),
      help: "every target needs an id of its own"
    )
  }

  private func year(_ keys: inout MappingReader) -> Int? {
    let entry = keys.required("year", zh: "年份", expected: "a year of the study")
    let year = keys.read(entry, expected: "a year", by: NumberGrammar.whole)
    guard let entry, let year, let years, !years.contains(Int(year)) else {
      return year.map { Int($0) }
    }
    desk.report(
      .outOfRange,
      at: desk[entry.value].span,
      "the study does not measure this year",
      key: keys.path(of: "year"),
      expected: "\(years.lowerBound) to \(years.upperBound)"
    )
    return nil
  }

  /// The value, and which side of it is good: exactly one of the two keys.
  private func bound(
    _ keys: inout MappingReader,
    _ measure: Measure?
  ) -> (sense: Target.Sense, value: Double)? {
    let least = keys.optional("atLeast", zh: "不低于")
    let most = keys.optional("atMost", zh: "不高于")
    if let least, let most {
      keys.conflict(least, most, because: "a target has one side")
      return nil
    }
    guard let entry = least ?? most else {
      desk.report(
        .missingKey,
        at: desk[keys.node].span,
        "the target has no value",
        key: keys.path(of: "atLeast"),
        expected: "`atLeast: …` or `atMost: …`"
      )
      return nil
    }
    guard let measure else { return nil }
    let unit = measure.unit.figureUnit
    let value = keys.read(entry, expected: QuantityGrammar.wanted(unit)) {
      scalar throws(ScalarProblem) in
      try QuantityGrammar.value(scalar, in: unit)
    }
    guard let value else { return nil }
    guard unit != .share || (-1...1).contains(value) else {
      desk.report(
        .outOfRange,
        at: desk[entry.value].span,
        "a share is at most 1",
        key: keys.path(of: entry.key),
        expected: "0 to 1, or 0% to 100%",
        help: "write \(desk.text(of: entry.value))%"
      )
      return nil
    }
    return (least == nil ? .atMost : .atLeast, value)
  }
}

extension MeasureUnit {
  /// The unit in which files write values of such a measure.
  var figureUnit: FigureUnit {
    switch self {
    case .share: .share
    case .minutes: .minutes
    case .days: .days
    case .yuan: .yuan
    case .perYear, .ratio: .number
    @unknown default: .number
    }
  }
}
