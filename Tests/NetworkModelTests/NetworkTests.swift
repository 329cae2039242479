import Engine
import NetworkModel
import Probability
import Testing

@Suite("Networks")
struct NetworkTests {
  private func expect(
    _ runs: [NetworkReadings],
    _ exact: Double,
    _ name: String,
    _ value: (NetworkReadings) -> Double
  ) {
    let (mean, error) = SmallNetworks.estimate(runs, value)
    #expect(abs(mean - exact) <= 5 * error, "\(name): \(mean) ± \(error), exact \(exact)")
  }

  @Test("One server at 80 % keeps four customers")
  func mm1() throws {
    let inputs = try SmallNetworks.station(rate: 0.8, service: .exponential(mean: 1))
    let runs = try SmallNetworks.run(inputs)
    expect(runs, 4, "L") { $0.nodes[0].present.mean ?? .nan }
    expect(runs, 0.8, "use") { $0.nodes[0].servers?.utilisation ?? .nan }
    expect(runs, 3.2, "Lq") { $0.nodes[0].all.meanWaiting }
    expect(runs, 0.8, "p wait") {
      Double($0.nodes[0].all.foundBusy) / Double($0.nodes[0].all.arrived)
    }
  }

  @Test("Five beds offered three erlangs refuse 11 %")
  func erlangB() throws {
    let inputs = try SmallNetworks.station(
      rate: 3,
      servers: .count(5),
      service: .lognormal(mean: 1, cv: 1.5),
      room: .places(5)
    )
    let runs = try SmallNetworks.run(inputs)
    expect(runs, Erlang.blocking(offered: 3, servers: 5), "blocking") {
      Double($0.all.refused) / Double($0.all.arrived)
    }
  }

  @Test("A server that is away 20 % of the time leaves 1.4 customers")
  func breakdown() throws {
    let inputs = try SmallNetworks.station(
      rate: 0.4,
      service: .exponential(mean: 1),
      absence: .breakdowns(
        up: .exponential(mean: 10),
        down: .exponential(mean: 2.5),
        interrupted: .resume
      )
    )
    let runs = try SmallNetworks.run(inputs)
    expect(runs, 1.4, "L") { $0.nodes[0].present.mean ?? .nan }
    expect(runs, 0.2, "away") { $0.nodes[0].awayShare }
    expect(runs, 0.4, "empty and available") { $0.nodes[0].idleAndAvailable }
  }

  @Test("Vacations of two time units lengthen the wait to 2.5")
  func vacations() throws {
    let inputs = try SmallNetworks.station(
      rate: 0.6,
      service: .exponential(mean: 1),
      absence: .vacations(length: .deterministic(2), repeats: .multiple)
    )
    let runs = try SmallNetworks.run(inputs)
    expect(runs, 2.5, "Wq") { ($0.nodes[0].all.waits.mean ?? .nan) / 1e6 }
  }
}
