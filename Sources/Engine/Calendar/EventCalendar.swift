/// The pending events of a run, at most one per slot, handed out in time order.
///
/// **The one tie rule**: of events due at the same moment, the one in the lowest slot happens
/// first. Slots are numbered by the caller in rank order and by stable identifier, so the order is
/// total and does not depend on who scheduled first.
///
/// An event's key is one word: 44 bits of milliseconds above 20 bits of slot. That is 557 years and
/// 1,048,576 pending events; both bounds are checked, never wrapped.
@frozen
public struct EventCalendar<Event: BitwiseCopyable>: ~Copyable {
  /// A place in the calendar.
  public typealias Slot = Engine.Slot

  @usableFromInline var tree: WinnerTree
  /// The event of each slot; meaningful only where the tree has a key.
  @usableFromInline var events: FlatBuffer<Event>
  @usableFromInline var instant: SimInstant
  @usableFromInline var latestSlot: Slot
  @usableFromInline var handedOut: UInt64
  /// The slot handed out last, while its old key still stands in the tree: its handler most often
  /// schedules the same slot again, and then one replay of the matches serves both.
  @usableFromInline var vacated: Slot?

  /// An empty calendar at the start of a run.
  ///
  /// There are 1 to 2^20 slots, and the horizon, the end of the run, is below 2^44 - 1
  /// milliseconds; anything else traps.
  @inlinable
  public init(slots: Int, horizon: SimInstant) {
    precondition(CalendarKey.slotRange.contains(slots), "a calendar of \(slots) slots")
    precondition(
      horizon >= .start && horizon < CalendarKey.endOfTime,
      "a run until \(horizon) is too long"
    )
    tree = WinnerTree(slots: slots)
    events = FlatBuffer(unwrittenRows: slots)
    instant = .start
    latestSlot = Slot(row: 0)
    handedOut = 0
    vacated = nil
  }

  /// The moment of the event handed out last; the start of the run before the first.
  @inlinable public var now: SimInstant { instant }

  /// The slot of the event handed out last; slot 0 before the first.
  @inlinable public var lastSlot: Slot { latestSlot }

  /// How many events have been handed out.
  @inlinable public var handled: UInt64 { handedOut }

  /// How many slots there are.
  @inlinable public var slots: Int { events.count }

  /// Puts an event into a slot, in place of the one that may be pending there.
  ///
  /// Traps when the event is due before `now` or past 2^44 - 2 milliseconds.
  ///
  /// - Complexity: O(log `slots`)
  ///
  /// Kept inline, with `next`: they and the counters are 4 % of `referral-network`'s instructions.
  @inlinable
  @inline(__always)
  public mutating func schedule(_ event: Event, at due: SimInstant, in slot: Slot) {
    precondition(slot.row < events.count, "slot \(slot.row) of \(events.count)")
    precondition(
      due >= instant && due < CalendarKey.endOfTime,
      "an event at \(due), now \(instant)"
    )
    if slot == vacated { vacated = nil }
    events[slot.row] = event
    tree.replace(slot.row, with: CalendarKey.pack(due, slot))
  }

  /// Removes the event that may be pending in a slot.
  ///
  /// - Complexity: O(log `slots`)
  @inlinable
  public mutating func cancel(_ slot: Slot) {
    precondition(slot.row < events.count, "slot \(slot.row) of \(events.count)")
    if slot == vacated {
      vacated = nil
    } else if tree.key(of: slot.row) == WinnerTree.none {
      // Nothing was pending: the matches stand as they are.
      return
    }
    tree.replace(slot.row, with: WinnerTree.none)
  }

  /// When the event pending in a slot is due.
  @inlinable
  public func pending(in slot: Slot) -> SimInstant? {
    precondition(slot.row < events.count, "slot \(slot.row) of \(events.count)")
    let key = tree.key(of: slot.row)
    return key == WinnerTree.none || slot == vacated ? nil : CalendarKey.due(key)
  }

  /// Hands out the next event due before `end` and moves `now` to it; nothing when there is none,
  /// and then `now` stays.
  ///
  /// - Complexity: O(log `slots`)
  ///
  /// Kept inline, see `schedule`.
  @inlinable
  @inline(__always)
  public mutating func next(before end: SimInstant) -> Event? {
    if let slot = vacated {
      tree.replace(slot.row, with: WinnerTree.none)
      vacated = nil
    }
    let key = tree.winner
    guard key < CalendarKey.bound(end) else { return nil }
    let slot = CalendarKey.slot(key)
    instant = CalendarKey.due(key)
    latestSlot = slot
    vacated = slot
    handedOut &+= 1
    return events[slot.row]
  }

  /// The slot of the event that comes after the one handed out last, unless that one's handler
  /// schedules an earlier one; nothing when no other is pending.
  ///
  /// Its event and its path through the tree are asked for, so that they are there when it falls due.
  ///
  /// - Complexity: O(log `slots`)
  @inlinable
  public func fetchFollowing() -> Slot? {
    let key = tree.winner(without: latestSlot.row)
    guard key != WinnerTree.none else { return nil }
    let slot = CalendarKey.slot(key)
    events.fetch(slot.row)
    tree.fetch(slot.row)
    return slot
  }

  /// Makes room for more slots; pending events stay.
  ///
  /// The room at least doubles, so that growing one slot at a time stays cheap.
  ///
  /// - Complexity: O(`slots`)
  public mutating func grow(toSlots wanted: Int) {
    guard wanted > events.count else { return }
    precondition(CalendarKey.slotRange.contains(wanted), "a calendar of \(wanted) slots")
    let slots = min(max(wanted, 2 * events.count), CalendarKey.slotRange.upperBound)
    var larger = FlatBuffer<Event>(unwrittenRows: slots)
    // Rows without a pending event carry bits that nobody reads.
    for row in 0..<events.count where tree.key(of: row) != WinnerTree.none {
      larger[row] = events[row]
    }
    events = larger
    tree.grow(to: slots)
  }
}
