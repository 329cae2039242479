import Engine
import Geography

/// Share of a working day's physicians who are on duty on a date: fewer at weekends and holidays.
struct DayStaffing {
  private let ofWeekday: Double
  private let grassroots: Double
  private let county: Double

  init(on date: CivilDate, _ inputs: ClinicsInputs) {
    let weekday = date.weekday
    ofWeekday = weekday < 5 ? 1 : inputs.weekendStaffing[weekday - 5]
    let isHoliday = date.isHoliday
    grassroots = isHoliday ? min(ofWeekday, inputs.holidayStaffing[0]) : ofWeekday
    county = isHoliday ? min(ofWeekday, inputs.holidayStaffing[1]) : ofWeekday
  }

  /// The share at facilities of a kind; 0 to 1.
  ///
  /// City hospitals know weekends only: the patients of other counties come on holidays too.
  func share(at kind: FacilityKind) -> Double {
    switch kind.tier {
    case .village, .privateClinic, .township: grassroots
    case .county: county
    case .city, .outOfCity: ofWeekday
    }
  }
}
