import NetworkModel
import Probability
import Testing

@Suite("Networks that cannot be")
struct PlanProblemTests {
  /// Something wrong with a network, and what must be said of it.
  struct Wrong: CustomTestStringConvertible, Sendable {
    var path: String
    var says: String
    var change: @Sendable (inout NetworkInputs) throws -> Void
    var testDescription: String { path }

    init(
      _ path: String,
      _ says: String,
      _ change: @escaping @Sendable (inout NetworkInputs) throws -> Void
    ) {
      self.path = path
      self.says = says
      self.change = change
    }

    /// The same for the station.
    static func station(
      _ path: String,
      _ says: String,
      _ change: @escaping @Sendable (inout StationNodeInputs) throws -> Void
    ) -> Wrong {
      Wrong("nodes.a." + path, says) { inputs in
        guard case .station(var station) = inputs.nodes[0].kind else { return }
        try change(&station)
        inputs.nodes[0].kind = .station(station)
      }
    }

    /// The same for a node that sends units.
    static func units(
      _ path: String,
      _ says: String,
      _ change: @escaping @Sendable (inout DispatchInputs) throws -> Void
    ) -> Wrong {
      Wrong("nodes.a." + path, says) { inputs in
        var dispatch = DispatchInputs(
          units: ["u", "v"],
          zones: [("c", ZoneInputs(order: [], travel: [1, 2]))],
          service: .all(try .deterministic(1)),
          travel: .recorded,
          whenAllBusy: .lost
        )
        try change(&dispatch)
        inputs.nodes[0].kind = .dispatch(dispatch)
      }
    }
  }

  private static func shifts(_ steps: [(Double, Int)], cycle: Double = 10) -> ServersInputs {
    .shifts(
      ShiftInputs(
        cycle: cycle,
        steps: steps.map { .init(from: $0.0, servers: $0.1) },
        atEnd: .finish
      )
    )
  }

  static let names: [Wrong] = [
    Wrong("classes", "there is no class; expected at least one") { $0.classes = [] },
    Wrong("nodes", "there is no node; expected at least one") { $0.nodes = [] },
    Wrong("nodes.a", "the name a is given twice") { $0.nodes.append($0.nodes[0]) },
    Wrong("nodes.exit", "exit means something in routes") { $0.nodes[0].id = "exit" },
    Wrong("sources", "nobody ever comes; expected a source or a census") { $0.sources = [] },
    Wrong("classes", "there are 4097 of them; at most 4096 can be told apart") { inputs in
      inputs.classes = (0..<4097).map { CustomerClass(id: "c\($0)") }
    },
    Wrong("classes.c.priority", "priority is 0; expected 1 to 1000") {
      $0.classes[0].priority = 0
    },
    Wrong("classes.c.itinerary[1]", "there is no node z") { $0.classes[0].itinerary = ["a", "z"] },
    Wrong("census[0].count", "count is 0; expected 1 to 1000000") {
      $0.census = [CensusInputs(node: "a", className: "c", count: 0)]
    },
    Wrong("census[0].node", "there is no node z") {
      $0.census = [CensusInputs(node: "z", className: "c", count: 1)]
    },
    Wrong("census[0].class", "there is no class z") {
      $0.census = [CensusInputs(node: "a", className: "z", count: 1)]
    },
  ]

  static let runs: [Wrong] = [
    Wrong("run.length", "the run lasts 0.0 + 0.0") { $0.run.length = 0 },
    Wrong("run.warmUp", "expected a warm-up of 0 or more") { $0.run.warmUp = -1 },
    Wrong("run.length", "together below 4 billion units") { $0.run.length = 5e9 },
    Wrong("run.replications", "replications is 0; expected 1 to 1000000") {
      $0.run.replications = 0
    },
    Wrong("run.percentiles[1]", "100.0 is no percentile") { $0.run.percentiles = [50, 100] },
    Wrong("run.waitLimits[0]", "-1.0 is no wait; expected 0 or more") { $0.run.waitLimits = [-1] },
    Wrong("run.observeAt[1]", "1.0 is out of order or past the end") {
      $0.run.observeAt = [2, 1]
    },
    Wrong("nodes", "expected twice the servers and the customers to be below a million") {
      $0.nodes[0].kind = .station(
        StationNodeInputs(servers: .count(600_000), service: .all(try .deterministic(1)))
      )
    },
  ]

