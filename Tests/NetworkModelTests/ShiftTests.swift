import Engine
import NetworkModel
import Probability
import Testing

@Suite("Servers who come and go")
struct ShiftTests {
  typealias Guest = HandWorked.Guest
  typealias Stay = HandWorked.Stay

  private func shifts(
    _ steps: [(Double, Int)],
    cycle: Double,
    _ atEnd: ShiftEnd = .finish
  ) -> ServersInputs {
    .shifts(
      ShiftInputs(
        cycle: cycle,
        steps: steps.map { .init(from: $0.0, servers: $0.1) },
        atEnd: atEnd
      )
    )
  }

  @Test("A server finishes the customer in overtime and calls nobody more")
  func finish() throws {
    let guests = [Guest(name: "a", at: 8, service: 5), Guest(name: "b", at: 9, service: 1)]
    let run = try HandWorked.desk(guests, servers: shifts([(0, 1), (10, 0)], cycle: 20))
    #expect(
      run.stays(of: guests) == ["a": Stay(began: 8, left: 13), "b": Stay(began: 20, left: 21)]
    )
    let servers = try #require(run.nodes[0].servers)
    #expect(servers.meanOvertime == 3.0 / 100)
    #expect(servers.meanOnDuty == 0.5)
    #expect(servers.utilisation == 3.0 / 50)
  }

  @Test("A server who stops goes on with the same customer, first in line")
  func preempt() throws {
    let guests = [Guest(name: "a", at: 8, service: 5), Guest(name: "b", at: 9, service: 1)]
    let run = try HandWorked.desk(guests, servers: shifts([(0, 1), (10, 0)], cycle: 20, .preempt))
    #expect(
      run.stays(of: guests) == ["a": Stay(began: 8, left: 23), "b": Stay(began: 23, left: 24)]
    )
    #expect(run.nodes[0].all.interruptions == 1)
    #expect(run.nodes[0].servers?.meanOvertime == 0)
  }

  @Test("Of those interrupted together whoever came first goes on first")
  func preemptTwo() throws {
    let guests = [
      Guest(name: "a", at: 0, service: 20), Guest(name: "b", at: 0, service: 20),
      Guest(name: "c", at: 1, service: 1),
    ]
    let run = try HandWorked.desk(
      guests,
      servers: shifts([(0, 2), (10, 0), (20, 1)], cycle: 100, .preempt)
    )
    #expect(run.stays(of: guests)["a"] == Stay(began: 0, left: 30))
    #expect(run.stays(of: guests)["b"] == Stay(began: 0, left: 40))
    #expect(run.stays(of: guests)["c"] == Stay(began: 40, left: 41))
  }

  @Test("In random order, too, whoever was interrupted goes on first", arguments: 1...6)
  func preemptRandom(_ seed: Int) throws {
    let guests =
      [Guest(name: "a", at: 0, service: 15)]
      + (1...5).map { Guest(name: "b\($0)", at: 1, service: 1) }
    let run = try HandWorked.desk(
      guests,
      servers: shifts([(0, 1), (10, 0), (20, 1)], cycle: 100, .preempt),
      discipline: .random,
      seed: UInt64(seed)
    )
    #expect(run.stays(of: guests)["a"] == Stay(began: 0, left: 25))
    #expect(run.nodes[0].all.completed == 6)
  }

  @Test("Nobody on duty: everybody waits for the first shift")
  func nobody() throws {
    let guests = [Guest(name: "a", at: 0, service: 1)]
    let run = try HandWorked.desk(guests, servers: shifts([(0, 0), (5, 1)], cycle: 10))
    #expect(run.stays(of: guests)["a"] == Stay(began: 5, left: 6))
    #expect(run.nodes[0].all.foundBusy == 1)
    // Nobody present and somebody on duty: 6 to 10 and 9 shifts of 5.
    #expect(run.nodes[0].idleAndAvailable == 49.0 / 100)
  }

  @Test("In overtime the urgent interrupt those on duty, and no more than those")
  func urgentInOvertime() throws {
    let guests = [
      Guest(name: "a", at: 0, service: 10, priority: 2),
      Guest(name: "b", at: 0, service: 11, priority: 2),
      Guest(name: "c", at: 0, service: 12, priority: 2),
      Guest(name: "u", at: 6, service: 1, priority: 1),
      Guest(name: "v", at: 6.5, service: 1, priority: 1),
    ]
    let run = try HandWorked.desk(
      guests,
      servers: shifts([(0, 3), (5, 1)], cycle: 100),
      discipline: .priority,
      preemption: .resume
    )
    // u takes c's server at 6. The one on duty has u, so v waits; at 7 v takes b's. From 8 on a is
    // finished in overtime's stead by the one on duty, then b goes on with 4, then c with 6.
    #expect(
      run.stays(of: guests) == [
        "u": Stay(began: 6, left: 7), "v": Stay(began: 7, left: 8), "a": Stay(began: 0, left: 10),
        "b": Stay(began: 0, left: 14), "c": Stay(began: 0, left: 20),
      ]
    )
  }

  @Test(
    "A server out of order keeps its customer, who goes on or begins again",
    arguments: [(Interrupted.resume, 11.0), (.restart, 12)]
  )
  func breakdownWhileBusy(_ interrupted: Interrupted, _ end: Double) throws {
    let guests = [Guest(name: "a", at: 4, service: 4)]
    let run = try HandWorked.desk(
      guests,
      absence: .breakdowns(
        up: .deterministic(5),
        down: .deterministic(3),
        interrupted: interrupted
      ),
      length: 16
    )
    #expect(run.stays(of: guests)["a"] == Stay(began: 4, left: end))
    #expect(run.nodes[0].awayShare == 6.0 / 16)
    #expect(run.nodes[0].servers?.meanBusy == (end - 7) / 16)
  }

  @Test("A server may break down idle; who comes then waits for its return")
  func breakdownWhileIdle() throws {
    let guests = [Guest(name: "a", at: 6, service: 1)]
    let run = try HandWorked.desk(
      guests,
      absence: .breakdowns(up: .deterministic(5), down: .deterministic(3), interrupted: .resume)
    )
    #expect(run.stays(of: guests)["a"] == Stay(began: 8, left: 9))
  }

  @Test("A breakdown that falls due while the customer is blocked is let pass")
  func breakdownWhileBlocked() throws {
    let run = try HandWorked.run(
      nodes: [
        HandWorked.station(
          "one",
          4,
          next: .to("two"),
          absence: .breakdowns(up: .deterministic(5), down: .deterministic(3), interrupted: .resume)
        ), HandWorked.station("two", 10, room: .places(1), whenFull: .block),
      ],
      sources: [HandWorked.trace([0, 11], to: "one")],
      census: [CensusInputs(node: "two", className: "customer", count: 1)]
    )
    // Blocked from 4 to 10; the next breakdown, at 10, finds the server free.
    #expect(run.stays(at: 0)[0] == Stay(began: 0, left: 10))
    #expect(run.stays(at: 0)[1].began == 13)
  }

  @Test("A server goes on vacation whenever nobody waits, again and again")
  func multipleVacations() throws {
    let guests = [Guest(name: "a", at: 1, service: 1), Guest(name: "b", at: 20, service: 1)]
    let run = try HandWorked.desk(
      guests,
      absence: .vacations(length: .deterministic(4), repeats: .multiple)
    )
    #expect(
      run.stays(of: guests) == ["a": Stay(began: 4, left: 5), "b": Stay(began: 21, left: 22)]
    )
  }

  @Test("A server back from a single vacation stays")
  func singleVacation() throws {
    let guests = [
      Guest(name: "a", at: 0, service: 1), Guest(name: "b", at: 2, service: 1),
      Guest(name: "c", at: 20, service: 1),
    ]
    let run = try HandWorked.desk(
      guests,
      absence: .vacations(length: .deterministic(4), repeats: .single)
    )
    #expect(
      run.stays(of: guests) == [
        "a": Stay(began: 0, left: 1), "b": Stay(began: 5, left: 6), "c": Stay(began: 20, left: 21),
      ]
    )
    #expect(run.nodes[0].awayShare == 12.0 / 100)
  }
}
