import Glibc
import Testing

@testable import Probability

@Suite("Draws from a table of laws")
struct LawSamplingTests {
  @Test("A simple law in a table gives the very number it gives alone")
  func sameBits() throws {
    let simple: [Distribution] = [
      try .exponential(mean: 4), try .lognormal(mean: 8, sd: 12), try .gamma(shape: 0.4, scale: 5),
      try .weibull(scale: 10, shape: 0.8), try .uniform(low: 2, high: 9),
      try .triangular(low: 2, mode: 5, high: 14), try .deterministic(3),
      try .hyperexponential(weights: [9, 1], means: [0.5, 5.5]),
    ]
    var streams = RandomStreams(seed: 4, replication: 1)
    var table = LawTable()
    for law in simple {
      let id = table.add(Law(law))
      for entity in 0..<UInt64(100) {
        let address = DrawAddress(purpose: 6, entity: entity)
        #expect(streams.draw(id, from: table, at: address) == streams.draw(law, at: address))
      }
    }
  }

  @Test("Draws follow their cumulative law: Kolmogorov's distance over 100000 draws")
  func kolmogorov() throws {
    let tail = { (x: Double) in erfc(x / 2.0.squareRoot()) / 2 }
    let cases: [(Law, (Double) -> Double)] = [
      (try .pareto(shape: 1.5, minimum: 2), { 1 - pow(2 / $0, 1.5) }),
      (try .loglogistic(shape: 5, scale: 20), { 1 / (1 + pow($0 / 20, -5)) }),
      (try .beta(a: 2, b: 1, low: -1, high: 1), { ($0 + 1) * ($0 + 1) / 4 }),
      (
        try .normal(mean: 10, sd: 3, low: 0, high: 12),
        { (tail((0 - 10) / 3) - tail(($0 - 10) / 3)) / (tail(-10.0 / 3) - tail(2.0 / 3)) }
      ),
      // Five standard deviations out on either side.
      (try .normal(mean: 0, sd: 2, low: 10), { 1 - tail($0 / 2) / tail(5) }),
      (try .normal(mean: 0, sd: 2, low: -.infinity, high: -10), { tail(-$0 / 2) / tail(5) }),
      (
        try .hyperexponential(weights: [0.2, 0.3, 0.5], rates: [1, 0.5, 0.1]),
        { 1 - 0.2 * exp(-$0) - 0.3 * exp(-$0 / 2) - 0.5 * exp(-$0 / 10) }
      ),
      // One phase that may repeat itself through a second: an exponential of a third of the rate.
      (
        try .phaseType(initial: [0.5, 0.5], rates: [[-2, 1], [1, -2]]), { 1 - exp(-$0) }
      ),
      (
        try .erlang(shape: 2, rate: 0.5), { 1 - exp(-$0 / 2) * (1 + $0 / 2) }
      ),
      (
        try .quantiles(probabilities: [0, 0.2, 1], values: [0, 10, 12]),
        { $0 < 10 ? $0 / 50 : 0.2 + ($0 - 10) * 0.4 }
      ),
    ]
    for (index, (law, cumulative)) in cases.enumerated() {
      #expect(LawSample(law).distance(from: cumulative) < 2.7, "case \(index)")
    }
  }

  @Test("Listed values come by weight, and never with weight 0")
  func lists() throws {
    let weighted = try Law.empirical(
      values: [10, 20, 30, 40, 50, 60],
      weights: [0, 1, 2, 3, 0, 4]
    )
    let even = try Law.empirical(values: [3, 1, 2, 2])
    let counts = { (law: Law, values: [Double]) in
      let draws = LawSample(law).draws
      return values.map { value in Double(draws.count { $0 == value }) }
    }
    let size = Double(LawSample.size)
    let found = counts(weighted, [10, 50, 20, 30, 40, 60])
    #expect(found[0] == 0 && found[1] == 0)
    #expect(weighted.support == 20...60)
    for (count, share) in zip(found[2...], [0.1, 0.2, 0.3, 0.4]) {
      #expect(abs(count / size - share) <= 5 * (share * (1 - share) / size).squareRoot())
    }
    for (count, share) in zip(counts(even, [1, 2, 3]), [0.25, 0.5, 0.25]) {
      #expect(abs(count / size - share) <= 5 * (share * (1 - share) / size).squareRoot())
    }
  }

  @Test("A value of weight one in a billion is drawn as rarely as that, not never")
  func smallWeights() throws {
    // Exact in the running shares: the second value begins 1e-9 below 1.
    let law = try Law.empirical(values: [0, 1], weights: [1 - 1e-9, 1e-9])
    #expect(abs(law.mean - 1e-9) < 1e-24)
    var table = LawTable()
    let id = table.add(law)
    #expect(draw(id, table, words: .max) == 1)
    #expect(draw(id, table, words: .max - 8) == 0)
  }

  @Test("The most extreme words give a finite draw inside the support", arguments: [0, UInt32.max])
  func extremes(word: UInt32) throws {
    var laws = try KnownLaw.all.map { try Law($0.law) }
    laws += [
      try .pareto(shape: 1.001, minimum: 1), try .loglogistic(shape: 1.001, scale: 1),
      try .weibull(scale: 1, shape: 0.02), try .lognormal(mu: 0, sigma: 20),
      try .beta(a: 1e-6, b: 1e-6), try .beta(a: 1e12, b: 1e12), try .beta(a: 1e-6, b: 1e12),
      try .gamma(mean: 1, cv: 1e6), try .gamma(mean: 1, cv: 1e-9),
      try .hyperexponential(mean: 1, cv: 1e6), try .geometric(mean: 1e12), try .geometric(mean: 1),
      try .poisson(mean: 1e9), try .poisson(mean: 1e-300),
      try .binomial(trials: 1e9, probability: 1),
      try .negativeBinomial(successes: 1e-3, probability: 1e-7),
      try .normal(mean: 0, sd: 1, low: 5.9),
      try .normal(mean: 0, sd: 1, low: -.infinity, high: -5.9),
      try .quantiles(probabilities: [0, 1e-300, 1], values: [-1e300, 0, 1e300]),
      try .empirical(values: [1, 2], weights: [1e-300, 1]), try .empirical(values: [5]),
      try .phaseType(initial: [0, 1], rates: [[-1, 1], [0.999_99, -1]]),
      try .mixture([
        (0, .deterministic(-1)), (1, .erlang(shape: 1e6, mean: 1)), (0, .deterministic(9)),
      ]),
    ]
    for law in laws {
      var table = LawTable()
      let id = table.add(law)
      let drawn = draw(id, table, words: word)
      #expect(drawn.isFinite && law.support.contains(drawn), "\(law)")
    }
  }

  @Test("A row is five words, and a law's place one")
  func layout() {
    #expect(MemoryLayout<LawTable.Row>.stride == 40)
    #expect(MemoryLayout<LawID>.size == 4)
  }

  /// One draw whose first four words all have one value; what follows is as random as ever.
  private func draw(_ id: LawID, _ table: LawTable, words: UInt32) -> Double {
    var streams = RandomStreams(seed: 9, replication: 0)
    streams.select(DrawAddress(purpose: 1, entity: 1))
    // The state lives as long as `streams`; its block is spent in the order of the words.
    unsafe streams.state.pointee.block = SIMD4(repeating: words)
    unsafe streams.state.pointee.spent = 0
    return streams.next(id, from: table)
  }
}
