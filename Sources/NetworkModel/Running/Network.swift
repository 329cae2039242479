import Engine
import Probability

/// One replication of a network of queues.
///
/// It is made from the same calendar, lines, pools of rows and capacities as the county, so that
/// whatever theory says of networks checks those parts.
public struct Network: ~Copyable {
  let plan: NetworkPlan
  let nodePlans: Column<NodeID, NodePlan>
  let legPlans: Column<LegID, LegPlan>
  let classCount: Int
  let replication: UInt32

  var streams: RandomStreams
  var calendar: EventCalendar<NetworkEvent>
  var layout: SlotLayout
  /// Whether some customers have events of their own.
  let customersHaveSlots: Bool

  var customers: IDPool<CustomerID>
  var rows: Column<CustomerID, Customer>
  /// The lanes of all nodes, then for each node the customers elsewhere who are blocked by it.
  var lines: WaitingLines<CustomerID, LaneID>
  /// The members of lanes that are served in random order.
  var bags: WaitingBags
  var places: Column<PlaceID, Place>
  var nodes: Column<NodeID, NodeState>
  var pools: [Capacity]
  var sharing: [SharingLine]
  var dispatch: [DispatchState]
  var measures: NetworkMeasures

  /// How often each list that is taken in turn was asked.
  var turns: [Int]
  /// The sources and, last, the census.
  var sources: Column<SourceID, SourceState>
  /// How many have come to nodes.
  var order: UInt64
  /// Nodes at which a place has become free for somebody blocked elsewhere.
  var freed: RingBuffer<NodeID>
  var ending: NetworkReadings.Ending

  /// An empty network before its first event.
  public init(_ plan: NetworkPlan, replication: UInt32) {
    self.plan = plan
    self.replication = replication
    classCount = plan.classes.count
    streams = RandomStreams(seed: plan.inputs.run.seed, replication: replication)
    customersHaveSlots = plan.customersHaveEvents
    layout = SlotLayout(plan)
    var room = 64 + plan.speeds.count + plan.expectedCustomers
    if customersHaveSlots {
      room = min(room, layout.mostCustomers)
      layout.customers = room
    }
    calendar = EventCalendar(slots: layout.total, horizon: plan.end)
    customers = IDPool(capacity: room)
    rows = Column(repeating: .nobody, count: room)
    lines = WaitingLines(rows: room, lines: plan.lanes.count + plan.nodes.count)
    bags = WaitingBags(lanes: plan.lanes.count)
    places = Column(repeating: .unused, count: plan.speeds.count)
    var nodePlans = Column<NodeID, NodePlan>(repeating: plan.nodes[0], count: plan.nodes.count)
    var nodes = Column<NodeID, NodeState>(repeating: .empty(onDuty: 0), count: plan.nodes.count)
    for row in plan.nodes.indices {
      nodePlans[NodeID(row: row)] = plan.nodes[row]
      nodes[NodeID(row: row)] = .empty(onDuty: plan.onDuty[row])
    }
    var legPlans = Column<LegID, LegPlan>(repeating: plan.legs[0], count: plan.legs.count)
    for row in plan.legs.indices { legPlans[LegID(row: row)] = plan.legs[row] }
    self.nodePlans = nodePlans
    self.legPlans = legPlans
    self.nodes = nodes
    pools = plan.pools.map { Capacity(onDuty: $0.onDuty) }
    sharing = plan.sharing.map { SharingLine(servers: $0) }
    dispatch = plan.dispatch.map { DispatchState($0) }
    measures = NetworkMeasures(plan)
    turns = Array(repeating: 0, count: plan.routes.counters)
    sources = SourceState.column(plan.sources)
    order = 0
    freed = RingBuffer()
    ending = .horizon
  }

  /// Runs warm-up and measured time and reads the network off.
  public consuming func run() -> NetworkReadings {
    open()
    // Without a warm-up nothing is forgotten: whoever is there from the beginning counts as coming.
    var warm = plan.warm == .start
    for (time, moment) in plan.observationMoments {
      if !warm, moment >= plan.warm { warm = advance(to: plan.warm) }
      // Nothing is seen after a replication ended early.
      if advance(until: moment) { observe(at: time) }
    }
    if !warm { _ = advance(to: plan.warm) }
    _ = advance(until: plan.end)
    return readings()
  }