  static let sources: [Wrong] = [
    Wrong("sources.s.classes", "the weights add up to 0.0; expected above 0") {
      $0.sources[0].classes = [("c", 0)]
    },
    Wrong("sources.s.classes.c", "the weight is -1.0; expected 0 or more") {
      $0.sources[0].classes = [("c", -1)]
    },
    Wrong("sources.s.classes.z", "there is no class z") { $0.sources[0].classes = [("z", 1)] },
    Wrong("sources.s.to", "there is no node z") { $0.sources[0].first = .to("z") },
    Wrong("sources.s.gap", "the mean gap is 0.0; expected above 0") {
      $0.sources[0].arrivals = .gaps(try .deterministic(0))
    },
    Wrong("sources.s.gap", "the law reaches down to -1.0; a time is 0 or more") {
      $0.sources[0].arrivals = .gaps(try .uniform(low: -1, high: 2))
    },
    Wrong("sources.s.trace[1]", "an arrival at 1.0 after one at 2.0") {
      $0.sources[0].arrivals = .trace([TraceArrival(time: 2), TraceArrival(time: 1)])
    },
    Wrong("sources.s.trace[0].class", "there is no class z") {
      $0.sources[0].arrivals = .trace([TraceArrival(time: 2, className: "z")])
    },
    Wrong("sources.s.population.size", "size is 0; expected 1 to 500000") {
      $0.sources[0].arrivals = .population(0, away: try .deterministic(1))
    },
    Wrong("sources.s.population.away", "the mean time away is 0.0; expected above 0") {
      $0.sources[0].arrivals = .population(1, away: try .deterministic(0))
    },
    Wrong("sources.s.batch", "customers of a finite source come one by one") {
      $0.sources[0].arrivals = .population(1, away: try .deterministic(1))
      $0.sources[0].batch = try .discrete(values: [1], weights: [1])
    },
    Wrong("sources.s.batch", "a batch is a whole number of 1 or more customers") {
      $0.sources[0].batch = try .discrete(values: [0, 2], weights: [1, 1])
    },
  ]

  static let routes: [Wrong] = [
    Wrong("nodes.a.next.split", "the chances add up to 1.5; expected at most 1") {
      $0.nodes[0].next = .all(.split((0..<2).map { _ in .init(chance: 0.75, way: .exit) }))
    },
    Wrong("nodes.a.next.split[0]", "1.5 is no chance; expected 0 to 1") {
      $0.nodes[0].next = .all(.split([.init(chance: 1.5, way: .exit)]))
    },
    Wrong("nodes.a.next.shortest", "no node is named") { $0.nodes[0].next = .all(.shortest([])) },
    Wrong("nodes.a.next.cycle[1]", "there is no node z") {
      $0.nodes[0].next = .all(.cycle(["a", "z"]))
    },
    Wrong("nodes.a.next.choice.options.a", "inf is no utility") {
      let option = ChoiceInputs.Option(node: "a", constant: .infinity)
      $0.nodes[0].next = .all(.choice(ChoiceInputs(options: [option], perPresent: 0)))
    },
    Wrong("nodes.a.next.choice.perPresent", "nan is no utility") {
      let option = ChoiceInputs.Option(node: "a", constant: 0)
      $0.nodes[0].next = .all(.choice(ChoiceInputs(options: [option], perPresent: .nan)))
    },
    Wrong("nodes.a.next.class", "there is no class z") {
      $0.nodes[0].next = .all(.become(className: "z", then: .exit))
    },
    Wrong("nodes.a.next.byClass.z", "there is no class z") {
      $0.nodes[0].next = .each([("z", .exit)])
    },
    Wrong("classes.c", "a route says itinerary, but the class has none") {
      $0.nodes[0].next = .all(.itinerary)
    },
  ]

