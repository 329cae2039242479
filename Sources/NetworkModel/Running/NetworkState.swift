import Engine

/// A customer on the way through the network.
struct Customer: BitwiseCopyable {
  /// Their own luck; it never depends on the row.
  var key: UInt64
  /// Their number within their source.
  var number: UInt64
  /// When they entered the network.
  var born: SimInstant
  /// When they came to this node.
  var arrived: SimInstant
  /// When their service began here.
  var began: SimInstant
  /// When it was finished, for those who are blocked.
  var finished: SimInstant
  /// Their whole service here at speed 1, and what is left of it.
  var work: SimDuration
  var remaining: SimDuration
  /// Rises with every coming to a node: who came first.
  var order: UInt64
  /// Nodes visited before this one.
  var step: UInt32
  /// The same when they entered the network: customers of a finite source enter again and again.
  var firstStep: UInt32
  /// The server that has them, if servers are told apart.
  var place: PlaceID
  /// Where they come from; the number of sources stands for the census.
  var source: SourceID
  var node: NodeID
  var kind: ClassID
  /// Where a blocked customer wants to go, and as what.
  var nextNode: NodeID
  var nextKind: ClassID
  /// The next stop of their itinerary.
  var stop: UInt16
  var phase: Phase

  /// What a customer is doing.
  enum Phase: UInt8, BitwiseCopyable {
    /// Away from the network, in a finite source.
    case away
    /// Waiting for a first service at a node.
    case waiting
    /// Being served.
    case served
    /// Waiting to go on with a service.
    case interrupted
    /// Served, but there is no room where they want to go.
    case blocked
  }
}

/// A server or a unit.
struct Place: BitwiseCopyable {
  var customer: CustomerID
  var node: NodeID
  var status: Status
  /// The next free server of the same node.
  var nextFree: UInt32
  /// How often it has been away: its own luck hangs on it.
  var absences: UInt32
  /// When the customer it has took it.
  var since: SimInstant
  var busySum: SimDuration

  /// What a server is doing.
  enum Status: UInt8, BitwiseCopyable {
    case free, busy, away
    /// Out of order in the middle of a service.
    case awayWithCustomer
  }

  /// No further free server.
  static let none = UInt32.max
}

/// A node while it runs.
struct NodeState: BitwiseCopyable {
  /// Servers on duty and busy; nothing is taken where servers are unlimited or pooled.
  var capacity: Capacity
  var present: Int32
  var waiting: Int32
  /// Customers held here because there is no room where they want to go.
  var held: TimeWeighted
  var firstFree: UInt32
  /// How many random picks were made from the line.
  var picks: UInt64
  var busySince: SimInstant
  var busyPeriods: Tally
  /// 1 while nobody is present and a server is on duty.
  var idle: TimeWeighted
}

/// What is counted of one class at one node.
struct LegState: BitwiseCopyable {
  var arrived = 0
  var foundBusy = 0
  var refused = 0
  var balked = 0
  var reneged = 0
  var blocked = 0
  var completed = 0
  var interruptions = 0
  var waited = 0
  var waits = DurationTally()
  var wastedWaits = DurationTally()
  var sojourns = DurationTally()
  var services = DurationTally()
  /// In cubes of milliseconds.
  var serviceCubes = 0.0
  var waiting = TimeWeighted()
  var present = TimeWeighted()

  /// A service of this length is over.
  @inline(__always)
  mutating func served(_ work: SimDuration) {
    completed &+= 1
    services.add(work)
    let length = Double(work.milliseconds)
    serviceCubes += length * length * length
  }

  /// Forgets everything but who is there.
  mutating func reset(at instant: SimInstant) {
    var (waiting, present) = (waiting, present)
    waiting.reset(at: instant)
    present.reset(at: instant)
    self = LegState()
    (self.waiting, self.present) = (waiting, present)
  }
}
