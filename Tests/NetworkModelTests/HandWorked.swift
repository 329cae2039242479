import Engine
import NetworkModel
import Probability

/// Networks small enough to be worked out by hand: every customer comes at a stated time.
enum HandWorked {
  /// A customer who comes to the first node at a stated time; each is a class of their own.
  struct Guest {
    var name: String
    var at: Double
    var service: Double
    var priority = 1
    var patience: Double?
  }

  /// What became of a guest at a node.
  struct Stay: Equatable {
    var began: Double?
    var left: Double
    var ending: VisitEnding = .served
  }

  /// One station named `desk` for stated guests.
  static func desk(
    _ guests: [Guest],
    servers: ServersInputs = .count(1),
    discipline: Discipline = .firstInFirstOut,
    preemption: Preemption = .none,
    keepFree: [(className: String, servers: Int)] = [],
    absence: AbsenceInputs? = nil,
    afterReneging: Routing = .exit,
    room: RoomInputs = .unlimited,
    balking: [Double] = [],
    others: [NodeInputs] = [],
    length: Double = 100,
    seed: UInt64 = 1
  ) throws -> NetworkReadings {
    let service = try guests.map { ($0.name, try Law.deterministic($0.service)) }
    let patience = try guests.compactMap { guest in
      try guest.patience.map { (guest.name, try Law.deterministic($0)) }
    }
    let desk = StationNodeInputs(
      servers: servers,
      service: .each(service),
      discipline: discipline,
      preemption: preemption,
      patience: patience.isEmpty ? nil : .each(patience),
      afterReneging: afterReneging,
      keepFree: keepFree,
      absence: absence
    )
    return try run(
      classes: guests.map { CustomerClass(id: $0.name, priority: $0.priority) },
      nodes: [NodeInputs(id: "desk", kind: .station(desk), room: room, balking: balking)] + others,
      sources: [
        SourceInputs(
          id: "door",
          classes: [(guests[0].name, 1)],
          arrivals: .trace(
            guests.sorted { $0.at < $1.at }.map { TraceArrival(time: $0.at, className: $0.name) }
          ),
          first: .to("desk")
        )
      ],
      length: length,
      seed: seed
    )
  }

  /// A station where every service takes the same time.
  static func station(
    _ id: String,
    _ service: Double,
    servers: ServersInputs = .count(1),
    room: RoomInputs = .unlimited,
    whenFull: WhenFull = .refuse,
    next: Routing = .exit,
    absence: AbsenceInputs? = nil
  ) throws -> NodeInputs {
    NodeInputs(
      id: id,
      kind: .station(
        StationNodeInputs(
          servers: servers,
          service: .all(try .deterministic(service)),
          absence: absence
        )
      ),
      room: room,
      whenFull: whenFull,
      next: .all(next)
    )
  }

  /// Customers of the first class who come at stated times.
  static func trace(_ times: [Double], to node: String, id: String = "door") -> SourceInputs {
    SourceInputs(
      id: id,
      classes: [("customer", 1)],
      arrivals: .trace(times.map { TraceArrival(time: $0) }),
      first: .to(node)
    )
  }

  /// One replication that keeps its visits.
  static func run(
    classes: [CustomerClass] = [CustomerClass(id: "customer")],
    pools: [PoolInputs] = [],
    nodes: [NodeInputs],
    sources: [SourceInputs] = [],
    census: [CensusInputs] = [],
    warmUp: Double = 0,
    length: Double = 100,
    seed: UInt64 = 1,
    observeAt: [Double] = [],
    waitLimits: [Double] = [],
    deadlock: RunInputs.Deadlock = .stop
  ) throws -> NetworkReadings {
    let inputs = NetworkInputs(
      title: "by hand",
      timeUnit: "min",
      classes: classes,
      pools: pools,
      nodes: nodes,
      sources: sources,
      census: census,
      run: RunInputs(
        warmUp: warmUp,
        length: length,
        replications: 1,
        seed: seed,
        observeAt: observeAt,
        waitLimits: waitLimits,
        records: .visits,
        deadlock: deadlock
      )
    )
    return Network(try NetworkPlan(inputs), replication: 0).run()
  }
}

extension NetworkReadings {
  /// What became of each guest at the desk, by name.
  func stays(of guests: [HandWorked.Guest], at node: Int = 0) -> [String: HandWorked.Stay] {
    var stays: [String: HandWorked.Stay] = [:]
    for visit in visits where visit.node == node {
      stays[guests[Int(visit.className)].name] = visit.stay
    }
    return stays
  }

  /// The visits to a node as they began, in the order of the customers' numbers.
  func stays(at node: Int) -> [HandWorked.Stay] {
    visits.filter { $0.node == node }
      .sorted { ($0.source ?? .max, $0.number) < ($1.source ?? .max, $1.number) }.map(\.stay)
  }
}

extension VisitRecord {
  var stay: HandWorked.Stay { HandWorked.Stay(began: began, left: left, ending: ending) }
}
