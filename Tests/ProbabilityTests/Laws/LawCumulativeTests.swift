import Probability
import Testing

@Suite("Cumulative laws")
struct LawCumulativeTests {
  @Test("Known quantiles have their probability", arguments: KnownLaw.all)
  func quantiles(known: KnownLaw) throws {
    let law = try Law(known.law)
    for (share, value) in zip(KnownLaw.probabilities, known.quantiles) {
      let upTo = try #require(law.cumulative(value))
      if law.isWhole {
        // The law jumps past the share at the quantile.
        let before = try #require(law.cumulative(value - 1))
        #expect(before < share && share <= upTo)
      } else {
        #expect(abs(upTo - share) <= 1e-9 * share)
      }
    }
  }

  @Test("Below the support nothing lies, above it everything")
  func ends() throws {
    let laws: [Law] = [
      try .uniform(low: 2, high: 3), try .triangular(low: 2, mode: 3, high: 3),
      try .normal(mean: 0, sd: 1, low: 2, high: 3), try .beta(a: 2, b: 3, low: 2, high: 3),
      try .deterministic(2.5), try .empirical(values: [2, 3]),
      try .quantiles(probabilities: [0, 0.5, 1], values: [2, 2, 3]),
      try .uniform(low: 0, high: 1).shifted(by: 2),
    ]
    for law in laws {
      #expect(law.cumulative(1.999) == 0)
      #expect(law.cumulative(3) == 1)
    }
  }

  @Test("Mixtures, scaled laws and lists add up from their parts; a phase type has no formula")
  func composed() throws {
    let half = try Law.mixture([(0.5, .deterministic(1)), (0.5, .uniform(low: 2, high: 4))])
    #expect(half.cumulative(1) == 0.5)
    #expect(half.cumulative(3) == 0.75)
    #expect(try half.scaled(by: 10).cumulative(30) == 0.75)
    let list = try Law.empirical(values: [3, 1, 2], weights: [1, 1, 2])
    #expect(list.cumulative(2.5) == 0.75)
    let jump = try Law.quantiles(probabilities: [0, 0.25, 0.5, 1], values: [0, 5, 5, 6])
    #expect(jump.cumulative(4) == 0.2 && jump.cumulative(5) == 0.5 && jump.cumulative(5.5) == 0.75)
    let chain = try Law.phaseType(initial: [1], rates: [[-1]])
    #expect(chain.cumulative(1) == nil)
    #expect(try Law.mixture([(0.5, chain), (0.5, list)]).cumulative(1) == nil)
  }
}
