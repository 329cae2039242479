import Engine

extension Network {
  /// A customer is done but finds no room where they want to go: they keep their server.
  mutating func block(_ customer: CustomerID, by target: NodeID) {
    let who = rows[customer]
    if measures.isOn { measures.legs[nextLeg(of: customer, at: target)].blocked &+= 1 }
    rows[customer].phase = .blocked
    rows[customer].nextNode = target
    nodes[who.node].held.add(1, at: calendar.now)
    lines.append(customer, to: blockedLane(of: target))
    guard isStuck(customer) else { return }
    if plan.inputs.run.deadlock == .swap, swap(from: customer) { return }
    ending = .deadlock(at: plan.scale.units(calendar.now.sinceStart))
  }

  /// There is room at a node: whoever has been blocked by it for longest moves in.
  mutating func admitBlocked(to node: NodeID) {
    let lane = blockedLane(of: node)
    while let customer = lines.first(of: lane),
      hasRoom(at: node, for: nextLeg(of: customer, at: node))
    {
      lines.remove(customer, from: lane)
      nodes[rows[customer].node].held.add(-1, at: calendar.now)
      depart(customer, leg(of: customer))
      rows[customer].kind = rows[customer].nextKind
      enter(customer, node)
    }
  }

  /// Remembers that somebody blocked elsewhere may come to a node.
  @inline(__always)
  mutating func offerRoom(at node: NodeID) {
    if !lines.isEmpty(blockedLane(of: node)) { freed.append(node) }
  }

  func blockedLane(of node: NodeID) -> LaneID {
    LaneID(row: plan.lanes.count + node.row)
  }

  /// The class of a customer at the node they want to go to.
  func nextLeg(of customer: CustomerID, at target: NodeID) -> LegID {
    LegID(target, rows[customer].nextKind, of: classCount)
  }

  /// Lets the customers on one circle of blocked nodes change places; answers whether there is one:
  /// those who wait for servers of a pool that the blocked hold cannot change places with them.
  private mutating func swap(from customer: CustomerID) -> Bool {
    var path: [CustomerID] = [customer]
    // The node that each of the path wants is full of blocked customers: any of them leads on.
    while true {
      let wanted = rows[path[path.count - 1]].nextNode
      if let begin = path.firstIndex(where: { rows[$0].node == wanted }) {
        path.removeFirst(begin)
        break
      }
      guard let next = heldCustomer(at: wanted) else { return false }
      path.append(next)
    }
    for member in path {
      lines.remove(member, from: blockedLane(of: rows[member].nextNode))
      nodes[rows[member].node].held.add(-1, at: calendar.now)
      depart(member, leg(of: member))
    }
    for member in path {
      rows[member].kind = rows[member].nextKind
      enter(member, rows[member].nextNode)
    }
    return true
  }

  private func heldCustomer(at node: NodeID) -> CustomerID? {
    for row in plan.nodes.indices {
      var blocked = lines.first(of: blockedLane(of: NodeID(row: row)))
      while let customer = blocked {
        if rows[customer].node == node { return customer }
        blocked = lines.next(after: customer)
      }
    }
    return nil
  }
}
