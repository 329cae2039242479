internal import CountyModel
internal import Engine
internal import Experiments

/// Reads the axes of a sweep: levers, figures of the county and switched policies, by path.
struct AxisReader {
  let library: Library
  let study: StudyFile
  private let paths: AxisPaths
  private var desk: Desk { library.desk }

  init(_ library: Library, _ study: StudyFile) {
    self.library = library
    self.study = study
    paths = AxisPaths(numbers: study.county.numbers)
  }

  /// What a path moves.
  private enum Moved {
    case lever(LeverDeclaration)
    case number(KnownNumber)

    /// The lever, if it is one.
    var lever: LeverDeclaration? {
      if case .lever(let lever) = self { return lever }
      return nil
    }
  }

  // MARK: Mappings

  /// The axes of `vary`, in the order of the file; nothing when one could not be read.
  func axes(
    _ mapping: MappingReader,
    for kind: SweepDesign.Kind,
    except overridden: Set<String>
  ) -> [SweepFile.ReadAxis]? {
    var keys = mapping
    var axes: [SweepFile.ReadAxis?] = []
    for key in mapping.keys {
      guard let entry = keys.optional(key) else { continue }
      if key == "policies" {
        axes += PolicySwitches(library).read(entry, in: keys, for: kind)
      } else if !overridden.contains(paths.path(of: key)) {
        axes.append(axis(entry, in: keys, for: kind))
      }
    }
    return eachOnce(axes, in: mapping)
  }

  /// The ranges of `uncertain`; nothing when one could not be read.
  func uncertain(_ mapping: MappingReader) -> [SweepFile.ReadAxis]? {
    var keys = mapping
    let axes = mapping.keys.map { key -> SweepFile.ReadAxis? in
      guard let entry = keys.optional(key),
        let moved = paths.number(key).map(Moved.number) ?? moved(entry, in: keys)
      else { return nil }
      guard case .number(let number) = moved else {
        desk.report(
          .wrongValue,
          at: entry.keySpan,
          "`\(key)` is a lever, which is decided and not uncertain",
          key: keys.path(of: key),
          expected: "a figure of the county",
          help: "levers belong under `vary`"
        )
        return nil
      }
      guard var range = keys.mapping(entry) else { return nil }
      let source = range.text(
        range.required("source", zh: "来源", expected: "where the range is from")
      )
      let spread = self.range(&range, of: moved)
      range.finish()
      guard let source, let spread else { return nil }
      return read(number, spread, at: entry.keySpan, source: source)
    }
    return eachOnce(axes, in: mapping)
  }

  /// The axes when all could be read and none moves what an earlier one moves.
  ///
  /// Equal keys are refused where files are read; one figure may still have been written twice, with
  /// and without `county.` before it. Policies are told apart where they are read.
  private func eachOnce(
    _ axes: [SweepFile.ReadAxis?],
    in mapping: MappingReader
  ) -> [SweepFile.ReadAxis]? {
    let sound = axes.compactMap { $0 }
    guard sound.count == axes.count else { return nil }
    for (place, axis) in sound.enumerated() where axis.axis.axis.kind != .policy {
      guard let first = sound[..<place].first(where: { $0.path == axis.path }) else { continue }
      desk.report(
        .conflict,
        at: axis.span,
        "`\(axis.path)` stands at \(first.span.start.lineAndColumn) already, and here again",
        key: mapping.path(of: axis.path),
        help: "keep one of the two, with all values"
      )
      return nil
    }
    return sound
  }

  /// One axis of `vary`.
  func axis(
    _ entry: Entry,
    in keys: MappingReader,
    for kind: SweepDesign.Kind
  ) -> SweepFile.ReadAxis? {
    guard let moved = moved(entry, in: keys) else { return nil }
    if case .list = desk[entry.value].content {
      guard allowsLists(kind, entry, in: keys) else { return nil }
      return values(entry, in: keys, moved).flatMap { read(moved, .values($0), at: entry) }
    }
    guard case .mapping = desk[entry.value].content, var course = keys.mapping(entry) else {
      desk.report(
        .wrongValue,
        at: desk[entry.value].span,
        "expected values, found \(desk[entry.value].kindInWords)",
        key: keys.path(of: entry.key),
        expected: kind.isSampled ? "`{from: …, to: …}`" : "a list of values",
        help: kind.isSampled ? nil : "or `{from: …, to: …, step: …}`"
      )
      return nil
    }
    let spread = spread(&course, moved, for: kind)
    let dates = AxisDates(&course, of: moved.lever, in: study.period)
    course.finish()
    return spread.flatMap { read(moved, $0, at: entry, dates) }
  }

