import Engine

extension PlanBuilder {
  /// Refuses a network in which a class can come to a node that cannot serve it, or that asks for
  /// an itinerary the class does not have.
  mutating func checkReach(of plan: NetworkPlan) {
    var walk = ReachWalk(plan: plan)
    for source in plan.sources {
      for kind in source.classes { walk.follow(source.first, as: kind) }
      if case .trace(let list) = source.arrivals {
        for kind in Set(list.compactMap(\.className)).sorted(by: { $0.row < $1.row }) {
          walk.follow(source.first, as: kind)
        }
      }
    }
    for group in plan.census { walk.come(to: group.node, as: group.className) }
    walk.finish()
    for (node, kind) in walk.unserved {
      let id = inputs.nodes[node.row].id
      let isDispatch = plan.nodes[node.row].kind == .dispatch
      note(
        "nodes." + id + (isDispatch ? ".zones" : ".service"),
        "class \(classNames[kind.row]) can come here, but \(isDispatch ? "it is no zone" : "no service is stated for it")"
      )
    }
    for kind in walk.withoutItinerary {
      note("classes." + classNames[kind.row], "a route says itinerary, but the class has none")
    }
  }
}

/// Visits every pair of node and class that customers can come to.
private struct ReachWalk {
  let plan: NetworkPlan
  var seen: [Bool]
  var open: [(NodeID, ClassID)] = []
  var unserved: [(NodeID, ClassID)] = []
  var withoutItinerary: [ClassID] = []

  init(plan: NetworkPlan) {
    self.plan = plan
    seen = Array(repeating: false, count: plan.legs.count)
  }

  mutating func finish() {
    while let (node, kind) = open.popLast() {
      let leg = plan.legs[plan.leg(of: kind, at: node).row]
      follow(leg.next, as: kind)
      let made = plan.nodes[node.row]
      if made.habits.contains(.reneges) { follow(made.afterReneging, as: kind) }
      if case .overflow(let first, let count) = made.whenFull {
        for row in 0..<Int(count) { come(to: plan.overflow[Int(first) + row], as: kind) }
      }
    }
    unserved.sort { ($0.0.row, $0.1.row) < ($1.0.row, $1.1.row) }
  }

  mutating func come(to node: NodeID, as kind: ClassID) {
    let leg = plan.leg(of: kind, at: node)
    guard !seen[leg.row] else { return }
    seen[leg.row] = true
    if plan.legs[leg.row].service == nil { unserved.append((node, kind)) }
    open.append((node, kind))
  }

  mutating func follow(_ route: RouteID, as kind: ClassID) {
    switch plan.routes[route] {
    case .exit: return
    case .node(let node): come(to: node, as: kind)
    case .split(let first, let count):
      for row in Int(first)..<Int(first + count) { follow(plan.routes.ways[row], as: kind) }
    case .shortest(let first, let count), .cycle(let first, let count, _),
      .choice(let first, let count, _):
      for row in Int(first)..<Int(first + count) { come(to: plan.routes.nodes[row], as: kind) }
    case .itinerary:
      let stops = plan.classes[kind.row].itinerary
      if stops.isEmpty, !withoutItinerary.contains(kind) { withoutItinerary.append(kind) }
      for stop in stops { come(to: stop, as: kind) }
    case .become(let other, let then): follow(then, as: other)
    }
  }
}
