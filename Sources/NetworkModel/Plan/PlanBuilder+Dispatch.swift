import Engine
import Probability

extension PlanBuilder {
  /// Adds units, zones and the line of calls that wait.
  mutating func addDispatch(
    _ dispatch: DispatchInputs,
    at path: String,
    to plan: inout NetworkPlan,
    _ made: inout NodePlan,
    _ legs: inout [LegPlan]
  ) {
    let units = dispatch.units
    if !(1...1024).contains(units.count) || Set(units).count != units.count {
      note(path + ".units", "there are \(units.count) units; expected 1 to 1024 different names")
    }
    var ranks = [[Int?]](repeating: Array(repeating: nil, count: units.count), count: legs.count)
    var travel = [[SimDuration]](
      repeating: Array(repeating: .zero, count: units.count),
      count: legs.count
    )
    var nearest = [Bool](repeating: false, count: legs.count)
    let service = unitService(dispatch, at: path, to: &plan)
    for (name, zone) in dispatch.zones {
      let zonePath = path + ".zones." + name
      let row = className(name, at: zonePath).row
      // Any law will do to say that the class is served: units have their own.
      legs[row].service = service.first
      nearest[row] = zone.order.isEmpty
      if zone.order.isEmpty { ranks[row] = units.indices.map { $0 } }
      for (rank, unit) in zone.order.enumerated() {
        guard let column = units.firstIndex(of: unit) else {
          note(zonePath + ".order[\(rank)]", "there is no unit \(unit)", found: unit, among: units)
          continue
        }
        if ranks[row][column] != nil {
          note(zonePath + ".order[\(rank)]", "\(unit) is named twice")
        }
        ranks[row][column] = rank
      }
      if zone.travel.count != units.count {
        note(zonePath + ".travel", "there are \(zone.travel.count) times for \(units.count) units")
      }
      for (column, time) in zone.travel.enumerated() where column < units.count {
        if !(time >= 0 && time < 1e12) {
          note(
            zonePath + ".travel." + units[column],
            "\(time) is no travel time; expected 0 or more"
          )
        } else {
          travel[row][column] = scale.duration(time)
        }
      }
    }
    for (index, limit) in dispatch.travelLimits.enumerated() where !(limit >= 0 && limit.isFinite) {
      note(path + ".travelLimits[\(index)]", "\(limit) is no travel time; expected 0 or more")
    }
    made.kind = .dispatch
    made.detail = Int32(plan.dispatch.count)
    if dispatch.travel == .added { made.habits.insert(.travels) }
    if dispatch.whenAllBusy == .waits { made.habits.insert(.callsWait) }
    plan.dispatch.append(
      DispatchPlan(
        rank: ranks,
        travel: travel,
        service: service,
        nearest: nearest,
        limits: dispatch.travelLimits.map { scale.duration(max(0, $0)) }
      )
    )
    plan.speeds += Array(repeating: 1, count: units.count)
    plan.onDuty[plan.onDuty.count - 1] = units.count
    plan.lanes.append(LanePlan(priority: 1, keepFree: 0))
  }

  private mutating func unitService(
    _ dispatch: DispatchInputs,
    at path: String,
    to plan: inout NetworkPlan
  ) -> [LawID] {
    switch dispatch.service {
    case .all(let law):
      let id = time(law, at: path + ".service", to: &plan)
      return dispatch.units.map { _ in id }
    case .each(let laws):
      if laws.count != dispatch.units.count {
        note(
          path + ".service.byUnit",
          "there are \(laws.count) laws for \(dispatch.units.count) units"
        )
      }
      return laws.map { time($0, at: path + ".service.byUnit", to: &plan) }
    }
  }
}
