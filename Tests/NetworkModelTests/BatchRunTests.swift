import Engine
import NetworkModel
import Probability
import Testing

@Suite("A replication cut into batches")
struct BatchRunTests {
  private func batches(_ inputs: NetworkInputs, _ count: Int) throws -> [NetworkReadings] {
    var batches: [NetworkReadings] = []
    Network(try NetworkPlan(inputs), replication: 0).runBatches(count) { batches.append($0) }
    return batches
  }

  /// Two impatient lines at two servers who fail now and then.
  private func busy(warmUp: Double) throws -> NetworkInputs {
    var inputs = try SmallNetworks.station(
      rate: 1.5,
      servers: .count(2),
      service: .exponential(mean: 1),
      room: .places(12),
      patience: .exponential(mean: 8),
      absence: .breakdowns(
        up: .exponential(mean: 40),
        down: .exponential(mean: 5),
        interrupted: .resume
      ),
      warmUp: warmUp,
      length: 2000
    )
    inputs.run.records = .visits
    return inputs
  }

  @Test("What is counted in the batches adds up to the whole run", arguments: [0.0, 100])
  func addsUp(warmUp: Double) throws {
    let inputs = try busy(warmUp: warmUp)
    let whole = try SmallNetworks.run(inputs, replications: 1)[0]
    let parts = try batches(inputs, 8)
    #expect(parts.count == 8)
    #expect(parts.allSatisfy { $0.length == 250 && $0.ending == .horizon })
    #expect(parts.last?.fingerprint == whole.fingerprint && parts.last?.events == whole.events)
    #expect(parts.flatMap(\.visits) == whole.visits)
    func expectSum(_ name: String, _ count: (NetworkReadings) -> Int) {
      #expect(parts.reduce(0) { $0 + count($1) } == count(whole), "\(name)")
      #expect(count(whole) > 0, "\(name) should happen")
    }
    expectSum("arrived") { $0.nodes[0].all.arrived }
    expectSum("found busy") { $0.nodes[0].all.foundBusy }
    expectSum("served") { $0.nodes[0].all.completed }
    expectSum("refused") { $0.nodes[0].all.refused }
    expectSum("reneged") { $0.nodes[0].all.reneged }
    expectSum("interruptions") { $0.nodes[0].all.interruptions }
    expectSum("waits") { $0.nodes[0].all.waits.count }
    expectSum("time waited") { Int($0.nodes[0].all.waits.sum.milliseconds) }
    expectSum("sojourns") { $0.nodes[0].all.sojourns.count }
    expectSum("came to the network") { $0.all.arrived }
    expectSum("left it") { $0.all.completed }
    expectSum("time in it") { Int($0.all.sojourns.sum.milliseconds) }
    expectSum("busy periods") { Int($0.nodes[0].busyPeriods.count) }
  }

  @Test("Averages over time of equal batches have the whole run's as mean", arguments: [0.0, 100])
  func averages(warmUp: Double) throws {
    let inputs = try busy(warmUp: warmUp)
    let whole = try SmallNetworks.run(inputs, replications: 1)[0]
    let parts = try batches(inputs, 8)
    func expectMean(_ name: String, _ average: (NetworkReadings) -> Double) {
      let mean = parts.reduce(0) { $0 + average($1) } / 8
      #expect(abs(mean - average(whole)) < 1e-9, "\(name)")
      #expect(average(whole) > 0, "\(name) should not be nothing")
    }
    expectMean("present") { $0.nodes[0].all.meanPresent }
    expectMean("waiting") { $0.nodes[0].all.meanWaiting }
    expectMean("in the network") { $0.present.mean ?? .nan }
    expectMean("busy") { $0.nodes[0].servers?.meanBusy ?? .nan }
    expectMean("on duty") { $0.nodes[0].servers?.meanOnDuty ?? .nan }
    expectMean("first server") { $0.nodes[0].serverUse[0] }
    expectMean("second server") { $0.nodes[0].serverUse[1] }
    expectMean("away") { $0.nodes[0].awayShare }
    expectMean("nobody there") { $0.nodes[0].idleAndAvailable }
  }

  @Test("A service or a wait longer than a batch is shared out by hand")
  func longerThanABatch() throws {
    // Two come at 0; each is served for 10 min, and a batch lasts 5 min.
    var inputs = try SmallNetworks.station(
      rate: 1,
      service: .deterministic(10),
      warmUp: 0,
      length: 25
    )
    inputs.sources[0].arrivals = .trace([TraceArrival(time: 0), TraceArrival(time: 0)])
    inputs.run.observeAt = [2, 5, 25]
    let parts = try batches(inputs, 5)
    let nodes = parts.map { $0.nodes[0] }
    #expect(nodes.map(\.all.arrived) == [2, 0, 0, 0, 0])
    #expect(nodes.map(\.all.completed) == [0, 0, 1, 0, 1])
    #expect(nodes.map(\.serverUse) == [[1], [1], [1], [1], [0]])
    #expect(nodes.map(\.servers?.utilisation) == [1, 1, 1, 1, 0])
    #expect(nodes.map(\.all.meanWaiting) == [1, 1, 0, 0, 0])
    // The second begins at 10 min, the first moment of the third batch.
    #expect(nodes.map(\.all.waits.count) == [1, 0, 1, 0, 0])
    #expect(nodes[2].all.waits.mean == 10 * parts[2].scale.ticksPerUnit)
    // What is seen at the end of a batch belongs to the next, but for the end of the run.
    #expect(parts.map { $0.observations.map(\.time) } == [[2], [5], [], [], [25]])
    #expect(parts.map { $0.observations.map(\.present) } == [[[2]], [[2]], [], [], [[0]]])
  }

  @Test("A replication that gets stuck has the batches before, and the one that was cut off")
  func stuck() throws {
    let names = ["one", "two"]
    let inputs = NetworkInputs(
      title: "stuck",
      timeUnit: "min",
      classes: [CustomerClass(id: "customer")],
      nodes: [
        try HandWorked.station("one", 20, room: .places(1), whenFull: .block, next: .to("two")),
        try HandWorked.station("two", 32, room: .places(1), whenFull: .block, next: .to("one")),
      ],
      sources: [],
      census: names.map { CensusInputs(node: $0, className: "customer", count: 1) },
      run: RunInputs(warmUp: 0, length: 100, replications: 1, seed: 1)
    )
    let parts = try batches(inputs, 10)
    #expect(parts.map(\.length) == [10, 10, 10, 2])
    #expect(parts.map(\.ending) == [.horizon, .horizon, .horizon, .deadlock(at: 32)])
    // The first has been done since 20 min and cannot go on.
    #expect(parts.map { $0.nodes[0].meanBlocked } == [0, 0, 1, 1])
  }

  @Test("Batches into which the time cannot be cut evenly differ by one tick")
  func uneven() throws {
    let inputs = try SmallNetworks.station(
      rate: 0.5,
      service: .exponential(mean: 1),
      warmUp: 10,
      length: 100
    )
    let parts = try batches(inputs, 7)
    let ticks = parts.map { ($0.length * $0.scale.ticksPerUnit).rounded() }
    #expect(ticks.reduce(0, +) == 100 * parts[0].scale.ticksPerUnit)
    let (least, most) = (try #require(ticks.min()), try #require(ticks.max()))
    #expect(most - least == 1)
  }
}
