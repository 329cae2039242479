import Testing

@testable import NetworkModel

@Suite("Hypercube without simulation")
struct HypercubeTests {
  @Test("The correction for dependence has the values Larson's formula gives")
  func corrections() {
    // N = 3, rho = 1/2: states of M/M/3 with a line at 1.5 erlangs; 14/19 and 12/19.
    let three = BusyUnits(units: 3, offered: 1.5, whenAllBusy: .waits)
    #expect(abs(three.correction(after: 0) - 1) < 1e-12)
    #expect(abs(three.correction(after: 1) - 14.0 / 19) < 1e-12)
    #expect(abs(three.correction(after: 2) - 12.0 / 19) < 1e-12)
    let ten = BusyUnits(units: 10, offered: 5, whenAllBusy: .waits)
    for (rank, value) in [(1, 0.89691), (2, 0.86342), (3, 0.89108), (4, 0.98327)] {
      #expect(abs(ten.correction(after: rank) - value) < 5e-6)
    }
  }

  @Test("Equal units that share all calls alike are equally busy, and Erlang's loss is exact")
  func symmetric() throws {
    // Exact hypercube of three units and three atoms: `Hypercube-loss-symmetric` of the cases.
    let answer = try HypercubeApproximation(
      rates: [0.2, 0.2, 0.2],
      mission: 2,
      order: [[0, 1, 2], [1, 2, 0], [2, 0, 1]],
      whenAllBusy: .lost
    )
    #expect(abs(answer.allBusy - 0.08977556109726) < 1e-12)
    for workload in answer.workloads { #expect(abs(workload - 0.3640897755611) < 1e-9) }
    for (atom, exact) in [0.2328767123288, 0.07305936073059, 0.02739726027397].enumerated() {
      // Of all answered calls; a third of the calls are of each atom.
      let found = answer.shares[0][atom] / 3 / (1 - answer.allBusy)
      #expect(abs(found - exact) < 1e-9)
    }
  }

  @Test("Unequal atoms come out within two points of the exact hypercube")
  func asymmetric() throws {
    let answer = try HypercubeApproximation(
      rates: [0.3, 0.25, 0.2],
      mission: 2,
      order: [[0, 1, 2], [1, 2, 0], [2, 1, 0]],
      whenAllBusy: .lost
    )
    #expect(abs(answer.allBusy - 0.134328358209) < 1e-12)
    let exact = [0.4302500237665, 0.4589970704486, 0.4092603684714]
    // Larson reports errors of a point or two; here they are below half a point.
    for (found, known) in zip(answer.workloads, exact) { #expect(abs(found - known) < 0.005) }
    for shares in answer.shares {
      #expect(abs(shares.reduce(0, +) + answer.allBusy - 1) < 1e-12)
    }
    let calls = 0.75 * (1 - answer.allBusy)
    let own = [0.3 * answer.shares[0][0], 0.25 * answer.shares[1][1], 0.2 * answer.shares[2][2]]
    for (found, known) in zip(own, [0.2632637821217, 0.2083172199997, 0.1819749669536]) {
      #expect(abs(found / calls - known) < 0.01)
    }
  }

  @Test("A single unit is busy as often as calls keep it busy")
  func single() throws {
    let answer = try HypercubeApproximation(
      rates: [0.1, 0.3],
      mission: 1.5,
      order: [[0], [0]],
      whenAllBusy: .waits
    )
    #expect(abs(answer.workloads[0] - 0.6) < 1e-12)
    #expect(abs(answer.allBusy - 0.6) < 1e-12)
  }

  @Test("More calls than the units can answer have no steady state")
  func overloaded() {
    #expect(throws: HypercubeApproximation.Refusal.overloaded(erlangs: 2, units: 2)) {
      try HypercubeApproximation(
        rates: [2],
        mission: 1,
        order: [[0, 1]],
        whenAllBusy: .waits
      )
    }
  }
}
