import Engine

extension Network {
  /// Forgets everything but who is there, at the end of the warm-up or of a batch.
  mutating func forget(at now: SimInstant) {
    measures.reset(at: now)
    for row in plan.nodes.indices {
      let node = NodeID(row: row)
      nodes[node].capacity.reset(at: now)
      nodes[node].held.reset(at: now)
      nodes[node].idle.reset(at: now)
      nodes[node].busyPeriods = Tally()
    }
    for row in plan.speeds.indices {
      let place = PlaceID(row: row)
      // A busy server adds the whole time with its customer in the end: what lies behind is owed.
      places[place].busySum = -timeWithCustomer(of: place, to: now)
    }
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
    readings(of: Stretch(begin: plan.warm, end: plan.end))
  }

  /// Reads off a stretch at whose beginning everything was forgotten and whose end has come; when
  /// the replication ended early, the part of it before that.
  mutating func readings(of stretch: Stretch) -> NetworkReadings {
    let seen = ending == .horizon ? stretch : stretch.until(calendar.now)
    var classes: [PassageReadings] = []
    for row in plan.classes.indices { classes.append(measures.passage(of: ClassID(row: row))) }
    var all = PassageReadings()
    for passage in classes { all.merge(passage) }
    for row in dispatch.indices { dispatch[row].settle(to: seen.end) }
    var nodes: [NodeReadings] = []
    for row in plan.nodes.indices { nodes.append(readings(of: NodeID(row: row), over: seen)) }
    return NetworkReadings(
      replication: Int(replication),
      ending: ending,
      scale: plan.scale,
      length: plan.scale.units(seen.length),
      nodes: nodes,
      classes: classes,
      all: all,
      present: measures.levels.reading(plan.nodes.count, to: seen.end),
      pools: pools.map { capacity($0, over: seen) },
      observations: measures.observations,
      visits: measures.visits,
      events: calendar.handled,
      fingerprint: measures.fingerprint
    )
  }

  private func readings(of node: NodeID, over stretch: Stretch) -> NodeReadings {
    let state = nodes[node]
    let made = nodePlans[node]
    let length = Double(stretch.length.milliseconds)
    var flows: [FlowReadings] = []
    for row in plan.classes.indices {
      flows.append(flow(of: LegID(row: node.row * plan.classes.count + row), over: stretch))
    }
    var all = flows[0]
    for flow in flows.dropFirst() { all.merge(flow) }
    let places = Int(made.firstPlace)..<Int(made.firstPlace + made.places)
    var uses: [Double] = []
    for row in places { uses.append(use(of: PlaceID(row: row), over: stretch)) }
    let onDuty = Double(state.capacity.onDutyTime(to: stretch.end).milliseconds)
    let isAlone = made.kind == .unlimited || made.kind == .pooled
    return NodeReadings(
      id: plan.inputs.nodes[node.row].id,
      classes: flows,
      all: all,
      present: measures.levels.reading(node.row, to: stretch.end),
      servers: isAlone ? nil : capacity(state.capacity, over: stretch),
      serverUse: uses,
      meanBlocked: mean(state.held, over: stretch),
      idleAndAvailable: isAlone ? 0 : mean(state.idle, over: stretch),
      awayShare: awayShare(of: made, onDuty: onDuty, length: length),
      busyPeriods: state.busyPeriods,
      dispatch: made.kind == .dispatch ? dispatch(Int(made.detail), over: stretch) : nil
    )
  }

  private func awayShare(of made: NodePlan, onDuty: Double, length: Double) -> Double {
    guard !made.habits.isDisjoint(with: [.vacations, .breaksDown]), length > 0 else { return 0 }
    return 1 - onDuty / (length * Double(made.places))
  }

  private func mean(_ level: TimeWeighted, over stretch: Stretch) -> Double {
    stretch.length > .zero ? level.mean(from: stretch.begin, to: stretch.end) : 0
  }

  private func use(of place: PlaceID, over stretch: Stretch) -> Double {
    let busy = places[place].busySum + timeWithCustomer(of: place, to: stretch.end)
    return Double(busy.milliseconds) / Double(max(1, stretch.length.milliseconds))
  }

  /// How long a server has had its customer since the end of the warm-up; nothing when it has none.
  private func timeWithCustomer(of place: PlaceID, to now: SimInstant) -> SimDuration {
    places[place].status == .busy ? now - max(places[place].since, plan.warm) : .zero
  }

  private func flow(of leg: LegID, over stretch: Stretch) -> FlowReadings {
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
    flow.meanWaiting = mean(state.waiting, over: stretch)
    flow.meanPresent = mean(state.present, over: stretch)
    return flow
  }

  private func capacity(_ capacity: Capacity, over stretch: Stretch) -> CapacityReadings {
    let length = Double(max(1, stretch.length.milliseconds))
    let end = stretch.end
    return CapacityReadings(
      meanOnDuty: Double(capacity.onDutyTime(to: end).milliseconds) / length,
      meanBusy: Double(capacity.busyTime(to: end).milliseconds) / length,
      meanOvertime: Double(capacity.overtime(to: end).milliseconds) / length,
      utilisation: capacity.utilisation(to: end)
    )
  }

  private func dispatch(_ row: Int, over stretch: Stretch) -> DispatchReadings {
    let state = dispatch[row]
    let length = Double(max(1, stretch.length.milliseconds))
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
