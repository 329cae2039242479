import Engine
import Probability

extension PlanBuilder {
  /// Adds who serves at a station.
  mutating func addServers(
    _ servers: ServersInputs,
    at path: String,
    to plan: inout NetworkPlan,
    _ made: inout NodePlan
  ) {
    let row = plan.onDuty.count - 1
    switch servers {
    case .count(let count):
      if !(1..<1 << 20).contains(count) {
        note(path, "servers is \(count); expected 1 to 1048575")
      }
      plan.speeds += Array(repeating: 1, count: min(max(count, 1), 1 << 20))
      plan.onDuty[row] = count
    case .unlimited:
      made.kind = .unlimited
    case .each(let list):
      if list.isEmpty { note(path, "no server is named") }
      for (index, server) in list.enumerated() where !(server.speed > 0 && server.speed.isFinite) {
        note(path + "[\(index)].speed", "speed is \(server.speed); expected above 0")
      }
      plan.speeds += list.map(\.speed)
      plan.onDuty[row] = list.count
      made.habits.insert(.uneven)
    case .shifts(let shifts):
      let most = addShifts(shifts, of: .node(NodeID(row: row)), at: path, to: &plan)
      plan.speeds += Array(repeating: 1, count: most)
      plan.onDuty[row] = shifts.steps.first?.servers ?? 0
      made.habits.insert(.changesDuty)
      if shifts.atEnd == .preempt { made.habits.insert(.shiftInterrupts) }
    case .pools(let needs):
      made.kind = .pooled
      made.detail = Int32(plan.needs.count)
      // The number of pools seized stands where other nodes have the number of places.
      addNeeds(needs, by: NodeID(row: row), at: path + ".pools", to: &plan)
      plan.needs.append(NeedPlan(pool: PoolID(row: 0), servers: 0))
    }
  }

  /// Adds a timetable; answers with the largest number on duty.
  private mutating func addShifts(
    _ shifts: ShiftInputs,
    of owner: ShiftPlan.Owner,
    at path: String,
    to plan: inout NetworkPlan
  ) -> Int {
    if !(shifts.cycle > 0 && shifts.cycle.isFinite) {
      note(path + ".cycle", "cycle is \(shifts.cycle); expected above 0")
    } else if scale.duration(shifts.cycle) == .zero {
      note(path + ".cycle", "cycle is \(shifts.cycle), too short to be told from 0 in this run")
    }
    if shifts.steps.first?.from != 0 {
      note(path + ".steps", "expected a first step from 0")
    }
    var before = -1.0
    for (index, step) in shifts.steps.enumerated() {
      if !(step.from > before && step.from < shifts.cycle) {
        note(
          path + ".steps[\(index)].from",
          "from is \(step.from); expected rising moments before the end of the cycle"
        )
      }
      if !(0..<1 << 20).contains(step.servers) {
        note(path + ".steps[\(index)].servers", "servers is \(step.servers); expected 0 to 1048575")
      }
      before = step.from
    }
    let most = min(shifts.steps.map(\.servers).max() ?? 0, 1 << 20)
    if most <= 0 { note(path + ".steps", "nobody is ever on duty") }
    plan.shifts.append(
      ShiftPlan(
        cycle: scale.duration(max(0, shifts.cycle)),
        from: shifts.steps.map { scale.duration(max(0, $0.from)) },
        servers: shifts.steps.map(\.servers),
        owner: owner
      )
    )
    return max(most, 1)
  }

  /// Adds the pools.
  mutating func addPools(to plan: inout NetworkPlan) {
    for (row, pool) in inputs.pools.enumerated() {
      let path = "pools." + pool.id + ".servers"
      switch pool.servers {
      case .count(let count):
        if !(1..<1 << 20).contains(count) {
          note(path, "servers is \(count); expected 1 to 1048575")
        }
        plan.pools.append(PoolPlan(onDuty: count, most: count, nodes: []))
      case .shifts(let shifts):
        let most = addShifts(shifts, of: .pool(PoolID(row: row)), at: path, to: &plan)
        if shifts.atEnd == .preempt {
          note(path + ".atEnd", "servers of a pool finish their customer; expected finish")
        }
        plan.pools.append(
          PoolPlan(onDuty: shifts.steps.first?.servers ?? 0, most: most, nodes: [])
        )
      case .unlimited, .each, .pools:
        note(path, "a pool has a number of equal servers or a timetable")
        plan.pools.append(PoolPlan(onDuty: 0, most: 0, nodes: []))
      }
    }
  }

  private mutating func addNeeds(
    _ needs: [PoolNeed],
    by node: NodeID,
    at path: String,
    to plan: inout NetworkPlan
  ) {
    if needs.isEmpty { note(path, "no pool is named") }
    for need in needs {
      guard let row = poolNames.firstIndex(of: need.pool) else {
        note(
          path + "." + need.pool,
          "there is no pool \(need.pool)",
          found: need.pool,
          among: poolNames
        )
        continue
      }
      let most = plan.pools[row].most
      if !(1...max(1, most)).contains(need.servers) {
        note(path + "." + need.pool, "\(need.servers) are needed; the pool has 1 to \(most)")
      }
      plan.needs.append(NeedPlan(pool: PoolID(row: row), servers: Int32(clamping: need.servers)))
      plan.pools[row].nodes.append(node)
    }
  }

  /// Notes which nodes compete for pools, once all are known.
  mutating func addRivals(to plan: inout NetworkPlan) {
    plan.rivals = plan.nodes.map { node in
      guard node.kind == .pooled else { return [] }
      var rivals: Set<NodeID> = []
      for need in plan.needs[Int(node.detail)...] {
        guard need.servers > 0 else { break }
        rivals.formUnion(plan.pools[need.pool.row].nodes)
      }
      return rivals.sorted { $0.row < $1.row }
    }
  }
}
