import Engine
import Probability

extension Network {
  /// A newcomer joins the line of their class.
  @inline(__always)
  mutating func wait(_ customer: CustomerID, at node: NodeID, _ leg: LegID) {
    rows[customer].phase = .waiting
    join(customer, legPlans[leg].lane, of: node, leg)
    if nodePlans[node].habits.contains(.reneges), let law = legPlans[leg].patience {
      schedule(
        .losesPatience(customer),
        after: draw(law, at: address(.patience, of: customer)),
        in: layout.customer(customer)
      )
    }
  }

  /// Whoever goes next is served as long as there is a free server.
  @inline(__always)
  mutating func callNext(at node: NodeID) {
    while nodes[node].waiting > 0, nodes[node].capacity.isFree, let next = takeNext(at: node) {
      if rows[next].phase == .interrupted {
        occupy(takePlace(at: node), with: next, at: node)
      } else {
        beginAnew(next, at: node, takePlace(at: node))
      }
    }
    let habits = nodePlans[node].habits
    if habits.contains(.interrupts), habits.contains(.changesDuty) { interruptForWaiting(at: node) }
  }

  /// While servers are in overtime nobody is called; those on duty still turn to the more urgent.
  @inline(never)
  private mutating func interruptForWaiting(at node: NodeID) {
    while nodes[node].waiting > 0, let (head, lane, place) = firstToInterrupt(at: node) {
      take(head, outOf: lane, of: node)
      takeOver(place, of: node, for: head)
    }
  }

  /// The most urgent of those who wait and can interrupt somebody; of equals who goes before.
  @inline(__always)
  private func firstToInterrupt(at node: NodeID) -> (CustomerID, LaneID, PlaceID)? {
    let first = Int(nodePlans[node].firstLane)
    var best: (customer: CustomerID, lane: LaneID, place: PlaceID)?
    for row in first..<first + Int(nodePlans[node].lanes) {
      let lane = LaneID(row: row)
      if let best, plan.lanes[best.lane.row].priority < plan.lanes[row].priority { break }
      guard let head = lines.first(of: lane), let place = victim(of: head, at: node) else {
        continue
      }
      if let best, goesBefore(best.customer, head, at: node) { continue }
      best = (head, lane, place)
    }
    return best
  }

  /// A customer has waited long enough: they leave the line.
  mutating func giveUp(_ customer: CustomerID) {
    let who = rows[customer]
    let leg = leg(of: customer)
    let now = calendar.now
    measures.note(.losesPatience(customer), who.key &+ UInt64(who.step), now)
    drop(customer, legPlans[leg].lane, of: who.node, leg)
    if who.arrived >= measures.warm {
      measures.gaveUp(after: now - who.arrived, leg)
    }
    measures.record(.reneged, who, at: now)
    setPresent(-1, at: who.node, leg)
    rows[customer].step &+= 1
    if nodePlans[who.node].habits.contains(.fills) { offerRoom(at: who.node) }
    if let target = choose(nodePlans[who.node].afterReneging, for: customer) {
      rows[customer].kind = rows[customer].nextKind
      enter(customer, target)
    } else {
      leave(customer, .reneged)
    }
  }

  /// Whether enough servers are free for a customer of this class to begin.
  @inline(__always)
  func mayBegin(_ customer: CustomerID, at node: NodeID) -> Bool {
    nodes[node].capacity.free > Int(legPlans[leg(of: customer)].keepFree)
  }

  /// A newcomer takes over a server or, if nobody makes room for them, joins the line.
  @inline(never)
  mutating func takeOverOrWait(_ customer: CustomerID, at node: NodeID, _ leg: LegID) {
    if let place = victim(of: customer, at: node) {
      takeOver(place, of: node, for: customer)
    } else {
      wait(customer, at: node, leg)
    }
  }

  /// Stops the service of a customer, who goes back to the front of the line; their server stands by.
  mutating func interrupt(_ place: PlaceID) {
    let node = places[place].node
    stopService(at: place, of: node)
    vacate(place, of: node)
  }

  /// A customer takes over the server of a less urgent one, who goes back to the front of the line.
  @inline(never)
  mutating func takeOver(_ place: PlaceID, of node: NodeID, for customer: CustomerID) {
    stopService(at: place, of: node)
    places[place].busySum += calendar.now - max(places[place].since, measures.warm)
    if rows[customer].phase != .interrupted { startService(of: customer) }
    hand(place, to: customer, at: node)
  }

  private mutating func stopService(at place: PlaceID, of node: NodeID) {
    let customer = places[place].customer
    let leg = leg(of: customer)
    let slot = layout.service(place)
    if nodePlans[node].habits.contains(.restarts) {
      rows[customer].remaining = rows[customer].work
    } else if let due = calendar.pending(in: slot) {
      rows[customer].remaining = work(in: due - calendar.now, at: place, of: node)
    }
    calendar.cancel(slot)
    if measures.isOn { measures.legs[leg].interruptions &+= 1 }
    rows[customer].phase = .interrupted
    let lane = legPlans[leg].lane
    lines.prepend(customer, to: lane)
    if nodePlans[node].habits.contains(.randomly) { bags.add(customer, to: lane) }
    nodes[node].waiting += 1
    measures.legs[leg].waiting.add(1, at: calendar.now)
  }

  /// How much work a server does in a time.
  func work(in time: SimDuration, at place: PlaceID, of node: NodeID) -> SimDuration {
    guard nodePlans[node].habits.contains(.uneven) else { return time }
    return .bounded(Double(time.milliseconds) * plan.speeds[place.row])
  }

