internal import CountyModel
internal import Experiments

/// Reads one lever of a goal: its limits, its steps and its cost.
struct GoalLeverReader {
  private let desk: Desk
  private let row: MappingReader
  private let startDay: Int

  init(_ desk: Desk, _ row: MappingReader, startDay: Int) {
    self.desk = desk
    self.row = row
    self.startDay = startDay
  }

  /// The lever; nothing when something is wrong with it, which has been reported.
  func read(_ places: inout [String: Position]) -> LeverRange? {
    var keys = row
    let lever = lever(&keys, &places)
    let least = level("least", zh: "下限", of: lever, &keys)
    let most = level("most", zh: "上限", of: lever, &keys)
    let levels = count(&keys)
    let cost = cost(&keys)
    let ramp = rampDays(&keys)
    _ = keys.note()
    keys.finish()
    guard let lever, let least, let most, let levels, let cost, let ramp else { return nil }
    guard least != most else {
      desk.report(
        .outOfRange,
        at: desk[keys.node].span,
        "`least` and `most` are equal: there is nothing to choose",
        key: keys.path(of: "most")
      )
      return nil
    }
    return LeverRange(
      lever: lever,
      from: least,
      to: most,
      levels: levels,
      cost: cost,
      startDay: startDay,
      rampDays: ramp
    )
  }

  private func lever(
    _ keys: inout MappingReader,
    _ places: inout [String: Position]
  ) -> LeverDeclaration? {
    let entry = keys.required("lever", zh: "杠杆", expected: "the path of a lever")
    guard let entry, let path = keys.text(entry) else { return nil }
    let names = LeverCatalogue.all.map(\.path)
    guard let lever = LeverCatalogue.all.first(where: { $0.path == path }) else {
      desk.report(
        .unknownName,
        at: desk[entry.value].span,
        "no lever is called \(Visible.quoted(path))",
        key: keys.path(of: "lever"),
        expected: "a lever of `countyflow describe levers`",
        help: Suggestions.leverMeant(by: path, among: names)
      )
      return nil
    }
    let span = desk[entry.value].span
    if let first = places[path] {
      desk.report(
        .duplicateID,
        at: span,
        "the lever \(Visible.quoted(path)) is here and at \(first.lineAndColumn)",
        key: keys.path(of: "lever"),
        help: "name every lever once"
      )
      return nil
    }
    places[path] = span.start
    return lever
  }

  /// A strength inside the lever's own range.
  private func level(
    _ key: String,
    zh: String,
    of lever: LeverDeclaration?,
    _ keys: inout MappingReader
  ) -> Double? {
    let entry = keys.required(key, zh: zh, expected: "a strength of the lever")
    guard let lever, let entry else { return nil }
    let value = keys.read(entry, expected: QuantityGrammar.wanted(lever.unit)) {
      scalar throws(ScalarProblem) in
      try QuantityGrammar.value(scalar, in: lever.unit)
    }
    guard let value, !lever.range.contains(value) else { return value }
    desk.report(
      .outOfRange,
      at: desk[entry.value].span,
      "\(Visible.quoted(desk.text(of: entry.value))) is out of range",
      key: keys.path(of: key),
      expected: QuantityGrammar.text(lever.range, in: lever.unit),
      help: lever.en
    )
    return nil
  }

  private func count(_ keys: inout MappingReader) -> Int? {
    let entry = keys.required("levels", zh: "档数", expected: "2 to 101")
    let count = keys.read(entry, expected: "a whole number", by: NumberGrammar.whole)
    guard let entry, let count else { return nil }
    guard (2...101).contains(count) else {
      desk.report(
        .outOfRange,
        at: desk[entry.value].span,
        "a lever has two ends, and at most a hundred steps between them",
        key: keys.path(of: "levels"),
        expected: "2 to 101"
      )
      return nil
    }
    return Int(count)
  }

  /// The cost of the whole way from `least` to `most`.
  private func cost(_ keys: inout MappingReader) -> Double? {
    let entry = keys.required("cost", zh: "成本", expected: "cost of going from `least` to `most`")
    let cost = keys.read(entry, expected: "a number", by: NumberGrammar.number)
    guard let entry, let cost else { return nil }
    guard cost >= 0 else {
      desk.report(
        .outOfRange,
        at: desk[entry.value].span,
        "a cost is 0 or more",
        key: keys.path(of: "cost"),
        help: "the first strength, `least`, is the cheap end"
      )
      return nil
    }
    return cost
  }

  private func rampDays(_ keys: inout MappingReader) -> Int? {
    guard let entry = keys.optional("ramp", zh: "爬坡") else { return 0 }
    let days = keys.read(entry, expected: "a duration such as `90 d`") {
      scalar throws(ScalarProblem) in
      let days = try DurationGrammar.duration(scalar, in: .days)
      guard days == days.rounded(), (0...36_500).contains(days) else {
        throw ScalarProblem(
          "levers move at midnight",
          expected: "0 d to 36500 d, whole days",
          code: .outOfRange
        )
      }
      return days
    }
    return days.map { Int($0) }
  }
}
