internal import Engine

extension Readings {
  /// A measure with what stands above and below its line.
  public struct Parts: Sendable, Hashable {
    /// Sum above the line, before the factor of the unit; `nil` for a percentile.
    public let numerator: Int64?
    /// Sum below it; days for a rate per year, observations for a percentile, `nil` for a level.
    public let denominator: Int64?
    /// The value.
    public let value: Double

    /// Parts of a value.
    public init(numerator: Int64?, denominator: Int64?, value: Double) {
      self.numerator = numerator
      self.denominator = denominator
      self.value = value
    }
  }

  /// A measure over a calendar year with its parts; `nil` when nothing was there to measure.
  public func parts(of measure: Measure, inYear year: Int) -> Parts? {
    parts(of: measure, months: periods.months(ofYear: year), year: year)
  }

  /// A measure over one quarter, counted from 0, with its parts; `nil` when nothing was there to
  /// measure, and for percentiles, which are kept by year only.
  public func parts(of measure: Measure, inQuarter quarter: Int) -> Parts? {
    if case .percentile = measure.formula { return nil }
    let places = periods.months(ofQuarter: quarter)
    return parts(of: measure, months: places, year: quarters[quarter].year)
  }

  /// A measure over one month, counted from 0, with its parts; `nil` when nothing was there to
  /// measure, and for percentiles, which are kept by year only.
  public func parts(of measure: Measure, inMonth month: Int) -> Parts? {
    if case .percentile = measure.formula { return nil }
    return parts(of: measure, months: month..<month + 1, year: months[month].year)
  }

  /// A measure over some months of a year.
  func parts(of measure: Measure, months places: Range<Int>, year: Int) -> Parts? {
    guard let last = places.last else { return nil }
    switch measure.formula {
    case .ratio(let above, let below, let factor):
      return share(above, of: below, times: factor, over: places)
    case .levelRatio(let part, let all, let factor):
      return share([part], of: [all], times: factor, over: last..<last + 1)
    case .concentration(let count):
      return concentration(of: count, over: places)
    case .perYear(let above, let factor):
      let days = places.reduce(0) { $0 + months[$1].days }
      guard days > 0 else { return nil }
      let over = sum(above, over: places)
      return Parts(
        numerator: over,
        denominator: Int64(days),
        value: Double(over) * 365.25 / Double(days) * factor
      )
    case .percentile(let share, let line, let lanes):
      guard let place = years.firstIndex(of: year) else { return nil }
      let waits = waits(of: line, lanes: lanes, yearPlace: place + 1)
      guard waits.count > 0, let value = waits.percentile(share)?.inMinutes else { return nil }
      return Parts(numerator: nil, denominator: Int64(waits.count), value: value)
    case .level(let series, let factor, _):
      let level = sum([series], over: last..<last + 1)
      return Parts(numerator: level, denominator: nil, value: Double(level) * factor)
    }
  }

  /// How a count leans from the poorest fifth to the richest; above the line each fifth weighs with its
  /// distance from the middle one.
  private func concentration(of count: Count, over places: Range<Int>) -> Parts? {
    let all = sum([Series(count)], over: places)
    guard all > 0 else { return nil }
    let leaning = IncomeFifth.allCases.reduce(Int64(0)) { total, fifth in
      let distance = Int64(fifth.lane - IncomeFifth.third.lane)
      return total + distance * sum([Series(count, [fifth.lane])], over: places)
    }
    // A fifth is 0.2 of the ranks, which 2R − 1 counts twice.
    let step = 2 / Double(IncomeFifth.allCases.count)
    return Parts(
      numerator: leaning,
      denominator: all,
      value: Double(leaning) / Double(all) * step
    )
  }

  /// Some counts over others; `nil` when there is nothing below the line.
  private func share(
    _ above: [Series],
    of below: [Series],
    times factor: Double,
    over places: Range<Int>
  ) -> Parts? {
    let under = sum(below, over: places)
    guard under > 0 else { return nil }
    let over = sum(above, over: places)
    return Parts(
      numerator: over,
      denominator: under,
      value: Double(over) / Double(under) * factor
    )
  }
}
