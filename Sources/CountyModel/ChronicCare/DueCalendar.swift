import Engine
import Glibc

/// On which days of a month refills and follow-ups fall due.
///
/// Somebody who comes n times a year has the k-th due at (k − phase) / n years; the phase is the
/// person's own. A share of the month becomes a day by the weights of its days, so that follow-ups
/// keep to working days, nothing falls into the week of the Spring Festival, and on a public holiday
/// as little falls due as other needs for clinics.
struct DueCalendar {
  /// What falls due.
  enum Due: UInt32 { case refill, followUp }

  /// People due by day of the month: row and kind in one word; kept from month to month.
  private var due: [[UInt32]] = Array(repeating: [], count: 32)
  private let weekdays: [Double]
  /// Weight of a public holiday, against an ordinary day.
  private let holiday: Double
  /// Cumulative shares of the days of the month, by kind.
  private var days: [[Double]] = [[], []]

  init(_ plan: CountyPlan) {
    weekdays = plan.inputs.population.clinicWeekdays
    holiday = plan.inputs.population.holidayClinic
  }

  /// Clears the lists and weighs the days of the month of a date.
  mutating func turn(to date: CivilDate) {
    for day in due.indices { due[day].removeAll(keepingCapacity: true) }
    var weights: [[Double]] = [[], []]
    var day = date.adding(days: 1 - date.day)
    while day.month == date.month {
      let open = day.isFestivalWeek ? 0 : day.isPublicHoliday ? holiday : 1
      weights[0].append(open * weekdays[day.weekday])
      weights[1].append(day.weekday < 5 ? open : 0)
      day = day.adding(days: 1)
    }
    days = weights.map { weights in
      let sum = weights.reduce(0, +)
      var running = 0.0
      return weights.map {
        running += $0 / max(sum, 1e-9)
        return running
      }
    }
  }

  /// Enters what falls due to somebody in a month, counted from the start of the year 0.
  mutating func enter(
    _ person: PersonID,
    _ kind: Due,
    timesAYear: Double,
    phase: Double,
    month: Int
  ) {
    let step = timesAYear / 12
    let before = Double(month) * step + phase
    // The end of one month is the beginning of the next to the last bit: nothing is lost between.
    let after = Double(month + 1) * step + phase
    var next = floor(before) + 1
    while next <= after {
      let day = self.day(ofShare: (next - before) / step, kind)
      due[day].append(UInt32(truncatingIfNeeded: person.row) << 1 | kind.rawValue)
      next += 1
    }
  }

  /// How many are due on a day of the month.
  func count(onDay day: Int) -> Int { due[day].count }

  /// One who is due on a day of the month.
  func entry(onDay day: Int, _ place: Int) -> (person: PersonID, kind: Due) {
    let word = due[day][place]
    return (PersonID(row: Int(word >> 1)), word & 1 == 0 ? .refill : .followUp)
  }

  /// Follow-ups due on a day of the month.
  func followUps(onDay day: Int) -> Int { due[day].reduce(0) { $0 + Int($1 & 1) } }

  private func day(ofShare share: Double, _ kind: Due) -> Int {
    let days = days[Int(kind.rawValue)]
    let place = days.firstIndex { share <= $0 + 1e-12 } ?? days.count - 1
    return place + 1
  }
}