  /// Runs warm-up and measured time, the latter cut into batches of equal length, and reads each
  /// batch off.
  ///
  /// What happens is what happens in `run()`, event by event. What is counted in a batch is what
  /// happens in it: whoever came in an earlier one, after the warm-up, has their wait where it
  /// ends. So the counts of all batches add up to those of `run()`.
  ///
  /// - Parameters:
  ///   - count: Batches; 1 or more. Their lengths differ by at most one tick.
  ///   - read: Called with the readings of each batch in turn, which have the observations and the
  ///     visits of that batch. A replication that ends early has fewer batches, and the last one,
  ///     whose ending says so, is cut off.
  /// - Throws: What `read` throws; nothing is run after that.
  public consuming func runBatches<Failure: Error>(
    _ count: Int,
    each read: (NetworkReadings) throws(Failure) -> Void
  ) throws(Failure) {
    open()
    var moments = plan.observationMoments[...]
    if plan.warm > .start {
      advance(until: plan.warm, observing: &moments)
      forget(at: plan.warm)
    }
    for batch in Stretch(begin: plan.warm, end: plan.end).parts(count) {
      advance(until: batch.end, observing: &moments)
      try read(readings(of: batch))
      guard ending == .horizon else { return }
      measures.observations = []
      forget(at: batch.end)
    }
  }

  /// Runs up to a moment and observes on the way.
  ///
  /// What is to be observed at the end of a batch is seen in the next one.
  private mutating func advance(
    until end: SimInstant,
    observing moments: inout ArraySlice<(Double, SimInstant)>
  ) {
    while let (time, moment) = moments.first, moment < end || end == plan.end {
      moments.removeFirst()
      if advance(until: moment) { observe(at: time) }
    }
    _ = advance(until: end)
  }

  /// Runs to the end of the warm-up and forgets it.
  private mutating func advance(to warm: SimInstant) -> Bool {
    _ = advance(until: warm)
    forget(at: warm)
    return true
  }

  private mutating func advance(until end: SimInstant) -> Bool {
    guard ending == .horizon else { return false }
    // Where the clock stood, and how many events had happened when it came there.
    var tick = calendar.now
    var before = calendar.handled
    while let event = calendar.next(before: end) {
      handle(event)
      if calendar.now != tick {
        (tick, before) = (calendar.now, calendar.handled)
      } else if calendar.handled &- before > Network.mostAtOnce {
        ending = .standstill(at: plan.scale.units(tick.sinceStart))
      }
      if ending != .horizon { return false }
    }
    return true
  }

  /// More events than this at one moment are a circle of routes in which no time passes.
  private static let mostAtOnce: UInt64 = 1 << 25

  @inline(__always)
  private mutating func handle(_ event: NetworkEvent) {
    switch event {
    case .serviceEnds(let place): serviceEnds(at: place)
    case .arrives(let source): arrive(from: source)
    case .customerDone(let customer): finish(customer)
    case .losesPatience(let customer): giveUp(customer)
    case .comesBack(let customer): comeBack(customer)
    case .leaves(let place): breakDown(place)
    case .returns(let place): comeBack(place)
    case .shiftChanges(let shift): change(shift)
    case .sharingEnds(let node): sharingEnds(at: node)
    }
    while let node = freed.popFirst() { admitBlocked(to: node) }
  }

  /// What happens to a network before anything happens in it.
  private mutating func open() {
    for row in plan.nodes.indices { openServers(of: NodeID(row: row)) }
    for row in plan.shifts.indices { schedule(ShiftID(row: row), from: 0) }
    for (row, group) in plan.census.enumerated() {
      // Groups of the same node and class go on counting: no two customers share their luck.
      let before = plan.census[..<row].reduce(0) {
        $1.node == group.node && $1.className == group.className ? $0 + $1.count : $0
      }
      for number in 0..<group.count {
        enterFromCensus(group.node, group.className, before + number)
      }
    }
    for row in plan.sources.indices { open(SourceID(row: row)) }
  }
}
