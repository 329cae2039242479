import Engine
import NetworkModel
import Probability
import Testing

/// Orders that hold customer by customer, because every customer keeps their own luck.
@Suite("More help never hurts anybody, where theory says so")
struct SamplePathTests {
  private func runs(_ inputs: NetworkInputs) throws -> NetworkReadings {
    var inputs = inputs
    inputs.run.records = .visits
    inputs.run.warmUp = 0
    return Network(try NetworkPlan(inputs), replication: 0).run()
  }

  private func waits(_ inputs: NetworkInputs) throws -> [UInt64: Double] {
    let visits = try runs(inputs).visits.map { ($0.number, ($0.began ?? .infinity) - $0.arrived) }
    return Dictionary(uniqueKeysWithValues: visits)
  }

  @Test("One more server lengthens nobody's wait", arguments: 1...4)
  func moreServers(_ servers: Int) throws {
    func station(_ servers: Int) throws -> NetworkInputs {
      try SmallNetworks.station(
        rate: 1.2 * Double(servers),
        servers: .count(servers),
        service: .lognormal(mean: 1, cv: 2),
        length: 1000
      )
    }
    let few = try station(servers)
    var more = few
    if case .station(var station) = more.nodes[0].kind {
      station.servers = .count(servers + 1)
      more.nodes[0].kind = .station(station)
    }
    let (slow, fast) = (try waits(few), try waits(more))
    #expect(slow.count > 800)
    for (number, wait) in slow { #expect(try #require(fast[number]) <= wait) }
  }

  @Test("A shorter service, or one arrival less, lengthens nobody else's wait")
  func lessWork() throws {
    func guests(_ change: (inout [HandWorked.Guest]) -> Void) throws -> [String: Double] {
      var choices = Choices(seed: 5)
      var guests = (0..<80).map { row in
        HandWorked.Guest(
          name: "g\(row)",
          at: Double(row) + choices.number(0...1),
          service: choices.number(0...3.6)
        )
      }
      change(&guests)
      let stays = try HandWorked.desk(guests, servers: .count(2), length: 1000).stays(of: guests)
      return Dictionary(
        uniqueKeysWithValues: guests.map { ($0.name, (stays[$0.name]?.began ?? .nan) - $0.at) }
      )
    }
    let before = try guests { _ in }
    let shorter = try guests { $0[20].service /= 2 }
    for (name, wait) in shorter where name != "g20" { #expect(wait <= before[name] ?? .nan) }
    let fewer = try guests { $0.remove(at: 20) }
    #expect(fewer.count == 79)
    for (name, wait) in fewer { #expect(wait <= before[name] ?? .nan) }
    #expect(fewer.values.reduce(0, +) < before.values.reduce(0, +))
  }

  @Test("More beds never admit fewer up to any moment, when all stays are equally long")
  func moreBeds() throws {
    // With stays of one length beds are given back in the order in which they were taken, so the
    // n-th admission with more beds is never later.
    func admitted(_ beds: Int) throws -> [Double] {
      try runs(
        try SmallNetworks.station(
          rate: 4,
          servers: .count(beds),
          service: .deterministic(1),
          room: .places(beds),
          length: 500
        )
      ).visits.filter { $0.ending == .served }.map(\.arrived)
    }
    for beds in 2...5 {
      let (few, more) = (try admitted(beds), try admitted(beds + 1))
      #expect(more.count >= few.count)
      #expect(zip(few, more).allSatisfy { $0 >= $1 })
    }
  }

  /// Where each customer of a source chose to go.
  private func chosen(
    _ constants: [(node: String, constant: Double)]
  ) throws -> [UInt64: String] {
    let nodes = ["near", "far", "new"]
    let options = constants.map { ChoiceInputs.Option(node: $0.node, constant: $0.constant) }
    let run = try HandWorked.run(
      nodes: nodes.map { try HandWorked.station($0, 0) },
      sources: [
        SourceInputs(
          id: "village",
          classes: [("customer", 1)],
          arrivals: .trace((0..<2000).map { TraceArrival(time: Double($0) / 100) }),
          first: .choice(ChoiceInputs(options: options, perPresent: 0))
        )
      ]
    )
    let visits = run.visits.map { ($0.number, nodes[Int($0.node)]) }
    return Dictionary(uniqueKeysWithValues: visits)
  }

  @Test("Who chooses: a place farther away wins nobody, a closed one loses only its own")
  func choices() throws {
    let before = try chosen([("near", 0.4), ("far", 0), ("new", -0.2)])
    let farther = try chosen([("near", 0.4), ("far", -0.5), ("new", -0.2)])
    #expect(farther.allSatisfy { $1 != "far" || before[$0] == "far" })
    #expect(farther.allSatisfy { before[$0] == "far" || before[$0] == $1 })
    #expect(farther != before)
    #expect(try chosen([("new", 9.8), ("near", 10.4), ("far", 10)]) == before)
    let closed = try chosen([("near", 0.4), ("new", -0.2)])
    #expect(closed.allSatisfy { before[$0] == "far" || before[$0] == $1 })
  }
}
