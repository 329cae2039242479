import Engine

/// What one day is like.
struct Today {
  /// Day of the run, from 0; the warm-up comes first.
  private(set) var day = 0
  private(set) var date: CivilDate
  private(set) var midnight: SimInstant = .start
  private(set) var nextMidnight: SimInstant
  /// 0 is Monday.
  private(set) var weekday: Int
  /// Page of the ledger: quarter and year from 1, or 0 during the warm-up.
  private(set) var page = (quarter: 0, year: 0)
  private let clock: WeekClock
  private let firstMeasuredDay: Int
  private let quarters: [Readings.Quarter]
  private let years: [Int]

  init(plan: CountyPlan) {
    clock = plan.clock
    firstMeasuredDay = plan.firstMeasuredDay
    quarters = plan.quarters
    years = plan.years
    date = plan.clock.date(at: .start)
    weekday = date.weekday
    nextMidnight = plan.clock.midnight(ofDay: 1)
  }

  /// Whether clinics work at full strength.
  var isWorkday: Bool { weekday < 5 }

  /// Moves to the day of an instant.
  mutating func turn(to instant: SimInstant) {
    day = clock.dayIndex(at: instant)
    date = clock.date(at: instant)
    weekday = date.weekday
    midnight = clock.midnight(ofDay: day)
    nextMidnight = clock.midnight(ofDay: day + 1)
    page = pageOfDay()
  }

  private func pageOfDay() -> (quarter: Int, year: Int) {
    guard day >= firstMeasuredDay else { return (0, 0) }
    let number = (date.month - 1) / 3 + 1
    let quarter = quarters.firstIndex { $0.year == date.year && $0.quarter == number } ?? 0
    let year = years.firstIndex(of: date.year) ?? 0
    return (quarter + 1, year + 1)
  }

  /// Whether the measured part of the run has begun.
  var isMeasured: Bool { day >= firstMeasuredDay }
}

extension World {
  /// Turns to the day that has just begun.
  mutating func turnDay() {
    today.turn(to: now)
    let page = today.page
    ledger.turn(toQuarter: page.quarter, year: page.year)
    ledger.add(.residentDays, Int64(residents.present))
  }

  /// An instant of today, in minutes after midnight.
  func instant(atMinute minute: Double) -> SimInstant {
    today.midnight + .minutes(minute)
  }
}