  private func allowsLists(
    _ kind: SweepDesign.Kind,
    _ entry: Entry,
    in keys: MappingReader
  ) -> Bool {
    guard kind.isSampled else { return true }
    desk.report(
      .wrongValue,
      at: desk[entry.value].span,
      "a `\(kind.rawValue)` design draws from a range, and this is a list",
      key: keys.path(of: entry.key),
      expected: "`{from: …, to: …}`"
    )
    return false
  }

  private func spread(
    _ course: inout MappingReader,
    _ moved: Moved,
    for kind: SweepDesign.Kind
  ) -> SweepAxis.Spread? {
    let listed = course.optional("values", zh: "取值")
    if let listed {
      if let from = course.optional("from", zh: "从") {
        course.conflict(listed, from, because: "values are listed or lie in a range")
      }
      guard allowsLists(kind, listed, in: course) else { return nil }
      return values(listed, in: course, moved).map(SweepAxis.Spread.values)
    }
    guard !kind.isSampled else { return range(&course, of: moved) }
    return steps(&course, of: moved)
  }

  // MARK: Paths

  private func moved(_ entry: Entry, in keys: MappingReader) -> Moved? {
    if let lever = paths.lever(entry.key) { return .lever(lever) }
    if let number = paths.number(entry.key) { return .number(number) }
    let levers = LeverCatalogue.all.map(\.path)
    let figures = study.county.numbers.map(\.path).filter { !levers.contains($0) }
    let names = ["policies"] + levers + figures
    let meant =
      Suggestions.leverMeant(by: entry.key, among: names)
      ?? names.first { $0.hasSuffix("." + entry.key) }.map { "did you mean `\($0)`?" }
    desk.report(
      .unknownKey,
      at: entry.keySpan,
      "no lever or figure of the county is called \(Visible.quoted(entry.key))",
      key: keys.path(of: entry.key),
      expected: meant == nil ? "a path such as `beds.pooling` or `beds.general[0]`" : nil,
      help: meant ?? "`countyflow describe levers` lists all levers"
    )
    return nil
  }

  private func unit(of moved: Moved) -> FigureUnit {
    switch moved {
    case .lever(let lever): lever.unit
    case .number(let number): number.declaration.unit
    }
  }

  private func range(of moved: Moved) -> ClosedRange<Double> {
    switch moved {
    case .lever(let lever): lever.range
    case .number(let number): number.declaration.range
    }
  }

  // MARK: Values

  private func values(_ entry: Entry, in keys: MappingReader, _ moved: Moved) -> [Double]? {
    guard let items = keys.items(entry) else { return nil }
    guard !items.isEmpty else {
      desk.report(
        .wrongCount,
        at: desk[entry.value].span,
        "the list is empty",
        key: keys.path(of: entry.key),
        expected: "at least 1 value"
      )
      return nil
    }
    let values = items.enumerated().map { place, item in
      value(item.node, path: item.path, moved, named: "value \(place + 1) of \(items.count)")
    }
    let read = values.compactMap(\.self)
    return read.count == items.count ? read : nil
  }

