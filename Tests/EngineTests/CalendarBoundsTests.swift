import Engine
import Testing

@Suite("Calendar bounds trap instead of corrupting")
struct CalendarBoundsTests {
  @Test("An event in the past traps")
  func past() async {
    await #expect(processExitsWith: .failure) {
      var calendar = EventCalendar<Int>(slots: 2, horizon: .start + .days(1))
      calendar.schedule(1, at: .start + .minutes(5), in: Slot(row: 0))
      _ = calendar.next(before: .start + .days(1))
      calendar.schedule(2, at: .start + .minutes(4), in: Slot(row: 1))
    }
  }

  @Test("An event past 44 bits of milliseconds traps")
  func pastTheTick() async {
    await #expect(processExitsWith: .failure) {
      var calendar = EventCalendar<Int>(slots: 1, horizon: .start + .days(1))
      calendar.schedule(1, at: SimInstant(milliseconds: 1 << 44 - 1), in: Slot(row: 0))
    }
  }

  @Test("A slot past the calendar's end traps")
  func pastTheSlots() async {
    await #expect(processExitsWith: .failure) {
      var calendar = EventCalendar<Int>(slots: 5, horizon: .start + .days(1))
      calendar.schedule(1, at: .start, in: Slot(row: 5))
    }
  }

  @Test("Too many slots and too long a run are refused at construction")
  func construction() async {
    await #expect(processExitsWith: .failure) {
      _ = EventCalendar<Int>(slots: 1 << 20 + 1, horizon: .start)
    }
    await #expect(processExitsWith: .failure) {
      _ = EventCalendar<Int>(slots: 1, horizon: SimInstant(milliseconds: 1 << 44))
    }
  }
}
