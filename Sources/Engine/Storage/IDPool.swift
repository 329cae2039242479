/// Hands out rows and takes them back: the last one returned is the next one given.
///
/// Each row carries a stamp that rises whenever it is taken or released, so a note that remembers
/// (row, stamp) can tell whether the row still means the same thing.
@frozen
public struct IDPool<ID: RowID>: ~Copyable {
  /// Released rows, the latest on top.
  @usableFromInline var free: FlatBuffer<UInt32>
  @usableFromInline var freeCount: Int
  /// Rows below this have been given at least once.
  @usableFromInline var touched: Int
  /// Odd while the row is in use.
  @usableFromInline var stamps: FlatBuffer<UInt32>

  /// A pool of rows, none in use.
  ///
  /// - Parameter capacity: From 0 to 2^32 - 1.
  @inlinable
  public init(capacity: Int) {
    precondition(capacity < Int(UInt32.max), "a pool of \(capacity) rows")
    free = FlatBuffer(repeating: 0, count: capacity)
    freeCount = 0
    touched = 0
    stamps = FlatBuffer(repeating: 0, count: capacity)
  }

  /// How many rows there are, in use or not.
  @inlinable public var capacity: Int { stamps.count }

  /// How many rows are in use.
  @inlinable public var inUse: Int { touched - freeCount }

  /// The row released last, or the lowest never given; nothing when all are in use.
  @inlinable
  public mutating func take() -> ID? {
    let row: Int
    if freeCount > 0 {
      freeCount -= 1
      row = Int(free[freeCount])
    } else {
      guard touched < capacity else { return nil }
      row = touched
      touched += 1
    }
    stamps[row] &+= 1
    return ID(row: row)
  }

  /// Takes a row back; traps if it is not in use.
  @inlinable
  public mutating func release(_ id: ID) {
    let row = id.row
    precondition(
      row >= 0 && row < capacity && stamps[row] & 1 == 1,
      "row \(row) is released twice"
    )
    stamps[row] &+= 1
    free[freeCount] = UInt32(truncatingIfNeeded: row)
    freeCount += 1
  }

  /// Whether a row is in use.
  @inlinable
  public func isInUse(_ id: ID) -> Bool {
    stamps[id.row] & 1 == 1
  }

  /// How often a row has been taken or released: it differs once the row means something else.
  @inlinable
  public func stamp(of id: ID) -> UInt32 {
    stamps[id.row]
  }

  /// Asks for the stamp of a row that will soon be released, and does not wait for it.
  @inlinable
  public func fetch(_ id: ID) {
    stamps.fetch(id.row)
  }

  /// Makes room for more rows; those in use stay so.
  ///
  /// - Complexity: O(`capacity`)
  @inlinable
  public mutating func grow(to capacity: Int) {
    precondition(capacity < Int(UInt32.max), "a pool of \(capacity) rows")
    free.grow(to: capacity, filledWith: 0)
    stamps.grow(to: capacity, filledWith: 0)
  }
}
