internal import Engine
internal import NetworkModel

/// One number of one replication or batch; nothing where there was nothing to measure.
typealias NetworkValue = (quantity: NetworkQuantity, value: Double?)

/// Turns the readings of one replication or batch into numbers, always the same quantities in the same
/// order for the same network.
struct NetworkValues {
  let plan: NetworkPlan
  let readings: NetworkReadings
  private(set) var values: [NetworkValue] = []
  private var inputs: NetworkInputs { plan.inputs }
  /// Names of classes when there are several: with one, all together says everything.
  private var classNames: [String] {
    inputs.classes.count > 1 ? inputs.classes.map(\.id) : []
  }

  /// The time looked at; nothing when the replication ended before the warm-up did.
  private var length: Double? { readings.length > 0 ? readings.length : nil }

  init(_ plan: NetworkPlan, _ readings: NetworkReadings) {
    self.plan = plan
    self.readings = readings
    addPassage(readings.all, of: nil)
    for (row, name) in classNames.enumerated() { addPassage(readings.classes[row], of: name) }
    addLevel(readings.present, at: .network)
    addDeadlock()
    for (row, node) in readings.nodes.enumerated() { addNode(node, inputs.nodes[row]) }
    for (row, pool) in readings.pools.enumerated() {
      addServers(pool, at: .pool(inputs.pools[row].id))
    }
    addObservations()
  }

  private mutating func add(
    _ name: String,
    _ value: Double?,
    at place: NetworkQuantity.Place,
    of className: String? = nil,
    item: String? = nil
  ) {
    values.append((NetworkQuantity(place, className, name, item: item), value))
  }

  /// A number of the calendar's ticks in the network's unit.
  private func units(_ ticks: Double?) -> Double? { ticks.map { $0 / plan.scale.ticksPerUnit } }

  private func share(_ part: Int, of whole: Int) -> Double? {
    whole > 0 ? Double(part) / Double(whole) : nil
  }

  private mutating func addPassage(_ passage: PassageReadings, of name: String?) {
    let counts = [
      ("arrived", passage.arrived), ("completed", passage.completed),
      ("refused", passage.refused), ("balked", passage.balked), ("reneged", passage.reneged),
    ]
    for (what, count) in counts {
      add(what, length.map { _ in Double(count) }, at: .network, of: name)
    }
    add("throughput", length.map { Double(passage.completed) / $0 }, at: .network, of: name)
    addTimes("Sojourn", passage.sojourns, passage.sojournTimes, at: .network, of: name)
    add("meanVisits", passage.meanVisits, at: .network, of: name)
  }

  /// Mean, spread, longest and percentiles of some times.
  private mutating func addTimes(
    _ name: String,
    _ times: DurationTally,
    _ histogram: LogHistogram,
    at place: NetworkQuantity.Place,
    of className: String?
  ) {
    add("mean\(name)", units(times.mean), at: place, of: className)
    add("sd\(name)", units(times.standardDeviation), at: place, of: className)
    let longest = times.count > 0 ? plan.scale.units(times.max) : nil
    add("longest\(name)", longest, at: place, of: className)
    for percentile in inputs.run.percentiles {
      let value = histogram.percentile(percentile / 100).map { plan.scale.units($0) }
      add(
        "percentile\(name)",
        value,
        at: place,
        of: className,
        item: DecimalText.text(of: percentile)
      )
    }
  }

  /// How long how many were present.
  private mutating func addLevel(_ level: LevelTimes, at place: NetworkQuantity.Place) {
    if place == .network { add("meanPresent", level.mean, at: place) }
    add("sdPresent", level.standardDeviation, at: place)
    let atLeast = (0...level.top + 1).map { level.share(atLeast: $0) }
    for present in 0...level.top {
      let share = atLeast[present].flatMap { here in atLeast[present + 1].map { here - $0 } }
      add("presentShare", share, at: place, item: String(present))
    }
    add("presentShare", atLeast[level.top + 1], at: place, item: "\(level.top + 1)+")
  }

  private mutating func addDeadlock() {
    var time: Double?
    if case .deadlock(let at) = readings.ending { time = at }
    add("timeToDeadlock", time, at: .network)
  }

  private mutating func addNode(_ node: NodeReadings, _ inputs: NodeInputs) {
    let place = NetworkQuantity.Place.node(node.id)
    addFlow(node.all, at: place, of: nil)
    for (row, name) in classNames.enumerated() { addFlow(node.classes[row], at: place, of: name) }
    addLevel(node.present, at: place)
    if let servers = node.servers { addServers(servers, at: place) }
    for (name, use) in zip(serverNames(of: inputs, count: node.serverUse.count), node.serverUse) {
      add("serverUse", length.map { _ in use }, at: place, item: name)
    }
    add("blocked", length.map { _ in node.meanBlocked }, at: place)
    add("idleAndAvailable", length.map { _ in node.idleAndAvailable }, at: place)
    add("awayShare", length.map { _ in node.awayShare }, at: place)
    add("busyPeriods", length.map { _ in Double(node.busyPeriods.count) }, at: place)
    add("meanBusyPeriod", node.busyPeriods.mean, at: place)
    add("sdBusyPeriod", node.busyPeriods.standardDeviation, at: place)
    if let dispatch = node.dispatch { addDispatch(dispatch, inputs, at: place) }
  }

