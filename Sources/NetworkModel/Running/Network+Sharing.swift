import Engine

extension Network {
  /// A customer comes to a node whose servers divide themselves: their service begins at once.
  mutating func joinSharing(_ customer: CustomerID, at node: NodeID) {
    startService(of: customer)
    let row = Int(nodePlans[node].detail)
    if sharing[row].count < sharing[row].servers { nodes[node].capacity.take(at: calendar.now) }
    rows[customer].phase = .served
    sharing[row].add(
      customer,
      work: rows[customer].work,
      order: rows[customer].order,
      at: calendar.now
    )
    scheduleEnd(at: node, row)
  }

  /// Whoever needs least at a sharing node is done.
  mutating func sharingEnds(at node: NodeID) {
    let row = Int(nodePlans[node].detail)
    guard let customer = sharing[row].removeFirst(at: calendar.now) else { return }
    // Whoever is done needs no server, even if they cannot move on.
    if sharing[row].count < sharing[row].servers { nodes[node].capacity.give(at: calendar.now) }
    scheduleEnd(at: node, row)
    finish(customer)
  }

  private mutating func scheduleEnd(at node: NodeID, _ row: Int) {
    guard let left = sharing[row].nextEnd() else { return calendar.cancel(layout.sharing(row)) }
    schedule(.sharingEnds(node), after: left, in: layout.sharing(row))
  }
}
