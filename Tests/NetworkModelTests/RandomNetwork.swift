import NetworkModel
import Probability

/// A small network with whatever features its seed chooses.
struct RandomNetwork {
  private var choices: Choices
  private let prefix: String
  private let names: [String]
  private let classes: [CustomerClass]
  private let pools: [PoolInputs]

  /// Makes a network; `endless` ones have sources that never dry up.
  static func make(
    seed: Int,
    prefix: String = "",
    endless: Bool = false,
    horizon: Double = 400,
    deadlock: RunInputs.Deadlock = .stop
  ) throws -> NetworkInputs {
    var made = try RandomNetwork(seed: seed, prefix: prefix)
    return NetworkInputs(
      title: "seed \(seed)",
      timeUnit: "min",
      classes: made.classes,
      pools: made.pools,
      nodes: try made.names.indices.map { try made.node($0) },
      sources: try made.sources(endless: endless, horizon: horizon),
      census: made.census(),
      run: RunInputs(
        warmUp: 0,
        length: horizon,
        replications: 1,
        seed: UInt64(seed),
        waitLimits: [1, 5],
        records: .visits,
        deadlock: deadlock
      )
    )
  }

  private init(seed: Int, prefix: String) throws {
    var choices = Choices(seed: seed)
    let names = (0..<choices.among(2...5)).map { prefix + "n\($0)" }
    var kinds: [CustomerClass] = []
    for row in 0..<choices.among(1...3) {
      let stops = (0..<choices.among(1...4)).map { _ in choices.one(of: names) }
      kinds.append(
        CustomerClass(id: prefix + "c\(row)", priority: choices.among(1...2), itinerary: stops)
      )
    }
    var crews: [PoolInputs] = []
    for row in 0..<2 {
      var servers = ServersInputs.count(choices.among(1...3))
      if choices.happens(0.3) {
        servers = .shifts(RandomNetwork.shifts(&choices, atEnd: .finish))
      }
      crews.append(PoolInputs(id: prefix + "p\(row)", servers: servers))
    }
    (self.choices, self.prefix, self.names) = (choices, prefix, names)
    (classes, pools) = (kinds, crews)
  }

  private static func shifts(_ choices: inout Choices, atEnd: ShiftEnd) -> ShiftInputs {
    ShiftInputs(
      cycle: 30,
      steps: [
        .init(from: 0, servers: choices.among(0...2)),
        .init(from: 10, servers: choices.among(0...2)),
        .init(from: 21.5, servers: choices.among(1...3)),
      ],
      atEnd: atEnd
    )
  }

  private mutating func law(_ mean: ClosedRange<Double>) throws -> Law {
    let mean = choices.number(mean)
    switch choices.below(4) {
    case 0: return try .lognormal(mean: mean, cv: 1.5)
    case 1: return try .uniform(low: 0, high: 2 * mean)
    case 2: return try .erlang(shape: 2, mean: mean)
    default: return try .exponential(mean: mean)
    }
  }

  private mutating func node(_ row: Int) throws -> NodeInputs {
    var node = NodeInputs(
      id: names[row],
      kind: .sharing(servers: choices.among(1...2), work: .all(try law(0.5...3))),
      next: .all(try route(after: row))
    )
    var hasPlaces = false
    switch choices.below(10) {
    case 0: break
    case 1: (node.kind, hasPlaces) = (try dispatch(), true)
    default:
      let station = try station(after: row)
      node.kind = .station(station)
      switch station.servers {
      case .count, .each, .shifts: hasPlaces = true
      case .unlimited, .pools: break
      }
    }
    if choices.happens(0.4) {
      node.room = hasPlaces ? .waiting(choices.among(0...3)) : .places(choices.among(1...5))
      node.whenFull = choices.one(of: [.refuse, .block, .block, .overflow(others(than: row))])
    }
    if choices.happens(0.2) { node.balking = [0, 0, 0.3, 0.6] }
    return node
  }

  private mutating func others(than row: Int) -> [String] {
    Array(choices.shuffled(names.indices.filter { $0 != row }.map { names[$0] }).prefix(2))
  }

  private mutating func dispatch() throws -> NodeKind {
    let units = ["u1", "u2", "u3"]
    var zones: [(className: String, zone: ZoneInputs)] = []
    for kind in classes {
      let order = choices.happens(0.5) ? [] : Array(choices.shuffled(units).prefix(2))
      let travel = units.map { _ in choices.number(0...3) }
      zones.append((kind.id, ZoneInputs(order: order, travel: travel)))
    }
    return .dispatch(
      DispatchInputs(
        units: units,
        zones: zones,
        service: .all(try law(0.5...3)),
        travel: choices.one(of: [.added, .recorded]),
        whenAllBusy: choices.one(of: [.lost, .waits])
      )
    )
  }

