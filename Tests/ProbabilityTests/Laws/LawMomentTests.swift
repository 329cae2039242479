import Glibc
import Probability
import Testing

@Suite("Moments and samples of every law")
struct LawMomentTests {
  @Test("A law states the mean, variance and skewness of the table", arguments: KnownLaw.all)
  func stated(known: KnownLaw) throws {
    let law = try Law(known.law)
    let sd = try #require(law.standardDeviation)
    let third = try #require(law.thirdMoment)
    #expect(abs(law.mean - known.mean) <= 1e-11 * known.mean)
    #expect(abs(sd * sd - known.variance) <= 1e-10 * known.variance)
    let cubed = third - 3 * law.mean * sd * sd - law.mean * law.mean * law.mean
    // The table prints twelve digits; the subtraction loses some of ours.
    #expect(abs(cubed / (sd * sd * sd) - known.skewness) <= 1e-8 * max(1, abs(known.skewness)))
  }

  @Test(
    "Its draws have that mean, and the table's quantiles, within 5 standard errors",
    arguments: KnownLaw.all
  )
  func drawn(known: KnownLaw) throws {
    let law = try Law(known.law)
    let sample = LawSample(law)
    let root = Double(LawSample.size).squareRoot()
    #expect(abs(sample.mean - known.mean) <= 5 * known.variance.squareRoot() / root)
    #expect(sample.draws.allSatisfy(law.support.contains))
    for (probability, quantile) in zip(KnownLaw.probabilities, known.quantiles) {
      let error = 5 * (probability * (1 - probability)).squareRoot() / root
      // A law of whole numbers jumps at its quantile; another law does not.
      let before = law.isWhole ? quantile - 1 : quantile * (1 - 1e-11)
      #expect(sample.share(atMost: before) <= probability + error)
      #expect(sample.share(atMost: quantile * (1 + 1e-11)) >= probability - error)
    }
    // Only where the fourth moment, on which the error rests, is itself no rarity.
    if known.skewness < 6 {
      #expect(abs(sample.variance - known.variance) <= 5 * sample.errorOfVariance)
    }
  }

  @Test("Stages, branches and pieces have the moments of their parts")
  func compound() throws {
    let chain = try Law.phaseType(
      initial: [1, 0, 0],
      rates: [[-0.5, 0.5, 0], [0, -0.5, 0.5], [0, 0, -0.5]]
    )
    let erlang = try Law.erlang(shape: 3, mean: 6)
    expectSame(chain, erlang)
    let three = try Law.hyperexponential(weights: [0.2, 0.3, 0.5], means: [1, 2, 4])
    // 0.2 + 0.6 + 2; twice 0.2 + 1.2 + 8; six times 0.2 + 2.4 + 32.
    #expect(abs(three.mean - 2.8) < 1e-14)
    #expect(abs(try #require(three.standardDeviation) - (18.8 - 2.8 * 2.8).squareRoot()) < 1e-14)
    #expect(abs(try #require(three.thirdMoment) - 207.6) < 1e-12)
    expectSame(
      three,
      try .mixture([
        (0.2, .exponential(mean: 1)), (0.3, .exponential(mean: 2)), (0.5, .exponential(rate: 0.25)),
      ])
    )
    expectSame(
      try .quantiles(probabilities: [0, 0.25, 1], values: [2, 4, 4]),
      try .mixture([(0.25, .uniform(low: 2, high: 4)), (0.75, .deterministic(4))])
    )
    let frequent = (1 + (1.25 / 3.25).squareRoot()) / 2
    expectSame(
      try .hyperexponential(mean: 1, cv: 1.5),
      // Each branch carries half of the mean.
      try .mixture([
        (frequent, .exponential(mean: 0.5 / frequent)),
        (1 - frequent, .exponential(mean: 0.5 / (1 - frequent))),
      ])
    )
    let moved = try Law.gamma(mean: 4, sd: 2).scaled(by: 3).shifted(by: 5)
    #expect(moved.mean == 17 && moved.standardDeviation == 6 && moved.support == 5...(.infinity))
    let flat = try Law.beta(a: 1, b: 1, low: 2, high: 8)
    expectSame(flat, try .uniform(low: 2, high: 8))
    #expect(abs(LawSample(moved).mean - 17) < 5 * 6 / Double(LawSample.size).squareRoot())
  }