  /// The server whose customer must make room for a newcomer; nothing if all are as urgent.
  ///
  /// By priority the least urgent goes, of equals the one who came last; where the last goes first
  /// it is the one who came first. Servers in overtime finish their customer: they are taken to be
  /// those with the least urgent, so nobody is interrupted when all others have more urgent ones.
  /// A class that leaves servers free interrupts nobody: whom it sends away would take those.
  @inline(__always)
  func victim(of customer: CustomerID, at node: NodeID) -> PlaceID? {
    let made = nodePlans[node]
    let isLast = made.habits.contains(.lastFirst)
    guard legPlans[leg(of: customer)].keepFree == 0 else { return nil }
    let own = legPlans[leg(of: customer)].priority
    let since = rows[customer].order
    var lesser = 0
    var worst: PlaceID?
    for row in Int(made.firstPlace)..<Int(made.firstPlace + made.places) {
      let place = PlaceID(row: row)
      let busy = places[place].customer
      guard places[place].status == .busy, rows[busy].phase == .served else { continue }
      let urgency = legPlans[leg(of: busy)].priority
      if isLast ? rows[busy].order >= since : urgency <= own { continue }
      lesser += 1
      guard let found = worst else {
        worst = place
        continue
      }
      let other = places[found].customer
      let rival = legPlans[leg(of: other)].priority
      let isWorse =
        isLast
        ? rows[busy].order < rows[other].order
        : (urgency, rows[busy].order) > (rival, rows[other].order)
      if isWorse { worst = place }
    }
    return nodes[node].capacity.busy - lesser < nodes[node].capacity.onDuty ? worst : nil
  }

  /// Puts a customer into a line.
  @inline(__always)
  private mutating func join(
    _ customer: CustomerID,
    _ lane: LaneID,
    of node: NodeID,
    _ leg: LegID
  ) {
    if nodePlans[node].habits.contains(.lastFirst) {
      lines.prepend(customer, to: lane)
    } else {
      lines.append(customer, to: lane)
      if nodePlans[node].habits.contains(.randomly) { bags.add(customer, to: lane) }
    }
    nodes[node].waiting += 1
    measures.legs[leg].waiting.add(1, at: calendar.now)
  }

  /// Takes a customer out of a line.
  @inline(__always)
  private mutating func drop(
    _ customer: CustomerID,
    _ lane: LaneID,
    of node: NodeID,
    _ leg: LegID
  ) {
    lines.remove(customer, from: lane)
    if nodePlans[node].habits.contains(.randomly) { bags.remove(customer, from: lane) }
    nodes[node].waiting -= 1
    measures.legs[leg].waiting.add(-1, at: calendar.now)
  }

  /// Takes whoever goes next out of their line.
  @inline(__always)
  mutating func takeNext(at node: NodeID) -> CustomerID? {
    guard let (customer, lane) = next(at: node) else { return nil }
    take(customer, outOf: lane, of: node)
    return customer
  }

  /// Takes somebody who will be served now out of their line.
  @inline(__always)
  mutating func take(_ customer: CustomerID, outOf lane: LaneID, of node: NodeID) {
    let leg = leg(of: customer)
    drop(customer, lane, of: node, leg)
    if nodePlans[node].habits.contains(.reneges), rows[customer].phase == .waiting {
      calendar.cancel(layout.customer(customer))
    }
  }

  /// Whoever goes next: the first line by priority, and of lines of equal priority the one whose
  /// head came first.
  @inline(__always)
  mutating func next(at node: NodeID) -> (CustomerID, LaneID)? {
    let made = nodePlans[node]
    let first = LaneID(row: Int(made.firstLane))
    if made.lanes == 1, !made.habits.contains(.keepsFree) {
      return head(of: first, at: node).map { ($0, first) }
    }
    var best: (CustomerID, LaneID)?
    for row in first.row..<first.row + Int(made.lanes) {
      let lane = LaneID(row: row)
      let kind = plan.lanes[row]
      if let best, plan.lanes[best.1.row].priority < kind.priority { break }
      guard !made.habits.contains(.keepsFree) || nodes[node].capacity.free > Int(kind.keepFree)
      else { continue }
      guard let head = head(of: lane, at: node) else { continue }
      if let best, goesBefore(best.0, head, at: node) { continue }
      best = (head, lane)
    }
    return best
  }

  private func goesBefore(_ one: CustomerID, _ other: CustomerID, at node: NodeID) -> Bool {
    let isLast = nodePlans[node].habits.contains(.lastFirst)
    return isLast ? rows[one].order > rows[other].order : rows[one].order < rows[other].order
  }

  @inline(__always)
  private mutating func head(of lane: LaneID, at node: NodeID) -> CustomerID? {
    guard let first = lines.first(of: lane) else { return nil }
    // Whoever was interrupted by the end of a shift goes on before anybody begins.
    guard nodePlans[node].habits.contains(.randomly), rows[first].phase != .interrupted else {
      return first
    }
    let entity = SplitMix64.mix(nodePlans[node].key &+ nodes[node].picks)
    nodes[node].picks &+= 1
    let pick = streams.integer(
      below: bags.count(of: lane),
      at: DrawAddress(purpose: NetworkPurpose.pick.rawValue, entity: entity)
    )
    return bags.member(pick, of: lane)
  }
}
