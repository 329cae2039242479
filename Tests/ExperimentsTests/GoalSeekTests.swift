import Foundation
import Probability
import Testing

@testable import Experiments

@Suite("The cheapest plan")
struct GoalSeekTests {
  @Test("Hits alone are accepted after ln((1 - e) / e) / ln(good / bad) of them")
  func allHits() {
    // ln 19 / ln(0.97 / 0.9) = 39.3.
    var test = ChanceTest(IndifferenceZone(bad: 0.9, good: 0.97, error: 0.05))
    #expect(test.fewestToAccept == 40)
    for _ in 0..<39 { test.add(hit: .hit) }
    #expect(test.verdict == .open)
    test.add(hit: .hit)
    #expect(test.verdict == .accepted)
  }

  @Test("Misses alone are refused after three")
  func allMisses() {
    // ln(0.03 / 0.1) = -1.204 each; ln 19 = 2.944.
    var test = ChanceTest(IndifferenceZone(bad: 0.9, good: 0.97, error: 0.05))
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
        var test = ChanceTest(IndifferenceZone(bad: 0.7, good: 0.9, error: 0.05))
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

  @Test("Margins many spreads above 0 are accepted at the first look, and below 0 refused")
  func clearMargins() {
    var good = MarginTest(IndifferenceZone(bad: 0.9, good: 0.97, error: 0.05))
    var bad = good
    for margin in [0.020, 0.021, 0.019, 0.0205] {
      #expect(good.verdict == .open && bad.verdict == .open)
      good.add([margin, 0.5 + margin])
      bad.add([-margin, 0.5 + margin])
    }
    #expect(good.verdict == .accepted)
    #expect(bad.verdict == .refused)
    #expect(good.chance().low > 0.95 && bad.chance().high < 0.05)
  }

  @Test("Margins that do not vary are counted: four equal years promise nothing")
  func constantMargins() {
    // Half of the error is for counting: ln 39 / ln(0.97 / 0.9) = 48.9.
    var test = MarginTest(IndifferenceZone(bad: 0.9, good: 0.97, error: 0.05))
    for _ in 0..<48 { test.add([0]) }
    #expect(test.verdict == .open && test.basis == .hits)
    // All of n hits: the lower end is 0.025^(1/n), 0.93 for 48.
    #expect(abs(test.chance().low - pow(0.025, 1.0 / 48)) < 1e-6)
    #expect(test.chance().high == 1)
    test.add([0])
    #expect(test.verdict == .accepted)
  }

  @Test("A margin far above 0 does not speak for one that does not vary beside it")
  func constantBesideClear() {
    var test = MarginTest(IndifferenceZone(bad: 0.9, good: 0.97, error: 0.05))
    for margin in [0.020, 0.021, 0.019, 0.0205] { test.add([margin, 0]) }
    #expect(test.verdict == .open && test.basis == .hits)
  }

  @Test("Equal misses are refused at the first look, by counting")
  func constantMisses() {
    // Each miss costs ln(0.1 / 0.03) = 1.204: four refuse, being more than ln 39 = 3.664 together.
    var test = MarginTest(IndifferenceZone(bad: 0.9, good: 0.97, error: 0.05))
    for _ in 0..<3 { test.add([-0.01]) }
    #expect(test.verdict == .open)
    test.add([-0.01])
    #expect(test.verdict == .refused && test.basis == .hits)
  }

  @Test("A plan that misses by a hair in one year of three is not accepted for its equal years")
  func rareMisses() {
    // Each miss costs ln(0.1 / 0.03) = 1.204, each hit brings ln(0.97 / 0.9) = 0.0749: a miss among
    // three loses 1.05, so that twelve years refuse (ln 39 = 3.664).
    var test = MarginTest(IndifferenceZone(bad: 0.9, good: 0.97, error: 0.05))
    for year in 0..<64 { test.add([year % 3 == 2 ? -0.001 : 0]) }
    #expect(test.verdict == .refused)
  }

  @Test("A few ties among margins that vary leave the judgement to their sizes")
  func ties() {
    var test = MarginTest(IndifferenceZone(bad: 0.9, good: 0.97, error: 0.05))
    for margin in [0.020, 0.021, 0.020, 0.0205] { test.add([margin]) }
    #expect(test.basis == .sizes && test.verdict == .accepted)
    var mostly = MarginTest(test.zone)
    for margin in [0.020, 0.020, 0.020, 0.0205] { mostly.add([margin]) }
    #expect(mostly.basis == .hits && mostly.verdict == .open)
  }

  @Test("A chance inside the interval of its margins is not missed oftener than promised")
  func marginPromise() {
    // 200 tests at each end with an error of 5 %: at most 10 + 3 √(200 0.05 0.95) = 19 mistakes.
    var state: UInt64 = 11
    func uniform() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (Double(state >> 11) + 0.5) * 0x1p-53
    }
    func wrong(_ chance: Double, _ mistake: ChanceTest.Verdict) -> Int {
      (0..<200).count { _ in
        var test = MarginTest(IndifferenceZone(bad: 0.7, good: 0.9, error: 0.05))
        while test.verdict == .open, test.margins.count < 64 {
          test.add([Normal.quantile(uniform()) + Normal.quantile(chance)])
        }
        return test.verdict == mistake
      }
    }
    #expect(wrong(0.9, .refused) <= 19)
    #expect(wrong(0.7, .accepted) <= 19)
  }

  @Test("Passing from sizes to counting promises as much as either way alone")
  func mixedPromise() {
    // Each year the margin is a miss of one size with 30 %, else one of three hits: so coarse that some
    // tests count, some go by sizes and some pass over. 400 tests of a chance of 70 % with an error of
    // 5 %: at most 20 + 3 √(400 0.05 0.95) = 33 mistakes.
    var state: UInt64 = 5
    func uniform() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (Double(state >> 11) + 0.5) * 0x1p-53
    }
    var passed = 0
    let wrong = (0..<400).count { _ in
      var test = MarginTest(IndifferenceZone(bad: 0.7, good: 0.9, error: 0.05))
      var bases: Set<MarginTest.Basis> = []
      while test.verdict == .open, test.margins.count < 200 {
        let draw = uniform()
        test.add([draw < 0.3 ? -1 : draw < 0.5 ? 0.5 : draw < 0.8 ? 1 : 1.5])
        if test.margins.count >= MarginTest.firstLook { bases.insert(test.basis) }
      }
      if bases.count == 2 { passed += 1 }
      return test.verdict == .accepted
    }
    #expect(passed > 100, "many pass over")
    #expect(wrong <= 33)
  }

  @Test("The target that binds is reached the most seldom, or missed by the most")
  func binding() {
    func finalist(_ reached: [Int], _ margins: [Double]) -> LeverOutcome.Finalist {
      LeverOutcome.Finalist(
        levels: [],
        cost: 1,
        runs: 4,
        reached: reached.min() ?? 0,
        chance: ShareInterval(low: 0, high: 1),
        verdict: .refused,
        test: .margins,
        margins: margins.map { Estimate(mean: $0, halfWidth: 0.01, n: 4) },
        reachedEach: reached
      )
    }
    let seldom = finalist([4, 0], [0.1, -0.04])
    let never = finalist([0, 4], [-0.02, 0.3])
    #expect(seldom.binding == 1)
    #expect(never.binding == 0)
    #expect(finalist([0, 0], [-0.02, -0.03]).binding == 1)
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