  /// Names of servers that are told apart; a crowd of equal ones is not.
  private func serverNames(of node: NodeInputs, count: Int) -> [String] {
    switch node.kind {
    case .dispatch(let dispatch): return dispatch.units
    case .station(let station):
      if case .each(let servers) = station.servers { return servers.map(\.id) }
      return count <= 32 ? (0..<count).map { String($0 + 1) } : []
    case .sharing: return []
    @unknown default: return []
    }
  }

  private mutating func addServers(
    _ servers: CapacityReadings,
    at place: NetworkQuantity.Place
  ) {
    add("onDuty", length.map { _ in servers.meanOnDuty }, at: place)
    add("busy", length.map { _ in servers.meanBusy }, at: place)
    add("overtime", length.map { _ in servers.meanOvertime }, at: place)
    add("utilisation", length.flatMap { _ in servers.utilisation }, at: place)
  }

  private mutating func addObservations() {
    for moment in inputs.run.observeAt {
      let seen = readings.observations.first { $0.time == moment }?.present
      for (place, node) in inputs.nodes.enumerated() {
        add(
          "presentAt",
          seen.map { Double($0[place]) },
          at: .node(node.id),
          item: DecimalText.text(of: moment)
        )
      }
      add(
        "presentAt",
        seen.map { Double($0.reduce(0, +)) },
        at: .network,
        item: DecimalText.text(of: moment)
      )
    }
  }
}

extension NetworkValues {
  fileprivate mutating func addFlow(
    _ flow: FlowReadings,
    at place: NetworkQuantity.Place,
    of name: String?
  ) {
    let counts = [
      ("arrived", flow.arrived), ("served", flow.completed), ("refused", flow.refused),
      ("balked", flow.balked), ("reneged", flow.reneged), ("blockedElsewhere", flow.blocked),
      ("interruptions", flow.interruptions),
    ]
    for (what, count) in counts {
      add(what, length.map { _ in Double(count) }, at: place, of: name)
    }
    add("refusedShare", share(flow.refused, of: flow.arrived), at: place, of: name)
    add("foundBusyShare", share(flow.foundBusy, of: flow.arrived), at: place, of: name)
    add("renegedShare", share(flow.reneged, of: flow.arrived), at: place, of: name)
    addTimes("Wait", flow.waits, flow.waitTimes, at: place, of: name)
    add("waitedShare", share(flow.waited, of: flow.waits.count), at: place, of: name)
    let whoWaited = flow.waited > 0 ? plan.scale.units(flow.waits.sum) / Double(flow.waited) : nil
    add("meanWaitOfWaiting", whoWaited, at: place, of: name)
    add("meanWastedWait", units(flow.wastedWaits.mean), at: place, of: name)
    let ended = flow.waits.count + flow.wastedWaits.count
    for (limit, over) in zip(plan.inputs.run.waitLimits, flow.overLimit) {
      let item = DecimalText.text(of: limit)
      add("overLimitShare", share(over, of: ended), at: place, of: name, item: item)
    }
    addTimes("Sojourn", flow.sojourns, flow.sojournTimes, at: place, of: name)
    add("meanService", units(flow.services.mean), at: place, of: name)
    add("meanWaiting", length.map { _ in flow.meanWaiting }, at: place, of: name)
    add("meanPresent", length.map { _ in flow.meanPresent }, at: place, of: name)
    add("throughput", length.map { Double(flow.completed) / $0 }, at: place, of: name)
  }

  /// Which units answered which zones, how far they went, and how often all were busy.
  fileprivate mutating func addDispatch(
    _ dispatch: DispatchReadings,
    _ node: NodeInputs,
    at place: NetworkQuantity.Place
  ) {
    guard case .dispatch(let inputs) = node.kind else { return }
    let classes = plan.inputs.classes.map(\.id)
    let answered = dispatch.sent.reduce(0) { $0 + $1.reduce(0, +) }
    for (unit, row) in zip(inputs.units, dispatch.sent) {
      for (zone, calls) in zip(classes, row) {
        add("sentShare", share(calls, of: answered), at: place, of: zone, item: unit)
      }
    }
    for (zone, travel) in zip(classes, dispatch.travel) {
      add("meanTravel", travel.mean, at: place, of: zone)
    }
    add("meanTravel", dispatch.allTravel.mean, at: place)
    add("byOtherShare", share(dispatch.byOther, of: answered), at: place)
    for (limit, within) in zip(inputs.travelLimits, dispatch.withinLimit) {
      let item = DecimalText.text(of: limit)
      add("withinLimitShare", share(within, of: answered), at: place, item: item)
    }
    for (state, time) in dispatch.states.enumerated() {
      // The first unit stands first: `100` is the first unit busy and two free.
      let bits = inputs.units.indices.map { state >> $0 & 1 == 1 ? "1" : "0" }
      add("stateShare", length.map { _ in time }, at: place, item: bits.joined())
    }
  }
}
