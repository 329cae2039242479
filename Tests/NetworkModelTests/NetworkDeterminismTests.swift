import Engine
import NetworkModel
import Probability
import Testing

/// What must be equal to the last bit.
///
/// A customer's luck hangs on the seed, the replication and the names of source, class and node:
/// renaming one is another draw, moving it in the file is not.
@Suite("The same network is the same run")
struct NetworkDeterminismTests {
  /// All that is read off, by name.
  private struct Read: Equatable {
    var flows: [String: [String: FlowReadings]] = [:]
    var present: [String: LevelTimes] = [:]
    var servers: [String: CapacityReadings?] = [:]
    var passages: [String: PassageReadings] = [:]
    var pools: [String: CapacityReadings] = [:]

    init(_ inputs: NetworkInputs, _ run: NetworkReadings, only prefix: String = "") {
      for node in run.nodes where node.id.hasPrefix(prefix) {
        for (row, kind) in inputs.classes.enumerated() where kind.id.hasPrefix(prefix) {
          flows[node.id, default: [:]][kind.id] = node.classes[row]
        }
        present[node.id] = node.present
        servers[node.id] = node.servers
      }
      for (row, kind) in inputs.classes.enumerated() where kind.id.hasPrefix(prefix) {
        passages[kind.id] = run.classes[row]
      }
      for (row, pool) in inputs.pools.enumerated() where pool.id.hasPrefix(prefix) {
        pools[pool.id] = run.pools[row]
      }
    }
  }

  private func run(_ inputs: NetworkInputs, replication: UInt32 = 0) throws -> NetworkReadings {
    Network(try NetworkPlan(inputs), replication: replication).run()
  }

  @Test("A run repeated is the same; another seed or replication is another", arguments: 1...10)
  func repeated(_ seed: Int) throws {
    var inputs = try RandomNetwork.make(seed: seed, endless: true)
    let first = try run(inputs)
    let again = try run(inputs)
    #expect(first.fingerprint == again.fingerprint && first.visits == again.visits)
    #expect(try run(inputs, replication: 1).fingerprint != first.fingerprint)
    inputs.run.seed += 1
    #expect(try run(inputs).fingerprint != first.fingerprint)
  }

  @Test("What is kept, observed or asked for changes nothing that happens", arguments: 1...10)
  func onlyLooking(_ seed: Int) throws {
    var inputs = try RandomNetwork.make(seed: seed, endless: true)
    let first = try run(inputs)
    inputs.run.records = .none
    inputs.run.observeAt = [1, 10, 100]
    inputs.run.waitLimits = []
    inputs.run.percentiles = [99]
    inputs.run.replications = 100
    let other = try run(inputs)
    #expect(other.fingerprint == first.fingerprint && other.events == first.events)
    #expect(other.all == first.all)
  }

  @Test("The order of nodes, classes, pools, sources and shares means nothing", arguments: 1...100)
  func shuffled(_ seed: Int) throws {
    let inputs = try RandomNetwork.make(seed: 1 + seed % 25, endless: seed.isMultiple(of: 2))
    var choices = Choices(seed: seed)
    var other = inputs
    other.nodes = choices.shuffled(other.nodes)
    other.classes = choices.shuffled(other.classes)
    other.pools = choices.shuffled(other.pools)
    other.sources = choices.shuffled(other.sources)
    for row in other.sources.indices {
      other.sources[row].classes = choices.shuffled(other.sources[row].classes)
      if case .split(let shares) = other.sources[row].first {
        other.sources[row].first = .split(choices.shuffled(shares))
      }
    }
    for row in other.nodes.indices {
      if case .all(.split(let shares)) = other.nodes[row].next {
        other.nodes[row].next = .all(.split(choices.shuffled(shares)))
      }
    }
    let (one, two) = (try run(inputs), try run(other))
    #expect(one.events == two.events)
    #expect(Read(inputs, one) == Read(other, two))
  }

