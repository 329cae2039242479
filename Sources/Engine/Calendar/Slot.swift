/// A place in the calendar: it holds at most one pending event.
///
/// Callers number slots in rank order: of two events due at the same moment, the one in the lower
/// slot happens first.
@frozen
public struct Slot: RowID, Comparable {
  @usableFromInline let number: UInt32

  /// The slot of a row.
  @inlinable
  public init(row: Int) {
    number = UInt32(row)
  }

  @inlinable
  init(number: UInt32) {
    self.number = number
  }

  /// The row, from 0.
  @inlinable public var row: Int { Int(number) }

  /// Lower slots go first at equal times.
  @inlinable
  public static func < (left: Slot, right: Slot) -> Bool {
    left.number < right.number
  }
}