  /// One value, inside the range that the model allows.
  private func value(_ node: NodeID, path: String, _ moved: Moved, named name: String) -> Double? {
    let (unit, allowed) = (unit(of: moved), range(of: moved))
    guard case .scalar(let scalar) = desk[node].content else {
      desk.report(
        .wrongValue,
        at: desk[node].span,
        "\(name): expected \(QuantityGrammar.wanted(unit)), found \(desk[node].kindInWords)",
        key: path
      )
      return nil
    }
    do {
      let value = try QuantityGrammar.value(scalar, in: unit)
      guard !allowed.contains(value) else { return value }
      desk.report(
        .outOfRange,
        at: desk[node].span,
        "\(name), \(Visible.quoted(scalar.text)), is out of range",
        key: path,
        expected: QuantityGrammar.text(allowed, in: unit)
      )
    } catch {
      desk.report(
        error.code,
        at: desk[node].span,
        "\(name): \(error.message)",
        key: path,
        expected: error.expected ?? QuantityGrammar.wanted(unit),
        help: error.help
      )
    }
    return nil
  }

  private func end(_ key: String, zh: String, _ course: inout MappingReader, _ moved: Moved)
    -> (value: Double, node: NodeID)?
  {
    let wanted = QuantityGrammar.wanted(unit(of: moved))
    guard let entry = course.required(key, zh: zh, expected: wanted) else { return nil }
    let path = course.path(of: key)
    return value(entry.value, path: path, moved, named: "`\(key)`").map { ($0, entry.value) }
  }

  private func range(_ course: inout MappingReader, of moved: Moved) -> SweepAxis.Spread? {
    guard let (from, to) = ends(&course, of: moved) else { return nil }
    return unit(of: moved) == .count ? .wholeRange(from...to) : .range(from...to)
  }

  private func ends(_ course: inout MappingReader, of moved: Moved) -> (Double, Double)? {
    let from = end("from", zh: "从", &course, moved)
    let to = end("to", zh: "到", &course, moved)
    guard let from, let to else { return nil }
    guard from.value < to.value else {
      desk.report(
        .outOfRange,
        at: desk[to.node].span,
        "the range ends before it begins",
        key: course.path(of: "to"),
        expected: "more than \(QuantityGrammar.text(from.value, in: unit(of: moved)))"
      )
      return nil
    }
    return (from.value, to.value)
  }

  private func steps(_ course: inout MappingReader, of moved: Moved) -> SweepAxis.Spread? {
    let ends = ends(&course, of: moved)
    let wanted = QuantityGrammar.wanted(unit(of: moved))
    let entry = course.required("step", zh: "步长", expected: wanted)
    let step = course.read(entry, expected: wanted) { scalar throws(ScalarProblem) in
      try QuantityGrammar.value(scalar, in: unit(of: moved))
    }
    guard let ends, let entry, let step else { return nil }
    do {
      return .values(try EvenSteps.values(from: ends.0, to: ends.1, step: step))
    } catch {
      desk.report(
        .step,
        at: desk[entry.value].span,
        error.message,
        key: course.path(of: "step"),
        expected: error.expected
      )
      return nil
    }
  }

  // MARK: Results

  private func read(
    _ moved: Moved,
    _ spread: SweepAxis.Spread,
    at entry: Entry,
    _ dates: AxisDates? = nil
  ) -> SweepFile.ReadAxis {
    switch moved {
    case .number(let number): return read(number, spread, at: entry.keySpan, source: nil)
    case .lever(let lever):
      let axis = SweepManifest.Axis(
        path: lever.path,
        kind: .lever,
        zh: lever.zh,
        en: lever.en,
        unit: lever.unit.rawValue,
        from: (dates?.since ?? study.period.start).description,
        rampDays: dates?.rampDays ?? 0,
        range: spread.ends
      )
      return SweepFile.ReadAxis(axis: SweepAxis(axis, spread), policy: nil, span: entry.keySpan)
    }
  }

  private func read(
    _ number: KnownNumber,
    _ spread: SweepAxis.Spread,
    at span: Span,
    source: String?
  ) -> SweepFile.ReadAxis {
    let axis = SweepManifest.Axis(
      path: paths.path(of: number),
      kind: .input,
      zh: number.declaration.zh,
      en: number.declaration.en,
      unit: number.declaration.unit.rawValue,
      isUncertain: source != nil,
      source: source,
      range: spread.ends
    )
    return SweepFile.ReadAxis(axis: SweepAxis(axis, spread), policy: nil, span: span)
  }
}
