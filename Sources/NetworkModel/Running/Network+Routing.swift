import Engine
import Probability

extension Network {
  /// Where a customer goes next, nothing for out; what they become on the way is noted with them.
  @inline(__always)
  mutating func choose(_ route: RouteID, for customer: CustomerID) -> NodeID? {
    rows[customer].nextKind = rows[customer].kind
    switch plan.routes.steps[route.row] {
    case .exit: return nil
    case .node(let node): return node
    default: return follow(route, for: customer)
    }
  }

  private mutating func follow(_ route: RouteID, for customer: CustomerID) -> NodeID? {
    var route = route
    var depth: UInt16 = 0
    while true {
      switch plan.routes[route] {
      case .exit: return nil
      case .node(let node): return node
      case .split(let first, let count):
        guard let way = split(first, count, for: customer, depth) else { return nil }
        route = way
        depth += 1
      case .shortest(let first, let count): return shortest(first, count)
      case .cycle(let first, let count, let counter):
        let turn = turns[Int(counter)]
        turns[Int(counter)] = turn + 1 == Int(count) ? 0 : turn + 1
        return plan.routes.nodes[Int(first) + turn]
      case .choice(let first, let count, let perPresent):
        return mostUseful(first, count, perPresent, for: customer)
      case .itinerary: return nextStop(of: customer)
      case .become(let kind, let then):
        rows[customer].nextKind = kind
        route = then
      }
    }
  }

  @inline(__always)
  private mutating func split(
    _ first: Int32,
    _ count: Int32,
    for customer: CustomerID,
    _ depth: UInt16
  ) -> RouteID? {
    let visit = routeAddress(of: customer)
    let luck = streams.uniform(
      at: DrawAddress(purpose: visit.purpose, entity: visit.entity, occurrence: depth)
    )
    for row in Int(first)..<Int(first + count) where luck < plan.routes.chances[row] {
      return plan.routes.ways[row]
    }
    return nil
  }

  // Kept inline, here and wherever a method only reads: out of line the compiler lends it a copy of
  // the whole network, a kilobyte at each call.
  @inline(__always)
  private func shortest(_ first: Int32, _ count: Int32) -> NodeID {
    var best = plan.routes.nodes[Int(first)]
    for row in Int(first) + 1..<Int(first + count) {
      let node = plan.routes.nodes[row]
      if nodes[node].present < nodes[best].present { best = node }
    }
    return best
  }

  /// The node with the greatest utility: constant, crowd and the customer's own luck for it, which
  /// hangs on the node's name and not on its place in the list.
  @inline(__always)
  private func mostUseful(
    _ first: Int32,
    _ count: Int32,
    _ perPresent: Double,
    for customer: CustomerID
  ) -> NodeID {
    let visit = routeAddress(of: customer)
    var best = plan.routes.nodes[Int(first)]
    var choice = LogitChoice()
    for row in Int(first)..<Int(first + count) {
      let node = plan.routes.nodes[row]
      let entity = SplitMix64.mix(visit.entity ^ nodePlans[node].key)
      let words = streams.words(at: DrawAddress(purpose: visit.purpose, entity: entity))
      let servers = max(1, Double(nodes[node].capacity.onDuty))
      let crowd = perPresent * Double(nodes[node].present) / servers
      if choice.prefers(plan.routes.constants[row] + crowd, luck: words.x) { best = node }
    }
    return best
  }

  private mutating func nextStop(of customer: CustomerID) -> NodeID? {
    let stops = plan.classes[rows[customer].nextKind.row].itinerary
    let stop = Int(rows[customer].stop)
    guard stop < stops.count else { return nil }
    rows[customer].stop += 1
    return stops[stop]
  }
}
