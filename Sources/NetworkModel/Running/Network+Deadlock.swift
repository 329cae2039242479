import Engine

extension Network {
  /// Whether a blocked customer can never move again: every node they could follow through the
  /// blocked is full of customers who are blocked themselves or wait for servers those keep.
  ///
  /// A node moves if somebody there is in service, may give up waiting, or can still get a server,
  /// or is blocked by a node that moves; what is left over when no more are found is stuck.
  @inline(__always)
  func isStuck(_ customer: CustomerID) -> Bool {
    var moves = plan.nodes.indices.map { _ in false }
    var changed = true
    while changed {
      changed = false
      let kept = keptServers(moves)
      for row in plan.nodes.indices where !moves[row] {
        guard isMoving(NodeID(row: row), kept) else { continue }
        (moves[row], changed) = (true, true)
      }
      for row in plan.nodes.indices where moves[row] {
        forEachBlocked(by: NodeID(row: row)) { home in
          if !moves[home.row] { (moves[home.row], changed) = (true, true) }
        }
      }
    }
    return !moves[rows[customer].nextNode.row]
  }

  /// How many servers of each pool are kept by customers blocked by nodes that are not known to move.
  private func keptServers(_ moves: [Bool]) -> [Int] {
    var kept = pools.indices.map { _ in 0 }
    guard !pools.isEmpty else { return kept }
    for row in plan.nodes.indices where !moves[row] {
      forEachBlocked(by: NodeID(row: row)) { home in
        guard nodePlans[home].kind == .pooled else { return }
        for need in needs(of: home) {
          kept[plan.needs[need].pool.row] += Int(plan.needs[need].servers)
        }
      }
    }
    return kept
  }

  /// Whether somebody can leave a node whatever happens to the blocked.
  private func isMoving(_ node: NodeID, _ kept: [Int]) -> Bool {
    guard isFull(node) else { return true }
    let held = nodes[node].held.level
    if Int(nodes[node].present) - Int(nodes[node].waiting) - held > 0 { return true }
    // Nobody is served: those who wait may give up, or be served when a server comes back.
    guard nodes[node].waiting > 0 else { return false }
    if nodePlans[node].habits.contains(.reneges), mayGiveUp(at: node) { return true }
    switch nodePlans[node].kind {
    case .station: return mayBeServed(at: node, by: Int(nodePlans[node].places) - held)
    case .pooled:
      return needs(of: node).allSatisfy { row in
        let pool = plan.needs[row].pool.row
        return plan.pools[pool].most - kept[pool] >= Int(plan.needs[row].servers)
      }
    case .unlimited, .sharing, .dispatch: return false
    }
  }

  /// Whether so many servers, on duty sooner or later, are enough for somebody who waits.
  private func mayBeServed(at node: NodeID, by servers: Int) -> Bool {
    let first = Int(nodePlans[node].firstLane)
    return (first..<first + Int(nodePlans[node].lanes)).contains { lane in
      !lines.isEmpty(LaneID(row: lane)) && servers > Int(plan.lanes[lane].keepFree)
    }
  }

  private func mayGiveUp(at node: NodeID) -> Bool {
    let first = Int(nodePlans[node].firstLane)
    for lane in first..<first + Int(nodePlans[node].lanes) {
      var waiting = lines.first(of: LaneID(row: lane))
      while let customer = waiting {
        if calendar.pending(in: layout.customer(customer)) != nil { return true }
        waiting = lines.next(after: customer)
      }
    }
    return false
  }

  /// Tells where each of those is who are blocked by a node.
  private func forEachBlocked(by node: NodeID, _ tell: (_ home: NodeID) -> Void) {
    var blocked = lines.first(of: blockedLane(of: node))
    while let customer = blocked {
      tell(rows[customer].node)
      blocked = lines.next(after: customer)
    }
  }
}
