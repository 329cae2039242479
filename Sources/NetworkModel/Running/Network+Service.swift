import Engine
import Probability

extension Network {
  /// A customer's first service at a node begins at one of its servers.
  @inline(__always)
  mutating func beginAnew(_ customer: CustomerID, at node: NodeID, _ place: PlaceID) {
    startService(of: customer)
    occupy(place, with: customer, at: node)
  }

  /// A customer's first service begins where servers are not told apart.
  mutating func beginAlone(_ customer: CustomerID) {
    startService(of: customer)
    rows[customer].phase = .served
    schedule(
      .customerDone(customer),
      after: rows[customer].remaining,
      in: layout.customer(customer)
    )
  }

  /// A server is done with its customer.
  mutating func serviceEnds(at place: PlaceID) {
    finish(places[place].customer)
  }

  /// A customer's service is over: they go where they go next, or stay where they are, blocked.
  mutating func finish(_ customer: CustomerID) {
    let leg = leg(of: customer)
    let now = calendar.now
    measures.note(.customerDone(customer), rows[customer].key &+ UInt64(rows[customer].step), now)
    if measures.isOn { measures.legs[leg].served(rows[customer].work) }
    rows[customer].finished = now
    guard let target = choose(legPlans[leg].next, for: customer) else {
      depart(customer, leg)
      return leave(customer, .completed)
    }
    if nodePlans[target].habits.contains(.fills), target != rows[customer].node,
      case .block = nodePlans[target].whenFull,
      !hasRoom(at: target, for: nextLeg(of: customer, at: target))
    {
      return block(customer, by: target)
    }
    depart(customer, leg)
    rows[customer].kind = rows[customer].nextKind
    enter(customer, target)
  }

  /// A customer's visit to a node is over: their server turns to the next one.
  mutating func depart(_ customer: CustomerID, _ leg: LegID) {
    let node = rows[customer].node
    let place = rows[customer].place
    closeVisit(customer, leg)
    switch nodePlans[node].kind {
    case .station: release(place, of: node)
    case .unlimited, .sharing: break
    case .pooled: giveBack(of: node)
    case .dispatch: release(unit: place, of: node)
    }
  }

  /// Counts the end of a visit after a service.
  @inline(__always)
  mutating func closeVisit(_ customer: CustomerID, _ leg: LegID) {
    let node = rows[customer].node
    let arrived = rows[customer].arrived
    let now = calendar.now
    if arrived >= measures.warm, measures.isOn {
      measures.legs[leg].sojourns.add(now - arrived)
      measures.sojournTimes.add(now - arrived, to: leg.row)
    }
    // Asked here, so that a row is copied only where visits are kept.
    if measures.keepsVisits { measures.record(.served, rows[customer], at: now) }
    setPresent(-1, at: node, leg)
    rows[customer].step &+= 1
    if nodePlans[node].habits.contains(.fills) { offerRoom(at: node) }
  }

  /// Draws how long the service will take.
  ///
  /// It is drawn when somebody comes to a node, not when they begin, so that no server waits for the
  /// draw: it is the customer's own luck for this visit either way.
  @inline(__always)
  mutating func drawWork(
    of customer: CustomerID,
    _ leg: LegID,
    at visit: DrawAddress,
    _ words: SIMD4<UInt32>
  ) {
    guard let law = legPlans[leg].service else {
      preconditionFailure("a class without service came to a node: the plan was not checked")
    }
    let work = draw(law, at: visit, words: words)
    rows[customer].work = work
    rows[customer].remaining = work
  }

  /// A first service begins: the wait is over.
  @inline(__always)
  mutating func startService(of customer: CustomerID) {
    let arrived = rows[customer].arrived
    rows[customer].began = calendar.now
    if arrived >= measures.warm {
      measures.waited(calendar.now - arrived, leg(of: customer))
    }
  }

  /// Gives a server its customer, who begins or goes on.
  @inline(__always)
  mutating func occupy(_ place: PlaceID, with customer: CustomerID, at node: NodeID) {
    nodes[node].capacity.take(at: calendar.now)
    hand(place, to: customer, at: node)
  }

