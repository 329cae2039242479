import Engine
import Geography
import Glibc
import Probability
import Testing

@testable import CountyModel

@Suite("Nests of alternatives")
struct NestTests {
  @Test(
    "A positive stable number of index λ has E exp(-t S) = exp(-t^λ)",
    arguments: [0.3, 0.6, 0.9]
  )
  func laplace(_ scale: Double) {
    let streams = RandomStreams(seed: 1, replication: 0)
    let draws = 40_000
    let stable = (0..<draws).map { row in
      let words = streams.words(at: Purpose.nest.at(UInt64(row)))
      return exp(NestLuck.logStable(scale, words.x, words.y))
    }
    for t in [0.2, 1, 3] {
      let values = stable.map { exp(-t * $0) }
      let mean = values.reduce(0, +) / Double(draws)
      let square = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(draws - 1)
      // Four standard errors.
      #expect(abs(mean - exp(-pow(t, scale))) < 4 * (square / Double(draws)).squareRoot())
    }
  }

  @Test("With a nest of scale one half, shares are those of the nested logit")
  func shares() {
    let streams = RandomStreams(seed: 2, replication: 0)
    let scale = 0.5
    // Two grassroots facilities in one nest, one hospital on its own.
    let worth = [0.4, 0.0, 0.3]
    let kinds: [FacilityKind] = [.villageClinic, .townshipCentre, .countyGeneral]
    let draws = 40_000
    var chosen = [0, 0, 0]
    for row in 0..<draws {
      guard let nests = NestLuck([scale, 1], at: Purpose.nest.at(UInt64(row)), streams) else {
        continue
      }
      let words = streams.words(at: Purpose.choice.at(UInt64(row)))
      let scores = worth.indices.map { place in
        nests.score(
          of: .init(id: AlternativeID(row: place), worth: worth[place], word: words[place]),
          at: kinds[place]
        )
      }
      chosen[scores.firstIndex(of: scores.max() ?? 0) ?? 0] += 1
    }
    let inside = exp(worth[0] / scale) + exp(worth[1] / scale)
    let nest = pow(inside, scale)
    let all = nest + exp(worth[2])
    let theory = [
      nest / all * exp(worth[0] / scale) / inside,
      nest / all * exp(worth[1] / scale) / inside,
      exp(worth[2]) / all,
    ]
    for (count, share) in zip(chosen, theory) {
      let error = (share * (1 - share) / Double(draws)).squareRoot()
      #expect(abs(Double(count) / Double(draws) - share) < 4 * error)
    }
  }

  @Test("Scales of 1 are the multinomial logit; smaller ones change choices")
  func neutral() throws {
    let stretch = Stretch(days: 5, warmUp: 0)
    let baseline = try TinyCounty.asWritten().readings(.baseline, stretch)
    let nested = try TinyCounty(exchanging: [.init(old: "nests: [1, 1]", new: "nests: [0.7, 0.7]")])
      .readings(.baseline, stretch)
    #expect(nested.fingerprint != baseline.fingerprint)
    #expect(nested.needs == baseline.needs)
    let streams = RandomStreams(seed: 2, replication: 0)
    let luck = NestLuck([1, 1], at: Purpose.nest.at(1), streams)
    #expect(luck == nil)
  }
}
