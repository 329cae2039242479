import Engine

/// A customer in the network, or away from it in a finite source.
struct CustomerID: RowID {
  private let number: UInt32
  var row: Int { Int(number) }
  init(row: Int) { number = UInt32(row) }
}

/// A node.
struct NodeID: RowID {
  private let number: UInt16
  var row: Int { Int(number) }
  init(row: Int) { number = UInt16(row) }
}

/// A class of customers.
struct ClassID: RowID {
  private let number: UInt16
  var row: Int { Int(number) }
  init(row: Int) { number = UInt16(row) }
}

/// A class at a node: what the two together do.
struct LegID: RowID {
  private let number: UInt32
  var row: Int { Int(number) }
  init(row: Int) { number = UInt32(row) }

  /// The leg of a class at a node, among so many classes.
  ///
  /// There are at most 4096 of both, so the product fits and needs no check.
  @inline(__always)
  init(_ node: NodeID, _ kind: ClassID, of classes: Int) {
    number = UInt32(truncatingIfNeeded: node.row &* classes &+ kind.row)
  }
}

/// One line before a node; a node has several where classes go first or need more servers free.
struct LaneID: RowID {
  private let number: UInt32
  var row: Int { Int(number) }
  init(row: Int) { number = UInt32(row) }
}

/// One server of a node, or one unit of a dispatch node.
struct PlaceID: RowID {
  private let number: UInt32
  var row: Int { Int(number) }
  init(row: Int) { number = UInt32(row) }
}

/// A timetable of a node or a pool.
struct ShiftID: RowID {
  private let number: UInt16
  var row: Int { Int(number) }
  init(row: Int) { number = UInt16(row) }
}

/// A pool of servers that several nodes share.
struct PoolID: RowID {
  private let number: UInt16
  var row: Int { Int(number) }
  init(row: Int) { number = UInt16(row) }
}

/// A source of customers.
struct SourceID: RowID {
  private let number: UInt16
  var row: Int { Int(number) }
  init(row: Int) { number = UInt16(row) }
}

/// A step of a route.
struct RouteID: RowID {
  private let number: UInt32
  var row: Int { Int(number) }
  init(row: Int) { number = UInt32(row) }
}
