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
    parts(of: measure, quarters: quarters.indices.filter { quarters[$0].year == year }, year: year)
  }

  /// A measure over one quarter, counted from 0, with its parts; `nil` when nothing was there to
  /// measure, and for percentiles, which are kept by year only.
  public func parts(of measure: Measure, inQuarter quarter: Int) -> Parts? {
    if case .percentile = measure.formula { return nil }
    return parts(of: measure, quarters: [quarter], year: quarters[quarter].year)
  }

  private func parts(of measure: Measure, quarters places: [Int], year: Int) -> Parts? {
    guard !places.isEmpty, let value = value(of: measure, quarters: places, year: year) else {
      return nil
    }
    switch measure.formula {
    case .ratio(let above, let below, _):
      return Parts(
        numerator: sum(above, over: places),
        denominator: sum(below, over: places),
        value: value
      )
    case .perYear(let above, _):
      let days = places.reduce(0) { $0 + quarters[$1].days }
      return Parts(
        numerator: sum(above, over: places),
        denominator: Int64(days),
        value: value
      )
    case .percentile(_, let line, let lanes):
      guard let place = years.firstIndex(of: year) else { return nil }
      return Parts(
        numerator: nil,
        denominator: Int64(waits(of: line, lanes: lanes, yearPlace: place + 1).count),
        value: value
      )
    case .level(let series, _, _):
      let last = places.suffix(1).map { $0 }
      return Parts(numerator: sum([series], over: last), denominator: nil, value: value)
    }
  }
}
