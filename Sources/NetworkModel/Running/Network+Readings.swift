import Engine

extension Network {
  /// Forgets everything but who is there, at the end of the warm-up.
  mutating func forget() {
    let now = plan.warm
    measures.reset(at: now)
    for row in plan.nodes.indices {
      let node = NodeID(row: row)
      nodes[node].capacity.reset(at: now)
      nodes[node].held.reset(at: now)
      nodes[node].idle.reset(at: now)
      nodes[node].busyPeriods = Tally()
    }
    for row in plan.speeds.indices { places[PlaceID(row: row)].busySum = .zero }
    for row in pools.indices { pools[row].reset(at: now) }
    for row in dispatch.indices {
      dispatch[row].settle(to: now)
      dispatch[row].reset(at: now)
    }
  }

  /// Notes how many are present at each node.
  mutating func observe(at time: Double) {
    let present = plan.nodes.indices.map { Int(nodes[NodeID(row: $0)].present) }
    measures.observations.append(NetworkReadings.Observation(time: time, present: present))
  }

  /// Reads everything off at the end.
  mutating func readings() -> NetworkReadings {
    var end = plan.end
    if case .deadlock = ending { end = max(calendar.now, plan.warm) }
    if case .overcrowded = ending { end = max(calendar.now, plan.warm) }
    if case .standstill = ending { end = max(calendar.now, plan.warm) }
    var classes: [PassageReadings] = []
    for row in plan.classes.indices { classes.append(measures.passage(of: ClassID(row: row))) }
    var all = PassageReadings()
    for passage in classes { all.merge(passage) }
    let length = end - plan.warm
    for row in dispatch.indices { dispatch[row].settle(to: end) }
    var nodes: [NodeReadings] = []
    for row in plan.nodes.indices { nodes.append(readings(of: NodeID(row: row), to: end)) }
    return NetworkReadings(
      replication: Int(replication),
      ending: ending,
      scale: plan.scale,
      length: plan.scale.units(length),
      nodes: nodes,
      classes: classes,
      all: all,
      present: measures.levels.reading(plan.nodes.count, to: end),
      pools: pools.map { capacity($0, to: end) },
      observations: measures.observations,
      visits: measures.visits,
      events: calendar.handled,
      fingerprint: measures.fingerprint
    )
  }

  private func readings(of node: NodeID, to end: SimInstant) -> NodeReadings {
    let state = nodes[node]
    let made = nodePlans[node]
    let length = Double((end - plan.warm).milliseconds)
    var flows: [FlowReadings] = []
    for row in plan.classes.indices {
      flows.append(flow(of: LegID(row: node.row * plan.classes.count + row), to: end))
    }
    var all = flows[0]
    for flow in flows.dropFirst() { all.merge(flow) }
    let places = Int(made.firstPlace)..<Int(made.firstPlace + made.places)
    var uses: [Double] = []
    for row in places { uses.append(use(of: PlaceID(row: row), to: end)) }
    let onDuty = Double(state.capacity.onDutyTime(to: end).milliseconds)
    let isAlone = made.kind == .unlimited || made.kind == .pooled
    return NodeReadings(
      id: plan.inputs.nodes[node.row].id,
      classes: flows,
      all: all,
      present: measures.levels.reading(node.row, to: end),
      servers: isAlone ? nil : capacity(state.capacity, to: end),
      serverUse: uses,
      meanBlocked: mean(state.held, to: end),
      idleAndAvailable: isAlone ? 0 : mean(state.idle, to: end),
      awayShare: awayShare(of: made, onDuty: onDuty, length: length),
      busyPeriods: state.busyPeriods,
      dispatch: made.kind == .dispatch ? dispatch(Int(made.detail), to: end) : nil
    )
  }

  private func awayShare(of made: NodePlan, onDuty: Double, length: Double) -> Double {
    guard !made.habits.isDisjoint(with: [.vacations, .breaksDown]), length > 0 else { return 0 }
    return 1 - onDuty / (length * Double(made.places))
  }

