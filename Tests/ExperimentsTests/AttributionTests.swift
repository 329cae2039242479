import Foundation
import Probability
import Testing

@testable import Experiments

@Suite("Who gains what")
struct AttributionTests {
  @Test("Gloves: two left hands share what the one right hand leaves them")
  func gloves() {
    // A pair is worth 1: parts 0 and 1 are left gloves, part 2 is right. Shapley: 1/6, 1/6, 2/3.
    let shares = Shapley.values(parts: 3) { set in
      set & 0b100 != 0 && set & 0b011 != 0 ? 1 : 0
    }
    for (share, exact) in zip(shares, [1.0 / 6, 1.0 / 6, 2.0 / 3]) {
      #expect(abs(share - exact) < 1e-15)
    }
  }

  @Test("A bundle of one part gains what the part gains")
  func alone() {
    #expect(Shapley.values(parts: 1) { $0 == 1 ? 5 : 2 } == [3])
  }

  @Test("Sobol's indices of a sum are the terms' shares of the variance")
  func sum() throws {
    // y = 3 a + 4 b on [0, 1]²: variances 9 and 16 twelfths, so 0.36 and 0.64.
    let n = 4096
    func point(_ i: Int, _ root: Double) -> Double {
      (Double(i) * root).truncatingRemainder(dividingBy: 1)
    }
    // Four irrational roots fill the unit cube evenly.
    let columns = [2.0, 3, 5, 7].map { root in (1...n).map { point($0, root.squareRoot()) } }
    func y(_ a: Int, _ b: Int) -> [Double] {
      (0..<n).map { 3 * columns[a][$0] + 4 * columns[b][$0] }
    }
    let found = try #require(
      SobolIndices(one: y(0, 1), other: y(2, 3), mixed: [y(2, 1), y(0, 3)])
    )
    for (indices, name) in [(found.first, "first"), (found.total, "total")] {
      #expect(abs(indices[0] - 0.36) < 0.02, "\(name)")
      #expect(abs(indices[1] - 0.64) < 0.02, "\(name)")
    }
    let given = try #require(
      GivenDataIndices(
        (0..<n).map { [columns[0][$0], columns[1][$0], columns[2][$0]] },
        answers: y(0, 1),
        deals: 20,
        seed: 7
      )
    )
    let first = given.first
    #expect(abs(first[0] - 0.36) < 0.02 && abs(first[1] - 0.64) < 0.02 && first[2] < 0.02)
  }

  @Test("In one design of twenty an input passes what chance gives, if none of three matters")
  func chance() throws {
    // 400 answers that know nothing of their inputs: passing is binomial, 20 expected, error 4.36.
    func number(_ place: Int) -> Double { Double(SplitMix64.mix(UInt64(place)) >> 11) }
    var passed = 0
    for study in 0..<400 {
      let points = (0..<24).map { point in
        (0..<3).map { number((study * 64 + point) * 4 + $0) }
      }
      let answers = (0..<24).map { pow(number((study * 64 + $0) * 4 + 3), 2) }
      let found = try #require(
        GivenDataIndices(points, answers: answers, deals: 200, seed: UInt64(study))
      )
      if found.first.contains(where: { $0 > found.chance }) { passed += 1 }
    }
    #expect(abs(Double(passed) - 20) < 4 * 4.36, "\(passed) of 400")
  }

  @Test("Every order of a few observations is dealt equally often")
  func orders() {
    var shuffle = Shuffle(seed: 11)
    let deals = (0..<6000).map { shuffle.order(of: 3, deal: $0) }
    let counts = Dictionary(grouping: deals) { $0 }.mapValues(\.count)
    #expect(counts.count == 6)
    // Chi-squared with 5 degrees of freedom: 20.5 is passed once in a thousand.
    let squares = counts.values.reduce(0.0) { $0 + pow(Double($1) - 1000, 2) / 1000 }
    #expect(squares < 20.5, "\(counts)")
  }

  @Test("Morris's paths move each input once, and a straight line has one effect everywhere")
  func screening() {
    var turn = 0
    let paths = (0..<4).map { _ in
      MorrisScreening.path(inputs: 3) { bound in
        turn += 1
        return turn * 7919 % bound
      }
    }
    for path in paths {
      #expect(path.count == 4)
      #expect(path.joined().allSatisfy { (0...1).contains($0) })
      for input in 0..<3 {
        #expect(zip(path, path.dropFirst()).count { $0[input] != $1[input] } == 1)
      }
    }
    let answers = paths.map { $0.map { 2 * $0[0] - 5 * $0[1] } }
    let effects = MorrisScreening.effects(paths: paths, answers: answers)
    for (effect, exact) in zip(effects, [2.0, -5, 0]) {
      #expect(abs(effect.mean - exact) < 1e-12 && abs(effect.absoluteMean - abs(exact)) < 1e-12)
      #expect(effect.deviation < 1e-12)
    }
  }

  @Test("One of four who has everything: Gini 3/4, Theil ln 4")
  func everything() throws {
    let (values, people) = ([0.0, 0, 0, 8], [Double](repeating: 1, count: 4))
    #expect(Inequality.gini(values, weights: people) == 0.75)
    #expect(abs(try #require(Inequality.theil(values, weights: people)) - log(4)) < 1e-12)
    #expect(Inequality.gini([3, 3], weights: [1, 9]) == 0)
    #expect(Inequality.theil([3, 3], weights: [1, 9]) == 0)
  }

  @Test("Care that gathers among the poor has a concentration index below zero")
  func concentration() throws {
    // The poorer half has three quarters: area 1/2 (3/8 + 7/8) = 5/8, so 1 - 10/8 = -1/4.
    let found = try #require(
      Inequality.concentration([3, 1], weights: [1, 1], rankedBy: [10, 20])
    )
    #expect(abs(found + 0.25) < 1e-15)
  }

  @Test("A control that is the measure itself leaves no doubt at all")
  func control() throws {
    let luck = [1.0, -2, 0.5, 3, -1, 0.25]
    let found = try #require(
      ControlVariate(luck.map { 10 + 2 * $0 }, control: luck, expectation: 0)
    )
    #expect(abs(found.estimate.mean - 10) < 1e-12 && abs(found.coefficient - 2) < 1e-12)
    #expect(found.varianceRatio < 1e-20)
  }

  @Test("The bootstrap's interval is the same every time, and BCa leans with the skew")
  func bootstrap() throws {
    let values: [Double] = [1, 1, 1, 2, 2, 3, 4, 6, 9, 30]
    func mean(_ places: [Int]) -> Double {
      places.reduce(0) { $0 + values[$1] } / Double(places.count)
    }
    let one = try #require(Bootstrap(count: 10, seed: 3, of: mean))
    let other = try #require(Bootstrap(count: 10, seed: 3, of: mean))
    #expect(one == other)
    let (plain, leaning) = (one.percentileInterval(), one.bcaInterval())
    #expect(plain.contains(5.9) && leaning.contains(5.9))
    #expect(leaning.upperBound > plain.upperBound)
  }
}
