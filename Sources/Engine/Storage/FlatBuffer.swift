public import CPrefetch

/// A block of memory that holds values side by side: what every column is made of.
///
/// It owns its memory, is never copied, and checks rows only in debug builds: the rows it is asked
/// for come from `IDPool` and from loops over `count`, and a check per access cost the county model
/// a tenth of its time.
@frozen
@safe
public struct FlatBuffer<Value: BitwiseCopyable>: ~Copyable {
  /// The first value; `count` initialised values follow.
  @usableFromInline var base: UnsafeMutablePointer<Value>
  @usableFromInline var rows: Int

  /// How many values there are.
  @inlinable public var count: Int { rows }

  /// A block of equal values.
  @inlinable
  public init(repeating value: Value, count: Int) {
    precondition(count >= 0, "a buffer of \(count) rows")
    // Allocated for `count` values and initialised in full before anyone reads.
    unsafe base = RowMemory.allocate(count)
    unsafe base.initialize(repeating: value, count: count)
    rows = count
  }

  /// A block whose values mean nothing until they are written.
  ///
  /// Any bits are harmless only for owners that never read a row before writing it: the calendar
  /// (a slot's key says whether an event is there) and the ring (its count says so).
  @inlinable
  init(unwrittenRows count: Int) {
    precondition(count >= 0, "a buffer of \(count) rows")
    // Read only after a write, as said above.
    unsafe base = RowMemory.allocate(count)
    rows = count
  }

  @inlinable
  deinit {
    // Owned by this value alone; the values are bitwise copyable and need no destruction.
    unsafe RowMemory.release(base)
  }

  /// The value in a row, read or changed in place.
  @inlinable
  public subscript(row: Int) -> Value {
    unsafeAddress {
      assert(row >= 0 && row < count, "row \(row) of \(count)")
      // In bounds: rows come from pools and loops that stay below `count`.
      return unsafe UnsafePointer(base + row)
    }
    unsafeMutableAddress {
      assert(row >= 0 && row < count, "row \(row) of \(count)")
      // In bounds, as above; `self` is exclusively held.
      return unsafe base + row
    }
  }

  /// Asks for a row that will soon be read or changed, and does not wait for it.
  ///
  /// A row far from the last one takes as long to arrive as some hundred instructions; meanwhile
  /// something else is done. Nothing changes.
  @inlinable
  public func fetch(_ row: Int) {
    assert(row >= 0 && row < count, "row \(row) of \(count)")
    // Only the address is used; in bounds, as above.
    unsafe countyflow_prefetch(base + row)
  }

  /// Makes room for more rows; the old ones keep their values.
  ///
  /// - Complexity: O(`count`)
  @inlinable
  public mutating func grow(to newCount: Int, filledWith value: Value) {
    precondition(newCount >= count, "a buffer of \(count) rows cannot shrink to \(newCount)")
    // Allocated for `newCount` values: the old ones are copied, the rest initialised.
    let larger: UnsafeMutablePointer<Value> = unsafe RowMemory.allocate(newCount)
    unsafe larger.initialize(from: base, count: count)
    unsafe (larger + count).initialize(repeating: value, count: newCount - count)
    unsafe RowMemory.release(base)
    unsafe base = larger
    rows = newCount
  }
}

// The memory has one owner at a time because the buffer is noncopyable.
extension FlatBuffer: @unchecked Sendable where Value: Sendable {}
