import Engine
import NetworkModel
import Probability
import Testing

@Suite("What a run leaves behind")
struct ReadingsTests {
  typealias Guest = HandWorked.Guest

  @Test("Nothing of the warm-up counts but who is there")
  func warmUp() throws {
    let run = try HandWorked.run(
      nodes: [HandWorked.station("a", 10)],
      sources: [HandWorked.trace([0, 6], to: "a")],
      warmUp: 5,
      length: 20
    )
    let node = run.nodes[0]
    #expect(node.all.arrived == 1)
    #expect(node.all.completed == 2)
    #expect(node.all.waits.count == 1)
    #expect(run.scale.mean(node.all.waits) == 4)
    #expect(run.scale.mean(node.all.sojourns) == 14)
    #expect(node.servers?.meanBusy == 15.0 / 20)
    #expect(node.present.mean == (5 + 14.0) / 20)
    #expect(run.visits.map(\.arrived) == [6])
    #expect(run.all.arrived == 1)
    #expect(run.all.sojourns.count == 1)
    #expect(node.busyPeriods.count == 0)
  }

  @Test("A run in which nothing more happens still lasts to its horizon")
  func endedTrace() throws {
    let run = try HandWorked.run(
      nodes: [HandWorked.station("a", 10)],
      sources: [HandWorked.trace([0], to: "a")],
      length: 40
    )
    #expect(run.ending == .horizon)
    #expect(run.length == 40)
    #expect(run.nodes[0].present.mean == 0.25)
    #expect(run.nodes[0].idleAndAvailable == 0.75)
  }

  @Test("An observation shows who is there before anything happens at its moment")
  func observations() throws {
    let run = try HandWorked.run(
      nodes: [HandWorked.station("a", 2), HandWorked.station("b", 5)],
      sources: [
        HandWorked.trace([0, 1, 3], to: "a"), HandWorked.trace([2], to: "b", id: "side"),
      ],
      warmUp: 2,
      observeAt: [0, 0.5, 2, 2, 3.5, 100]
    )
    #expect(
      run.observations.map(\.present) == [[0, 0], [1, 0], [2, 0], [2, 0], [2, 1], [0, 0]]
    )
  }

  @Test("Waits above a limit are counted, served or given up")
  func limits() throws {
    let patient = StationNodeInputs(
      servers: .count(1),
      service: .all(try .deterministic(4)),
      patience: .all(try .deterministic(5))
    )
    let run = try HandWorked.run(
      nodes: [NodeInputs(id: "a", kind: .station(patient))],
      sources: [HandWorked.trace([0, 1, 2], to: "a")],
      waitLimits: [0, 3, 4]
    )
    // Waits: 0, 3, and 5 until the third gives up at 7.
    #expect(run.nodes[0].all.overLimit == [2, 1, 1])
    #expect(run.nodes[0].all.waited == 1)
    #expect(run.scale.mean(run.nodes[0].all.wastedWaits) == 5)
  }

  @Test("A hundred thousand are there from the beginning")
  func largeCensus() throws {
    let run = try HandWorked.run(
      nodes: [HandWorked.station("a", 0.5)],
      census: [CensusInputs(node: "a", className: "customer", count: 100_000)],
      length: 100
    )
    #expect(run.nodes[0].all.completed == 199)
    #expect(run.nodes[0].all.meanPresent > 99_000)
  }

  @Test("More customers than the calendar has room for end a replication, and it says so")
  func overcrowded() throws {
    let patient = StationNodeInputs(
      servers: .count(500_000),
      service: .all(try .deterministic(1000)),
      patience: .all(try .deterministic(1000))
    )
    var source = HandWorked.trace([0, 7], to: "a")
    source.batch = try .discrete(values: [30_000], weights: [1])
    // 2^20 - 2 × 500 000 - 1 slots are left for customers: 48 575.
    let run = try HandWorked.run(
      nodes: [NodeInputs(id: "a", kind: .station(patient))],
      sources: [source]
    )
    #expect(run.ending == .overcrowded(at: 7))
    #expect(run.length == 7)
    #expect(run.nodes[0].all.arrived == 48_575)
    #expect(run.nodes[0].present.mean == 30_000)
  }

  @Test("Many sources keep their arrivals when the customers need more slots")
  func manySources() throws {
    let run = try HandWorked.run(
      nodes: [
        NodeInputs(
          id: "a",
          kind: .station(
            StationNodeInputs(servers: .unlimited, service: .all(try .deterministic(1000)))
          )
        )
      ],
      sources: (0..<300).map { HandWorked.trace([0, 1, 2], to: "a", id: "s\($0)") }
    )
    #expect(run.nodes[0].all.arrived == 900)
  }

  @Test("Laws without bounds draw what they like: such services, gaps and stays never end")
  func enormous() throws {
    let wild = try Law.lognormal(mu: 0, sigma: 30)
    let station = { (servers: ServersInputs) in
      StationNodeInputs(servers: servers, service: .all(wild), patience: .all(wild))
    }
    let run = try HandWorked.run(
      nodes: [
        NodeInputs(id: "a", kind: .station(station(.count(3))), next: .all(.to("b"))),
        NodeInputs(
          id: "b",
          kind: .station(station(.each([.init(id: "slow", speed: 1e-9)]))),
          next: .all(.to("c"))
        ), NodeInputs(id: "c", kind: .sharing(servers: 1, work: .all(wild)), next: .all(.to("a"))),
      ],
      sources: [
        HandWorked.trace((0..<50).map(Double.init), to: "a"),
        HandWorked.trace([1e14], to: "b", id: "never"),
        HandWorked.trace([3, 4, 5], to: "c", id: "side"),
        SourceInputs(
          id: "wild",
          classes: [("customer", 1)],
          arrivals: .gaps(wild),
          batch: try .discrete(values: [1, 2], weights: [1, 1]),
          first: .to("c")
        ),
        SourceInputs(
          id: "village",
          classes: [("customer", 1)],
          arrivals: .population(20, away: wild),
          first: .to("a")
        ),
      ],
      length: 1e6
    )
    #expect(run.ending == .horizon)
    #expect(run.nodes[0].all.arrived >= 50)
    #expect(run.nodes[0].present.mean != nil)
  }

  @Test("A run too short for a tick measures nothing and divides by nothing")
  func noLength() throws {
    let run = try HandWorked.run(
      nodes: [HandWorked.station("a", 1)],
      sources: [HandWorked.trace([0], to: "a")],
      length: 1e-9
    )
    #expect(run.nodes[0].present.mean == nil)
    #expect(run.nodes[0].all.meanPresent == 0)
    #expect(run.nodes[0].servers?.meanBusy == 0)
  }
}
