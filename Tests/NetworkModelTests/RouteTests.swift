import Engine
import NetworkModel
import Probability
import Testing

@Suite("Who comes and where they go")
struct RouteTests {
  typealias Stay = HandWorked.Stay

  private func door(
    _ first: Routing,
    count: Int,
    to names: [String],
    service: Double = 0
  ) throws -> NetworkReadings {
    try HandWorked.run(
      nodes: names.map { try HandWorked.station($0, service) },
      sources: [
        SourceInputs(
          id: "door",
          classes: [("customer", 1)],
          arrivals: .trace((0..<count).map { TraceArrival(time: Double($0) / 100) }),
          first: first
        )
      ],
      length: 1000
    )
  }

  /// Whether a count of successes is within 5 standard errors of a chance.
  private func expect(_ count: Int, of trials: Int, _ chance: Double) {
    let spread = (Double(trials) * chance * (1 - chance)).squareRoot()
    #expect(abs(Double(count) - Double(trials) * chance) <= 5 * spread, "\(count) of \(trials)")
  }

  @Test("A split sends each share its way; what is left over leaves")
  func split() throws {
    let run = try door(
      .split([.init(chance: 0.3, way: .to("a")), .init(chance: 0.5, way: .to("b"))]),
      count: 10_000,
      to: ["a", "b"]
    )
    expect(run.nodes[0].all.arrived, of: 10_000, 0.3)
    expect(run.nodes[1].all.arrived, of: 10_000, 0.5)
    #expect(run.all.completed == 10_000)
  }

  @Test("A logit choice follows the exponentials of its constants")
  func choice() throws {
    let options = [0.5, 0, -0.7].enumerated().map {
      ChoiceInputs.Option(node: "n\($0.offset)", constant: $0.element)
    }
    let run = try door(
      .choice(ChoiceInputs(options: options, perPresent: 0)),
      count: 10_000,
      to: ["n0", "n1", "n2"]
    )
    let weights = [1.6487, 1, 0.4966]  // e^0.5, e^0, e^-0.7
    for (row, weight) in weights.enumerated() {
      expect(run.nodes[row].all.arrived, of: 10_000, weight / weights.reduce(0, +))
    }
  }

  @Test("Crowds cost utility: with a high enough price everybody goes where fewer are")
  func crowds() throws {
    let options = ["a", "b"].map { ChoiceInputs.Option(node: $0, constant: 0) }
    let run = try door(
      .choice(ChoiceInputs(options: options, perPresent: -100)),
      count: 10,
      to: ["a", "b"],
      service: 500
    )
    #expect(run.nodes.map(\.all.arrived) == [5, 5])
  }

  @Test("In turn means in turn; the shortest line is the first of the shortest")
  func lists() throws {
    let turns = try door(.cycle(["a", "b", "c"]), count: 7, to: ["a", "b", "c"], service: 50)
    #expect(turns.nodes.map(\.all.arrived) == [3, 2, 2])
    let shortest = try door(.shortest(["b", "a"]), count: 3, to: ["a", "b"], service: 50)
    #expect(shortest.nodes.map(\.all.arrived) == [1, 2])
  }

  @Test("An itinerary is followed stop by stop, twice to the same node if it says so")
  func itinerary() throws {
    let run = try HandWorked.run(
      classes: [CustomerClass(id: "customer", itinerary: ["a", "b", "a"])],
      nodes: [
        HandWorked.station("a", 1, next: .itinerary), HandWorked.station("b", 2, next: .itinerary),
      ],
      sources: [
        SourceInputs(
          id: "door",
          classes: [("customer", 1)],
          arrivals: .trace([TraceArrival(time: 0)]),
          first: .itinerary
        )
      ]
    )
    #expect(run.visits.map(\.node) == [0, 1, 0])
    #expect(run.visits.map(\.left) == [1, 3, 4])
    #expect(run.all.meanVisits == 3)
  }

