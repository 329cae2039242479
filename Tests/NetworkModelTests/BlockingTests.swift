import Engine
import NetworkModel
import Probability
import Testing

@Suite("Blocked customers")
struct BlockingTests {
  typealias Stay = HandWorked.Stay

  private func ring(
    _ services: [Double],
    length: Double = 100,
    deadlock: RunInputs.Deadlock = .stop
  ) throws -> NetworkReadings {
    let names = services.indices.map { "n\($0)" }
    return try HandWorked.run(
      nodes: services.enumerated().map { row, service in
        try HandWorked.station(
          names[row],
          service,
          room: .places(1),
          whenFull: .block,
          next: .to(names[(row + 1) % names.count])
        )
      },
      census: names.map { CensusInputs(node: $0, className: "customer", count: 1) },
      length: length,
      deadlock: deadlock
    )
  }

  @Test("Whoever finds the next node full keeps the server until there is room")
  func tandem() throws {
    let run = try HandWorked.run(
      nodes: [
        HandWorked.station("one", 1, next: .to("two")),
        HandWorked.station("two", 3, room: .places(1), whenFull: .block),
      ],
      sources: [HandWorked.trace([0, 0, 0], to: "one")]
    )
    #expect(
      run.stays(at: 0) == [
        Stay(began: 0, left: 1), Stay(began: 1, left: 4), Stay(began: 4, left: 7),
      ]
    )
    #expect(
      run.stays(at: 1) == [
        Stay(began: 1, left: 4), Stay(began: 4, left: 7), Stay(began: 7, left: 10),
      ]
    )
    #expect(run.nodes[0].meanBlocked == (2.0 + 2) / 100)
    #expect(run.nodes[1].all.blocked == 2)
  }

  @Test("One departure at the end lets a whole chain move up at the same moment")
  func chain() throws {
    let run = try HandWorked.run(
      nodes: [
        HandWorked.station("one", 1, next: .to("two")),
        HandWorked.station("two", 1, room: .places(1), whenFull: .block, next: .to("three")),
        HandWorked.station("three", 5, room: .places(1), whenFull: .block),
      ],
      sources: [HandWorked.trace([0, 0, 0, 0], to: "one")]
    )
    #expect(
      run.stays(at: 0) == [
        Stay(began: 0, left: 1), Stay(began: 1, left: 2), Stay(began: 2, left: 7),
        Stay(began: 7, left: 12),
      ]
    )
    #expect(run.stays(at: 1).map(\.left) == [2, 7, 12, 17])
    #expect(run.stays(at: 2).map(\.left) == [7, 12, 17, 22])
  }

  @Test("A ring of full nodes is stuck when its last service ends")
  func deadlock() throws {
    #expect(try ring([2, 3]).ending == .deadlock(at: 3))
    let run = try ring([1, 2, 4])
    #expect(run.ending == .deadlock(at: 4))
    #expect(run.length == 4)
    #expect(run.nodes.map(\.meanBlocked) == [0.75, 0.5, 0])
  }

  @Test("Nothing is observed after a deadlock")
  func observed() throws {
    let run = try HandWorked.run(
      nodes: [
        HandWorked.station("a", 2, room: .places(1), whenFull: .block, next: .to("b")),
        HandWorked.station("b", 3, room: .places(1), whenFull: .block, next: .to("a")),
      ],
      census: ["a", "b"].map { CensusInputs(node: $0, className: "customer", count: 1) },
      observeAt: [1, 2, 50]
    )
    #expect(run.observations.map(\.time) == [1, 2])
  }

  @Test("Customers who may swap change places and go on")
  func swap() throws {
    let run = try ring([2, 3], length: 10, deadlock: .swap)
    #expect(run.ending == .horizon)
    // Services end at 2, 3; after the swap at 3 at 5, 6; after that at 6 at 8, 9.
    #expect(run.nodes.map(\.all.completed) == [3, 3])
    #expect(run.stays(at: 0).map(\.left) == [3, 6, 9])
  }

  @Test("Whoever comes back to the same node never blocks it")
  func feedback() throws {
    let run = try HandWorked.run(
      nodes: [
        HandWorked.station("gate", 1, next: .to("loop")),
        HandWorked.station(
          "loop",
          2,
          room: .places(1),
          whenFull: .block,
          next: .split([.init(chance: 0.5, way: .to("loop"))])
        ),
      ],
      sources: [HandWorked.trace(Array(repeating: 0, count: 10), to: "gate")]
    )
    #expect(run.ending == .horizon)
    #expect(run.all.completed == 10)
  }

  @Test("A server on vacation comes back: waiting for it is no deadlock")
  func vacation() throws {
    let run = try HandWorked.run(
      nodes: [
        HandWorked.station("one", 1, next: .to("two")),
        HandWorked.station(
          "two",
          1,
          room: .places(1),
          whenFull: .block,
          absence: .vacations(length: try .deterministic(10), repeats: .multiple)
        ),
      ],
      sources: [HandWorked.trace([0, 0], to: "one")]
    )
    #expect(run.ending == .horizon)
    #expect(run.stays(at: 1) == [Stay(began: 10, left: 11), Stay(began: 21, left: 22)])
  }

  @Test("Those who wait without patience among others with patience do not hide a deadlock")
  func impatientOthers() throws {
    let home = StationNodeInputs(
      servers: .count(1),
      service: .all(try .deterministic(1)),
      patience: .each([("impatient", try .deterministic(1))])
    )
    let run = try HandWorked.run(
      classes: [CustomerClass(id: "customer"), CustomerClass(id: "impatient")],
      nodes: [
        NodeInputs(
          id: "a",
          kind: .station(home),
          room: .places(2),
          whenFull: .block,
          next: .all(.to("b"))
        ), HandWorked.station("b", 3, room: .places(1), whenFull: .block, next: .to("a")),
      ],
      census: [
        CensusInputs(node: "a", className: "customer", count: 2),
        CensusInputs(node: "b", className: "customer", count: 1),
      ]
    )
    #expect(run.ending == .deadlock(at: 3))
  }

  @Test("At a node whose servers divide themselves the blocked keep only their place")
  func sharing() throws {
    let run = try HandWorked.run(
      nodes: [
        NodeInputs(
          id: "share",
          kind: .sharing(servers: 1, work: .all(try .deterministic(1))),
          next: .all(.to("end"))
        ), HandWorked.station("end", 10, room: .places(1), whenFull: .block),
      ],
      sources: [HandWorked.trace([0, 0, 0, 5], to: "share")],
      length: 50
    )
    #expect(run.stays(at: 0).map(\.left) == [3, 13, 23, 33])
    #expect(run.nodes[0].servers?.meanBusy == 4.0 / 50)
    // One is blocked from 3 to 13, one from 3 to 23, the last from 6 to 33.
    #expect(run.nodes[0].meanBlocked == 57.0 / 50)
  }
}
