import Engine
import Probability

extension PlanBuilder {
  /// Adds servers and the lines before them.
  mutating func addStation(
    _ station: StationNodeInputs,
    at path: String,
    to plan: inout NetworkPlan,
    _ made: inout NodePlan,
    _ legs: inout [LegPlan]
  ) {
    addServers(station.servers, at: path + ".servers", to: &plan, &made)
    addService(station.service, at: path + ".service", to: &plan, &legs)
    if let patience = station.patience {
      if made.kind == .unlimited {
        note(path + ".patience", "nobody waits where servers are unlimited")
      }
      made.habits.insert(.reneges)
      for (row, law) in spread(patience, at: path + ".patience").enumerated() {
        legs[row].patience = law.map { time($0, at: path + ".patience", to: &plan) }
      }
      made.afterReneging = add(station.afterReneging, at: path + ".afterReneging", to: &plan)
    } else if station.afterReneging != .exit {
      note(path + ".afterReneging", "nobody gives up here: there is no patience")
    }
    addPreemption(station, at: path, &made)
    addReservations(station, at: path, to: plan, made, &legs)
    if legs.contains(where: { $0.keepFree > 0 }) { made.habits.insert(.keepsFree) }
    addAbsence(station, at: path, to: &plan, &made)
    addLanes(station, at: path, to: &plan, made, &legs)
  }

  private mutating func addPreemption(
    _ station: StationNodeInputs,
    at path: String,
    _ made: inout NodePlan
  ) {
    if station.discipline == .lastInFirstOut { made.habits.insert(.lastFirst) }
    if station.discipline == .random { made.habits.insert(.randomly) }
    guard station.preemption != .none else { return }
    if ![.priority, .lastInFirstOut].contains(station.discipline) {
      note(path + ".preemption", "only a discipline of priority or lifo can interrupt a service")
    }
    if made.kind != .station {
      note(path + ".preemption", "only servers of the node's own can be interrupted")
    }
    made.habits.insert(.interrupts)
    if station.preemption == .restart { made.habits.insert(.restarts) }
  }

  private mutating func addReservations(
    _ station: StationNodeInputs,
    at path: String,
    to plan: NetworkPlan,
    _ made: NodePlan,
    _ legs: inout [LegPlan]
  ) {
    for (name, free) in station.keepFree {
      let path = path + ".keepFree." + name
      let row = className(name, at: path).row
      let servers = plan.speeds.count - Int(made.firstPlace)
      if made.kind != .station {
        note(path, "only servers of the node's own can be kept free")
      } else if !(0..<servers).contains(free) {
        note(
          path,
          "\(free) servers are kept free; expected 0 to \(servers - 1), one fewer than all"
        )
      }
      legs[row].keepFree = Int32(clamping: free)
    }
  }

  private mutating func addAbsence(
    _ station: StationNodeInputs,
    at path: String,
    to plan: inout NetworkPlan,
    _ made: inout NodePlan
  ) {
    guard let absence = station.absence else { return }
    let key: String
    switch absence {
    case .vacations(let length, let repeats):
      key = ".vacations"
      if length.mean <= 0 { note(path + ".vacations.length", "a vacation has a length above 0") }
      made.away = time(length, at: path + ".vacations.length", to: &plan)
      made.habits.insert(.vacations)
      if repeats == .single { made.habits.insert(.staysAfterVacation) }
    case .breakdowns(let up, let down, let interrupted):
      key = ".breakdowns"
      if up.mean <= 0 { note(path + ".breakdowns.up", "a server works for a time above 0") }
      made.up = time(up, at: path + ".breakdowns.up", to: &plan)
      made.away = time(down, at: path + ".breakdowns.down", to: &plan)
      made.habits.insert(.breaksDown)
      if interrupted == .restart { made.habits.insert(.breakdownRestarts) }
    }
    switch station.servers {
    case .count, .each: break
    case .unlimited, .shifts, .pools:
      note(path + key, "only a fixed number of the node's own servers can be away")
    }
    if made.habits.contains(.interrupts) {
      note(path + key, "absences do not go together with preemption")
    }
  }

  /// One line for each priority where it counts; one for each class where servers are kept free.
  private mutating func addLanes(
    _ station: StationNodeInputs,
    at path: String,
    to plan: inout NetworkPlan,
    _ made: NodePlan,
    _ legs: inout [LegPlan]
  ) {
    guard made.kind != .unlimited else { return }
    let byPriority = station.discipline == .priority
    if byPriority, Set(legs.map(\.priority)).count == 1, made.habits.contains(.interrupts) {
      note(path + ".preemption", "all classes have the same priority: nobody can interrupt anybody")
    }
    let kinds = legs.map { leg in
      LanePlan(priority: byPriority ? leg.priority : 1, keepFree: leg.keepFree)
    }
    var lanes: [LanePlan] = []
    for kind in kinds where !lanes.contains(where: { $0 == kind }) { lanes.append(kind) }
    lanes.sort { ($0.priority, $0.keepFree) < ($1.priority, $1.keepFree) }
    for row in legs.indices {
      let lane = lanes.firstIndex { $0 == kinds[row] } ?? 0
      legs[row].lane = LaneID(row: plan.lanes.count + lane)
      legs[row].priority = kinds[row].priority
    }
    plan.lanes += lanes
  }
}
