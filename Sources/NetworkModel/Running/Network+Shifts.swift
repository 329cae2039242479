import Engine

extension Network {
  /// The number on duty changes: those too many finish or stop, those who come call the next.
  mutating func change(_ shift: ShiftID) {
    let timetable = plan.shifts[shift.row]
    let now = calendar.now
    measures.note(.shiftChanges(shift), UInt64(shift.row), now)
    let turn = now.sinceStart.milliseconds % timetable.cycle.milliseconds
    let step = timetable.from.lastIndex { $0.milliseconds <= turn } ?? 0
    let servers = timetable.servers[step]
    switch timetable.owner {
    case .node(let node):
      setDuty(of: node, to: servers)
      if nodePlans[node].habits.contains(.shiftInterrupts) { sendHome(at: node) }
      callNext(at: node)
    case .pool(let pool):
      pools[pool.row].setOnDuty(servers, at: now)
      serve(among: plan.pools[pool.row].nodes)
    }
    schedule(shift, from: step + 1)
  }

  /// Puts the next change of a timetable into the calendar.
  mutating func schedule(_ shift: ShiftID, from step: Int) {
    let timetable = plan.shifts[shift.row]
    guard timetable.from.count > 1 else { return }
    let next = max(step, 1)
    let cycle = timetable.cycle.milliseconds
    let round = calendar.now.sinceStart.milliseconds / cycle
    let due: Int64 =
      next < timetable.from.count
      ? round * cycle + timetable.from[next].milliseconds
      : (round + 1) * cycle + timetable.from[0].milliseconds
    schedule(
      .shiftChanges(shift),
      after: SimInstant(milliseconds: due) - calendar.now,
      in: layout.shift(shift)
    )
  }

  /// Stops services until no more servers are busy than on duty: the latest begun first, of equals
  /// the customer who came last.
  private mutating func sendHome(at node: NodeID) {
    while nodes[node].capacity.inOvertime > 0, let place = latestBegun(at: node) {
      interrupt(place)
    }
  }

  @inline(__always)
  private func latestBegun(at node: NodeID) -> PlaceID? {
    let made = nodePlans[node]
    var latest: PlaceID?
    for row in Int(made.firstPlace)..<Int(made.firstPlace + made.places) {
      let place = PlaceID(row: row)
      guard places[place].status == .busy, rows[places[place].customer].phase == .served else {
        continue
      }
      if let found = latest, beganBefore(place, found) { continue }
      latest = place
    }
    return latest
  }

  private func beganBefore(_ place: PlaceID, _ other: PlaceID) -> Bool {
    let (one, two) = (places[place], places[other])
    return (one.since, rows[one.customer].order) < (two.since, rows[two.customer].order)
  }
}