  private func mean(_ level: TimeWeighted, to end: SimInstant) -> Double {
    end > plan.warm ? level.mean(from: plan.warm, to: end) : 0
  }

  private func use(of place: PlaceID, to end: SimInstant) -> Double {
    var busy = places[place].busySum
    if places[place].status == .busy { busy += end - max(places[place].since, plan.warm) }
    return Double(busy.milliseconds) / Double(max(1, (end - plan.warm).milliseconds))
  }

  private func flow(of leg: LegID, to end: SimInstant) -> FlowReadings {
    let state = measures.legs[leg]
    var flow = FlowReadings()
    flow.arrived = state.arrived
    flow.foundBusy = state.foundBusy
    flow.refused = state.refused
    flow.balked = state.balked
    flow.reneged = state.reneged
    flow.blocked = state.blocked
    flow.completed = state.completed
    flow.interruptions = state.interruptions
    flow.waits = state.waits
    flow.waited = state.waited
    flow.wastedWaits = state.wastedWaits
    flow.sojourns = state.sojourns
    flow.services = state.services
    let unit = plan.scale.ticksPerUnit
    flow.serviceCubes = state.serviceCubes / (unit * unit * unit)
    flow.overLimit = measures.overLimit(of: leg.row)
    flow.waitTimes = measures.waitTimes(of: leg)
    flow.sojournTimes = measures.sojournTimes.reading(leg.row)
    flow.meanWaiting = mean(state.waiting, to: end)
    flow.meanPresent = mean(state.present, to: end)
    return flow
  }

  private func capacity(_ capacity: Capacity, to end: SimInstant) -> CapacityReadings {
    let length = Double(max(1, (end - plan.warm).milliseconds))
    return CapacityReadings(
      meanOnDuty: Double(capacity.onDutyTime(to: end).milliseconds) / length,
      meanBusy: Double(capacity.busyTime(to: end).milliseconds) / length,
      meanOvertime: Double(capacity.overtime(to: end).milliseconds) / length,
      utilisation: capacity.utilisation(to: end)
    )
  }

  private func dispatch(_ row: Int, to end: SimInstant) -> DispatchReadings {
    let state = dispatch[row]
    let length = Double(max(1, (end - plan.warm).milliseconds))
    return DispatchReadings(
      states: state.states.map { Double($0) / length },
      sent: state.sent,
      travel: state.travel,
      allTravel: state.allTravel,
      withinLimit: state.within,
      byOther: state.byOther
    )
  }
}

extension PassageReadings {
  /// Adds what became of others.
  public mutating func merge(_ other: PassageReadings) {
    arrived += other.arrived
    completed += other.completed
    refused += other.refused
    balked += other.balked
    reneged += other.reneged
    sojourns.merge(other.sojourns)
    sojournTimes.merge(other.sojournTimes)
    visits += other.visits
    for count in visitCounts.indices { visitCounts[count] += other.visitCounts[count] }
  }
}

extension FlowReadings {
  /// Adds what became of others at the same node.
  public mutating func merge(_ other: FlowReadings) {
    arrived += other.arrived
    foundBusy += other.foundBusy
    refused += other.refused
    balked += other.balked
    reneged += other.reneged
    blocked += other.blocked
    completed += other.completed
    interruptions += other.interruptions
    waited += other.waited
    waits.merge(other.waits)
    wastedWaits.merge(other.wastedWaits)
    sojourns.merge(other.sojourns)
    services.merge(other.services)
    serviceCubes += other.serviceCubes
    for limit in overLimit.indices { overLimit[limit] += other.overLimit[limit] }
    waitTimes.merge(other.waitTimes)
    sojournTimes.merge(other.sojournTimes)
    meanWaiting += other.meanWaiting
    meanPresent += other.meanPresent
  }
}
