import Probability
import Testing

@Suite("Laws of chance")
struct DistributionTests {
  /// A law with the mean and standard deviation known by hand.
  struct Law: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let law: Distribution
    let mean: Double
    let sd: Double
  }

  static func laws() throws -> [Law] {
    [
      Law(
        testDescription: "exponential",
        law: try .exponential(mean: 12),
        mean: 12,
        sd: 12
      ),
      Law(
        testDescription: "lognormal by mean and sd",
        law: try .lognormal(mean: 10, sd: 5),
        mean: 10,
        sd: 5
      ),
      Law(
        testDescription: "lognormal by median",
        law: try .lognormal(median: 2, sigma: 0.5),
        mean: 2.266_296_906_133_652_6,
        sd: 1.207_801_066_421_762_4
      ),
      Law(testDescription: "gamma", law: try .gamma(mean: 8, sd: 4), mean: 8, sd: 4),
      Law(testDescription: "gamma below 1", law: try .gamma(mean: 1, sd: 2), mean: 1, sd: 2),
      Law(testDescription: "weibull", law: try .weibull(mean: 6, sd: 2), mean: 6, sd: 2),
      Law(
        testDescription: "uniform",
        law: try .uniform(low: 2, high: 8),
        mean: 5,
        sd: 3.0.squareRoot()
      ),
      Law(
        testDescription: "triangular",
        law: try .triangular(low: 0, mode: 3, high: 6),
        mean: 3,
        sd: 1.5.squareRoot()
      ),
      Law(
        testDescription: "hyperexponential",
        law: try .hyperexponential(weights: [9, 1], means: [0.5, 5.5]),
        mean: 1,
        sd: 5.5.squareRoot()
      ),
      Law(testDescription: "deterministic", law: try .deterministic(4), mean: 4, sd: 0),
    ]
  }

  @Test("A law states its mean and standard deviation", arguments: try laws())
  func statedMoments(law: Law) {
    #expect(abs(law.law.mean - law.mean) <= 1e-9 * law.mean)
    #expect(abs(law.law.standardDeviation - law.sd) <= 1e-9 * law.mean)
  }

  @Test("Draws have that mean and variance within 4.5 standard errors", arguments: try laws())
  func drawnMoments(law: Law) {
    var streams = RandomStreams(seed: 20_240_101, replication: 0)
    let count = 200_000
    let draws = (0..<UInt64(count)).map {
      streams.draw(law.law, at: DrawAddress(purpose: 1, entity: $0))
    }
    let size = Double(count)
    let mean = draws.reduce(0, +) / size
    let variance = draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (size - 1)
    let fourth =
      draws.reduce(0) {
        let square = ($1 - mean) * ($1 - mean)
        return $0 + square * square
      } / size
    #expect(abs(mean - law.mean) <= 4.5 * law.sd / size.squareRoot())
    let errorOfVariance = (max(0, fourth - variance * variance) / size).squareRoot()
    #expect(abs(variance - law.sd * law.sd) <= 4.5 * errorOfVariance)
  }

  @Test("Weibull by mean and spread solves the shape that scale and shape would give")
  func weibullShape() throws {
    let direct = try Distribution.weibull(scale: 3, shape: 1.7)
    let solved = try Distribution.weibull(mean: direct.mean, sd: direct.standardDeviation)
    #expect(abs(solved.mean - direct.mean) < 1e-12 * direct.mean)
    #expect(abs(solved.standardDeviation - direct.standardDeviation) < 1e-9)
  }

  @Test("An impossible parameter is refused by name, with what was found and what is allowed")
  func refusals() {
    let expected = DistributionError(
      law: "lognormal",
      parameter: "sd",
      allowed: "a finite number above 0",
      found: "-1.0"
    )
    #expect(throws: expected) { try Distribution.lognormal(mean: 1, sd: -1) }
    #expect(
      expected.description == "lognormal: sd is -1.0; expected a finite number above 0"
    )
    #expect(throws: DistributionError.self) { try Distribution.exponential(mean: .nan) }
    #expect(throws: DistributionError.self) { try Distribution.exponential(mean: 0) }
    #expect(throws: DistributionError.self) { try Distribution.gamma(mean: .infinity, sd: 1) }
    #expect(throws: DistributionError.self) { try Distribution.uniform(low: 2, high: 2) }
    #expect(throws: DistributionError.self) {
      try Distribution.triangular(low: 0, mode: 5, high: 4)
    }
    #expect(throws: DistributionError.self) {
      try Distribution.hyperexponential(weights: [1], means: [1])
    }
    #expect(throws: DistributionError.self) {
      try Distribution.hyperexponential(weights: [0, 0], means: [1, 2])
    }
  }

  @Test("A law is a plain value of four words")
  func layout() {
    #expect(MemoryLayout<Distribution>.stride == 32)
  }
}