  static let rooms: [Wrong] = [
    Wrong("nodes.a.balking[1]", "2.0 is no chance; expected 0 to 1") {
      $0.nodes[0].balking = [0, 2]
    },
    Wrong("nodes.a.room", "room is 0; expected at least 1: it counts those in service") {
      $0.nodes[0].room = .places(0)
    },
    Wrong("nodes.a.waitingRoom", "waitingRoom is -1; expected 0 or more") {
      $0.nodes[0].room = .waiting(-1)
    },
    Wrong("nodes.a.waitingRoom", "nobody waits here by itself; state the whole room instead") {
      $0.nodes[0].kind = .sharing(servers: 1, work: .all(try .deterministic(1)))
      $0.nodes[0].room = .waiting(1)
    },
    Wrong("nodes.a.whenFull", "the node has room for everybody, it is never full") {
      $0.nodes[0].whenFull = .block
    },
    Wrong("nodes.a.whenFull.overflow", "no other node is named") {
      $0.nodes[0].room = .places(1)
      $0.nodes[0].whenFull = .overflow([])
    },
    Wrong("nodes.a.whenFull.overflow[0]", "a full node overflows into itself") {
      $0.nodes[0].room = .places(1)
      $0.nodes[0].whenFull = .overflow(["a"])
    },
    Wrong("nodes.a.servers", "servers is 0; expected 1 to 1048575") {
      $0.nodes[0].kind = .sharing(servers: 0, work: .all(try .deterministic(1)))
    },
  ]

  static let stations: [Wrong] = [
    .station("servers", "servers is 0; expected 1 to 1048575") { $0.servers = .count(0) },
    .station("servers", "no server is named") { $0.servers = .each([]) },
    .station("servers[0].speed", "speed is 0.0; expected above 0") {
      $0.servers = .each([.init(id: "x", speed: 0)])
    },
    .station("servers.cycle", "cycle is 0.0; expected above 0") {
      $0.servers = shifts([(0, 1)], cycle: 0)
    },
    .station("servers.cycle", "too short to be told from 0") {
      $0.servers = shifts([(0, 1), (5e-11, 2)], cycle: 1e-10)
    },
    .station("servers.steps", "expected a first step from 0") { $0.servers = shifts([(1, 1)]) },
    .station("servers.steps[1].from", "from is 10.0; expected rising moments") {
      $0.servers = shifts([(0, 1), (10, 2)])
    },
    .station("servers.steps[0].servers", "servers is -1; expected 0 to 1048575") {
      $0.servers = shifts([(0, -1), (1, 1)])
    },
    .station("servers.steps", "nobody is ever on duty") { $0.servers = shifts([(0, 0)]) },
    .station("servers.pools", "no pool is named") { $0.servers = .pools([]) },
    .station("servers.pools.z", "there is no pool z") {
      $0.servers = .pools([PoolNeed(pool: "z", servers: 1)])
    },
    .station("service", "class c can come here, but no service is stated for it") {
      $0.service = .each([])
    },
    .station("service", "the law reaches down to -1.0") {
      $0.service = .all(try .uniform(low: -1, high: 1))
    },
    .station("patience", "nobody waits where servers are unlimited") {
      $0.servers = .unlimited
      $0.patience = .all(try .deterministic(1))
    },
    .station("afterReneging", "nobody gives up here: there is no patience") {
      $0.afterReneging = .to("a")
    },
    .station("preemption", "only a discipline of priority or lifo can interrupt") {
      $0.preemption = .resume
    },
    .station("preemption", "only servers of the node's own can be interrupted") {
      $0.servers = .unlimited
      $0.discipline = .lastInFirstOut
      $0.preemption = .resume
    },
    .station("preemption", "all classes have the same priority: nobody can interrupt anybody") {
      $0.discipline = .priority
      $0.preemption = .resume
    },
    .station("keepFree.c", "1 servers are kept free; expected 0 to 0, one fewer than all") {
      $0.keepFree = [("c", 1)]
    },
    .station("keepFree.c", "only servers of the node's own can be kept free") {
      $0.servers = .unlimited
      $0.keepFree = [("c", 1)]
    },
    .station("vacations.length", "a vacation has a length above 0") {
      $0.absence = .vacations(length: try .deterministic(0), repeats: .multiple)
    },
    .station("breakdowns.up", "a server works for a time above 0") {
      $0.absence = .breakdowns(
        up: try .deterministic(0),
        down: try .deterministic(1),
        interrupted: .resume
      )
    },
    .station("vacations", "only a fixed number of the node's own servers can be away") {
      $0.servers = .unlimited
      $0.absence = .vacations(length: try .deterministic(1), repeats: .multiple)
    },
    .station("vacations", "absences do not go together with preemption") {
      $0.discipline = .lastInFirstOut
      $0.preemption = .resume
      $0.absence = .vacations(length: try .deterministic(1), repeats: .multiple)
    },
  ]

