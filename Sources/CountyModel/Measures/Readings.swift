import Engine

/// What one replication of one scenario left behind.
public struct Readings: Sendable {
  /// Something that must hold exactly at the end of every run.
  public struct Identity: Sendable {
    /// Stable name.
    public let id: String
    /// Chinese wording.
    public let zh: String
    /// English wording.
    public let en: String
    /// One side.
    public let left: Int64
    /// The other side, which must be equal.
    public let right: Int64
    /// Whether they are.
    public var holds: Bool { left == right }
  }

  /// What happened to one settlement in one year.
  public struct SettlementYear: Sendable {
    /// Calendar year.
    public let year: Int
    /// Visits of residents and festival visitors.
    public let visits: Int
    /// Of these, visits at grassroots facilities.
    public let grassrootsVisits: Int
    /// Needs that went without care.
    public let unmet: Int
    /// Of these, needs for which one thing alone kept the person at home: the price.
    public let unmetForPrice: Int
    /// The distance.
    public let unmetForDistance: Int
    /// The wait that was expected.
    public let unmetForWait: Int
    /// Needs given up in line.
    public let gaveUp: Int
    /// Calls to 120 that a crew reached.
    public let calls: Int
    /// Calls reached within 15 (urban) or 30 (rural) minutes of the call.
    public let callsInTime: Int
    /// Sum of the response times, minutes.
    public let responseMinutes: Double
  }

  /// The months, quarters and years that were measured.
  public let periods: MeasuredPeriods
  /// Exact identities, checked at the end.
  public let identities: [Identity]
  /// Formulas held against the run, for a warning when they disagree.
  public let shadows: [Shadow]
  /// By settlement, then by year.
  public let settlements: [[SettlementYear]]
  /// Hash of the event log: equal if and only if the same events ran in the same order.
  public let fingerprint: UInt64
  /// Hash of all needs and of their luck: equal under all policies of a comparison.
  public let needs: UInt64
  /// Events handled, warm-up included.
  public let events: UInt64
  let counts: [Int64]
  let histograms: [WaitHistogram]
  /// Who sent whom where, and why, by year.
  public let referrals: [ReferralFlow]
  /// Share of residents in the static 15/30-minute circles at the end: urban, rural, all.
  public let staticCircle: [Double]
  /// Minutes from the nearest station by road, by settlement.
  public let stationMinutes: [Double]
  /// Readings of each county when these are a region's; empty for a county.
  public internal(set) var counties: [Readings] = []

  /// A measure over one quarter (counted from 0); `nil` when nothing was there to measure.
  public func value(of measure: Measure, inQuarter quarter: Int) -> Double? {
    let places = periods.months(ofQuarter: quarter)
    return parts(of: measure, months: places, year: quarters[quarter].year)?.value
  }

  /// A measure over a calendar year.
  public func value(of measure: Measure, inYear year: Int) -> Double? {
    parts(of: measure, months: periods.months(ofYear: year), year: year)?.value
  }

  /// A measure over a period by its label: `2024`, `2024Q1` or `2024-01`.
  ///
  /// - Returns: `nil` when nothing was there to measure or the period was not measured.
  public func value(of measure: Measure, over label: String) -> Double? {
    if let year = Int(label) { return value(of: measure, inYear: year) }
    if let quarter = quarters.firstIndex(where: { $0.label == label }) {
      return value(of: measure, inQuarter: quarter)
    }
    return months.firstIndex { $0.label == label }.flatMap {
      parts(of: measure, inMonth: $0)?.value
    }
  }

  func sum(_ series: [Series], over places: Range<Int>) -> Int64 {
    var total: Int64 = 0
    for place in places {
      let base = (place + 1) * Count.rows * Count.lanes
      for one in series {
        for lane in one.lanes { total += counts[base + one.count.row * Count.lanes + lane] }
      }
    }
    return total
  }

  /// The waits of some lanes in one year; page 0 is the warm-up.
  func waits(of line: HistogramLine, lanes: [Int], yearPlace: Int) -> WaitHistogram {
    var merged = WaitHistogram()
    let base = yearPlace * HistogramLine.allCases.count * Count.lanes
    for lane in lanes { merged.merge(histograms[base + line.rawValue * Count.lanes + lane]) }
    return merged
  }
}
