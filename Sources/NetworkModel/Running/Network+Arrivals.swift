import Engine
import Probability

extension Network {
  /// Prepares a source: its first arrival, or all its customers, away.
  mutating func open(_ source: SourceID) {
    switch plan.sources[source.row].arrivals {
    case .gaps(let law):
      let first = draw(law, at: address(.gap, of: source, after: 0))
      schedule(.arrives(source), after: first, in: layout.source(source))
      sources[source].gapAhead = draw(law, at: address(.gap, of: source, after: 1))
    case .rate, .trace: scheduleArrival(from: source)
    case .population(let size, let away):
      for number in 0..<UInt64(size) {
        guard let customer = register(from: source, as: nil, number, 0) else { return }
        sources[source].came = number &+ 1
        goAway(customer, for: away)
      }
    }
  }

  /// Customers come from a source: one, or a batch.
  mutating func arrive(from source: SourceID) {
    let number = sources[source].came
    measures.note(.arrives(source), sources[source].key ^ number, calendar.now)
    var size = 1
    if let law = sources[source].batch { size = batchSize(law, of: source, number) }
    sources[source].came = number &+ 1
    // The words of a gap take long to make: they are asked for first and used last.
    let ahead = address(.gap, of: source, after: number &+ 2)
    let words = sources[source].gap == nil ? .zero : streams.words(at: ahead)
    scheduleArrival(from: source)
    for member in 0..<size {
      let stated = sources[source].kind == .trace ? statedClass(of: source, number) : nil
      guard let customer = register(from: source, as: stated, number, member) else { return }
      start(customer)
    }
    if let law = sources[source].gap {
      sources[source].gapAhead = draw(law, at: ahead, words: words)
    }
  }

  private mutating func batchSize(_ law: LawID, of source: SourceID, _ number: UInt64) -> Int {
    let address = address(.batch, of: source, after: number)
    let drawn = streams.draw(law, from: plan.laws, at: address)
    // No network holds a batch larger than this.
    return Int(min(drawn.rounded(), 0x1p30))
  }

  private func statedClass(of source: SourceID, _ number: UInt64) -> ClassID? {
    guard case .trace(let list) = plan.sources[source.row].arrivals else { return nil }
    return list[Int(number)].className
  }

  /// A customer of a finite source comes back.
  mutating func comeBack(_ customer: CustomerID) {
    measures.note(.comesBack(customer), rows[customer].key, calendar.now)
    rows[customer].step &+= 1
    start(customer)
  }

  /// Who is at a node when the run begins.
  mutating func enterFromCensus(_ node: NodeID, _ kind: ClassID, _ number: Int) {
    let census = SourceID(row: plan.sources.count)
    guard let customer = register(from: census, as: kind, UInt64(number), 0) else { return }
    let own = nodePlans[node].key ^ StableName.census &+ plan.classes[kind.row].key
    rows[customer].key = SplitMix64.mix(own &+ UInt64(number) &* SplitMix64.step)
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

  /// Puts the next arrival into the calendar.
  @inline(__always)
  private mutating func scheduleArrival(from source: SourceID) {
    guard sources[source].kind == .gaps else { return scheduleNext(from: source) }
    let gap = sources[source].gapAhead
    schedule(.arrives(source), after: gap, in: layout.source(source))
  }

  /// Puts the next arrival into the calendar where gaps follow no law.
  private mutating func scheduleNext(from source: SourceID) {
    let slot = layout.source(source)
    switch plan.sources[source.row].arrivals {
    case .gaps, .population: return
    case .rate(let profile):
      let now = sources[source].clock
      let address = address(.gap, of: source, after: sources[source].came)
      guard let next = profile.next(after: now, streams: &streams, at: address) else { return }
      sources[source].clock = next
      // Beyond any calendar there is nothing to schedule, and no whole number for it.
      guard next < 0x1p43 / plan.scale.ticksPerUnit else { return }
      let due = SimInstant.start + plan.scale.duration(next)
      schedule(.arrives(source), after: due - calendar.now, in: slot)
    case .trace(let list):
      let next = Int(sources[source].came)
      guard next < list.count else { return }
      schedule(.arrives(source), after: list[next].at - calendar.now, in: slot)
    }
  }

  /// Begins a passage through the network.
  @inline(__always)
  private mutating func start(_ customer: CustomerID) {
    rows[customer].born = calendar.now
    rows[customer].firstStep = rows[customer].step
    rows[customer].stop = 0
    measures.came(rows[customer].kind, at: calendar.now)
    if let node = choose(sources[rows[customer].source].first, for: customer) {
      rows[customer].kind = rows[customer].nextKind
      enter(customer, node)
    } else {
      leave(customer, .completed)
    }
  }

  /// Gives a newcomer a row and their luck; makes room when it is used up.
  ///
  /// Ends the replication when more are inside than the calendar can hold events for.
  @inline(__always)
  private mutating func register(
    from source: SourceID,
    as stated: ClassID?,
    _ number: UInt64,
    _ member: Int
  ) -> CustomerID? {
    guard let customer = customers.take() ?? takeNewRow() else {
      ending = .overcrowded(at: plan.scale.units(calendar.now.sinceStart))
      return nil
    }
    // The members of a batch share a number; their luck is told apart by their place in it.
    let own = sources[source].key &+ number &* SplitMix64.step
    let key = SplitMix64.mix(own ^ UInt64(truncatingIfNeeded: member) << 40)
    let kind = stated ?? sources[source].onlyClass ?? drawClass(for: source, key: key)
    rows[customer] = Customer(key: key, number: number, source: source, kind: kind)
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

  /// A row where all are in use: there is room for more unless the calendar has none.
  @inline(never)
  private mutating func takeNewRow() -> CustomerID? {
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
