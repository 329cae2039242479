import Experiments
import Foundation
import NetworkModel
import Probability
import Testing

@Suite("Networks over replications")
struct NetworkStudyTests {
  /// One station, called the desk.
  private func desk(
    _ title: String,
    servers: Int,
    _ service: Law,
    _ arrivals: ArrivalsInputs,
    _ run: RunInputs
  ) -> NetworkStudy {
    let station = StationNodeInputs(servers: .count(servers), service: .all(service))
    let inputs = NetworkInputs(
      title: title,
      timeUnit: "min",
      classes: [CustomerClass(id: "customer")],
      nodes: [NodeInputs(id: "desk", kind: .station(station))],
      sources: [
        SourceInputs(
          id: "door",
          classes: [("customer", 1)],
          arrivals: arrivals,
          first: .to("desk")
        )
      ],
      run: run
    )
    return NetworkStudy(id: "desk", inputs: inputs, files: [])
  }

  /// Two customers every 10 min at one server who takes 4 min: nothing is left to chance.
  private func pairs(replications: Int, records: RunInputs.Records = .none) throws -> NetworkStudy {
    let moments = (0..<200).flatMap { [Double($0) * 10, Double($0) * 10] }
    let run = RunInputs(
      warmUp: 0,
      length: 2000,
      replications: replications,
      seed: 1,
      observeAt: [11, 19],
      waitLimits: [3],
      records: records
    )
    let arrivals = ArrivalsInputs.trace(moments.map { TraceArrival(time: $0) })
    return desk("Pairs", servers: 1, try .deterministic(4), arrivals, run)
  }

  @Test(
    "Every number is in the network's unit",
    arguments: [
      // Of two who come together one waits 4 min; the server works 8 min of 10.
      ("arrived", 400), ("served", 400), ("refused", 0), ("meanWait", 2), ("longestWait", 4),
      ("waitedShare", 0.5), ("meanWaitOfWaiting", 4), ("meanSojourn", 6), ("meanService", 4),
      ("meanWaiting", 0.4), ("meanPresent", 1.2), ("utilisation", 0.8), ("onDuty", 1),
      ("throughput", 0.2), ("meanBusyPeriod", 8), ("sdBusyPeriod", 0), ("blocked", 0),
    ] as [(String, Double)]
  )
  func exact(_ name: String, _ value: Double) async throws {
    let outcome = try await pairs(replications: 1).run(threads: 1) { _ in }
    let estimate = try #require(outcome.table[NetworkQuantity(.node("desk"), nil, name)])
    #expect(abs(estimate.mean - value) < 1e-9)
  }

  @Test("Lists have an item for each limit, level and moment")
  func lists() async throws {
    let table = try await pairs(replications: 1).run(threads: 1) { _ in }.table
    let desk = NetworkQuantity.Place.node("desk")
    let share = { (name: String, item: String) in
      table[NetworkQuantity(desk, nil, name, item: item)]?.mean
    }
    #expect(share("overLimitShare", "3") == 0.5)
    // Of 10 min, 4 with two present, 4 with one, 2 with nobody.
    for (level, wanted) in [("0", 0.2), ("1", 0.4), ("2", 0.4), ("3", 0)] {
      #expect(abs(try #require(share("presentShare", level)) - wanted) < 1e-9, "\(level)")
    }
    #expect(share("presentAt", "11") == 2)
    #expect(share("presentAt", "19") == 0)
    #expect(table.items(of: "presentAt", at: .network) == ["11", "19"])
  }

  @Test("Intervals of 95 % hold the exact wait of M/M/2 in 93.1 to 96.9 % of 1,000 experiments")
  func coverage() async throws {
    // Half a server busy each: Erlang's C is 1/3, and so is the mean wait of 1/3 over 2 - 1, min.
    // Long enough for means to be nearly normal: at 600 min the intervals hold in 92.2 %.
    let run = RunInputs(warmUp: 100, length: 1500, replications: 10, seed: 1)
    let minute = try Law.exponential(mean: 1)
    let study = desk("M/M/2", servers: 2, minute, .gaps(minute), run)
    let wait = NetworkQuantity(.node("desk"), nil, "meanWait")
    var held = 0
    for seed in 1...1000 {
      let table = try await study.with(seed: UInt64(seed)).run(threads: 1) { _ in }.table
      let estimate = try #require(table[wait])
      let halfWidth = try #require(estimate.halfWidth)
      if abs(estimate.mean - 1.0 / 3) <= halfWidth { held += 1 }
    }
    #expect((931...969).contains(held), "\(held) of 1,000")
  }

  @Test("One replication has no interval; several equal ones have one without width")
  func intervals() async throws {
    let quantity = NetworkQuantity(.node("desk"), nil, "meanWait")
    let one = try await pairs(replications: 1).run(threads: 1) { _ in }.table[quantity]
    #expect(one?.halfWidth == nil && one?.standardError == nil && one?.n == 1)
    let three = try await pairs(replications: 3).run(threads: 2) { _ in }.table[quantity]
    #expect(three?.halfWidth == 0 && three?.standardError == 0 && three?.n == 3)
  }

  @Test("A visit has its times from the start and its place in the customer's passage")
  func visits() async throws {
    let outcome = try await pairs(replications: 1, records: .visits).run(threads: 1) { _ in }
    let visits = outcome.replications[0].visits
    #expect(visits.count == 400)
    #expect(visits[3].arrived == 10 && visits[3].began == 14 && visits[3].left == 18)
    #expect(visits[3].visitsBefore == 0 && visits[3].ending == .served)
  }

  @Test("The number of threads changes nothing; the first replications of many are those of few")
  func threads() async throws {
    func chance(replications: Int, threads: Int) async throws -> [String] {
      var inputs = try pairs(replications: replications).inputs
      let station = StationNodeInputs(servers: .count(1), service: .all(try .exponential(mean: 4)))
      inputs.nodes[0].kind = .station(station)
      let study = NetworkStudy(id: "pairs", inputs: inputs, files: [])
      return try await study.run(threads: threads) { _ in }.table.fingerprints
    }
    let many = try await chance(replications: 20, threads: 1)
    #expect(Set(many).count == 20)
    for threads in [2, 3, 7, 16] {
      #expect(try await chance(replications: 20, threads: threads) == many)
    }
    #expect(try await chance(replications: 10, threads: 3) == Array(many[..<10]))
  }

  @Test("The table that is written out has a fingerprint of each replication's events")
  func fingerprints() async throws {
    let outcome = try await pairs(replications: 2).run(threads: 1) { _ in }
    let data = try JSONEncoder().encode(outcome.table)
    let written = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    let prints = outcome.replications.map { String($0.fingerprint, radix: 16) }
    let digits = (written["fingerprints"] as? [String])?.map { $0.drop { $0 == "0" } }
    #expect(digits?.map(String.init) == prints)
  }

  @Test("What cannot be measured has no estimate")
  func nothingThere() async throws {
    let table = try await pairs(replications: 2).run(threads: 1) { _ in }.table
    #expect(table[NetworkQuantity(.network, nil, "timeToDeadlock")] == nil)
    #expect(table.deadlocks.isEmpty && !table.showsNothing)
  }
}
