/// The one word by which pending events are ordered: the moment above, the slot below.
@usableFromInline
enum CalendarKey {
  /// 20 bits of slot.
  @inlinable static var slotRange: ClosedRange<Int> { 1...(1 << 20) }

  /// The first moment that does not fit; its key would be taken for "no event".
  @inlinable static var endOfTime: SimInstant { SimInstant(milliseconds: 1 << 44 - 1) }

  @inlinable
  static func pack(_ due: SimInstant, _ slot: Slot) -> UInt64 {
    UInt64(bitPattern: due.milliseconds) &<< 20 | UInt64(slot.number)
  }

  @inlinable
  static func due(_ key: UInt64) -> SimInstant {
    SimInstant(milliseconds: Int64(bitPattern: key &>> 20))
  }

  @inlinable
  static func slot(_ key: UInt64) -> Slot {
    Slot(number: UInt32(truncatingIfNeeded: key & 0xF_FFFF))
  }

  /// The smallest key that is not before a moment.
  @inlinable
  static func bound(_ end: SimInstant) -> UInt64 {
    UInt64(bitPattern: min(max(end, .start), endOfTime).milliseconds) &<< 20
  }
}
