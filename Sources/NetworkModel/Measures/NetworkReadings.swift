public import Engine

/// What one replication of a network, or one batch of it, showed after its warm-up; times are in the
/// network's unit.
public struct NetworkReadings: Sendable {
  /// The replication's number, from 0.
  public var replication: Int
  /// How the replication ended.
  public var ending: Ending
  /// The ticks in which lengths of time were tallied.
  public var scale: TimeScale
  /// The time looked at: all after the warm-up, or that of the batch.
  public var length: Double
  /// Readings of each node, in the order of the inputs.
  public var nodes: [NodeReadings]
  /// What became of those who came, class by class, in the order of the inputs.
  public var classes: [PassageReadings]
  /// The same for all classes together.
  public var all: PassageReadings
  /// How long how many were in the network, finite sources' absent customers excluded.
  public var present: LevelTimes
  /// Readings of each shared pool, in the order of the inputs.
  public var pools: [CapacityReadings]
  /// Numbers present at each node at the moments asked for.
  public var observations: [Observation]
  /// The visits that ended, in order of their end, if they were asked for.
  public var visits: [VisitRecord]
  /// Events handled up to the end of what was looked at, warm-up included.
  public var events: UInt64
  /// A hash of all events in their order: equal exactly when two runs did the same.
  public var fingerprint: UInt64

  /// How a replication ended.
  public enum Ending: Hashable, Sendable {
    /// At its horizon, even if nothing was left to happen before it.
    case horizon
    /// When customers blocked each other for ever; the moment, from the very start.
    case deadlock(at: Double)
    /// When more customers were in the network than can be told apart: about a million where they
    /// have events of their own (unlimited or pooled servers, patience, finite sources), 16 million
    /// elsewhere. The moment, from the very start.
    case overcrowded(at: Double)
    /// When a circle of routes kept customers moving without any time passing; the moment, from the
    /// very start.
    case standstill(at: Double)
  }

  /// Numbers present at one moment.
  public struct Observation: Sendable, Hashable {
    /// The moment, from the very start.
    public var time: Double
    /// Present at each node, in the order of the inputs.
    public var present: [Int]
  }
}

/// What became of customers between entering and leaving the network.
public struct PassageReadings: Sendable, Hashable {
  /// How many came from sources after the warm-up; without one, those of the census, too.
  public var arrived = 0
  /// How many left after all they wanted, whenever they came.
  public var completed = 0
  /// How many left because there was no room.
  public var refused = 0
  /// How many turned away at once.
  public var balked = 0
  /// How many gave up waiting and left.
  public var reneged = 0
  /// Time in the network of those who came after the warm-up and left, refused ones excluded.
  public var sojourns = DurationTally()
  /// The same in bins, for percentiles.
  public var sojournTimes = LogHistogram()
  /// Visits to nodes of those whose sojourn was counted, all together.
  public var visits = 0
  /// How many of those made so many visits; the last place is for that many or more.
  public var visitCounts = [Int](repeating: 0, count: 64)

  /// The mean number of visits; nothing when no sojourn was counted.
  public var meanVisits: Double? {
    sojourns.count > 0 ? Double(visits) / Double(sojourns.count) : nil
  }
}

/// What happened at one node.
public struct NodeReadings: Sendable {
  /// Its name.
  public var id: String
  /// Readings class by class, in the order of the inputs.
  public var classes: [FlowReadings]
  /// The same for all classes together.
  public var all: FlowReadings
  /// How long how many were present.
  public var present: LevelTimes
  /// Who served; nothing for a node with a server for everybody.
  public var servers: CapacityReadings?
  /// The share of the time each server, or each unit of a dispatch node, was busy.
  public var serverUse: [Double]
  /// Mean number of servers held by customers who cannot move on.
  public var meanBlocked: Double
  /// The share of the time nobody was present while a server was on duty and not away.
  public var idleAndAvailable: Double
  /// The share of server time away on vacation or out of order.
  public var awayShare: Double
  /// Lengths of time with somebody present, begun and ended after the warm-up.
  public var busyPeriods: Tally
  /// What a dispatch node showed besides.
  public var dispatch: DispatchReadings?
}

