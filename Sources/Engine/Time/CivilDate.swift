/// A day of the Gregorian calendar.
///
/// It is held as the count of days since 1970-01-01, so that comparing and adding are integer
/// arithmetic.
@frozen
public struct CivilDate: Hashable, Comparable, Sendable, BitwiseCopyable {
  /// Days since 1970-01-01; negative before it.
  public let dayNumber: Int

  /// The day so many days after 1970-01-01.
  @inlinable
  public init(dayNumber: Int) {
    self.dayNumber = dayNumber
  }

  /// A day by year, month and day; nothing for a day that does not exist, such as 30 February.
  ///
  /// The year is 0 to 9999, the month 1 to 12.
  public init?(year: Int, month: Int, day: Int) {
    guard (0...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= CivilDate.lastDay(ofMonth: month, year: year)
    else { return nil }
    // Source: Howard Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    dayNumber = era * 146_097 + dayOfEra - 719_468
  }

  /// Year, month (1 to 12) and day (1 to 31).
  public var parts: (year: Int, month: Int, day: Int) {
    // Source: Howard Hinnant, as above, civil_from_days.
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The year.
  public var year: Int { parts.year }

  /// The month, 1 to 12.
  public var month: Int { parts.month }

  /// The day of the month, 1 to 31.
  public var day: Int { parts.day }

  /// The day of the week: 0 is Monday, 6 is Sunday.
  @inlinable
  public var weekday: Int {
    // 1970-01-01 was a Thursday.
    let remainder = (dayNumber + 3) % 7
    return remainder < 0 ? remainder + 7 : remainder
  }

  /// The day so many days later.
  @inlinable
  public func adding(days: Int) -> CivilDate {
    CivilDate(dayNumber: dayNumber + days)
  }

  /// How many days this day lies after another.
  @inlinable
  public func days(since earlier: CivilDate) -> Int {
    dayNumber - earlier.dayNumber
  }

  /// Earlier comes first.
  @inlinable
  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    left.dayNumber < right.dayNumber
  }

  /// The last day of a month, 28 to 31.
  public static func lastDay(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year: year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether a year has a 29 February.
  public static func isLeap(year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }
}
