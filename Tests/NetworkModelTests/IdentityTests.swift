import Engine
import NetworkModel
import Probability
import Testing

/// What must add up in every run, whatever the network; the argument is the seed that made it.
@Suite("What adds up in every network")
struct IdentityTests {
  private func run(_ inputs: NetworkInputs) throws -> NetworkReadings {
    Network(try NetworkPlan(inputs), replication: 0).run()
  }

  private func ticks(_ time: Double) -> Int64 { Int64((time * 1e6).rounded()) }

  private func integral(_ level: LevelTimes) -> Int64 {
    Int64(((level.mean ?? 0) * Double(level.total.milliseconds)).rounded())
  }

  @Test("Whoever came has left or is still there", arguments: 1...30)
  func everybody(_ seed: Int) throws {
    for endless in [false, true] {
      let run = try run(RandomNetwork.make(seed: seed, endless: endless))
      let all = run.all
      #expect(
        all.arrived - all.completed - all.refused - all.balked - all.reneged == run.present.level
      )
      for node in run.nodes {
        for flow in node.classes + [node.all] {
          #expect(flow.waits.count <= flow.arrived && flow.foundBusy <= flow.arrived)
          #expect(flow.waited <= flow.waits.count && flow.sojourns.count <= flow.completed)
        }
        let flow = node.all
        let gone = flow.refused + flow.balked + flow.reneged + flow.sojourns.count
        #expect(flow.arrived - gone == node.present.level, "\(node.id)")
      }
      let levels = run.nodes.reduce(0) { $0 + integral($1.present) }
      #expect(abs(levels - integral(run.present)) <= Int64(run.nodes.count))
    }
  }

  @Test("A customer is at one place at a time, and time never goes back", arguments: 1...30)
  func onePlace(_ seed: Int) throws {
    let run = try run(RandomNetwork.make(seed: seed, endless: seed.isMultiple(of: 2)))
    var passages: [[UInt64]: [VisitRecord]] = [:]
    var latest = 0.0
    for visit in run.visits {
      #expect(visit.left >= latest)
      latest = visit.left
      #expect((visit.began != nil) == (visit.ending == .served))
      if let began = visit.began, let finished = visit.finished {
        #expect(visit.arrived <= began && began <= finished && finished <= visit.left)
      }
      let source = visit.source.map(UInt64.init) ?? .max
      passages[[source, visit.number], default: []].append(visit)
    }
    for visits in passages.values where !visits[0].isOfBatch(in: visits) {
      for (visit, next) in zip(visits, visits.dropFirst())
      where next.visitsBefore == visit.visitsBefore + 1 {
        #expect(visit.left == next.arrived)
      }
    }
  }

  @Test("Presence adds up to stays, to the tick: Little's law without chance", arguments: 1...30)
  func little(_ seed: Int) throws {
    let horizon = 200.0
    var inputs = try RandomNetwork.make(
      seed: seed,
      endless: seed.isMultiple(of: 2),
      deadlock: .swap
    )
    let long = try run(inputs)
    inputs.run.length = horizon
    let whole = try run(inputs)
    (inputs.run.warmUp, inputs.run.length) = (50, horizon - 50)
    let window = try run(inputs)
    #expect(window.fingerprint == whole.fingerprint, "the warm-up changes what happens")
    #expect(whole.visits == long.visits.filter { $0.left < horizon }, "no prefix of the long run")
    guard long.ending == .horizon else { return }
    for (row, node) in whole.nodes.enumerated() {
      let visits = long.visits.filter { $0.node == row && $0.arrived < horizon }
      // Those who are still there when even the long run ends are not known.
      guard visits.count == node.all.arrived else { continue }
      for (run, begin) in [(whole, 0.0), (window, 50)] {
        let stays = visits.reduce(Int64(0)) { sum, visit in
          sum + max(0, ticks(min(visit.left, horizon)) - ticks(max(visit.arrived, begin)))
        }
        #expect(integral(run.nodes[row].present) == stays, "\(node.id) from \(begin)")
      }
    }
  }

  @Test("Servers are busy as long as customers have them", arguments: 1...30)
  func busyTime(_ seed: Int) throws {
    let inputs = try RandomNetwork.make(seed: seed, deadlock: .swap)
    let run = try run(inputs)
    for (row, node) in run.nodes.enumerated() {
      guard let servers = node.servers else { continue }
      #expect(servers.meanBusy - servers.meanOvertime <= servers.meanOnDuty + 1e-9)
      #expect((servers.utilisation ?? 0) <= 1)
      if node.serverUse.isEmpty { continue }
      #expect(abs(node.serverUse.reduce(0, +) - servers.meanBusy) < 1e-9, "\(node.id)")
      guard node.present.level == 0, node.all.interruptions == 0 else { continue }
      let held = run.visits.filter { $0.node == row }.reduce(Int64(0)) { sum, visit in
        sum + (visit.began.map { ticks(visit.left) - ticks($0) } ?? 0)
      }
      #expect(ticks(servers.meanBusy * run.length) == held, "\(node.id)")
    }
    for (row, pool) in run.pools.enumerated() {
      var held: Int64 = 0
      var isEmpty = true
      for (node, made) in inputs.nodes.enumerated() {
        guard case .station(let station) = made.kind, case .pools(let needs) = station.servers
        else { continue }
        let need = needs.filter { $0.pool == inputs.pools[row].id }.reduce(0) { $0 + $1.servers }
        if need > 0, run.nodes[node].present.level > 0 { isEmpty = false }
        for visit in run.visits where visit.node == node {
          held += Int64(need) * (visit.began.map { ticks(visit.left) - ticks($0) } ?? 0)
        }
      }
      if isEmpty { #expect(ticks(pool.meanBusy * run.length) == held, "pool \(row)") }
    }
  }

  @Test("First come, first begun, within a class", arguments: 1...30)
  func firstCome(_ seed: Int) throws {
    let inputs = try RandomNetwork.make(seed: seed, endless: true, deadlock: .swap)
    let run = try run(inputs)
    for (row, node) in inputs.nodes.enumerated() {
      guard case .station(let station) = node.kind else { continue }
      guard station.discipline == .firstInFirstOut || station.discipline == .priority else {
        continue
      }
      for kind in inputs.classes.indices {
        let served = run.visits.filter {
          $0.node == row && Int($0.className) == kind && $0.began != nil
        }.sorted { ($0.arrived, $0.began ?? 0) < ($1.arrived, $1.began ?? 0) }
        for (visit, next) in zip(served, served.dropFirst()) {
          #expect((visit.began ?? 0) <= (next.began ?? 0), "\(node.id)")
        }
      }
    }
  }

  @Test("Tallies of waits and stays are those of the visits", arguments: 1...30)
  func tallies(_ seed: Int) throws {
    let run = try run(RandomNetwork.make(seed: seed))
    for (row, node) in run.nodes.enumerated() where node.present.level == 0 {
      for kind in run.classes.indices {
        let flow = node.classes[kind]
        let visits = run.visits.filter { $0.node == row && Int($0.className) == kind }
        let served = visits.filter { $0.ending == .served }
        #expect(flow.completed == served.count && flow.waits.count == served.count)
        #expect(flow.arrived == visits.count)
        let waits = served.map { ticks($0.began ?? 0) - ticks($0.arrived) }
        #expect(flow.waits.sum.milliseconds == waits.reduce(0, +))
        #expect(flow.waits.max.milliseconds == waits.max() ?? 0)
        #expect(flow.waited == waits.count { $0 > 0 })
        let stays = served.map { ticks($0.left) - ticks($0.arrived) }
        #expect(flow.sojourns.sum.milliseconds == stays.reduce(0, +))
        let wasted = visits.filter { $0.ending == .reneged }
        #expect(flow.reneged == wasted.count && flow.wastedWaits.count == wasted.count)
        let all = waits + wasted.map { ticks($0.left) - ticks($0.arrived) }
        #expect(flow.overLimit[1] == all.count { $0 > 5_000_000 })
      }
    }
  }

  @Test("The random networks reach every corner")
  func corners() throws {
    var (interrupted, blocked, reneged, balked, deadlocks, drained) = (0, 0, 0, 0, 0, 0)
    for seed in 1...100 {
      let run = try run(RandomNetwork.make(seed: seed))
      for node in run.nodes {
        interrupted += node.all.interruptions
        blocked += node.all.blocked
        reneged += node.all.reneged
        balked += node.all.balked
      }
      if case .deadlock = run.ending { deadlocks += 1 }
      if run.present.level == 0 { drained += 1 }
    }
    #expect(interrupted > 100 && blocked > 100 && reneged > 100 && balked > 20)
    #expect(drained >= 60, "\(drained)")
    #expect(deadlocks >= 1, "\(deadlocks)")
  }
}

extension VisitRecord {
  /// Whether several customers share this one's number: they came in one batch.
  fileprivate func isOfBatch(in visits: [VisitRecord]) -> Bool {
    visits.count { $0.visitsBefore == visitsBefore } > 1
  }
}
