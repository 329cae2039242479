/// One property of many things: a value per row, indexed by the things' own identifier.
@frozen
public struct Column<ID: RowID, Value: BitwiseCopyable>: ~Copyable {
  @usableFromInline var cells: FlatBuffer<Value>

  /// A column of equal values.
  @inlinable
  public init(repeating value: Value, count: Int) {
    cells = FlatBuffer(repeating: value, count: count)
  }

  /// How many rows there are.
  @inlinable public var count: Int { cells.count }

  /// The value of one thing, read or changed in place: `column[id].field += 1` copies nothing.
  @inlinable
  public subscript(id: ID) -> Value {
    unsafeAddress {
      assert(id.row >= 0 && id.row < cells.count, "row \(id.row) of \(cells.count)")
      // In bounds: an identifier is made by a pool or a loop that stays below `count`.
      return unsafe UnsafePointer(cells.base + id.row)
    }
    unsafeMutableAddress {
      assert(id.row >= 0 && id.row < cells.count, "row \(id.row) of \(cells.count)")
      // In bounds, as above; `self` is exclusively held.
      return unsafe cells.base + id.row
    }
  }

  /// Asks for the value of one thing that will soon be needed, and does not wait for it.
  @inlinable
  public func fetch(_ id: ID) {
    cells.fetch(id.row)
  }

  /// Makes room for more rows; the old ones keep their values.
  ///
  /// - Complexity: O(`count`)
  @inlinable
  public mutating func grow(to count: Int, filledWith value: Value) {
    cells.grow(to: count, filledWith: value)
  }
}

extension Column: Sendable where Value: Sendable {}
