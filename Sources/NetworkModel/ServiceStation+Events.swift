import Engine
import Probability

extension ServiceStation {
  /// Somebody comes: they are refused, wait, or begin at once.
  mutating func arrive() {
    let present = measures.present.level
    measures.arrive(whenPresent: present, at: calendar.now)
    scheduleArrival()
    if case .places(let places) = inputs.room, present >= places { return }
    let customer = register()
    measures.setPresent(present + 1, at: calendar.now)
    if let server = idle.take() {
      begin(customer, at: server)
    } else {
      lines.append(customer, to: .only)
      measures.waiting.add(1, at: calendar.now)
    }
  }

  /// A server is done: the customer leaves, and whoever has waited longest begins.
  mutating func endService(at server: ServerID) {
    let customer = serving[server]
    measures.complete(visits[customer], at: calendar.now)
    measures.setPresent(measures.present.level - 1, at: calendar.now)
    customers.release(customer)
    capacity.give(at: calendar.now)
    if let next = lines.removeFirst(of: .only) {
      measures.waiting.add(-1, at: calendar.now)
      begin(next, at: server)
    } else {
      idle.release(server)
    }
  }

  /// The next one comes after a gap of their own.
  mutating func scheduleArrival() {
    let gap = streams.draw(
      inputs.gap,
      at: DrawAddress(purpose: StationPurpose.gap.rawValue, entity: arrivals)
    )
    calendar.schedule(
      .arrival,
      at: calendar.now + inputs.scale.duration(gap),
      in: Slot(row: inputs.servers)
    )
    arrivals += 1
  }

  private mutating func begin(_ customer: CustomerID, at server: ServerID) {
    capacity.take(at: calendar.now)
    serving[server] = customer
    visits[customer].began = calendar.now
    let time = streams.draw(
      inputs.service,
      at: DrawAddress(purpose: StationPurpose.service.rawValue, entity: visits[customer].number)
    )
    measures.draw(service: time)
    calendar.schedule(
      .serviceEnds(server),
      at: calendar.now + inputs.scale.duration(time),
      in: Slot(row: server.row)
    )
  }

  /// Gives the newcomer a row; doubles the room when it is used up.
  private mutating func register() -> CustomerID {
    let visit = Visit(number: arrivals, arrived: calendar.now, began: calendar.now)
    while true {
      if let customer = customers.take() {
        visits[customer] = visit
        return customer
      }
      let room = 2 * customers.capacity
      customers.grow(to: room)
      visits.grow(to: room, filledWith: visit)
      lines.grow(rowsTo: room)
    }
  }
}
