import Engine

/// What is counted in a network while it runs.
///
/// Everything that changes between two events lies in flat columns: nothing is allocated there and
/// nothing counted but what is asked for.
struct NetworkMeasures: ~Copyable {
  let scale: TimeScale
  let warm: SimInstant
  /// Whether the warm-up is over.
  private(set) var isOn: Bool
  var legs: Column<LegID, LegState>
  private var waitTimes: HistogramBoard
  var sojournTimes: HistogramBoard
  /// How many waits were longer than each limit: leg after leg.
  private var overLimit: [Int]
  private let limits: [SimDuration]
  /// How long how many were present at each node and, last, in the network.
  var levels: LevelBoard
  /// How many are in the network.
  private(set) var inside = 0
  private var passages: Column<ClassID, PassageState>
  private var passageTimes: HistogramBoard
  /// How many made so many visits: class after class.
  private var visitCounts: Column<VisitCountID, Int>
  var visits: [VisitRecord] = []
  /// Whether every visit is kept.
  let keepsVisits: Bool
  private let sources: Int
  private let nodes: [NodePlan]
  var observations: [NetworkReadings.Observation] = []
  private(set) var fingerprint: UInt64 = 0xCBF2_9CE4_8422_2325

  init(_ plan: NetworkPlan) {
    scale = plan.scale
    warm = plan.warm
    isOn = plan.warm == .start
    legs = Column(repeating: LegState(), count: plan.legs.count)
    waitTimes = HistogramBoard(rows: plan.legs.count)
    sojournTimes = HistogramBoard(rows: plan.legs.count)
    limits = plan.inputs.run.waitLimits.map { plan.scale.duration($0) }
    overLimit = Array(repeating: 0, count: plan.legs.count * limits.count)
    levels = LevelBoard(
      tops: plan.nodes.map { node in min(Int(node.room), max(64, 2 * Int(node.places))) } + [64]
    )
    passages = Column(repeating: PassageState(), count: plan.classes.count)
    passageTimes = HistogramBoard(rows: plan.classes.count)
    visitCounts = Column(repeating: 0, count: plan.classes.count * VisitCountID.most)
    keepsVisits = plan.inputs.run.records == .visits
    sources = plan.sources.count
    nodes = plan.nodes
  }

  /// Forgets everything but who is there, at the end of the warm-up or of a batch.
  mutating func reset(at now: SimInstant) {
    isOn = true
    for row in 0..<legs.count { legs[LegID(row: row)].reset(at: now) }
    levels.reset(at: now)
    waitTimes.reset()
    sojournTimes.reset()
    passageTimes.reset()
    for row in overLimit.indices { overLimit[row] = 0 }
    for row in 0..<passages.count { passages[ClassID(row: row)] = PassageState() }
    for row in 0..<visitCounts.count { visitCounts[VisitCountID(row: row)] = 0 }
    visits = []
  }

  /// Adds an event to the fingerprint: what kind, whose, when.
  @inline(__always)
  mutating func note(_ event: NetworkEvent, _ whose: UInt64, _ now: SimInstant) {
    let kind: UInt64 =
      switch event {
      case .arrives: 1
      case .customerDone, .serviceEnds, .sharingEnds: 2
      case .losesPatience: 3
      case .comesBack: 4
      case .leaves: 5
      case .returns: 6
      case .shiftChanges: 7
      }
    let word = (whose ^ kind &<< 56) &+ UInt64(bitPattern: now.milliseconds)
    fingerprint = (fingerprint ^ word) &* 0x9E37_79B9_7F4A_7C15
    fingerprint ^= fingerprint &>> 29
  }

  /// A first service begins after a wait.
  @inline(__always)
  mutating func waited(_ wait: SimDuration, _ leg: LegID) {
    legs[leg].waits.add(wait)
    waitTimes.add(wait, to: leg.row)
    guard wait > .zero else { return }
    legs[leg].waited &+= 1
    for limit in limits.indices where wait > limits[limit] {
      overLimit[leg.row * limits.count + limit] &+= 1
    }
  }

