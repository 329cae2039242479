import Engine
import NetworkModel
import Probability
import Testing

@Suite("Full nodes")
struct RoomTests {
  typealias Stay = HandWorked.Stay
  typealias Guest = HandWorked.Guest

  @Test("Room counts those in service; a place is free the moment a service ends")
  func room() throws {
    let run = try HandWorked.run(
      nodes: [HandWorked.station("a", 5, room: .places(1))],
      sources: [HandWorked.trace([0, 1, 5], to: "a")]
    )
    #expect(
      run.stays(at: 0) == [
        Stay(began: 0, left: 5), Stay(left: 1, ending: .refused), Stay(began: 5, left: 10),
      ]
    )
  }

  @Test("A waiting room is room beside those in service")
  func waitingRoom() throws {
    let run = try HandWorked.run(
      nodes: [HandWorked.station("a", 5, servers: .count(2), room: .waiting(1))],
      sources: [HandWorked.trace([0, 1, 2, 3], to: "a")]
    )
    #expect(run.stays(at: 0).map(\.ending) == [.served, .served, .served, .refused])
    #expect(run.stays(at: 0)[2].began == 5)
  }

  @Test("Two full nodes that overflow into each other are tried once each")
  func overflow() throws {
    let run = try HandWorked.run(
      nodes: [
        HandWorked.station("a", 5, room: .places(1), whenFull: .overflow(["b"])),
        HandWorked.station("b", 5, room: .places(1), whenFull: .overflow(["a"])),
      ],
      sources: [HandWorked.trace([0, 1, 2], to: "a")]
    )
    #expect(run.nodes.map(\.all.arrived) == [3, 2])
    #expect(run.nodes.map(\.all.refused) == [2, 1])
    #expect(run.all.refused == 1)
    #expect(run.all.completed == 2)
    #expect(run.stays(at: 1)[0] == Stay(began: 1, left: 6))
  }

  @Test("An overflow list is tried in its order")
  func overflowOrder() throws {
    let run = try HandWorked.run(
      nodes: [
        HandWorked.station("a", 9, room: .places(1), whenFull: .overflow(["c", "b"])),
        HandWorked.station("b", 9), HandWorked.station("c", 9, room: .places(1)),
      ],
      sources: [HandWorked.trace([0, 1, 2], to: "a")]
    )
    #expect(run.stays(at: 2)[0] == Stay(began: 1, left: 10))
    #expect(run.nodes[1].all.arrived == 1)
    #expect(run.nodes[2].all.refused == 1)
  }

  @Test("Nodes that keep servers free and have no room to wait do not pass customers for ever")
  func overflowKeepingFree() throws {
    func node(_ id: String, _ other: String) throws -> NodeInputs {
      NodeInputs(
        id: id,
        kind: .station(
          StationNodeInputs(
            servers: .count(2),
            service: .all(try .deterministic(9)),
            keepFree: [("customer", 1)]
          )
        ),
        room: .waiting(0),
        whenFull: .overflow([other])
      )
    }
    let run = try HandWorked.run(
      nodes: [node("a", "b"), node("b", "a")],
      sources: [HandWorked.trace([0, 1, 2], to: "a")]
    )
    #expect(run.nodes.map(\.all.completed) == [1, 1])
    #expect(run.all.refused == 1)
  }

  @Test("Half of those who meet somebody turn away; the last chance holds for more")
  func balking() throws {
    let guests = (0..<4).map { Guest(name: "g\($0)", at: Double($0), service: 10) }
    let run = try HandWorked.desk(guests, servers: .count(4), balking: [0, 1])
    #expect(run.nodes[0].all.balked == 3)
    #expect(run.all.balked == 3)
    // M/M/1 in which half of those who meet somebody turn away: p₀ = 1/(1 + ρ/(1 - ρ/2)).
    var inputs = try SmallNetworks.station(rate: 0.8, service: .exponential(mean: 1), length: 4000)
    inputs.nodes[0].balking = [0, 0.5]
    let runs = try SmallNetworks.run(inputs)
    let (idle, error) = SmallNetworks.estimate(runs) { $0.nodes[0].idleAndAvailable }
    #expect(abs(idle - 1 / (1 + 0.8 / 0.6)) <= 5 * error)
  }

  @Test("Whoever gives up goes where the node says, or leaves")
  func reneging() throws {
    let guests = [
      Guest(name: "a", at: 0, service: 5), Guest(name: "b", at: 1, service: 1, patience: 2),
      Guest(name: "c", at: 2, service: 1, patience: 3.5),
    ]
    let run = try HandWorked.desk(
      guests,
      afterReneging: .to("other"),
      others: [HandWorked.station("other", 1)]
    )
    #expect(run.stays(of: guests)["b"] == Stay(left: 3, ending: .reneged))
    #expect(run.stays(of: guests, at: 1)["b"] == Stay(began: 3, left: 4))
    #expect(run.stays(of: guests)["c"] == Stay(began: 5, left: 6))
    #expect(run.nodes[0].all.reneged == 1)
    #expect(run.all.reneged == 0)
    let plain = try HandWorked.desk(guests)
    #expect(plain.all.reneged == 1)
    #expect(plain.all.completed == 2)
  }
}