  @Test("A narrow slice of a normal law has the moments of its density")
  func narrowSlice() throws {
    // Over a width of one millionth the density is a straight line: the mean lies
    // -x width^2 / 12 from the centre x, and the variance is width^2 / 12.
    let law = try Law.normal(mean: 0, sd: 1, low: 2, high: 2.000_001)
    let centre = 2.000_000_5
    #expect(abs((law.mean - centre) + centre * 1e-12 / 12) < 1e-15)
    #expect(abs(try #require(law.standardDeviation) - 1e-6 / 12.0.squareRoot()) < 1e-15)
    // Either side of the change of formula, at a width of one standard deviation.
    let (one, other) = (
      try Law.normal(mean: 0, sd: 1, low: 2, high: 3),
      try Law.normal(mean: 0, sd: 1, low: 2, high: 3.000_000_000_1)
    )
    #expect(abs(one.mean - other.mean) < 1e-10)
    #expect(
      abs(try #require(one.standardDeviation) - (try #require(other.standardDeviation))) < 1e-10
    )
  }

  @Test("A law by median and 95th percentile has them, and a twin by its own parameters")
  func byQuantiles() throws {
    let laws: [Law] = [
      try .lognormal(median: 10, p95: 35), try .weibull(median: 10, p95: 35),
      try .gamma(median: 10, p95: 35), try .loglogistic(median: 10, p95: 35),
      try .gamma(median: 10, p95: 10_000), try .gamma(median: 10, p95: 10.1),
    ]
    let root = Double(LawSample.size).squareRoot()
    for (law, p95) in zip(laws, [35, 35, 35, 35, 10_000, 10.1]) {
      let sample = LawSample(law)
      #expect(abs(sample.share(atMost: 10) - 0.5) <= 5 * 0.5 / root)
      #expect(abs(sample.share(atMost: p95) - 0.95) <= 5 * (0.95 * 0.05).squareRoot() / root)
    }
    // An exponential's 95th percentile is log 20 / log 2 times its median, and it is the gamma and
    // Weibull law of shape 1.
    let (median, p95) = (7 * log(2.0), 7 * log(20.0))
    expectSame(try .gamma(median: median, p95: p95), try .exponential(mean: 7))
    expectSame(try .weibull(median: median, p95: p95), try .exponential(mean: 7))
  }

  @Test("Dangerous laws are allowed, say so, and know which moments they have")
  func cautions() throws {
    let heavy = try Law.pareto(shape: 2, minimum: 1)
    #expect(heavy.mean == 2 && heavy.standardDeviation == nil && heavy.thirdMoment == nil)
    #expect(heavy.caution?.contains("infinite") == true)
    #expect(try Law.pareto(shape: 2.5, minimum: 1).thirdMoment == nil)
    #expect(try Law.pareto(shape: 2.5, minimum: 1).caution == nil)
    #expect(try Law.loglogistic(shape: 1.5, scale: 1).caution != nil)
    #expect(try Law.mixture([(0.9, .exponential(mean: 1)), (0.1, heavy)]).caution != nil)
    #expect(try Law.lognormal(mu: 0, sigma: 10).caution?.contains("100 times") == true)
    #expect(try Law.lognormal(mean: 8, cv: 1.5).caution == nil)
  }

  /// Equal in every moment but for rounding.
  private func expectSame(
    _ one: Law,
    _ other: Law,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let moments = { (law: Law) in [law.mean, law.standardDeviation ?? 0, law.thirdMoment ?? 0] }
    for (found, expected) in zip(moments(one), moments(other)) {
      #expect(abs(found - expected) <= 1e-10 * abs(expected), sourceLocation: sourceLocation)
    }
  }
}
