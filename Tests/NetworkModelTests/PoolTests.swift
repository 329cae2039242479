import Engine
import NetworkModel
import Probability
import Testing

@Suite("Shared pools")
struct PoolTests {
  typealias Stay = HandWorked.Stay

  private func node(
    _ id: String,
    _ service: Double,
    _ needs: [(String, Int)],
    discipline: Discipline = .firstInFirstOut,
    next: Routing = .exit
  ) throws -> NodeInputs {
    NodeInputs(
      id: id,
      kind: .station(
        StationNodeInputs(
          servers: .pools(needs.map { PoolNeed(pool: $0.0, servers: $0.1) }),
          service: .all(try .deterministic(service)),
          discipline: discipline
        )
      ),
      next: .all(next)
    )
  }

  @Test("A service takes all it needs at once, whoever came first")
  func jointly() throws {
    let run = try HandWorked.run(
      pools: [
        PoolInputs(id: "doctors", servers: .count(2)), PoolInputs(id: "nurses", servers: .count(1)),
      ],
      nodes: [
        node("clinic", 4, [("doctors", 1), ("nurses", 1)]), node("theatre", 3, [("doctors", 2)]),
      ],
      sources: [
        HandWorked.trace([0, 2], to: "clinic"),
        HandWorked.trace([1], to: "theatre", id: "ambulance"),
      ],
      length: 20
    )
    // One doctor stands idle from 1 to 4: an operation needs two.
    #expect(run.stays(at: 0) == [Stay(began: 0, left: 4), Stay(began: 7, left: 11)])
    #expect(run.stays(at: 1) == [Stay(began: 4, left: 7)])
    #expect(run.pools[0].meanBusy == 14.0 / 20)
    #expect(run.pools[1].utilisation == 8.0 / 20)
    #expect(run.nodes[0].all.foundBusy == 1)
    #expect(run.nodes[1].all.foundBusy == 1)
  }

  @Test("The urgent of one node go before those who wait at another")
  func urgent() throws {
    let run = try HandWorked.run(
      classes: [CustomerClass(id: "customer", priority: 2), CustomerClass(id: "urgent")],
      pools: [PoolInputs(id: "doctor", servers: .count(1))],
      nodes: [
        node("clinic", 5, [("doctor", 1)], discipline: .priority),
        node("ward", 1, [("doctor", 1)], discipline: .priority),
      ],
      sources: [
        HandWorked.trace([0, 1], to: "clinic"),
        SourceInputs(
          id: "ward",
          classes: [("urgent", 1)],
          arrivals: .trace([TraceArrival(time: 2)]),
          first: .to("ward")
        ),
      ]
    )
    #expect(run.stays(at: 0) == [Stay(began: 0, left: 5), Stay(began: 6, left: 11)])
    #expect(run.stays(at: 1) == [Stay(began: 5, left: 6)])
  }

  @Test("Of pools given back together the urgent get theirs first")
  func givenBackTogether() throws {
    let run = try HandWorked.run(
      classes: [CustomerClass(id: "customer", priority: 2), CustomerClass(id: "urgent")],
      pools: [
        PoolInputs(id: "room", servers: .count(1)), PoolInputs(id: "nurse", servers: .count(1)),
      ],
      nodes: [
        node("treatment", 5, [("room", 1), ("nurse", 1)], discipline: .priority),
        node("bedside", 2, [("nurse", 1)], discipline: .priority),
      ],
      sources: [
        HandWorked.trace([0, 1], to: "treatment"),
        SourceInputs(
          id: "bell",
          classes: [("urgent", 1)],
          arrivals: .trace([TraceArrival(time: 2)]),
          first: .to("bedside")
        ),
      ]
    )
    #expect(run.stays(at: 1) == [Stay(began: 5, left: 7)])
    #expect(run.stays(at: 0)[1] == Stay(began: 7, left: 12))
  }

  @Test("A pool's shift calls those who wait and lets the others finish")
  func shifts() throws {
    let timetable = ShiftInputs(
      cycle: 10,
      steps: [.init(from: 0, servers: 0), .init(from: 3, servers: 1), .init(from: 5, servers: 0)],
      atEnd: .finish
    )
    let run = try HandWorked.run(
      pools: [PoolInputs(id: "doctor", servers: .shifts(timetable))],
      nodes: [node("clinic", 4, [("doctor", 1)])],
      sources: [HandWorked.trace([0, 1], to: "clinic")],
      length: 20
    )
    #expect(run.stays(at: 0) == [Stay(began: 3, left: 7), Stay(began: 13, left: 17)])
    #expect(run.pools[0].meanOvertime == 4.0 / 20)
    #expect(run.pools[0].meanOnDuty == 4.0 / 20)
  }

  @Test(
    "Those who wait for a server that the blocked keep are a deadlock, even when others swap",
    arguments: [RunInputs.Deadlock.stop, .swap]
  )
  func poolDeadlock(_ deadlock: RunInputs.Deadlock) throws {
    var second = try node("second", 10, [("doctor", 1)])
    second.room = .places(1)
    second.whenFull = .block
    let run = try HandWorked.run(
      pools: [PoolInputs(id: "doctor", servers: .count(1))],
      nodes: [node("first", 1, [("doctor", 1)], next: .to("second")), second],
      sources: [HandWorked.trace([0, 0], to: "first")],
      deadlock: deadlock
    )
    // At 1 the doctor turns to the second customer, who at 2 finds the first still waiting.
    #expect(run.ending == .deadlock(at: 2))
  }

  @Test("Patience ends the wait for a pool")
  func patience() throws {
    let waiting = StationNodeInputs(
      servers: .pools([PoolNeed(pool: "doctor", servers: 1)]),
      service: .all(try .deterministic(5)),
      patience: .all(try .deterministic(2))
    )
    let run = try HandWorked.run(
      pools: [PoolInputs(id: "doctor", servers: .count(1))],
      nodes: [NodeInputs(id: "clinic", kind: .station(waiting))],
      sources: [HandWorked.trace([0, 1, 4], to: "clinic")]
    )
    #expect(
      run.stays(at: 0) == [
        Stay(began: 0, left: 5), Stay(left: 3, ending: .reneged), Stay(began: 5, left: 10),
      ]
    )
  }
}
