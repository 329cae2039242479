internal import CountyModel
internal import Engine

/// Since when a varied lever acts, and how long it takes to be in full force.
struct AxisDates {
  /// First day; `nil` for that of the study.
  let since: CivilDate?
  /// Days from neutral to the full level.
  let rampDays: Int?

  /// Reads `since` and `ramp` of an axis.
  ///
  /// - Parameters:
  ///   - course: The mapping of the axis.
  ///   - lever: What is varied; `nil` for a figure, which holds from the first day and takes neither.
  ///   - period: The dates of the study.
  init(_ course: inout MappingReader, of lever: LeverDeclaration?, in period: StudyPeriod) {
    let first = course.optional("since", zh: "起始日期")
    let ramp = course.optional("ramp", zh: "爬坡")
    guard lever != nil else {
      for entry in [first, ramp].compactMap(\.self) { Self.refuse(entry, in: course) }
      since = nil
      rampDays = nil
      return
    }
    since = course.read(first, expected: "a day", by: DateGrammar.date)
    rampDays = course.read(ramp, expected: "a duration such as `90 d`", by: DurationGrammar.ramp)
    guard let first, let since, since >= period.end else { return }
    course.desk.report(
      .neverActs,
      at: course.desk[first.value].span,
      "the lever begins on \(since.description), when the study is over: it never acts",
      key: course.path(of: first.key),
      expected: "a day before \(period.end.description)"
    )
  }

  private static func refuse(_ entry: Entry, in course: MappingReader) {
    course.desk.report(
      .conflict,
      at: entry.keySpan,
      "a figure of the county holds from the first day and has no `\(entry.key)`",
      key: course.path(of: entry.key),
      help: "leave `\(entry.key)` out; levers alone have dates"
    )
  }
}