/// What became of the customers, of one class or all, who came to a node after the warm-up.
public struct FlowReadings: Sendable, Hashable {
  /// How many came, from outside or from other nodes, those refused and balking included.
  public var arrived = 0
  /// How many of them found every server busy or away.
  public var foundBusy = 0
  /// How many found no room.
  public var refused = 0
  /// How many turned away at once.
  public var balked = 0
  /// How many gave up waiting.
  public var reneged = 0
  /// How many had to wait, blocked, in the server of the node they came from.
  public var blocked = 0
  /// Services completed after the warm-up, whenever the customer came.
  public var completed = 0
  /// Interruptions of services.
  public var interruptions = 0
  /// Waits until the first begin of service.
  public var waits = DurationTally()
  /// How many of them waited at all.
  public var waited = 0
  /// Waits of those who gave up.
  public var wastedWaits = DurationTally()
  /// Times from coming to leaving, of those served.
  public var sojourns = DurationTally()
  /// Lengths of service, at speed 1.
  public var services = DurationTally()
  /// The sum of their third powers, in cubes of the network's unit.
  public var serviceCubes = 0.0
  /// How many waited, served or not, longer than each limit asked for.
  public var overLimit: [Int] = []
  /// Waits until service in bins, for percentiles.
  public var waitTimes = LogHistogram()
  /// Sojourns in bins, for percentiles.
  public var sojournTimes = LogHistogram()
  /// Mean number waiting, over time.
  public var meanWaiting = 0.0
  /// Mean number present, over time.
  public var meanPresent = 0.0
}

/// Use of equal servers.
public struct CapacityReadings: Sendable, Hashable {
  /// Mean number on duty.
  public var meanOnDuty: Double
  /// Mean number busy, overtime included.
  public var meanBusy: Double
  /// Mean number busy beyond their duty.
  public var meanOvertime: Double
  /// Busy time within duty over time on duty; nothing when nobody was on duty.
  public var utilisation: Double?
}

/// What a dispatch node showed.
public struct DispatchReadings: Sendable, Hashable {
  /// The share of time in each state.
  ///
  /// Bit `u` of the index is unit `u`, set while it is busy. Empty with more than 12 units.
  public var states: [Double]
  /// How many calls each unit took from each zone: row by unit, column by class.
  public var sent: [[Int]]
  /// Travel times of calls answered, class by class.
  public var travel: [Tally]
  /// The same of all calls.
  public var allTravel: Tally
  /// How many calls were reached within each limit asked for.
  public var withinLimit: [Int]
  /// How many were answered by another unit than the first of the zone's order.
  public var byOther: Int
}

/// One visit to one node, from coming to leaving.
public struct VisitRecord: Hashable, Sendable, BitwiseCopyable {
  /// Which source the customer came from, in the order of the inputs; nothing for the census.
  public var source: UInt16?
  /// The customer's number within it.
  public var number: UInt64
  /// The customer's class, in the order of the inputs.
  public var className: UInt16
  /// The node, in the order of the inputs.
  public var node: UInt16
  /// How many visits the customer had ended before.
  public var visitsBefore: UInt32
  /// When they came, from the very start.
  public var arrived: Double
  /// When their service began; nothing if it never did.
  public var began: Double?
  /// When their service was finished; nothing if it never was.
  public var finished: Double?
  /// When they left the node.
  public var left: Double
  /// Which server or unit served, if servers are told apart.
  public var server: UInt16?
  /// Why the visit ended.
  public var ending: VisitEnding
}

/// Why a visit ended.
public enum VisitEnding: String, Hashable, Sendable, BitwiseCopyable, CaseIterable {
  case served, refused, balked, reneged
}
