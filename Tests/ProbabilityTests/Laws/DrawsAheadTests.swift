import Testing

@testable import Probability

@Suite("Draws from words that were computed ahead")
struct DrawsAheadTests {
  @Test("An exponential of a table is gsl_ran_exponential to the last bit")
  func exponentialBits() throws {
    var streams = RandomStreams(seed: 20, replication: 3)
    for mean in [1e-9, 0.37, 1, 10.0 / 9, 8, 1e12] {
      let throughGSL = try Distribution.exponential(mean: mean)
      var table = LawTable()
      let own = table.add(try .exponential(mean: mean))
      var differ = 0
      for entity in 0..<UInt64(50_000) {
        let address = DrawAddress(purpose: 16, entity: entity)
        let drawn = streams.draw(own, from: table, at: address)
        let simple = streams.draw(throughGSL, at: address)
        // A stream that is read on and on is drawn by GSL itself.
        streams.select(address)
        let expected = streams.next(throughGSL)
        if drawn.bitPattern != expected.bitPattern || simple != expected { differ += 1 }
      }
      #expect(differ == 0, "of mean \(mean)")
    }
  }

  @Test("A lognormal is gsl_ran_lognormal to the last bit, however often it is tried")
  func lognormalBits() throws {
    var streams = RandomStreams(seed: 21, replication: 1)
    for spread in [1e-6, 0.2, 0.75, 1, 3, 40] {
      let law = try Distribution.lognormal(mean: 8, sd: 8 * spread)
      var differ = 0
      for entity in 0..<UInt64(50_000) {
        let address = DrawAddress(purpose: 8, entity: entity, occurrence: 1)
        let drawn = streams.draw(law, at: address)
        streams.select(address)
        if drawn.bitPattern != streams.next(law).bitPattern { differ += 1 }
      }
      #expect(differ == 0, "of spread \(spread)")
    }
  }

  @Test("The most extreme luck gives an exponential the bits it gives through GSL")
  func extremeBits() throws {
    var streams = RandomStreams(seed: 1, replication: 0)
    let throughGSL = try Distribution.exponential(mean: 2)
    var table = LawTable()
    let own = table.add(try .exponential(mean: 2))
    let address = DrawAddress(purpose: 1, entity: 1)
    for words: SIMD4<UInt32> in [.zero, .init(repeating: .max), [2048, 0, 0, 0]] {
      streams.select(address, beginningWith: words)
      let expected = streams.next(throughGSL)
      #expect(streams.draw(own, from: table, at: address, words: words) == expected)
    }
  }

  @Test("Words computed ahead change no draw, however many words a law takes")
  func sameDraw() throws {
    let laws: [Law] = [
      try .exponential(mean: 4), try .gamma(shape: 0.4, scale: 5), try .lognormal(mean: 8, sd: 12),
      try .erlang(shape: 3, rate: 0.5), try .uniform(low: 2, high: 9), .init(try .deterministic(3)),
      try .phaseType(initial: [0.5, 0.5], rates: [[-2, 1], [1, -2]]),
    ]
    var streams = RandomStreams(seed: 5, replication: 2)
    var table = LawTable()
    for law in laws {
      let id = table.add(law)
      for entity in 0..<UInt64(2000) {
        let address = DrawAddress(purpose: 7, entity: entity)
        let words = streams.words(at: address)
        let ahead = streams.draw(id, from: table, at: address, words: words)
        #expect(ahead == streams.draw(id, from: table, at: address))
      }
    }
  }
}