  @Test("What nobody uses changes nothing", arguments: 1...25)
  func unused(_ seed: Int) throws {
    let inputs = try RandomNetwork.make(seed: seed, endless: true)
    var other = inputs
    var empty = try HandWorked.station("aaa", 1, servers: .count(7))
    if case .station(var station) = empty.kind {
      station.absence = .vacations(length: try .exponential(mean: 3), repeats: .multiple)
      station.patience = .all(try .exponential(mean: 3))
      empty.kind = .station(station)
    }
    other.nodes.insert(empty, at: 0)
    other.classes.insert(CustomerClass(id: "aaa"), at: 0)
    other.pools.insert(PoolInputs(id: "aaa", servers: .count(1)), at: 0)
    other.sources.insert(HandWorked.trace([], to: "aaa", id: "aaa"), at: 0)
    other.sources[0].classes = [("aaa", 1)]
    for row in other.nodes.indices.dropFirst() {
      guard case .dispatch(var dispatch) = other.nodes[row].kind else { continue }
      dispatch.zones.reverse()
      other.nodes[row].kind = .dispatch(dispatch)
    }
    let (one, two) = (Read(inputs, try run(inputs)), Read(other, try run(other)))
    for (node, flows) in one.flows {
      for (kind, flow) in flows { #expect(two.flows[node]?[kind] == flow) }
    }
    #expect(one.present.allSatisfy { two.present[$0] == $1 })
    #expect(one.passages.allSatisfy { two.passages[$0] == $1 })
  }

  @Test("Two networks without a link in one file are two runs", arguments: 1...25)
  func twoInOne(_ seed: Int) throws {
    let one = try RandomNetwork.make(seed: seed, prefix: "x-", endless: true)
    let two = try RandomNetwork.make(seed: seed + 25, prefix: "y-", endless: true)
    var both = one
    both.classes += two.classes
    both.pools += two.pools
    both.nodes += two.nodes
    both.sources += two.sources
    both.census += two.census
    let together = try run(both)
    guard together.ending == .horizon else { return }
    #expect(Read(both, together, only: "x-") == Read(one, try run(one)))
    var alone = two
    alone.run.seed = one.run.seed
    #expect(Read(both, together, only: "y-") == Read(alone, try run(alone)))
  }

  @Test("With all times doubled everything takes twice as long, to a tick", arguments: [2.0, 8])
  func scaled(_ factor: Double) throws {
    func tandem(_ factor: Double) throws -> NetworkReadings {
      try HandWorked.run(
        nodes: [
          HandWorked.station("one", 1.25 * factor, servers: .count(2), next: .to("two")),
          HandWorked.station("two", 0.75 * factor, room: .places(2), whenFull: .block),
        ],
        sources: [
          HandWorked.trace((0..<60).map { Double($0 * $0 % 61) * factor }.sorted(), to: "one")
        ],
        length: 200 * factor
      )
    }
    let (plain, larger) = (try tandem(1), try tandem(factor))
    #expect(larger.visits.map(\.left) == plain.visits.map { $0.left * factor })
    #expect(larger.nodes.map(\.meanBlocked) == plain.nodes.map(\.meanBlocked))
    // By chance: one server, first come first served; each draw is rounded by half a tick.
    var inputs = try SmallNetworks.station(
      rate: 0.8,
      service: .exponential(mean: 1),
      warmUp: 100,
      length: 900
    )
    inputs.run.records = .visits
    let first = try run(inputs).visits
    inputs = try SmallNetworks.station(
      rate: 0.8 / factor,
      service: .exponential(mean: factor),
      warmUp: 100 * factor,
      length: 900 * factor
    )
    inputs.run.records = .visits
    let second = try run(inputs).visits
    #expect(first.count == second.count && first.count > 300)
    let areTwice = zip(first, second).allSatisfy { one, two in
      abs(two.left - factor * one.left) <= 1e-6 * factor * Double(one.number + 1)
    }
    #expect(areTwice)
  }

  @Test("Hundreds of events at one moment happen in a stated order, and nobody is lost")
  func tieStorm() throws {
    let run = try HandWorked.run(
      nodes: [
        HandWorked.station("a", 1, servers: .count(3), room: .waiting(5), next: .to("b")),
        HandWorked.station("b", 1, servers: .count(2), room: .places(4), whenFull: .block),
      ],
      sources: (0..<10).map { row in
        HandWorked.trace((0..<40).map { Double($0 / 4) }, to: "a", id: "s\(row)")
      },
      length: 60
    )
    #expect(run.all.arrived == 400)
    #expect(run.all.completed + run.all.refused == 400)
    // At moment 0 all sources fire their four in the order of the file: the first two sources' are
    // let in; at every later moment services end before anybody comes.
    let first = run.visits.filter { $0.node == 0 && $0.arrived == 0 && $0.ending == .served }
    #expect(first.map(\.source) == [0, 0, 0, 0, 1, 1, 1, 1])
    #expect(run.visits.count { $0.node == 0 && $0.arrived == 1 && $0.ending == .served } == 3)
  }
}