  static let pools: [Wrong] = [
    Wrong("pools.p.servers", "servers is 0; expected 1 to 1048575") {
      $0.pools = [PoolInputs(id: "p", servers: .count(0))]
    },
    Wrong("pools.p.servers", "a pool has a number of equal servers or a timetable") {
      $0.pools = [PoolInputs(id: "p", servers: .unlimited)]
    },
    Wrong("pools.p.servers.atEnd", "servers of a pool finish their customer; expected finish") {
      let steps = [ShiftInputs.Step(from: 0, servers: 1)]
      $0.pools = [
        PoolInputs(id: "p", servers: .shifts(ShiftInputs(cycle: 1, steps: steps, atEnd: .preempt)))
      ]
    },
    Wrong("nodes.a.servers.pools.p", "3 are needed; the pool has 1 to 2") {
      $0.pools = [PoolInputs(id: "p", servers: .count(2))]
      $0.nodes[0].kind = .station(
        StationNodeInputs(
          servers: .pools([PoolNeed(pool: "p", servers: 3)]),
          service: .all(try .deterministic(1))
        )
      )
    },
  ]

  static let dispatches: [Wrong] = [
    .units("units", "there are 2 units; expected 1 to 1024 different names") {
      $0.units = ["u", "u"]
    },
    .units("zones", "class c can come here, but it is no zone") { $0.zones = [] },
    .units("zones.z", "there is no class z") { $0.zones[0].className = "z" },
    .units("zones.c.order[0]", "there is no unit z") { $0.zones[0].zone.order = ["z"] },
    .units("zones.c.order[1]", "u is named twice") { $0.zones[0].zone.order = ["u", "u"] },
    .units("zones.c.travel", "there are 1 times for 2 units") { $0.zones[0].zone.travel = [1] },
    .units("zones.c.travel.v", "-1.0 is no travel time; expected 0 or more") {
      $0.zones[0].zone.travel = [1, -1]
    },
    .units("service.byUnit", "there are 1 laws for 2 units") {
      $0.service = .each([try .deterministic(1)])
    },
    .units("travelLimits[0]", "-2.0 is no travel time; expected 0 or more") {
      $0.travelLimits = [-2]
    },
  ]

  @Test(
    "Each is refused at its place and in words that say what would be right",
    arguments: names + runs + sources + routes + rooms + stations + pools + dispatches
  )
  func refused(_ wrong: Wrong) throws {
    var inputs = NetworkInputs(
      title: "right",
      timeUnit: "min",
      classes: [CustomerClass(id: "c")],
      nodes: [try HandWorked.station("a", 1)],
      sources: [
        SourceInputs(
          id: "s",
          classes: [("c", 1)],
          arrivals: .gaps(try .deterministic(1)),
          first: .to("a")
        )
      ],
      run: RunInputs(warmUp: 0, length: 10, replications: 1, seed: 1)
    )
    _ = try NetworkPlan(inputs)
    try wrong.change(&inputs)
    let problems = #expect(throws: NetworkProblems.self) { try NetworkPlan(inputs) }?.problems ?? []
    let said = problems.contains { $0.path == wrong.path && $0.message.contains(wrong.says) }
    #expect(said, "\(problems)")
  }

  @Test("Everything that is wrong is said at once, with the names that would be right")
  func together() throws {
    var inputs = try SmallNetworks.station(rate: 1, service: .exponential(mean: 1))
    inputs.sources[0].first = .to("sation")
    inputs.nodes[0].balking = [3]
    inputs.run.replications = 0
    let problems = #expect(throws: NetworkProblems.self) { try NetworkPlan(inputs) }?.problems ?? []
    #expect(problems.count == 3)
    let name = try #require(problems.first { $0.path == "sources.source.to" })
    #expect(name.found == "sation")
    #expect(name.candidates == ["station"])
  }
}
