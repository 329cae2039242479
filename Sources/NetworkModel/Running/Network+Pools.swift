import Engine

extension Network {
  /// Whoever can begin at a node does, as long as its pools have what they need.
  mutating func seize(for node: NodeID) {
    while nodes[node].waiting > 0, canSeize(for: node), let (customer, lane) = next(at: node) {
      begin(customer, outOf: lane, of: node)
    }
  }

  /// A customer of a node gives back what they held; whoever can begin now does.
  mutating func giveBack(of node: NodeID) {
    let now = calendar.now
    for row in needs(of: node) {
      for _ in 0..<plan.needs[row].servers { pools[plan.needs[row].pool.row].give(at: now) }
    }
    // All at once: one by one, a less urgent customer could seize the first pool and, with it, what
    // a more urgent one needs of the second.
    serve(among: plan.rivals[node.row])
  }

  /// Serves those who wait at several nodes: the most urgent first, then who came first, passing
  /// over those whose other pools are busy.
  mutating func serve(among candidates: [NodeID]) {
    while true {
      var best: (customer: CustomerID, lane: LaneID, priority: Int32, order: UInt64)?
      for node in candidates where nodes[node].waiting > 0 && canSeize(for: node) {
        guard let (head, lane) = next(at: node) else { continue }
        let urgency = legPlans[leg(of: head)].priority
        let order = rows[head].order
        if let best, (best.priority, best.order) <= (urgency, order) { continue }
        best = (head, lane, urgency, order)
      }
      guard let best else { return }
      begin(best.customer, outOf: best.lane, of: rows[best.customer].node)
    }
  }

  /// Whether all that a service at a node takes is free.
  @inline(__always)
  func canSeize(for node: NodeID) -> Bool {
    needs(of: node).allSatisfy { row in
      pools[plan.needs[row].pool.row].free >= Int(plan.needs[row].servers)
    }
  }

  /// The rows of the plan's needs that belong to a node: they end with one that needs nothing.
  @inline(__always)
  func needs(of node: NodeID) -> Range<Int> {
    let first = Int(nodePlans[node].detail)
    var end = first
    while plan.needs[end].servers > 0 { end += 1 }
    return first..<end
  }

  private mutating func begin(_ customer: CustomerID, outOf lane: LaneID, of node: NodeID) {
    take(customer, outOf: lane, of: node)
    let now = calendar.now
    for row in needs(of: node) {
      for _ in 0..<plan.needs[row].servers { pools[plan.needs[row].pool.row].take(at: now) }
    }
    beginAlone(customer)
  }
}