  private mutating func station(after row: Int) throws -> StationNodeInputs {
    var station = StationNodeInputs(servers: .unlimited, service: .all(try law(0.5...3)))
    let isFixed = choices.happens(0.6)
    if isFixed {
      station.servers = .count(choices.among(1...3))
      if choices.happens(0.25) {
        station.servers = .each([.init(id: "x", speed: 0.5), .init(id: "y", speed: 1.25)])
      }
    } else {
      switch choices.below(5) {
      case 0: return station
      case 1, 2:
        station.servers = .shifts(
          RandomNetwork.shifts(&choices, atEnd: choices.one(of: [.finish, .preempt]))
        )
      default:
        // Of pools that are always there one is enough; timetables may have only one on duty.
        let both = choices.happens(0.5)
        station.servers = .pools(
          (both ? pools : [pools[0]]).map { PoolNeed(pool: $0.id, servers: 1) }
        )
      }
    }
    station.discipline = choices.one(
      of: [.firstInFirstOut, .firstInFirstOut, .lastInFirstOut, .random, .priority]
    )
    if choices.happens(0.3) {
      station.patience =
        choices.happens(0.5)
        ? .all(try law(1...6)) : .each([(classes[0].id, try law(1...6))])
      station.afterReneging = choices.happens(0.5) ? .exit : forward(from: row)
    }
    guard case .pools = station.servers else {
      try addHabits(to: &station, isFixed: isFixed)
      return station
    }
    return station
  }

  private mutating func addHabits(to station: inout StationNodeInputs, isFixed: Bool) throws {
    let servers: Int =
      switch station.servers {
      case .count(let count): count
      case .each(let list): list.count
      case .shifts, .unlimited, .pools: 1
      }
    let differ = Set(classes.map(\.priority)).count > 1
    if station.discipline == .lastInFirstOut || station.discipline == .priority && differ {
      station.preemption = choices.one(of: [.none, .resume, .restart])
    }
    if servers > 1, choices.happens(0.3) { station.keepFree = [(classes[0].id, servers - 1)] }
    guard isFixed, station.preemption == .none, choices.happens(0.4) else { return }
    station.absence =
      choices.happens(0.5)
      ? .vacations(length: try law(1...4), repeats: choices.one(of: [.single, .multiple]))
      : .breakdowns(
        up: try law(5...20),
        down: try law(1...4),
        interrupted: choices.one(of: [.resume, .restart])
      )
  }

  private mutating func forward(from row: Int) -> Routing {
    let later = names.dropFirst(row + 1)
    return later.isEmpty ? .exit : .to(choices.one(of: Array(later)))
  }

  private mutating func route(after row: Int) throws -> Routing {
    let later = Array(names.dropFirst(row + 1))
    switch choices.below(8) {
    case 0: return .itinerary
    case 1 where !later.isEmpty: return .shortest(later)
    case 2 where !later.isEmpty: return .cycle(later)
    case 3 where !later.isEmpty:
      let options = later.map { ChoiceInputs.Option(node: $0, constant: choices.number(-1...1)) }
      return .choice(ChoiceInputs(options: options, perPresent: -0.5))
    case 4: return .become(className: choices.one(of: classes).id, then: forward(from: row))
    case 5: return forward(from: row)
    case 6:
      // Most come here or go back: with little room, that is how networks get stuck.
      let back = Routing.Share(chance: 0.6, way: .to(choices.one(of: names)))
      return .split([back])
    default:
      let ways = (0..<2).map { _ in
        Routing.Share(chance: choices.number(0...0.35), way: .to(choices.one(of: names)))
      }
      return .split(ways)
    }
  }

  private mutating func sources(endless: Bool, horizon: Double) throws -> [SourceInputs] {
    var sources: [SourceInputs] = []
    for row in 0..<choices.among(1...3) {
      var first = Routing.to(choices.one(of: names))
      if choices.happens(0.3) {
        let other = Routing.Share(chance: 0.6, way: .to(names[0]))
        first = .split([.init(chance: 0.4, way: first), other])
      }
      var time = 0.0
      var trace: [TraceArrival] = []
      for _ in 0..<40 {
        time += choices.number(0...4)
        trace.append(TraceArrival(time: time))
      }
      var source = SourceInputs(
        id: prefix + "s\(row)",
        classes: classes.map { ($0.id, choices.number(0.1...1)) },
        arrivals: .trace(trace),
        first: first
      )
      if endless {
        source.arrivals = .gaps(try law(1...4))
        if row == 1 { source.arrivals = .population(5, away: try law(2...20)) }
        if row == 2 {
          source.arrivals = .rate(try .sinusoidal(mean: 0.5, amplitude: 1, period: 20))
        }
      }
      if row != 1, choices.happens(0.3) {
        source.batch = try .discrete(values: [1, 2, 3], weights: [3, 1, 1])
      }
      sources.append(source)
    }
    return sources
  }

  private mutating func census() -> [CensusInputs] {
    guard choices.happens(0.3) else { return [] }
    return [
      CensusInputs(
        node: choices.one(of: names),
        className: choices.one(of: classes).id,
        count: choices.among(1...4)
      )
    ]
  }
}