  /// A wait ends without service.
  mutating func gaveUp(after wait: SimDuration, _ leg: LegID) {
    legs[leg].reneged &+= 1
    legs[leg].wastedWaits.add(wait)
    for limit in limits.indices where wait > limits[limit] {
      overLimit[leg.row * limits.count + limit] &+= 1
    }
  }

  /// The waits of a leg above each limit.
  func overLimit(of leg: Int) -> [Int] {
    Array(overLimit[leg * limits.count..<(leg + 1) * limits.count])
  }

  /// Somebody comes into the network from a source or the census.
  @inline(__always)
  mutating func came(_ kind: ClassID, at now: SimInstant) {
    if isOn { passages[kind].arrived &+= 1 }
    inside &+= 1
    levels.set(nodes.count, to: inside, at: now)
  }

  /// Somebody leaves the network.
  @inline(__always)
  mutating func left(_ who: Customer, _ how: Leaving, at now: SimInstant) {
    inside &-= 1
    levels.set(nodes.count, to: inside, at: now)
    guard isOn else { return }
    switch how {
    case .completed: passages[who.kind].completed &+= 1
    case .refused: passages[who.kind].refused &+= 1
    case .balked: passages[who.kind].balked &+= 1
    case .reneged: passages[who.kind].reneged &+= 1
    }
    guard how != .refused, how != .balked, who.born >= warm else { return }
    passages[who.kind].sojourns.add(now - who.born)
    passageTimes.add(now - who.born, to: who.kind.row)
    let visits = Int(who.step &- who.firstStep)
    passages[who.kind].visits &+= visits
    visitCounts[VisitCountID(who.kind, visits)] &+= 1
  }

  /// What became of a class on its way through the network.
  func passage(of kind: ClassID) -> PassageReadings {
    let state = passages[kind]
    var passage = PassageReadings()
    passage.arrived = state.arrived
    passage.completed = state.completed
    passage.refused = state.refused
    passage.balked = state.balked
    passage.reneged = state.reneged
    passage.sojourns = state.sojourns
    passage.sojournTimes = passageTimes.reading(kind.row)
    passage.visits = state.visits
    for count in passage.visitCounts.indices {
      passage.visitCounts[count] = visitCounts[VisitCountID(kind, count)]
    }
    return passage
  }

  /// The waits of a leg in bins.
  func waitTimes(of leg: LegID) -> LogHistogram { waitTimes.reading(leg.row) }

  /// Keeps a visit that ends, if visits are kept.
  @inline(__always)
  mutating func record(_ ending: VisitEnding, _ who: Customer, at now: SimInstant) {
    guard keepsVisits, who.arrived >= warm, isOn else { return }
    keep(ending, who, at: now)
  }

  private mutating func keep(_ ending: VisitEnding, _ who: Customer, at now: SimInstant) {
    let served = ending == .served
    let node = nodes[who.node.row]
    let hasPlace = served && (node.kind == .station || node.kind == .dispatch)
    visits.append(
      VisitRecord(
        source: who.source.row < sources ? UInt16(who.source.row) : nil,
        number: who.number,
        className: UInt16(who.kind.row),
        node: UInt16(who.node.row),
        visitsBefore: who.step,
        arrived: scale.units(who.arrived.sinceStart),
        began: served ? scale.units(who.began.sinceStart) : nil,
        finished: served ? scale.units(who.finished.sinceStart) : nil,
        left: scale.units(now.sinceStart),
        server: hasPlace ? UInt16(clamping: who.place.row - Int(node.firstPlace)) : nil,
        ending: ending
      )
    )
  }
}

/// What becomes of a class while the network runs.
struct PassageState: BitwiseCopyable {
  var arrived = 0
  var completed = 0
  var refused = 0
  var balked = 0
  var reneged = 0
  var sojourns = DurationTally()
  /// Visits of those whose sojourn was counted.
  var visits = 0
}

/// A number of visits of a class.
struct VisitCountID: RowID {
  /// Numbers told apart; the last stands for that many or more.
  static let most = 64

  private let number: UInt32
  var row: Int { Int(number) }
  init(row: Int) { number = UInt32(row) }

  init(_ kind: ClassID, _ visits: Int) {
    self.init(row: kind.row * VisitCountID.most + min(visits, VisitCountID.most - 1))
  }
}
