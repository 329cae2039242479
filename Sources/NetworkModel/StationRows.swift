import Engine

/// A customer at the station.
struct CustomerID: RowID {
  private let number: UInt32
  var row: Int { Int(number) }
  init(row: Int) { number = UInt32(row) }
}

/// One of the station's servers.
struct ServerID: RowID {
  private let number: UInt32
  var row: Int { Int(number) }
  init(row: Int) { number = UInt32(row) }
}

/// The station's one waiting line.
struct LineID: RowID {
  private let number: UInt32
  var row: Int { Int(number) }
  init(row: Int) { number = UInt32(row) }

  /// The only line.
  static let only = LineID(row: 0)
}

/// What falls due.
///
/// Service ends have the lower slots: at equal times whoever leaves makes room before the next one
/// comes.
enum StationEvent: BitwiseCopyable {
  case serviceEnds(ServerID)
  case arrival
}

/// Who came when, and when their service began.
struct Visit: BitwiseCopyable {
  /// The number of the arrival: the customer's own luck hangs on it, never on the row.
  var number: UInt64
  var arrived: SimInstant
  var began: SimInstant
}

/// What the station draws, for whom.
enum StationPurpose: UInt16 {
  case gap = 1
  case service = 2
}
