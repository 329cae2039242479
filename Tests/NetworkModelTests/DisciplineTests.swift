import Engine
import NetworkModel
import Probability
import Testing

@Suite("Who goes next")
struct DisciplineTests {
  typealias Guest = HandWorked.Guest
  typealias Stay = HandWorked.Stay

  @Test(
    "At half use all orders wait one service on average, with the spread that theory knows",
    arguments: [
      (Discipline.firstInFirstOut, 4.0), (.random, 4 * 2 / 1.5), (.lastInFirstOut, 4 / 0.5),
    ]
  )
  func waits(_ discipline: Discipline, _ secondMoment: Double) throws {
    // M/M/1: E W² = 2ρ/(1-ρ)² first come first served, × 2/(2-ρ) in random order and × 1/(1-ρ) last
    // come first served (Cooper, Introduction to Queueing Theory, 3.4).
    let inputs = try SmallNetworks.station(
      rate: 0.5,
      service: .exponential(mean: 1),
      discipline: discipline,
      warmUp: 100,
      length: 6000
    )
    let runs = try SmallNetworks.run(inputs, replications: 12)
    let (mean, error) = SmallNetworks.estimate(runs) { ($0.nodes[0].all.waits.mean ?? .nan) / 1e6 }
    #expect(abs(mean - 1) <= 5 * error)
    let (square, spread) = SmallNetworks.estimate(runs) {
      let waits = $0.nodes[0].all.waits
      let (mean, sd) = ((waits.mean ?? .nan) / 1e6, (waits.standardDeviation ?? .nan) / 1e6)
      return mean * mean + sd * sd
    }
    #expect(abs(square - secondMoment) <= 5 * spread, "\(square) ± \(spread)")
  }

  @Test("Whoever comes last goes first at once: the mean stay forgets the shape of services")
  func lastComePreemptive() throws {
    let inputs = try SmallNetworks.station(
      rate: 0.6,
      service: .lognormal(mean: 1, cv: 2),
      discipline: .lastInFirstOut,
      preemption: .resume,
      warmUp: 200,
      length: 5000
    )
    let runs = try SmallNetworks.run(inputs, replications: 12)
    let (mean, error) = SmallNetworks.estimate(runs) {
      ($0.nodes[0].all.sojourns.mean ?? .nan) / 1e6
    }
    #expect(abs(mean - 1 / 0.4) <= 5 * error, "\(mean) ± \(error)")
  }

  @Test("An interrupted service goes on where it stopped, or begins again")
  func resumeAndRestart() throws {
    let guests = [Guest(name: "a", at: 0, service: 4), Guest(name: "b", at: 1, service: 1)]
    let resumed = try HandWorked.desk(guests, discipline: .lastInFirstOut, preemption: .resume)
    #expect(resumed.stays(of: guests)["a"] == Stay(began: 0, left: 5))
    let again = try HandWorked.desk(guests, discipline: .lastInFirstOut, preemption: .restart)
    #expect(again.stays(of: guests)["a"] == Stay(began: 0, left: 6))
    #expect(again.stays(of: guests)["b"] == Stay(began: 1, left: 2))
    #expect(again.nodes[0].all.interruptions == 1)
  }

  @Test("Of several servers the first to be free takes the urgent one")
  func urgentFirst() throws {
    let guests = [
      Guest(name: "a", at: 0, service: 4, priority: 2),
      Guest(name: "b", at: 0, service: 5, priority: 2),
      Guest(name: "c", at: 1, service: 2, priority: 2),
      Guest(name: "d", at: 2, service: 1, priority: 1),
    ]
    let stays = try HandWorked.desk(guests, servers: .count(2), discipline: .priority)
      .stays(of: guests)
    #expect(stays["d"] == Stay(began: 4, left: 5))
    #expect(stays["c"] == Stay(began: 5, left: 7))
  }

