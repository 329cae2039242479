import Foundation
import Testing

@testable import Experiments

@Suite("The cheapest plan")
struct GoalSeekTests {
  @Test("Hits alone are accepted after ln((1 - e) / e) / ln(good / bad) of them")
  func allHits() {
    // ln 19 / ln(0.97 / 0.9) = 39.3.
    var test = ChanceTest(bad: 0.9, good: 0.97, error: 0.05)
    #expect(test.fewestToAccept == 40)
    for _ in 0..<39 { test.add(hit: .hit) }
    #expect(test.verdict == .open)
    test.add(hit: .hit)
    #expect(test.verdict == .accepted)
  }

  @Test("Misses alone are refused after three")
  func allMisses() {
    // ln(0.03 / 0.1) = -1.204 each; ln 19 = 2.944.
    var test = ChanceTest(bad: 0.9, good: 0.97, error: 0.05)
    for _ in 0..<2 { test.add(hit: .miss) }
    #expect(test.verdict == .open)
    test.add(hit: .miss)
    #expect(test.verdict == .refused)
  }

  @Test("A chance at either end of the zone is misjudged no oftener than promised")
  func promise() {
    // 400 tests with an error of 5 %: at most 20 + 3 √(400 0.05 0.95) = 33 mistakes.
    var state: UInt64 = 7
    func wrong(_ chance: Double, _ mistake: ChanceTest.Verdict) -> Int {
      (0..<400).count { _ in
        var test = ChanceTest(bad: 0.7, good: 0.9, error: 0.05)
        while test.verdict == .open {
          state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          test.add(hit: Double(state >> 11) * 0x1p-53 < chance ? .hit : .miss)
        }
        return test.verdict == mistake
      }
    }
    #expect(wrong(0.9, .refused) <= 33)
    #expect(wrong(0.7, .accepted) <= 33)
  }

  @Test("The promising area holds what lies nearer to the best than to any other plan")
  func area() {
    let best = LeverPlan(steps: [2, 2])
    let area = PromisingArea(
      best: best,
      tried: [best, LeverPlan(steps: [4, 2])],
      counts: [6, 6]
    )
    #expect(area.contains(LeverPlan(steps: [0, 5])))
    #expect(area.contains(LeverPlan(steps: [3, 2])))
    #expect(!area.contains(LeverPlan(steps: [4, 3])))
    #expect(area.untriedNeighbours.count == 4)
    var turn = 0
    for _ in 0..<50 {
      let plan = area.plan { bound in
        turn += 1
        return turn * 31 % bound
      }
      #expect(area.contains(plan))
    }
  }
}
