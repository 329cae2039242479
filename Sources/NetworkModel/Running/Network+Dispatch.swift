import Engine
import Probability

extension Network {
  /// A call comes from a zone: the best free unit goes, or the call waits or is lost.
  mutating func call(_ customer: CustomerID, at node: NodeID) {
    if let unit = bestUnit(for: customer, at: node) {
      remove(unit, fromFreeOf: node)
      send(unit, to: customer, of: node)
    } else if nodePlans[node].habits.contains(.callsWait) {
      rows[customer].phase = .waiting
      let leg = leg(of: customer)
      lines.append(customer, to: LaneID(row: Int(nodePlans[node].firstLane)))
      nodes[node].waiting += 1
      measures.legs[leg].waiting.add(1, at: calendar.now)
    } else {
      loseCall(customer, at: node)
    }
  }

  /// A unit is free again: it goes to the first call that waits for one like it.
  mutating func release(unit: PlaceID, of node: NodeID) {
    let row = Int(nodePlans[node].detail)
    vacate(unit, of: node)
    dispatch[row].settle(to: calendar.now)
    dispatch[row].busy[unit.row - Int(nodePlans[node].firstPlace)] = false
    let lane = LaneID(row: Int(nodePlans[node].firstLane))
    var waiting = lines.first(of: lane)
    while let customer = waiting {
      if mayGo(unit, to: customer, at: node) {
        lines.remove(customer, from: lane)
        nodes[node].waiting -= 1
        measures.legs[leg(of: customer)].waiting.add(-1, at: calendar.now)
        remove(unit, fromFreeOf: node)
        return send(unit, to: customer, of: node)
      }
      waiting = lines.next(after: customer)
    }
  }

  private mutating func send(_ unit: PlaceID, to customer: CustomerID, of node: NodeID) {
    let row = Int(nodePlans[node].detail)
    let own = unit.row - Int(nodePlans[node].firstPlace)
    let zone = rows[customer].kind.row
    let travel = plan.dispatch[row].travel[zone][own]
    let isTravelling = nodePlans[node].habits.contains(.travels)
    let busy = draw(plan.dispatch[row].service[own], at: address(.service, of: customer))
    rows[customer].work = isTravelling ? busy + travel : busy
    rows[customer].remaining = rows[customer].work
    startService(of: customer)
    dispatch[row].settle(to: calendar.now)
    dispatch[row].busy[own] = true
    if rows[customer].arrived >= measures.warm {
      let other = plan.dispatch[row].rank[zone][own] != firstRank(of: zone, row)
      dispatch[row].count(own, to: zone, travel: travel, byOther: other, plan.scale)
    }
    occupy(unit, with: customer, at: node)
  }

  private mutating func loseCall(_ customer: CustomerID, at node: NodeID) {
    let leg = leg(of: customer)
    setPresent(-1, at: node, leg)
    if measures.isOn { measures.legs[leg].refused &+= 1 }
    measures.record(.refused, rows[customer], at: calendar.now)
    rows[customer].step &+= 1
    leave(customer, .refused)
  }

  private func mayGo(_ unit: PlaceID, to customer: CustomerID, at node: NodeID) -> Bool {
    let made = nodePlans[node]
    let rank = plan.dispatch[Int(made.detail)].rank[rows[customer].kind.row]
    return rank[unit.row - Int(made.firstPlace)] != nil
  }

  /// The free unit that comes first in the zone's order, or, in a zone without one, the nearest.
  @inline(__always)
  private func bestUnit(for customer: CustomerID, at node: NodeID) -> PlaceID? {
    let made = nodePlans[node]
    let row = Int(made.detail)
    let zone = rows[customer].kind.row
    let first = Int(made.firstPlace)
    var free: [PlaceID] = []
    for own in 0..<Int(made.places) where plan.dispatch[row].rank[zone][own] != nil {
      let place = PlaceID(row: first + own)
      if places[place].status == .free { free.append(place) }
    }
    let table = plan.dispatch[row]
    return NearestUnit.choose(among: free) { unit in
      let own = unit.row - first
      return table.nearest[zone]
        ? table.travel[zone][own] : .milliseconds(Int64(table.rank[zone][own] ?? 0))
    }
  }

  /// The rank of the unit a zone would have by choice; ties of travel go to the first unit.
  @inline(__always)
  private func firstRank(of zone: Int, _ row: Int) -> Int? {
    let table = plan.dispatch[row]
    guard table.nearest[zone] else { return 0 }
    let own = table.travel[zone].indices.min { one, other in
      (table.travel[zone][one], one) < (table.travel[zone][other], other)
    }
    return own.flatMap { table.rank[zone][$0] }
  }
}

/// What is counted at a dispatch node while it runs.
struct DispatchState {
  var busy: [Bool]
  /// Milliseconds in each state; empty with more than 12 units.
  private(set) var states: [Int64]
  private(set) var settled: SimInstant = .start
  var sent: [[Int]]
  var travel: [Tally]
  var allTravel = Tally()
  var within: [Int]
  var byOther = 0
  private let limits: [SimDuration]

  init(_ plan: DispatchPlan) {
    busy = Array(repeating: false, count: plan.service.count)
    states = plan.service.count <= 12 ? Array(repeating: 0, count: 1 << plan.service.count) : []
    sent = plan.service.map { _ in Array(repeating: 0, count: plan.rank.count) }
    travel = plan.rank.map { _ in Tally() }
    within = plan.limits.map { _ in 0 }
    limits = plan.limits
  }

  /// Adds the time since the last change to the state it was spent in.
  mutating func settle(to now: SimInstant) {
    if !states.isEmpty {
      var state = 0
      for unit in busy.indices where busy[unit] { state |= 1 << unit }
      states[state] += (now - settled).milliseconds
    }
    settled = now
  }

  /// Counts a unit's way to a zone.
  mutating func count(
    _ unit: Int,
    to zone: Int,
    travel time: SimDuration,
    byOther other: Bool,
    _ scale: TimeScale
  ) {
    sent[unit][zone] += 1
    travel[zone].add(scale.units(time))
    allTravel.add(scale.units(time))
    for limit in limits.indices where time <= limits[limit] { within[limit] += 1 }
    if other { byOther += 1 }
  }

  /// Forgets the past, at the end of the warm-up.
  mutating func reset(at now: SimInstant) {
    settled = now
    for state in states.indices { states[state] = 0 }
    for unit in sent.indices { for zone in sent[unit].indices { sent[unit][zone] = 0 } }
    for zone in travel.indices { travel[zone] = Tally() }
    allTravel = Tally()
    for limit in within.indices { within[limit] = 0 }
    byOther = 0
  }
}