  /// Gives a server that counts as busy its customer.
  @inline(__always)
  mutating func hand(_ place: PlaceID, to customer: CustomerID, at node: NodeID) {
    let now = calendar.now
    places[place].customer = customer
    places[place].status = .busy
    places[place].since = now
    rows[customer].place = place
    rows[customer].phase = .served
    schedule(
      .serviceEnds(place),
      after: time(for: rows[customer].remaining, at: place, of: node),
      in: layout.service(place)
    )
  }

  /// How long a server takes for an amount of work.
  @inline(__always)
  func time(for work: SimDuration, at place: PlaceID, of node: NodeID) -> SimDuration {
    guard nodePlans[node].habits.contains(.uneven) else { return work }
    return .bounded(Double(work.milliseconds) * (1 / plan.speeds[place.row]))
  }

  /// A server has no customer any more: it calls the next one, or stands by.
  @inline(__always)
  mutating func release(_ place: PlaceID, of node: NodeID) {
    if passesOn(at: node), let next = takeNext(at: node) { return pass(place, to: next, of: node) }
    vacate(place, of: node)
    callNext(at: node)
    if nodePlans[node].habits.contains(.vacations), places[place].status == .free {
      goOnVacation(place, of: node)
    }
  }

  /// Whether a server that is done certainly turns to whoever goes next: some wait, all on duty are
  /// busy and nobody in overtime, and the node has no habit that asks for more.
  @inline(__always)
  private func passesOn(at node: NodeID) -> Bool {
    nodes[node].waiting > 0 && nodes[node].capacity.busy == nodes[node].capacity.onDuty
      && nodePlans[node].habits.isDisjoint(with: .thinksTwice)
  }

  /// A server turns from one customer to the next without standing by in between: what vacating
  /// and occupying it would come to.
  @inline(__always)
  private mutating func pass(_ place: PlaceID, to next: CustomerID, of node: NodeID) {
    places[place].busySum += calendar.now - max(places[place].since, measures.warm)
    if rows[next].phase != .interrupted { startService(of: next) }
    hand(place, to: next, at: node)
  }

  /// Takes a server's customer from it.
  @inline(__always)
  mutating func vacate(_ place: PlaceID, of node: NodeID) {
    let now = calendar.now
    nodes[node].capacity.give(at: now)
    places[place].busySum += now - max(places[place].since, measures.warm)
    putBack(place, of: node)
  }

  /// Puts a server among the free ones.
  @inline(__always)
  mutating func putBack(_ place: PlaceID, of node: NodeID) {
    places[place].status = .free
    places[place].nextFree = nodes[node].firstFree
    nodes[node].firstFree = UInt32(place.row)
  }

  /// Takes a free server: any of equals, the fastest of others.
  @inline(__always)
  mutating func takePlace(at node: NodeID) -> PlaceID {
    if nodePlans[node].habits.contains(.uneven) { return takeFastest(at: node) }
    let first = nodes[node].firstFree
    precondition(first != Place.none, "a node on duty has no free server")
    let place = PlaceID(row: Int(first))
    nodes[node].firstFree = places[place].nextFree
    return place
  }

  private mutating func takeFastest(at node: NodeID) -> PlaceID {
    let made = nodePlans[node]
    var best: PlaceID?
    for row in Int(made.firstPlace)..<Int(made.firstPlace + made.places) {
      let place = PlaceID(row: row)
      guard places[place].status == .free else { continue }
      if let fastest = best, plan.speeds[fastest.row] >= plan.speeds[row] { continue }
      best = place
    }
    guard let best else { preconditionFailure("a node on duty has no free server") }
    remove(best, fromFreeOf: node)
    return best
  }

  /// Takes a certain server from among the free ones.
  mutating func remove(_ place: PlaceID, fromFreeOf node: NodeID) {
    let link = UInt32(place.row)
    if nodes[node].firstFree == link {
      nodes[node].firstFree = places[place].nextFree
      return
    }
    var before = nodes[node].firstFree
    while before != Place.none {
      let standing = PlaceID(row: Int(before))
      if places[standing].nextFree == link {
        places[standing].nextFree = places[place].nextFree
        return
      }
      before = places[standing].nextFree
    }
    preconditionFailure("server \(place.row) is not free")
  }
}
