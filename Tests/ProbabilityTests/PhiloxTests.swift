import Probability
import Testing

/// Known answers from `Scenarios/verification/analytic-cases.json`, `rng.known_answers`; the Philox
/// rows are Random123's own vectors.
@Suite("Philox")
struct PhiloxTests {
  @Test("Ten rounds give the published words")
  func knownAnswers() {
    let zero = Philox.block(counter: .zero, key: .zero)
    #expect(zero == SIMD4(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8))

    let ones = Philox.block(
      counter: SIMD4(repeating: .max),
      key: SIMD2(repeating: .max)
    )
    #expect(ones == SIMD4(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd))

    // The digits of pi.
    let pi = Philox.block(
      counter: SIMD4(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344),
      key: SIMD2(0xa409_3822, 0x299f_31d0)
    )
    #expect(pi == SIMD4(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1))
  }

  @Test("SplitMix64 gives the published words")
  func splitMixKnownAnswers() {
    let published: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
    ]
    var state: UInt64 = 1_234_567
    for word in published {
      state &+= SplitMix64.step
      #expect(SplitMix64.mix(state) == word)
    }
  }

  @Test("No two replications of a study share a key")
  func distinctKeys() {
    let keys = Set((0..<10_000).map { SplitMix64.key(seed: 20_240_101, replication: $0) })
    #expect(keys.count == 10_000)
    #expect(SplitMix64.key(seed: 1, replication: 0) != SplitMix64.key(seed: 2, replication: 0))
  }
}