  @Test(
    "The urgent interrupt whoever came last of the least urgent",
    arguments: [(Preemption.resume, 6.0), (.restart, 7)]
  )
  func interrupted(_ preemption: Preemption, _ end: Double) throws {
    let guests = [
      Guest(name: "a", at: 0, service: 4, priority: 2),
      Guest(name: "b", at: 1, service: 4, priority: 2),
      Guest(name: "d", at: 2, service: 1, priority: 1),
    ]
    let stays = try HandWorked.desk(
      guests,
      servers: .count(2),
      discipline: .priority,
      preemption: preemption
    ).stays(of: guests)
    #expect(stays["a"] == Stay(began: 0, left: 4))
    #expect(stays["d"] == Stay(began: 2, left: 3))
    #expect(stays["b"] == Stay(began: 1, left: end))
  }

  @Test("Whoever is interrupted is past the end of their patience")
  func patienceEndsWithTheWait() throws {
    let guests = [
      Guest(name: "low", at: 0, service: 5, priority: 2, patience: 2),
      Guest(name: "high", at: 1, service: 10, priority: 1),
    ]
    let stays = try HandWorked.desk(guests, discipline: .priority, preemption: .resume)
      .stays(of: guests)
    #expect(stays["low"] == Stay(began: 0, left: 15))
  }

  @Test("Of those free the fastest server begins; work takes longer at a slow one")
  func unequalServers() throws {
    let guests = [
      Guest(name: "a", at: 0, service: 2), Guest(name: "b", at: 0, service: 2),
      Guest(name: "c", at: 1, service: 1),
    ]
    let servers: [ServerInputs] = [.init(id: "slow", speed: 0.5), .init(id: "fast", speed: 1)]
    let run = try HandWorked.desk(guests, servers: .each(servers), length: 10)
    #expect(run.stays(of: guests)["a"] == Stay(began: 0, left: 2))
    #expect(run.stays(of: guests)["b"] == Stay(began: 0, left: 4))
    #expect(run.stays(of: guests)["c"] == Stay(began: 2, left: 3))
    #expect(run.nodes[0].serverUse == [0.4, 0.3])
  }

  @Test("A server is kept free for the urgent, though somebody waits")
  func keptFree() throws {
    let guests = [
      Guest(name: "a", at: 0, service: 5), Guest(name: "b", at: 1, service: 1),
      Guest(name: "urgent", at: 2, service: 1),
    ]
    let stays = try HandWorked.desk(
      guests,
      servers: .count(2),
      keepFree: [("a", 1), ("b", 1)]
    ).stays(of: guests)
    #expect(stays["urgent"] == Stay(began: 2, left: 3))
    #expect(stays["b"] == Stay(began: 5, left: 6))
  }

  @Test("Without a place to wait, whoever needs a free server left over is refused")
  func keptFreeWithoutWaiting() throws {
    let guests = [
      Guest(name: "a", at: 0, service: 5), Guest(name: "b", at: 1, service: 1),
      Guest(name: "urgent", at: 2, service: 1),
    ]
    let stays = try HandWorked.desk(
      guests,
      servers: .count(2),
      keepFree: [("a", 1), ("b", 1)],
      room: .waiting(0)
    ).stays(of: guests)
    #expect(stays["urgent"] == Stay(began: 2, left: 3))
    #expect(stays["b"] == Stay(left: 1, ending: .refused))
  }

  @Test("A class that leaves servers free waits for that many and interrupts nobody")
  func keptFreeAndInterrupting() throws {
    let guests = [
      Guest(name: "a", at: 0, service: 10, priority: 2),
      Guest(name: "b", at: 0, service: 4, priority: 2),
      Guest(name: "c", at: 1, service: 2, priority: 1),
      Guest(name: "d", at: 2, service: 1, priority: 1),
    ]
    let stays = try HandWorked.desk(
      guests,
      servers: .count(2),
      discipline: .priority,
      preemption: .resume,
      keepFree: [("c", 1), ("d", 1)]
    ).stays(of: guests)
    #expect(stays["a"] == Stay(began: 0, left: 10))
    #expect(stays["c"] == Stay(began: 10, left: 12))
    #expect(stays["d"] == Stay(began: 12, left: 13))
  }

  @Test("A service of no time ends when it begins, and the next begins then")
  func noTime() throws {
    let guests = (0..<5).map { Guest(name: "g\($0)", at: 3, service: 0) }
    let run = try HandWorked.desk(guests)
    for guest in guests { #expect(run.stays(of: guests)[guest.name] == Stay(began: 3, left: 3)) }
    #expect(run.nodes[0].present.mean == 0)
  }
}
