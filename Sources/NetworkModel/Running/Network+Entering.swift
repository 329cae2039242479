import Engine
import Probability

extension Network {
  /// A customer comes to a node: they are served, wait, turn away, or find no room.
  mutating func enter(_ customer: CustomerID, _ node: NodeID) {
    rows[customer].node = node
    rows[customer].arrived = calendar.now
    let leg = leg(of: customer)
    // The words of the service take long to make: they are asked for first and used last.
    let visit = address(.service, of: customer)
    let words = streams.words(at: visit)
    let free = nodes[node].capacity.isFree
    if measures.isOn {
      measures.legs[leg].arrived &+= 1
      if !free { countBusy(node, leg) }
    }
    let habits = nodePlans[node].habits
    if habits.contains(.balks), turnsAway(customer, from: node) {
      measures.record(.balked, rows[customer], at: calendar.now)
      if measures.isOn { measures.legs[leg].balked &+= 1 }
      return leave(customer, .balked)
    }
    if habits.contains(.fills), !hasRoom(at: node, for: leg) {
      return findNoRoom(customer, at: node)
    }
    rows[customer].order = order
    order &+= 1
    setPresent(1, at: node, leg)
    switch nodePlans[node].kind {
    case .station:
      if free, !habits.contains(.keepsFree) || mayBegin(customer, at: node) {
        drawWork(of: customer, leg, at: visit, words)
        beginAnew(customer, at: node, takePlace(at: node))
      } else if habits.contains(.interrupts) {
        drawWork(of: customer, leg, at: visit, words)
        takeOverOrWait(customer, at: node, leg)
      } else {
        wait(customer, at: node, leg)
        drawWork(of: customer, leg, at: visit, words)
      }
    case .unlimited:
      drawWork(of: customer, leg, at: visit, words)
      beginAlone(customer)
    case .pooled:
      drawWork(of: customer, leg, at: visit, words)
      wait(customer, at: node, leg)
      seize(for: node)
    case .sharing:
      drawWork(of: customer, leg, at: visit, words)
      joinSharing(customer, at: node)
    case .dispatch: call(customer, at: node)
    }
  }

  /// The class of a customer at the node they are at.
  @inline(__always)
  func leg(of customer: CustomerID) -> LegID {
    LegID(rows[customer].node, rows[customer].kind, of: classCount)
  }

  /// Changes how many are present at a node.
  @inline(__always)
  mutating func setPresent(_ change: Int32, at node: NodeID, _ leg: LegID) {
    let now = calendar.now
    let level = nodes[node].present &+ change
    if change > 0, level == 1 {
      nodes[node].busySince = now
      nodes[node].idle.set(0, at: now)
    } else if change < 0, level == 0 {
      if measures.isOn, nodes[node].busySince >= measures.warm {
        nodes[node].busyPeriods.add(plan.scale.units(now - nodes[node].busySince))
      }
      nodes[node].idle.set(nodes[node].capacity.onDuty > 0 ? 1 : 0, at: now)
    }
    nodes[node].present = level
    measures.levels.set(node.row, to: Int(level), at: now)
    measures.legs[leg].present.add(Int(change), at: now)
  }

  /// A customer leaves the network, or goes back to their finite source.
  mutating func leave(_ customer: CustomerID, _ how: Leaving) {
    measures.left(rows[customer], how, at: calendar.now)
    let source = rows[customer].source
    if sources[source].kind == .population { return goHome(customer, from: source) }
    customers.release(customer)
  }

  /// A customer of a finite source goes back to it.
  private mutating func goHome(_ customer: CustomerID, from source: SourceID) {
    guard case .population(_, let away) = plan.sources[source.row].arrivals else { return }
    // They come back as what they are, whatever they became on the way.
    rows[customer].kind = drawClass(for: source, key: rows[customer].key)
    goAway(customer, for: away)
  }

  private mutating func turnsAway(_ customer: CustomerID, from node: NodeID) -> Bool {
    let made = nodePlans[node]
    let level = min(Int(nodes[node].present), Int(made.balkingCount) - 1)
    let chance = plan.balking[Int(made.balkingFirst) + level]
    guard chance > 0 else { return false }
    return streams.uniform(at: address(.balking, of: customer)) < chance
  }

  /// The node is full: the customer tries the others it names, once each, or leaves.
  private mutating func findNoRoom(_ customer: CustomerID, at node: NodeID) {
    isTurnedDown(customer)
    if case .overflow(let first, let count) = nodePlans[node].whenFull {
      for row in Int(first)..<Int(first + count) {
        let other = plan.overflow[row]
        rows[customer].node = other
        if hasRoom(at: other, for: leg(of: customer)) { return enter(customer, other) }
        if measures.isOn {
          measures.legs[leg(of: customer)].arrived &+= 1
          measures.legs[leg(of: customer)].foundBusy &+= 1
        }
        isTurnedDown(customer)
      }
    }
    leave(customer, .refused)
  }

  private mutating func isTurnedDown(_ customer: CustomerID) {
    if measures.isOn { measures.legs[leg(of: customer)].refused &+= 1 }
    measures.record(.refused, rows[customer], at: calendar.now)
    rows[customer].step &+= 1
  }

  /// Counts a newcomer to a node none of whose own servers is free, if those who could serve are
  /// busy or away.
  @inline(__always)
  private mutating func countBusy(_ node: NodeID, _ leg: LegID) {
    switch nodePlans[node].kind {
    case .unlimited: return
    case .pooled: countBusyPools(node, leg)
    case .station, .sharing, .dispatch: measures.legs[leg].foundBusy &+= 1
    }
  }

  private mutating func countBusyPools(_ node: NodeID, _ leg: LegID) {
    if !canSeize(for: node) { measures.legs[leg].foundBusy &+= 1 }
  }

  /// Whether a node has room for one more of a class.
  ///
  /// A customer for whom no server is free enough needs a place that is no server's: they cannot
  /// wait on one that is kept free for others.
  @inline(__always)
  func hasRoom(at node: NodeID, for leg: LegID) -> Bool {
    if isFull(node) { return false }
    let habits = nodePlans[node].habits
    guard habits.contains(.keepsFree), habits.contains(.fills) else { return true }
    return nodes[node].capacity.free > Int(legPlans[leg].keepFree)
      || nodes[node].waiting < nodePlans[node].room - nodePlans[node].places
  }

  /// Whether a node has no room left for anybody.
  func isFull(_ node: NodeID) -> Bool {
    nodePlans[node].habits.contains(.fills) && nodes[node].present >= nodePlans[node].room
  }
}

/// How a customer leaves the network.
enum Leaving {
  case completed, refused, balked, reneged
}