  @Test("Whoever is there from the beginning goes on with the rest of their itinerary")
  func censusItinerary() throws {
    let run = try HandWorked.run(
      classes: [CustomerClass(id: "customer", itinerary: ["a", "b", "c"])],
      nodes: try ["a", "b", "c"].map { try HandWorked.station($0, 1, next: .itinerary) },
      census: [CensusInputs(node: "b", className: "customer", count: 2)]
    )
    #expect(run.visits.map(\.node) == [1, 1, 2, 2])
    #expect(run.all.arrived == 2)
    #expect(run.all.completed == 2)
  }

  @Test("Two groups of a census at one node are different people")
  func censusGroups() throws {
    let run = try HandWorked.run(
      nodes: [
        NodeInputs(
          id: "a",
          kind: .station(
            StationNodeInputs(servers: .unlimited, service: .all(try .exponential(mean: 1)))
          )
        )
      ],
      census: (0..<3).map { _ in CensusInputs(node: "a", className: "customer", count: 1) }
    )
    #expect(Set(run.visits.map(\.left)).count == 3)
  }

  @Test("A customer may become another class on the way")
  func become() throws {
    var first = try HandWorked.station("a", 1)
    first.next = .all(.become(className: "patient", then: .to("b")))
    let second = NodeInputs(
      id: "b",
      kind: .station(
        StationNodeInputs(
          servers: .count(1),
          service: .each([("patient", try .deterministic(4))])
        )
      )
    )
    let run = try HandWorked.run(
      classes: [CustomerClass(id: "customer"), CustomerClass(id: "patient")],
      nodes: [first, second],
      sources: [HandWorked.trace([0], to: "a")]
    )
    #expect(run.visits.map(\.className) == [0, 1])
    #expect(run.visits.map(\.left) == [1, 5])
    #expect(run.classes[1].completed == 1)
  }

  @Test("A batch comes together, each with luck of their own")
  func batch() throws {
    var source = HandWorked.trace([2, 4], to: "a")
    source.batch = try .discrete(values: [3], weights: [1])
    let run = try HandWorked.run(
      nodes: [
        NodeInputs(
          id: "a",
          kind: .station(
            StationNodeInputs(servers: .unlimited, service: .all(try .exponential(mean: 1)))
          )
        )
      ],
      sources: [source]
    )
    #expect(run.visits.map(\.arrived).sorted() == [2, 2, 2, 4, 4, 4])
    #expect(Set(run.visits.map { $0.left - $0.arrived }).count == 6)
  }

  @Test("A customer of a finite source comes back a while after leaving")
  func population() throws {
    let run = try HandWorked.run(
      nodes: [HandWorked.station("a", 2)],
      sources: [
        SourceInputs(
          id: "village",
          classes: [("customer", 1)],
          arrivals: .population(1, away: try .deterministic(5)),
          first: .to("a")
        )
      ]
    )
    #expect(run.visits.map(\.arrived) == stride(from: 5.0, to: 98, by: 7).map(\.self))
    #expect(run.present.level == 0 || run.all.arrived == run.all.completed + 1)
  }

  @Test("A customer of a finite source who is refused comes back, too")
  func refusedPopulation() throws {
    let run = try HandWorked.run(
      nodes: [HandWorked.station("a", 4, room: .places(1))],
      sources: [
        SourceInputs(
          id: "village",
          classes: [("customer", 1)],
          arrivals: .population(2, away: try .deterministic(1)),
          first: .to("a")
        )
      ],
      length: 5.5
    )
    // Both come at 1, one is served until 5; the other is refused at 1, 2, 3 and 4, served at 5.
    #expect(run.all.refused == 4)
    #expect(run.nodes[0].all.waits.count == 2)
  }

  @Test("A Poisson process keeps the rate of each step")
  func steps() throws {
    let run = try HandWorked.run(
      nodes: [HandWorked.station("a", 0)],
      sources: [
        SourceInputs(
          id: "door",
          classes: [("customer", 1)],
          arrivals: .rate(try .steps(starts: [0, 10], rates: [2, 6], cycle: 20)),
          first: .to("a")
        )
      ],
      length: 2000
    )
    let late = run.visits.count { $0.arrived.truncatingRemainder(dividingBy: 20) >= 10 }
    #expect(abs(Double(run.visits.count - late) - 2000) <= 5 * 2000.0.squareRoot())
    #expect(abs(Double(late) - 6000) <= 5 * 6000.0.squareRoot())
  }
}
