public import Engine

/// The part of a run that is measured, month by month; quarters and years are made of months.
public struct MeasuredPeriods: Sendable, Hashable {
  private let start: CivilDate
  /// The months, in order.
  public let months: [Readings.Month]
  /// The quarters, in order.
  public let quarters: [Readings.Quarter]
  /// The calendar years, in order.
  public let years: [Int]

  /// The months, quarters and years that a stretch of days touches.
  ///
  /// - Parameters:
  ///   - start: The first day.
  ///   - end: The first day after it.
  public init(from start: CivilDate, to end: CivilDate) {
    self.start = start
    var months: [Readings.Month] = []
    var day = start
    while day < end {
      let rest = CivilDate.lastDay(ofMonth: day.month, year: day.year) - day.day + 1
      let days = min(rest, end.days(since: day))
      months.append(Readings.Month(year: day.year, month: day.month, days: days))
      day = day.adding(days: days)
    }
    self.months = months
    quarters = months.reduce(into: []) { quarters, month in
      var days = month.days
      if let last = quarters.last, last.year == month.year, last.quarter == month.quarter {
        days += quarters.removeLast().days
      }
      quarters.append(Readings.Quarter(year: month.year, quarter: month.quarter, days: days))
    }
    years = months.map(\.year).reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  /// First day after a period by its label, `2024`, `2024Q1` or `2024-01`; `nil` for one that is not
  /// measured.
  public func end(of label: String) -> CivilDate? {
    var (day, end) = (start, CivilDate?.none)
    for month in months {
      day = day.adding(days: month.days)
      let quarter = Readings.Quarter(year: month.year, quarter: month.quarter, days: 0)
      if [String(month.year), quarter.label, month.label].contains(label) { end = day }
    }
    return end
  }

  /// Places of the months of a quarter, which is counted from 0.
  func months(ofQuarter place: Int) -> Range<Int> {
    let quarter = quarters[place]
    return months { $0.year == quarter.year && $0.quarter == quarter.quarter }
  }

  /// Places of the months of a calendar year; none of a year that is not measured.
  func months(ofYear year: Int) -> Range<Int> { months { $0.year == year } }

  /// Places of months that follow each other.
  private func months(where belongs: (Readings.Month) -> Bool) -> Range<Int> {
    guard let first = months.firstIndex(where: belongs) else { return 0..<0 }
    let end = months[first...].firstIndex { !belongs($0) } ?? months.endIndex
    return first..<end
  }
}

extension Readings {
  /// A month of the run.
  public struct Month: Sendable, Hashable {
    /// Calendar year.
    public let year: Int
    /// 1 to 12.
    public let month: Int
    /// Days of the month that were simulated.
    public let days: Int
    /// The quarter it lies in, 1 to 4.
    public var quarter: Int { (month - 1) / 3 + 1 }
    /// `2024-01`.
    public var label: String { month < 10 ? "\(year)-0\(month)" : "\(year)-\(month)" }
  }

  /// A quarter of the run.
  public struct Quarter: Sendable, Hashable {
    /// Calendar year.
    public let year: Int
    /// 1 to 4.
    public let quarter: Int
    /// Days of the quarter that were simulated.
    public let days: Int
    /// `2024Q1`.
    public var label: String { "\(year)Q\(quarter)" }
  }

  /// The months, in order.
  public var months: [Month] { periods.months }
  /// The quarters, in order.
  public var quarters: [Quarter] { periods.quarters }
  /// The calendar years, in order.
  public var years: [Int] { periods.years }
}
