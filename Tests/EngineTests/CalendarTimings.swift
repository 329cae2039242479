import Engine
import Testing

/// Printed for the reader, never asserted: a busy machine must not fail a build.
@Suite("Timings of the calendar (printed, never judged)")
struct CalendarTimings {
  @Test("Nanoseconds per pop and push", arguments: [100, 1000, 10_000, 100_000])
  func hold(pending: Int) {
    var dice = Dice(state: 1)
    var calendar = EventCalendar<UInt32>(slots: pending, horizon: .start + .days(1))
    let increments = (0..<4096).map { _ in
      SimDuration.milliseconds(1 + dice.roll(below: 2_000_000))
    }
    for slot in 0..<pending {
      calendar.schedule(UInt32(slot), at: .start + increments[slot & 4095], in: Slot(row: slot))
    }
    let end = SimInstant(milliseconds: 1 << 43)
    let count = 1_000_000
    let spent = ContinuousClock().measure {
      for step in 0..<count {
        guard let event = calendar.next(before: end) else { return }
        calendar.schedule(event, at: calendar.now + increments[step & 4095], in: calendar.lastSlot)
      }
    }
    // A second pass in which another slot is always scheduled: two replays per event.
    var free = Slot(row: pending)
    calendar.grow(toSlots: pending + 1)
    let moving = ContinuousClock().measure {
      for step in 0..<count {
        guard let event = calendar.next(before: end) else { return }
        let vacant = calendar.lastSlot
        calendar.schedule(event, at: calendar.now + increments[step & 4095], in: free)
        free = vacant
      }
    }
    let perEvent = (spent / .nanoseconds(1) / Double(count)).rounded()
    let perMove = (moving / .nanoseconds(1) / Double(count)).rounded()
    print("calendar \(pending) pending: \(perEvent) ns same slot, \(perMove) ns another slot")
  }
}
