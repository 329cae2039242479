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
  /// Page of the ledger: month and year from 1, or 0 during the warm-up.
  private(set) var page = (month: 0, year: 0)
  private let clock: WeekClock
  private let firstMeasuredDay: Int
  private let periods: MeasuredPeriods

  init(plan: CountyPlan) {
    clock = plan.clock
    firstMeasuredDay = plan.firstMeasuredDay
    periods = plan.periods
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

  private func pageOfDay() -> (month: Int, year: Int) {
    guard day >= firstMeasuredDay else { return (0, 0) }
    let month = periods.months.firstIndex { $0.year == date.year && $0.month == date.month } ?? 0
    let year = periods.years.firstIndex(of: date.year) ?? 0
    return (month + 1, year + 1)
  }

  /// Whether the measured part of the run has begun.
  var isMeasured: Bool { day >= firstMeasuredDay }
}

extension World {
  /// Turns to the day that has just begun.
  mutating func turnDay() {
    today.turn(to: now)
    let page = today.page
    ledger.turn(toMonth: page.month, year: page.year)
    ledger.add(.residentDays, Int64(residents.present))
    for (lane, present) in residents.presentByIncome.enumerated() {
      ledger.add(.residentDaysByIncome, lane: lane, Int64(present))
      ledger.add(.incomeDays, lane: lane, Int64(present) * residents.incomes[lane])
    }
  }

  /// An instant of today, in minutes after midnight.
  func instant(atMinute minute: Double) -> SimInstant {
    today.midnight + .minutes(minute)
  }
}
