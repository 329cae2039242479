import Engine
import Testing

@Suite("Event calendar")
struct EventCalendarTests {
  @Test("Events come in time order, and equal times in slot order")
  func order() {
    var calendar = EventCalendar<Int>(slots: 8, horizon: minute(100))
    calendar.schedule(30, at: minute(5), in: Slot(row: 7))
    calendar.schedule(10, at: minute(2), in: Slot(row: 4))
    calendar.schedule(20, at: minute(5), in: Slot(row: 1))
    #expect(calendar.next(before: minute(100)) == 10)
    #expect(calendar.now == minute(2) && calendar.lastSlot == Slot(row: 4))
    #expect(calendar.next(before: minute(100)) == 20)
    #expect(calendar.next(before: minute(100)) == 30)
    #expect(calendar.next(before: minute(100)) == nil)
    #expect(calendar.handled == 3)
  }

  @Test("While an event is handled, the slot that follows is known")
  func following() {
    var calendar = EventCalendar<Int>(slots: 100, horizon: minute(100))
    for row in 0..<100 {
      calendar.schedule(row, at: minute(row * 37 % 100 / 3), in: Slot(row: row))
    }
    var expected: Slot?
    while calendar.next(before: minute(100)) != nil {
      if let expected { #expect(calendar.lastSlot == expected) }
      expected = calendar.fetchFollowing()
    }
    #expect(expected == nil && calendar.handled == 100)
  }

  @Test("The end is not included, and time stays when nothing is due")
  func endIsExcluded() {
    var calendar = EventCalendar<Int>(slots: 1, horizon: minute(100))
    calendar.schedule(1, at: minute(10), in: Slot(row: 0))
    #expect(calendar.next(before: minute(10)) == nil)
    #expect(calendar.now == .start)
    #expect(calendar.next(before: minute(11)) == 1)
  }

  @Test("Scheduling again replaces, cancelling removes, and a popped slot is vacant")
  func oneEventPerSlot() {
    var calendar = EventCalendar<Int>(slots: 3, horizon: minute(100))
    calendar.schedule(1, at: minute(10), in: Slot(row: 0))
    calendar.schedule(2, at: minute(20), in: Slot(row: 0))
    calendar.schedule(3, at: minute(15), in: Slot(row: 1))
    calendar.cancel(Slot(row: 1))
    #expect(calendar.pending(in: Slot(row: 0)) == minute(20))
    #expect(calendar.pending(in: Slot(row: 1)) == nil)
    #expect(calendar.next(before: minute(100)) == 2)
    #expect(calendar.pending(in: Slot(row: 0)) == nil)
    calendar.cancel(Slot(row: 0))
    #expect(calendar.next(before: minute(100)) == nil)
  }

  @Test("A handler may schedule its own slot and others for the very same moment")
  func sameMoment() {
    var calendar = EventCalendar<Int>(slots: 3, horizon: minute(100))
    calendar.schedule(1, at: minute(10), in: Slot(row: 1))
    #expect(calendar.next(before: minute(100)) == 1)
    calendar.schedule(2, at: minute(10), in: Slot(row: 2))
    calendar.schedule(3, at: minute(10), in: Slot(row: 0))
    calendar.schedule(4, at: minute(10), in: Slot(row: 1))
    #expect(calendar.next(before: minute(100)) == 3)
    #expect(calendar.next(before: minute(100)) == 4)
    #expect(calendar.next(before: minute(100)) == 2)
    #expect(calendar.next(before: minute(100)) == nil)
  }

  @Test(
    "It agrees with a sorted list through ties, cancels, reschedules and growth",
    arguments: 1...20 as ClosedRange<UInt64>
  )
  func agreesWithSortedList(seed: UInt64) {
    var dice = Dice(state: seed)
    var slots = 1 + dice.roll(below: 20)
    var calendar = EventCalendar<Int>(slots: slots, horizon: minute(1_000_000))
    var list: [Int: (due: SimInstant, event: Int)] = [:]
    for event in 0..<5000 {
      switch dice.roll(below: 100) {
      case ..<45:
        let slot = dice.roll(below: slots)
        // A narrow range makes ties common.
        let due = calendar.now + .milliseconds(dice.roll(below: 12))
        calendar.schedule(event, at: due, in: Slot(row: slot))
        list[slot] = (due, event)
      case ..<60:
        let slot = dice.roll(below: slots)
        calendar.cancel(Slot(row: slot))
        list[slot] = nil
      case ..<61:
        calendar.grow(toSlots: min(slots + 1 + dice.roll(below: 5), 400))
        slots = calendar.slots
      default:
        let end = calendar.now + .milliseconds(1 + dice.roll(below: 10))
        let first = list.min { ($0.value.due, $0.key) < ($1.value.due, $1.key) }
        let expected = first.flatMap { $0.value.due < end ? $0 : nil }
        #expect(calendar.next(before: end) == expected?.value.event)
        if let expected {
          #expect(calendar.now == expected.value.due)
          #expect(calendar.lastSlot == Slot(row: expected.key))
          list[expected.key] = nil
        }
      }
      let probe = dice.roll(below: slots)
      #expect(calendar.pending(in: Slot(row: probe)) == list[probe]?.due)
    }
  }

  @Test("The last moment and the last slot of a key are usable")
  func extremes() {
    let last = SimInstant(milliseconds: 1 << 44 - 2)
    var calendar = EventCalendar<UInt8>(slots: 1 << 20, horizon: last)
    let slot = Slot(row: 1 << 20 - 1)
    calendar.schedule(9, at: last, in: slot)
    #expect(calendar.next(before: last) == nil)
    #expect(calendar.next(before: SimInstant(milliseconds: .max)) == 9)
    #expect(calendar.now == last && calendar.lastSlot == slot)
  }
}
