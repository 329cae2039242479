import Engine
import Probability

extension PlanBuilder {
  /// Adds one node with its lines, legs and places.
  mutating func addNode(_ row: Int, to plan: inout NetworkPlan) {
    let node = inputs.nodes[row]
    let path = "nodes." + node.id
    var made = NodePlan(
      kind: .station,
      key: StableName.key("node", node.id),
      firstPlace: Int32(plan.speeds.count),
      places: 0,
      firstLane: Int32(plan.lanes.count),
      lanes: 0,
      room: .max,
      whenFull: .refuse,
      habits: [],
      detail: -1,
      balkingFirst: Int32(plan.balking.count),
      balkingCount: Int32(node.balking.count),
      afterReneging: RouteID(row: 0),
      away: nil,
      up: nil
    )
    var legs: [LegPlan] = classNames.indices.map { row in
      LegPlan(
        service: nil,
        patience: nil,
        next: RouteID(row: 0),
        lane: LaneID(row: plan.lanes.count),
        priority: plan.classes[row].priority,
        keepFree: 0
      )
    }
    for (row, way) in spread(node.next, at: path + ".next").enumerated() {
      legs[row].next = add(way ?? .exit, at: path + ".next", to: &plan)
    }
    addBalking(node, at: path, to: &plan, &made)
    plan.onDuty.append(0)
    switch node.kind {
    case .station(let station):
      addStation(station, at: path, to: &plan, &made, &legs)
    case .sharing(let servers, let work):
      addSharing(servers, work, at: path, to: &plan, &made, &legs)
    case .dispatch(let dispatch):
      addDispatch(dispatch, at: path, to: &plan, &made, &legs)
    }
    addRoom(node, at: path, to: &plan, &made)
    made.places = Int32(plan.speeds.count) - made.firstPlace
    made.lanes = Int32(plan.lanes.count) - made.firstLane
    plan.nodes.append(made)
    plan.legs += legs
  }

  private mutating func addBalking(
    _ node: NodeInputs,
    at path: String,
    to plan: inout NetworkPlan,
    _ made: inout NodePlan
  ) {
    for (index, chance) in node.balking.enumerated() where !(chance >= 0 && chance <= 1) {
      note(path + ".balking[\(index)]", "\(chance) is no chance; expected 0 to 1")
    }
    plan.balking += node.balking
    if !node.balking.isEmpty { made.habits.insert(.balks) }
  }

  private mutating func addRoom(
    _ node: NodeInputs,
    at path: String,
    to plan: inout NetworkPlan,
    _ made: inout NodePlan
  ) {
    let servers = plan.speeds.count - Int(made.firstPlace)
    switch node.room {
    case .unlimited:
      if node.whenFull != .refuse {
        note(path + ".whenFull", "the node has room for everybody, it is never full")
      }
      return
    case .places(let places):
      if places < max(1, servers) {
        note(
          path + ".room",
          "room is \(places); expected at least \(max(1, servers)): it counts those in service"
        )
      }
      made.room = Int32(clamping: places)
    case .waiting(let waiting):
      if servers == 0 {
        note(path + ".waitingRoom", "nobody waits here by itself; state the whole room instead")
      } else if waiting < 0 {
        note(path + ".waitingRoom", "waitingRoom is \(waiting); expected 0 or more")
      }
      made.room = Int32(clamping: servers + max(0, waiting))
    }
    made.habits.insert(.fills)
    addFullness(node, at: path + ".whenFull", to: &plan, &made)
  }

  private mutating func addFullness(
    _ node: NodeInputs,
    at path: String,
    to plan: inout NetworkPlan,
    _ made: inout NodePlan
  ) {
    switch node.whenFull {
    case .refuse: made.whenFull = .refuse
    case .block: made.whenFull = .block
    case .overflow(let others):
      if others.isEmpty { note(path + ".overflow", "no other node is named") }
      made.whenFull = .overflow(first: Int32(plan.overflow.count), count: Int32(others.count))
      for (index, other) in others.enumerated() {
        let target = self.node(other, at: path + ".overflow[\(index)]")
        if other == node.id {
          note(path + ".overflow[\(index)]", "a full node overflows into itself")
        }
        plan.overflow.append(target)
      }
    }
  }

  private mutating func addSharing(
    _ servers: Int,
    _ work: PerClass<Law>,
    at path: String,
    to plan: inout NetworkPlan,
    _ made: inout NodePlan,
    _ legs: inout [LegPlan]
  ) {
    if !(1..<1 << 20).contains(servers) {
      note(path + ".servers", "servers is \(servers); expected 1 to 1048575")
    }
    made.kind = .sharing
    made.detail = Int32(plan.sharing.count)
    plan.sharing.append(servers)
    plan.onDuty[plan.onDuty.count - 1] = servers
    addService(work, at: path + ".service", to: &plan, &legs)
  }

  /// Adds the laws of service of the classes that have one.
  mutating func addService(
    _ service: PerClass<Law>,
    at path: String,
    to plan: inout NetworkPlan,
    _ legs: inout [LegPlan]
  ) {
    for (row, law) in spread(service, at: path).enumerated() {
      legs[row].service = law.map { time($0, at: path, to: &plan) }
    }
  }
}
