internal import CountyModel
internal import Engine

/// Reads the `levers` mapping of a policy file.
struct LeverSettings {
  private var keys: MappingReader?
  /// The date of every lever that has none of its own.
  private let date: FileDate
  /// English names of the counties in which the levers are pulled; empty for all.
  private let counties: [String]

  /// What the file says about the date of its levers.
  enum FileDate {
    /// Nothing.
    case unstated
    /// Something that could not be read, which has been reported.
    case misread
    /// All levers without a date of their own begin on this day.
    case from(CivilDate)

    /// The day, if there is one.
    var day: CivilDate? {
      if case .from(let day) = self { return day }
      return nil
    }
  }

  init(_ keys: MappingReader?, date: FileDate, counties: [String]) {
    self.keys = keys
    self.date = date
    self.counties = counties
  }

  /// The settings, in the order of the file.
  func read() -> [PolicyFile.Setting] {
    guard var keys else { return [] }
    var settings: [(place: Int, setting: PolicyFile.Setting)] = []
    let order = Dictionary(zip(keys.keys, keys.keys.indices)) { first, _ in first }
    for lever in LeverCatalogue.all {
      guard let entry = keys.optional(lever.path, zh: lever.zh) else { continue }
      guard let setting = setting(of: lever, entry, in: keys) else { continue }
      settings.append((order[lever.path] ?? 0, setting))
    }
    keys.finish()
    return settings.sorted { $0.place < $1.place }.map(\.setting)
  }

  private func setting(
    of lever: LeverDeclaration,
    _ entry: Entry,
    in keys: MappingReader
  ) -> PolicyFile.Setting? {
    guard case .mapping = keys.desk[entry.value].content, var course = keys.mapping(entry) else {
      let level = level(of: lever, entry, in: keys)
      guard let from = date.day else { return missingDate(entry, in: keys) }
      return level.map {
        PolicyFile.Setting(
          lever: lever,
          level: $0,
          from: from,
          rampDays: 0,
          until: nil,
          counties: counties,
          places: [],
          span: entry.keySpan
        )
      }
    }
    let wanted = QuantityGrammar.wanted(lever.unit)
    let to = course.required("to", zh: "目标值", expected: wanted)
    let level = to.flatMap { self.level(of: lever, $0, in: course) }
    let dated = course.keys.contains("from")
    let own = course.optionalDate("from", zh: "起始日期")
    let ramp = rampDays(&course)
    let until = until(&course, after: own ?? date.day)
    let places = places(of: lever, &course)
    course.finish()
    guard dated || date.day != nil else { return missingDate(entry, in: keys) }
    guard let level, let start = own ?? date.day else { return nil }
    return PolicyFile.Setting(
      lever: lever,
      level: level,
      from: start,
      rampDays: ramp,
      until: until,
      counties: counties,
      places: places,
      span: entry.keySpan
    )
  }

  private func level(
    of lever: LeverDeclaration,
    _ entry: Entry,
    in keys: MappingReader
  ) -> Double? {
    let expected = QuantityGrammar.wanted(lever.unit)
    let value = keys.read(entry, expected: expected) { scalar throws(ScalarProblem) in
      try QuantityGrammar.value(scalar, in: lever.unit)
    }
    guard let value, !lever.range.contains(value) else { return value }
    keys.desk.report(
      .outOfRange,
      at: keys.desk[entry.value].span,
      "\(Visible.quoted(keys.desk.text(of: entry.value))) is out of range",
      key: keys.path(of: entry.key),
      expected: QuantityGrammar.text(lever.range, in: lever.unit),
      help: lever.en
    )
    return nil
  }

  private func rampDays(_ course: inout MappingReader) -> Int {
    let entry = course.optional("ramp", zh: "爬坡")
    return course.read(entry, expected: "a duration such as `90 d`", by: DurationGrammar.ramp) ?? 0
  }

  private func until(_ course: inout MappingReader, after start: CivilDate?) -> CivilDate? {
    guard let entry = course.optional("until", zh: "截止日期") else { return nil }
    let until = course.read(entry, expected: "a day", by: DateGrammar.date)
    guard let until, let start, until <= start else { return until }
    course.desk.report(
      .outOfRange,
      at: course.desk[entry.value].span,
      "the lever ends before it begins",
      key: course.path(of: entry.key),
      expected: "a day after \(start.description)"
    )
    return until
  }

  /// Facilities or towns that a lever names, where it may.
  private func places(of lever: LeverDeclaration, _ course: inout MappingReader) -> [String] {
    guard lever.reach != .county else { return [] }
    guard let entry = course.optional("at", zh: "地点") else { return [] }
    let places = course.texts(entry).map(\.text)
    if places.isEmpty, course.items(entry)?.isEmpty == true {
      course.desk.report(
        .wrongCount,
        at: course.desk[entry.value].span,
        "the list is empty",
        key: course.path(of: entry.key),
        expected: "at least 1 name, or no `at`"
      )
    }
    return places
  }

  private func missingDate(_ entry: Entry, in keys: MappingReader) -> PolicyFile.Setting? {
    if case .misread = date { return nil }
    keys.desk.report(
      .missingKey,
      at: entry.keySpan,
      "the lever has no date",
      key: keys.path(of: entry.key),
      expected: "`{to: …, from: 2025-01-01}`, or `from:` for the whole file"
    )
    return nil
  }
}
