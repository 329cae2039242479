import Probability
import Testing

@Suite("Streams")
struct RandomStreamsTests {
  private let patient = DrawAddress(purpose: 3, entity: 0x1_0000_0002, occurrence: 9)

  @Test("An address is the Philox counter (block, purpose and occurrence, entity)")
  func addressIsCounter() {
    let streams = RandomStreams(seed: 7, replication: 2)
    let expected = Philox.block(
      counter: SIMD4(5, 3 << 16 | 9, 2, 1),
      key: SplitMix64.key(seed: 7, replication: 2)
    )
    #expect(streams.words(at: patient, block: 5) == expected)
  }

  @Test("GSL reads the same words as the addressed streams")
  func gslReadsTheSameWords() throws {
    var streams = RandomStreams(seed: 7, replication: 0)
    // GSL's flat law from 0 to 1 returns its generator's number unchanged.
    let flat = try Distribution.uniform(low: 0, high: 1)
    #expect(streams.draw(flat, at: patient) == streams.uniform(at: patient))

    // Three draws take six words: past the end of the first block of four.
    streams.select(patient)
    let throughGSL = [streams.next(flat), streams.next(flat), streams.next(flat)]
    streams.select(patient)
    #expect(throughGSL == [streams.nextUniform(), streams.nextUniform(), streams.nextUniform()])
    let (first, second) = (
      streams.words(at: patient), streams.words(at: patient, block: 1)
    )
    #expect(throughGSL[0] == unit(first.x, first.y))
    #expect(throughGSL[1] == unit(first.z, first.w))
    #expect(throughGSL[2] == unit(second.x, second.y))
  }

  @Test("Reading one stream never moves another")
  func purity() throws {
    var streams = RandomStreams(seed: 11, replication: 0)
    let stay = try Distribution.gamma(mean: 7, sd: 5)
    let neighbour = DrawAddress(purpose: 3, entity: 0x1_0000_0003, occurrence: 9)
    let alone = streams.draw(stay, at: patient)
    for _ in 0..<1000 { _ = streams.draw(stay, at: neighbour) }
    streams.select(neighbour)
    for _ in 0..<1000 { _ = streams.next(stay) }
    _ = streams.integer(below: 10, at: neighbour)
    #expect(streams.draw(stay, at: patient) == alone)
  }

  @Test("Purpose, entity, occurrence, replication and seed each change the draw")
  func everyPartMatters() {
    let streams = RandomStreams(seed: 1, replication: 0)
    let draws = [
      streams.uniform(at: DrawAddress(purpose: 1, entity: 1)),
      streams.uniform(at: DrawAddress(purpose: 2, entity: 1)),
      streams.uniform(at: DrawAddress(purpose: 1, entity: 2)),
      streams.uniform(at: DrawAddress(purpose: 1, entity: 1, occurrence: 1)),
      RandomStreams(seed: 1, replication: 1).uniform(at: DrawAddress(purpose: 1, entity: 1)),
      RandomStreams(seed: 2, replication: 0).uniform(at: DrawAddress(purpose: 1, entity: 1)),
    ]
    #expect(Set(draws).count == draws.count)
  }

  @Test("Units stay strictly between 0 and 1 at the extreme words")
  func openUnit() {
    #expect(RandomStreams.unit(0) == 0x1p-33)
    #expect(RandomStreams.unit(.max) == 1 - 0x1p-33)
    #expect(RandomStreams.gumbel(0).isFinite && RandomStreams.gumbel(.max).isFinite)
  }

  @Test("Addressed uniforms have mean 1/2 and variance 1/12 within 4.5 standard errors")
  func uniformMoments() {
    let streams = RandomStreams(seed: 5, replication: 0)
    let count = 200_000
    var (sum, squares) = (0.0, 0.0)
    for entity in 0..<UInt64(count) {
      let value = streams.uniform(at: DrawAddress(purpose: 8, entity: entity))
      sum += value
      squares += (value - 0.5) * (value - 0.5)
    }
    let draws = Double(count)
    #expect(abs(sum / draws - 0.5) < 4.5 * (1 / (12 * draws)).squareRoot())
    // The squared distance from 1/2 has variance 1/80 - 1/144 = 1/180.
    #expect(abs(squares / draws - 1.0 / 12) < 4.5 * (1 / (180 * draws)).squareRoot())
  }

  @Test("A bounded whole number is a pure function of its address and stays in bounds")
  func boundedInteger() {
    var streams = RandomStreams(seed: 5, replication: 0)
    var counts = Array(repeating: 0, count: 7)
    for entity in 0..<UInt64(70_000) {
      let address = DrawAddress(purpose: 9, entity: entity)
      let drawn = streams.integer(below: 7, at: address)
      #expect(streams.integer(below: 7, at: address) == drawn)
      counts[drawn] += 1
    }
    let chiSquare = counts.reduce(0.0) {
      $0 + (Double($1) - 10_000) * (Double($1) - 10_000) / 10_000
    }
    // The 99.99th percentile of chi-square with 6 degrees of freedom.
    #expect(chiSquare < 27.86)
  }

  private func unit(_ low: UInt32, _ high: UInt32) -> Double {
    Double((UInt64(high) << 32 | UInt64(low)) >> 11) * 0x1p-53 + 0x1p-54
  }
}
