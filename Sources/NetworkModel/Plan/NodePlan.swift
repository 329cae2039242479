import Engine
import Probability

/// A node with its names resolved.
struct NodePlan: Sendable, BitwiseCopyable {
  var kind: Kind
  /// Its own luck.
  var key: UInt64
  /// The first of its servers or units, and how many there are; none where nobody is told apart.
  var firstPlace: Int32
  var places: Int32
  /// Its lines, the most urgent first.
  var firstLane: Int32
  var lanes: Int32
  /// How many may be present, those in service included.
  var room: Int32
  var whenFull: FullPlan
  var habits: NodeHabits
  /// A row of the plan's table for this kind: sharing, dispatch, needs.
  var detail: Int32
  /// Balking chances in the plan's table.
  var balkingFirst: Int32
  var balkingCount: Int32
  var afterReneging: RouteID
  /// Lengths of absence: away on vacation, or up and down.
  var away: LawID?
  var up: LawID?

  /// How a node serves.
  enum Kind: UInt8, Sendable, BitwiseCopyable {
    /// Its own servers.
    case station
    /// A server for everybody.
    case unlimited
    /// Servers of shared pools.
    case pooled
    /// Servers that divide themselves.
    case sharing
    /// Units sent to zones.
    case dispatch
  }

  /// What happens when there is no room.
  enum FullPlan: Sendable, BitwiseCopyable {
    case refuse, block
    /// A stretch of the plan's list of other nodes.
    case overflow(first: Int32, count: Int32)
  }
}

/// What a node does besides serving in order of arrival; most do none of it.
struct NodeHabits: OptionSet, Sendable, BitwiseCopyable {
  let rawValue: UInt32

  /// The line is served from its end.
  static let lastFirst = NodeHabits(rawValue: 1 << 0)
  /// The line is served in random order.
  static let randomly = NodeHabits(rawValue: 1 << 1)
  /// A newcomer may interrupt a service.
  static let interrupts = NodeHabits(rawValue: 1 << 2)
  /// What is interrupted begins again.
  static let restarts = NodeHabits(rawValue: 1 << 3)
  /// Customers give up waiting.
  static let reneges = NodeHabits(rawValue: 1 << 4)
  /// Newcomers turn away.
  static let balks = NodeHabits(rawValue: 1 << 5)
  /// Classes need servers left free.
  static let keepsFree = NodeHabits(rawValue: 1 << 6)
  /// Servers differ in speed.
  static let uneven = NodeHabits(rawValue: 1 << 7)
  /// Servers go on vacation.
  static let vacations = NodeHabits(rawValue: 1 << 8)
  /// Servers break down.
  static let breaksDown = NodeHabits(rawValue: 1 << 9)
  /// A server back from vacation stays even if nobody waits.
  static let staysAfterVacation = NodeHabits(rawValue: 1 << 10)
  /// The end of a shift interrupts services.
  static let shiftInterrupts = NodeHabits(rawValue: 1 << 11)
  /// There may be no room.
  static let fills = NodeHabits(rawValue: 1 << 12)
  /// Travel prolongs the service of a unit.
  static let travels = NodeHabits(rawValue: 1 << 13)
  /// Calls wait for a unit.
  static let callsWait = NodeHabits(rawValue: 1 << 14)
  /// A breakdown makes the service begin again.
  static let breakdownRestarts = NodeHabits(rawValue: 1 << 15)
  /// The number on duty follows a timetable.
  static let changesDuty = NodeHabits(rawValue: 1 << 16)

  /// All with which a server that is done does not simply turn to whoever goes next.
  static let thinksTwice: NodeHabits = [.uneven, .keepsFree, .interrupts, .reneges, .vacations]
}

/// A class at a node with its names resolved.
struct LegPlan: Sendable, BitwiseCopyable {
  /// How long a service takes; nothing if the class cannot be served here.
  var service: LawID?
  var patience: LawID?
  var next: RouteID
  var lane: LaneID
  /// Lower goes first.
  var priority: Int32
  /// Servers that must stay free when it begins.
  var keepFree: Int32
}

/// A line before a node.
struct LanePlan: Hashable, Sendable, BitwiseCopyable {
  var priority: Int32
  var keepFree: Int32
}

/// A timetable in calendar time.
struct ShiftPlan: Sendable {
  var cycle: SimDuration
  var from: [SimDuration]
  var servers: [Int]
  var owner: Owner

  /// Whose timetable it is.
  enum Owner: Sendable, Hashable {
    case node(NodeID)
    case pool(PoolID)
  }
}

/// What a pooled node seizes.
struct NeedPlan: Sendable, BitwiseCopyable {
  var pool: PoolID
  var servers: Int32
}

/// A dispatch node with its names resolved.
struct DispatchPlan: Sendable {
  /// By class and unit: the rank in the zone's order, 0 first; nothing if the unit never comes.
  var rank: [[Int?]]
  /// By class and unit.
  var travel: [[SimDuration]]
  /// By unit.
  var service: [LawID]
  /// By class: whether units go by travel time.
  var nearest: [Bool]
  var limits: [SimDuration]
}

/// A source with its names resolved.
struct SourcePlan: Sendable {
  var key: UInt64
  var arrivals: Arrivals
  var batch: LawID?
  var first: RouteID
  /// Cumulative weights of its classes and the classes themselves.
  var classShares: [Double]
  var classes: [ClassID]

  /// When customers come.
  enum Arrivals: Sendable {
    case gaps(LawID)
    case rate(RateProfile)
    case trace([(at: SimInstant, className: ClassID?)])
    case population(Int, away: LawID)
  }
}
