internal import CountyModel
internal import Experiments

/// Reads observed values: a list in the file itself, or a table that it names.
struct ObservationReader {
  let library: Library
  /// What the study measures.
  let period: StudyPeriod
  private var desk: Desk { library.desk }

  private static let mostRows = 1000
  private static let columns: [TableColumn] = [
    .required("measure", zh: "指标"), .required("period", zh: "时段"),
    .required("value", zh: "观测值"), .required("error", zh: "误差", aliases: ["tolerance", "se"]),
    .required("source", zh: "来源"), .asOf,
  ]

  init(_ library: Library, _ period: StudyPeriod) {
    self.library = library
    self.period = period
  }

  /// One row, wherever it stands.
  private struct Row {
    let measure: (text: String, node: NodeID)
    let period: (text: String, span: Span)
    let value: (text: String, span: Span)
    let error: (text: String, span: Span)
    let source: String
    let path: String
  }

  /// The observations; nothing when one could not be read.
  func read(_ entry: Entry?, in keys: MappingReader) -> [ObservedValue]? {
    guard let entry else { return nil }
    var rows: [Row?]
    if case .scalar = desk[entry.value].content {
      guard let found = table(entry, keys) else { return nil }
      rows = found
    } else {
      rows = (keys.items(entry) ?? []).map { node, path in
        keys.mapping(node, path: path).flatMap(row)
      }
    }
    if rows.isEmpty {
      desk.report(
        .wrongCount,
        at: desk[entry.value].span,
        "nothing is observed",
        key: keys.path(of: entry.key),
        expected: "at least 1 observation"
      )
    }
    let observed = rows.map { $0.flatMap(observation) }
    let sound = observed.compactMap(\.self)
    return sound.count == observed.count && !sound.isEmpty ? sound : nil
  }

  private func row(_ mapping: MappingReader) -> Row? {
    var keys = mapping
    let names = ["measure", "period", "value", "error", "source"]
    let wanted = [
      "the name of a measure", "a year, a quarter such as `2024Q1` or a month such as `2024-01`",
      "a value in its unit", "its standard error or a tolerance", "where it is from",
    ]
    let entries = zip(Self.columns, zip(names, wanted)).map { column, words in
      keys.required(words.0, zh: column.zh, expected: words.1)
    }
    let texts = entries.map { entry in
      entry.flatMap { entry in keys.scalar(entry, expected: "text").map { ($0.text, entry.value) } }
    }
    _ = keys.note()
    keys.finish()
    let found = texts.compactMap(\.self)
    guard found.count == names.count else { return nil }
    let placed = found.map { ($0.0, desk[$0.1].span) }
    return Row(
      measure: found[0],
      period: placed[1],
      value: placed[2],
      error: placed[3],
      source: placed[4].0,
      path: keys.path
    )
  }

  private func table(_ entry: Entry, _ keys: MappingReader) -> [Row?]? {
    guard let reference = keys.text(entry),
      let file = library.table(reference, at: entry.value, key: entry.key),
      let sheet = CSVSheet.read(file, named: entry.key, atMost: Self.mostRows, on: desk),
      let table = TableReader(sheet, columns: Self.columns, on: desk)
    else { return nil }
    return sheet.rows.indices.map { row in
      table.checkDay(row)
      let cells = Self.columns.prefix(4).compactMap { table.cell($0.name, row) }
      guard cells.count == 4, let source = table.text("source", row) else { return nil }
      let placed = cells.map { (TableSheet.unescaped($0.bare), $0.span) }
      let measure = desk.add(
        Node(
          span: placed[0].1,
          content: .scalar(Scalar(text: placed[0].0, style: .plain))
        )
      )
      return Row(
        measure: (placed[0].0, measure),
        period: placed[1],
        value: placed[2],
        error: placed[3],
        source: source,
        path: entry.key
      )
    }
  }

  private func observation(_ row: Row) -> ObservedValue? {
    guard let measure = Measure.named(row.measure.text) else {
      MeasureWord.report(
        row.measure.text,
        at: row.measure.node,
        key: row.path + ".measure",
        on: desk
      )
      return nil
    }
    let isKnown = check(row)
    let value = number(row.value, measure, row.path + ".value")
    let error = number(row.error, measure, row.path + ".error")
    guard isKnown, let value, let error else { return nil }
    guard error > 0 else {
      desk.report(
        .outOfRange,
        at: row.error.span,
        "an observation without an error would decide everything alone",
        key: row.path + ".error",
        expected: "above 0, in the unit of the measure"
      )
      return nil
    }
    return ObservedValue(
      measure: measure.id,
      period: row.period.text,
      value: value,
      error: error,
      source: row.source
    )
  }

  private func number(
    _ text: (text: String, span: Span),
    _ measure: Measure,
    _ path: String
  ) -> Double? {
    let unit = measure.unit.figureUnit
    do {
      return try QuantityGrammar.value(Scalar(text: text.text, style: .plain), in: unit)
    } catch {
      desk.report(
        error.code,
        at: text.span,
        error.message,
        key: path,
        expected: error.expected ?? QuantityGrammar.wanted(unit),
        help: error.help
      )
      return nil
    }
  }

  /// Whether the study measures the period.
  private func check(_ row: Row) -> Bool {
    let periods = periods
    if periods.contains(row.period.text) { return true }
    desk.report(
      .outOfRange,
      at: row.period.span,
      "the study does not measure \(Visible.quoted(row.period.text))",
      key: row.path + ".period",
      expected: "one of " + Suggestions.list(periods),
      help: Suggestions.didYouMean(row.period.text, among: periods)
    )
    return false
  }

  /// Years, quarters and months of the study, as they are written.
  private var periods: [String] {
    let measured = MeasuredPeriods(from: period.start, to: period.end)
    return measured.years.map(String.init) + measured.quarters.map(\.label)
      + measured.months.map(\.label)
  }
}
