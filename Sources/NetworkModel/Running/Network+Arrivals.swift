import Engine
import Probability

extension Network {
  /// Prepares a source: its first arrival, or all its customers, away.
  mutating func open(_ source: SourceID) {
    switch plan.sources[source.row].arrivals {
    case .gaps, .rate, .trace: scheduleArrival(from: source)
    case .population(let size, let away):
      for _ in 0..<size {
        guard let customer = register(from: source, as: nil) else { return }
        came[source.row] += 1
        goAway(customer, for: away)
      }
    }
  }

  /// Customers come from a source: one, or a batch.
  mutating func arrive(from source: SourceID) {
    measures.note(.arrives(source), plan.sources[source.row].key ^ came[source.row], calendar.now)
    var stated: ClassID?
    if case .trace(let list) = plan.sources[source.row].arrivals {
      stated = list[Int(came[source.row])].className
    }
    var size = 1
    if let law = plan.sources[source.row].batch {
      let drawn = streams.draw(law, from: plan.laws, at: address(.batch, of: source))
      // No network holds a batch larger than this.
      size = Int(min(drawn.rounded(), 0x1p30))
    }
    for member in 0..<size {
      guard let customer = register(from: source, as: stated, member: member) else { return }
      start(customer)
    }
    came[source.row] += 1
    scheduleArrival(from: source)
  }

  /// A customer of a finite source comes back.
  mutating func comeBack(_ customer: CustomerID) {
    measures.note(.comesBack(customer), rows[customer].key, calendar.now)
    rows[customer].step &+= 1
    start(customer)
  }

  /// Who is at a node when the run begins.
  mutating func enterFromCensus(_ node: NodeID, _ kind: ClassID, _ number: Int) {
    guard let customer = register(from: SourceID(row: plan.sources.count), as: kind) else { return }
    let own = nodePlans[node].key ^ StableName.census &+ plan.classes[kind.row].key
    rows[customer].key = SplitMix64.mix(own &+ UInt64(number) &* SplitMix64.step)
    rows[customer].number = UInt64(number)
    let stops = plan.classes[kind.row].itinerary
    rows[customer].stop = UInt16(clamping: stops.firstIndex(of: node).map { $0 + 1 } ?? 0)
    measures.came(kind, at: calendar.now)
    enter(customer, node)
  }

  /// A customer of a finite source stays away for a while.
  mutating func goAway(_ customer: CustomerID, for away: LawID) {
    rows[customer].phase = .away
    rows[customer].step &+= 1
    let who = rows[customer]
    let trip = SplitMix64.mix(who.key &+ UInt64(who.step) &* SplitMix64.step)
    let length = draw(away, at: DrawAddress(purpose: NetworkPurpose.away.rawValue, entity: trip))
    schedule(.comesBack(customer), after: length, in: layout.customer(customer))
  }

  /// Puts an event into a slot; what falls due after the end of the calendar never does.
  @inline(__always)
  mutating func schedule(_ event: NetworkEvent, after length: SimDuration, in slot: Slot) {
    let due = calendar.now + length
    // Far beyond any horizon: such a length needs no event.
    guard due.milliseconds < 1 << 43 else { return }
    calendar.schedule(event, at: due, in: slot)
  }

  private mutating func scheduleArrival(from source: SourceID) {
    let slot = layout.source(source)
    switch plan.sources[source.row].arrivals {
    case .gaps(let law):
      let gap = draw(law, at: address(.gap, of: source))
      schedule(.arrives(source), after: gap, in: slot)
    case .rate(let profile):
      let now = sourceClock[source.row]
      let address = address(.gap, of: source)
      guard let next = profile.next(after: now, streams: &streams, at: address) else { return }
      sourceClock[source.row] = next
      // Beyond any calendar there is nothing to schedule, and no whole number for it.
      guard next < 0x1p43 / plan.scale.ticksPerUnit else { return }
      let due = SimInstant.start + plan.scale.duration(next)
      schedule(.arrives(source), after: due - calendar.now, in: slot)
    case .trace(let list):
      let next = Int(came[source.row])
      guard next < list.count else { return }
      schedule(.arrives(source), after: list[next].at - calendar.now, in: slot)
    case .population: return
    }
  }

  /// Begins a passage through the network.
  private mutating func start(_ customer: CustomerID) {
    let who = rows[customer]
    rows[customer].born = calendar.now
    rows[customer].firstStep = who.step
    rows[customer].stop = 0
    measures.came(who.kind, at: calendar.now)
    if let node = choose(plan.sources[who.source.row].first, for: customer) {
      rows[customer].kind = rows[customer].nextKind
      enter(customer, node)
    } else {
      leave(customer, .completed)
    }
  }

  /// Gives a newcomer a row and their luck; makes room when it is used up.
  ///
  /// Ends the replication when more are inside than the calendar can hold events for.
  private mutating func register(
    from source: SourceID,
    as stated: ClassID?,
    member: Int = 0
  ) -> CustomerID? {
    guard let customer = takeRow() else {
      ending = .overcrowded(at: plan.scale.units(calendar.now.sinceStart))
      return nil
    }
    var who = Customer.nobody
    who.source = source
    if source.row < plan.sources.count {
      let number = came[source.row]
      who.number = number
      // The members of a batch share a number; their luck is told apart by their place in it.
      let own = plan.sources[source.row].key &+ number &* SplitMix64.step
      who.key = SplitMix64.mix(own ^ UInt64(member) << 40)
      who.kind = stated ?? drawClass(for: source, key: who.key)
    } else {
      who.kind = stated ?? ClassID(row: 0)
    }
    rows[customer] = who
    return customer
  }

  /// The class that a customer's own luck gives them.
  mutating func drawClass(for source: SourceID, key: UInt64) -> ClassID {
    let list = plan.sources[source.row].classes
    guard list.count > 1 else { return list[0] }
    let address = DrawAddress(purpose: NetworkPurpose.className.rawValue, entity: key)
    let luck = streams.uniform(at: address)
    let shares = plan.sources[source.row].classShares
    for row in list.indices where luck < shares[row] { return list[row] }
    return list[list.count - 1]
  }

  private mutating func takeRow() -> CustomerID? {
    if let customer = customers.take() { return customer }
    let most = customersHaveSlots ? layout.mostCustomers : NetworkPlan.mostCustomers
    let room = min(2 * customers.capacity, most)
    guard room > customers.capacity else { return nil }
    if customersHaveSlots {
      let old = layout
      var larger = layout
      larger.customers = room
      calendar.grow(toSlots: larger.total)
      moveSources(from: old, to: larger)
      layout = larger
    }
    customers.grow(to: room)
    rows.grow(to: room, filledWith: .nobody)
    lines.grow(rowsTo: room)
    return customers.take()
  }

  /// Sources stand behind the customers: they move when the customers need more slots.
  private mutating func moveSources(from old: SlotLayout, to new: SlotLayout) {
    // From the last on: with many sources the new slots of the first are old slots of others.
    for row in plan.sources.indices.reversed() {
      let source = SourceID(row: row)
      guard let due = calendar.pending(in: old.source(source)) else { continue }
      calendar.cancel(old.source(source))
      calendar.schedule(.arrives(source), at: due, in: new.source(source))
    }
  }
}
