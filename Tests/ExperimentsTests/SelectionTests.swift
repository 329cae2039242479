import Testing

@testable import Experiments

@Suite("Choosing the best")
struct SelectionTests {
  @Test("A tie for the best gets a finite part of the budget, equal to its rival's at equal spread")
  func tie() {
    let parts = OCBA.allocation(means: [1, 1, 3], deviations: [2, 2, 2], budget: 900)
    #expect(parts.allSatisfy { $0.isFinite && $0 > 0 })
    #expect(abs(parts.reduce(0, +) - 900) < 1e-9)
    #expect(parts[1] >= parts[2])
    let equal = OCBA.allocation(means: [1, 1, 1], deviations: [2, 2, 2], budget: 900)
    #expect(equal[1] == equal[2] && equal[0] > 0)
  }

  @Test("Systems without any spread are told apart after a second look, and it is told")
  func certain() {
    let procedure = KimNelson(systems: 3, first: 2, indifference: 0.5)
    let race = procedure.best { system, _ in Double(system) }
    #expect(race.best == 2 && race.replications == 4 && race.observations == 12)
    #expect(race.unvaried == [0, 1] && race.eliminations.map(\.replications) == [4, 4])
  }

  @Test("A pair that did not vary at first is judged by the spread that shows at the second look")
  func rareDifferences() {
    // The second counts a rare event that the first ten replications do not have, against 0.1 in each;
    // then it is 0.9 in every second one. After twenty its mean is 0.225, and W is δ / 40 (541 - 20) =
    // 0.65, so that none is dropped.
    let procedure = KimNelson(systems: 2, first: 10, indifference: 0.05, confidence: 0.95)
    var race = KimNelsonRace(
      procedure,
      pilot: [Array(repeating: 0.1, count: 10), Array(repeating: 0, count: 10)]
    )
    #expect(!race.isOver && race.nextElimination == 20)
    for replication in 10..<20 {
      #expect(race.alive == [0, 1] && !race.isOver)
      race.add([0.1, replication.isMultiple(of: 2) ? 0.9 : 0])
    }
    #expect(race.alive == [0, 1] && !race.isOver && race.unvaried.isEmpty)
    // h² is 9 (0.1^(-2/9) - 1) = 6.013, and the variance of the later ten 10/9 · 0.45².
    let reach = procedure.h2 * (10.0 / 9 * 0.45 * 0.45) / (0.05 * 0.05)
    #expect(race.limits == [Int(reach), Int(reach)])
  }

  @Test("Digits beyond the tenth are no spread")
  func rounding() {
    let procedure = KimNelson(systems: 2, first: 3, indifference: 0.01)
    let race = procedure.best { system, replication in
      let common = 0.6 + 0.001 * Double(replication)
      return system == 0 ? common : common + 0.02
    }
    #expect(race.best == 1 && race.replications == 6 && race.unvaried == [0])
  }

  @Test("A tie ends the race once nothing can tell the two apart, whatever the others needed")
  func tieOfTheBest() {
    // The third trails by 100,000 and swings by 100: it is dropped at once, though its pairs could
    // have needed 4 (0.05^(-1/2) - 1) 1.2 · 99² = 163,000 replications.
    let procedure = KimNelson(systems: 3, first: 5, indifference: 1)
    let race = procedure.best { system, replication in
      let swing = replication.isMultiple(of: 2) ? 1.0 : -1
      return system == 2 ? -100_000 + 100 * swing : swing
    }
    #expect(race.alive == [0, 1] && race.best == 0)
    // The two never differ, which is believed after a second look.
    #expect(race.eliminations.map(\.replications) == [5])
    #expect(race.replications == 10 && race.limits[0] > 10_000)
  }

  @Test("While the means stay, the next system is dropped when it was foretold")
  func nextElimination() {
    // Differences 0, 1, 0, 1: mean 0.5, variance 1/3. h² = 3 (0.1^(-2/3) - 1) = 10.925, so that
    // W < 0.5 from δ (h² / 3 / δ²) / (2 · 0.5 + δ) = 33.1 on.
    let procedure = KimNelson(systems: 2, first: 4, indifference: 0.1)
    var race = KimNelsonRace(procedure, pilot: [[0, 0, 0, 0], [0, 1, 0, 1]])
    #expect(race.nextElimination == 34)
    while !race.isOver {
      #expect(race.nextElimination == 34)
      race.add([0, 0.5])
    }
    #expect(race.replications == 34 && race.best == 1)
  }

  @Test("The best is chosen at least as often as promised")
  func promise() {
    // Three systems with standard normal luck, the best ahead by the indifference zone: at 90 %,
    // 200 choices must hold at least 180 - 3 √(200 0.9 0.1) = 167 right ones.
    let procedure = KimNelson(systems: 3, first: 5, indifference: 1, confidence: 0.9)
    var luck = Luck(state: 1)
    let right = (0..<200).count { _ in
      procedure.best { system, _ in (system == 1 ? 1 : 0) + luck.normal() }.best == 1
    }
    #expect(right >= 167)
  }

  @Test("The best is among those that stay at least as often as promised; the far ones go")
  func subset() {
    // Five systems under common luck, 0.3 standard deviations between neighbours; at 90 %, 400
    // subsets must hold at least 360 - 3 √(400 0.9 0.1) = 342 times the best.
    var luck = Luck(state: 7)
    var (held, far) = (0, 0)
    for _ in 0..<400 {
      let common = (0..<12).map { _ in luck.normal() }
      let answers = (0..<5).map { system in
        common.map { Optional($0 + 0.3 * Double(system) + 0.5 * luck.normal()) }
      }
      let kept = BestSubset.survivors(answers, level: 0.9)
      if kept.contains(4) { held += 1 }
      if kept.contains(0) { far += 1 }
    }
    #expect(held >= 342)
    #expect(far < 40)
  }

  @Test("A system that was measured once is never ruled out, and equal ones all stay")
  func undecided() {
    #expect(BestSubset.survivors([[1, 2, nil], [nil, nil, 0], [1, 2, 3]]) == [0, 1, 2])
    #expect(BestSubset.survivors([[1, 2, 3], [2, 3, 4], [2, 3, 4]]) == [1, 2])
    #expect(BestSubset.survivors([[5, 6]]) == [0])
  }

  /// A fair sequence: the sum of twelve uniforms less six is nearly normal.
  private struct Luck {
    var state: UInt64

    mutating func normal() -> Double {
      (0..<12).reduce(-6) { sum, _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return sum + Double(state >> 11) * 0x1p-53
      }
    }
  }
}
