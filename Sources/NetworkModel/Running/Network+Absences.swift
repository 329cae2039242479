import Engine
import Probability

extension Network {
  /// Prepares the servers of a node: who is free, when each first goes away.
  mutating func openServers(of node: NodeID) {
    let made = nodePlans[node]
    for row in (Int(made.firstPlace)..<Int(made.firstPlace + made.places)).reversed() {
      let place = PlaceID(row: row)
      places[place].node = node
      putBack(place, of: node)
    }
    for row in Int(made.firstPlace)..<Int(made.firstPlace + made.places) {
      let place = PlaceID(row: row)
      if made.habits.contains(.breaksDown) { scheduleBreakdown(of: place) }
      // Servers that go away whenever nobody waits are away when nobody has come yet.
      if made.habits.contains(.vacations), !made.habits.contains(.staysAfterVacation) {
        goOnVacation(place, of: node)
      }
    }
  }

  /// A server finds nobody waiting and goes away for a while.
  mutating func goOnVacation(_ place: PlaceID, of node: NodeID) {
    guard let law = nodePlans[node].away else { return }
    remove(place, fromFreeOf: node)
    places[place].status = .away
    changeDuty(of: node, by: -1)
    let length = draw(law, at: address(.vacation, of: place))
    places[place].absences &+= 1
    schedule(.returns(place), after: length, in: layout.absence(place))
  }

  /// A server breaks down, perhaps in the middle of a service.
  mutating func breakDown(_ place: PlaceID) {
    let node = places[place].node
    measures.note(.leaves(place), nodePlans[node].key ^ UInt64(place.row), calendar.now)
    let customer = places[place].customer
    // A customer who is blocked needs no server, only its place.
    if places[place].status == .busy, rows[customer].phase == .served {
      pauseService(of: customer, at: place, of: node)
    } else if places[place].status == .free {
      remove(place, fromFreeOf: node)
      places[place].status = .away
    } else {
      return scheduleBreakdown(of: place)
    }
    changeDuty(of: node, by: -1)
    guard let law = nodePlans[node].away else { return }
    let length = draw(law, at: address(.down, of: place))
    places[place].absences &+= 1
    schedule(.returns(place), after: length, in: layout.absence(place))
  }

  /// A server comes back, goes on with its customer, calls the next one or goes away again.
  mutating func comeBack(_ place: PlaceID) {
    let node = places[place].node
    measures.note(.returns(place), nodePlans[node].key ^ UInt64(place.row), calendar.now)
    changeDuty(of: node, by: 1)
    if places[place].status == .awayWithCustomer {
      occupy(place, with: places[place].customer, at: node)
    } else {
      putBack(place, of: node)
      callNext(at: node)
    }
    let habits = nodePlans[node].habits
    if habits.contains(.breaksDown) { scheduleBreakdown(of: place) }
    if habits.contains(.vacations), !habits.contains(.staysAfterVacation),
      places[place].status == .free
    {
      goOnVacation(place, of: node)
    }
  }

  private mutating func pauseService(
    of customer: CustomerID,
    at place: PlaceID,
    of node: NodeID
  ) {
    let now = calendar.now
    let slot = layout.service(place)
    if nodePlans[node].habits.contains(.breakdownRestarts) {
      rows[customer].remaining = rows[customer].work
    } else if let due = calendar.pending(in: slot) {
      rows[customer].remaining = work(in: due - now, at: place, of: node)
    }
    calendar.cancel(slot)
    if measures.isOn { measures.legs[leg(of: customer)].interruptions &+= 1 }
    nodes[node].capacity.give(at: now)
    places[place].busySum += now - max(places[place].since, measures.warm)
    places[place].status = .awayWithCustomer
  }

  private mutating func scheduleBreakdown(of place: PlaceID) {
    guard let law = nodePlans[places[place].node].up else { return }
    let length = draw(law, at: address(.up, of: place))
    places[place].absences &+= 1
    schedule(.leaves(place), after: length, in: layout.absence(place))
  }

  /// Changes how many servers of a node are on duty.
  mutating func changeDuty(of node: NodeID, by change: Int) {
    setDuty(of: node, to: nodes[node].capacity.onDuty + change)
  }

  /// Sets how many servers of a node are on duty.
  mutating func setDuty(of node: NodeID, to servers: Int) {
    let now = calendar.now
    nodes[node].capacity.setOnDuty(servers, at: now)
    nodes[node].idle.set(nodes[node].present == 0 && servers > 0 ? 1 : 0, at: now)
    // With more servers free there may be room for a class that needs some left over.
    if nodePlans[node].habits.contains(.keepsFree) { offerRoom(at: node) }
  }
}
