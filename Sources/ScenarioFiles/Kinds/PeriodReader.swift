internal import CountyModel
internal import Engine

/// Reads `start`, `end` and `warmUp` of a study.
///
/// The warm-up is simulated before `start` and takes nothing from what is measured, so that it may
/// be as long as the study or longer.
struct PeriodReader {
  let desk: Desk
  private static let longestWarmUp = 3650.0
  private static let longestYears = 50

  init(_ desk: Desk) { self.desk = desk }

  /// The period, when it is whole quarters in the right order.
  func read(_ keys: inout MappingReader) -> StudyPeriod? {
    let start = quarter("start", zh: "开始", &keys)
    let end = quarter("end", zh: "结束", &keys)
    let warmUp = warmUpDays(&keys)
    guard let start, let end else { return nil }
    guard start.day < end.day else {
      desk.report(
        .outOfRange,
        at: end.span,
        "the study ends before it begins",
        key: "end",
        expected: "a day after \(start.day.description)",
        help: "`end` is the first day after the study"
      )
      return nil
    }
    guard end.day.year - start.day.year <= PeriodReader.longestYears else {
      desk.report(
        .outOfRange,
        at: end.span,
        "the study is too long",
        key: "end",
        expected: "at most \(PeriodReader.longestYears) years"
      )
      return nil
    }
    checkFestivals(from: start, until: end)
    return warmUp.map { StudyPeriod(start: start.day, end: end.day, warmUpDays: $0) }
  }

  /// A day, and where it is written.
  private typealias Written = (day: CivilDate, span: Span)

  /// Points out years that are measured and whose Spring Festival nobody has entered.
  private func checkFestivals(from start: Written, until end: Written) {
    let known = SpringFestival.years
    if start.day.year < known.lowerBound {
      warn(at: start.span, key: "start", "before \(known.lowerBound)")
    }
    if end.day.adding(days: -1).year > known.upperBound {
      warn(at: end.span, key: "end", "after \(known.upperBound)")
    }
  }

  private func warn(at span: Span, key: String, _ when: String) {
    let known = SpringFestival.years
    desk.report(
      .unknownFestival,
      at: span,
      "the Spring Festival is not known \(when)",
      key: key,
      expected: "years from \(known.lowerBound) to \(known.upperBound)",
      help: "in other years its weeks are simulated like any other"
    )
  }

  /// A day on which a quarter begins.
  private func quarter(_ key: String, zh: String, _ keys: inout MappingReader) -> Written? {
    let entry = keys.required(key, zh: zh, expected: "a day such as `2025-01-01`")
    let day = keys.read(entry, expected: "a day", by: DateGrammar.date)
    guard let day, let entry else { return nil }
    let span = desk[entry.value].span
    guard day.day == 1, [1, 4, 7, 10].contains(day.month) else {
      desk.report(
        .outOfRange,
        at: span,
        "a study covers whole quarters",
        key: key,
        expected: "the first day of January, April, July or October"
      )
      return nil
    }
    return (day, span)
  }

  private func warmUpDays(_ keys: inout MappingReader) -> Int? {
    let entry = keys.required("warmUp", zh: "预热", expected: "a duration such as `90 d`")
    let days = keys.read(entry, expected: "a duration") { scalar throws(ScalarProblem) in
      let days = try DurationGrammar.duration(scalar, in: .days)
      guard days == days.rounded() else {
        throw ScalarProblem("a run begins at midnight", expected: "whole days")
      }
      guard (0...PeriodReader.longestWarmUp).contains(days) else {
        throw ScalarProblem(
          "the warm-up is out of range",
          expected: "0 d to 3650 d",
          code: .outOfRange
        )
      }
      return days
    }
    return days.map { Int($0) }
  }
}
