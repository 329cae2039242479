import Engine
import Testing

@Suite("Civil dates")
struct CivilDateTests {
  @Test("Days that do not exist are refused")
  func refusals() {
    #expect(CivilDate(year: 2024, month: 2, day: 29) != nil)
    #expect(CivilDate(year: 2024, month: 2, day: 30) == nil)
    #expect(CivilDate(year: 2023, month: 2, day: 29) == nil)
    #expect(CivilDate(year: 1900, month: 2, day: 29) == nil)
    #expect(CivilDate(year: 2000, month: 2, day: 29) != nil)
    #expect(CivilDate(year: 2024, month: 13, day: 1) == nil)
    #expect(CivilDate(year: 2024, month: 4, day: 31) == nil)
    #expect(CivilDate(year: 2024, month: 1, day: 0) == nil)
    #expect(CivilDate(year: .min, month: 1, day: .max) == nil)
  }

  @Test("1 January 2024 was a Monday and 1 January 1970 a Thursday, day 0")
  func weekdays() throws {
    #expect(try #require(CivilDate("2024-01-01")).weekday == 0)
    let epoch = try #require(CivilDate("1970-01-01"))
    #expect(epoch.weekday == 3 && epoch.dayNumber == 0)
    #expect(try #require(CivilDate("1969-12-28")).weekday == 6)
  }

  @Test("Text goes in and out unchanged, and any other form is refused")
  func text() {
    for text in ["2024-02-29", "2027-12-31", "0001-01-01", "9999-12-31"] {
      #expect(CivilDate(text)?.description == text)
    }
    for text in [
      "2024-2-9", "2024/02/09", "20240209", "2024-02-30", "+024-01-01", "2024-01-01 ", "",
    ] {
      #expect(CivilDate(text) == nil)
    }
  }

  @Test("Counting forward day by day visits every date of four centuries once")
  func everyDay() throws {
    var date = try #require(CivilDate("1900-01-01"))
    for year in 1900..<2300 {
      for month in 1...12 {
        for day in 1...CivilDate.lastDay(ofMonth: month, year: year) {
          #expect(date.parts == (year, month, day))
          #expect(CivilDate(year: year, month: month, day: day) == date)
          date = date.adding(days: 1)
        }
      }
    }
  }

  @Test("The week clock reads day, weekday, hour and minute")
  func weekClock() throws {
    let start = try #require(CivilDate("2024-02-28"))
    let clock = WeekClock(start: start)
    let moment = SimInstant.start + .days(1) + .hours(9) + .minutes(41)
    #expect(clock.date(at: moment).description == "2024-02-29")
    #expect(clock.dayIndex(at: moment) == 1 && clock.weekday(at: moment) == 3)
    #expect(clock.hour(at: moment) == 9 && clock.minuteOfDay(at: moment) == 9 * 60 + 41)
    let march = try #require(CivilDate("2024-03-01"))
    #expect(clock.instant(of: march) == .start + .days(2))
    #expect(clock.midnight(ofDay: 2) == clock.instant(of: march))
    #expect(clock.dayIndex(at: clock.midnight(ofDay: 2) - .milliseconds(1)) == 1)
    #expect(clock.date(at: .start - .milliseconds(1)).description == "2024-02-27")
  }

  @Test("Durations round once, to the millisecond")
  func durations() {
    #expect(SimDuration.minutes(0.1) == .milliseconds(6000))
    #expect(SimDuration.seconds(0.0004) == .zero && SimDuration.seconds(0.0006).milliseconds == 1)
    #expect(SimDuration.days(2).inHours == 48 && SimDuration.hours(1.5).inMinutes == 90)
    #expect(SimDuration.hours(3) / SimDuration.minutes(30) == 6)
    #expect(.minutes(10) * 1.5 == SimDuration.minutes(15))
  }
}
