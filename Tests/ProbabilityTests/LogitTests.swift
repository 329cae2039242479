import Probability
import Testing

@Suite("Logit choice")
struct LogitTests {
  @Test("Equal utilities share equally, and a constant for all changes nothing")
  func equal() {
    #expect(Logit.shares([2, 2, 2, 2]) == [0.25, 0.25, 0.25, 0.25])
    for shift in [-1000.0, 1000] {
      let shares = Logit.shares([shift, shift + 1])
      // 1 / (1 + e)
      #expect(abs(shares[0] - 0.268_941_421_369_995_1) < 1e-15)
      #expect(abs(shares[0] + shares[1] - 1) < 1e-15)
    }
  }

  @Test("The logsum of one alternative is its utility, of two equal ones ln 2 more")
  func logsum() {
    #expect(Logit.logsum([-700]) == -700)
    #expect(abs(Logit.logsum([800, 800]) - 800.693_147_180_559_9) < 1e-12)
  }

  @Test("The choice keeps the first of equals and the better of unequals")
  func choice() {
    var choice = LogitChoice()
    let taken = [1, 1, 2, 1.5].map { choice.prefers($0, luck: 7) }
    #expect(taken == [true, false, true, false])
  }

  @Test("Bounds in place of logarithms never change who wins, not even among near equals")
  func bounds() {
    let streams = RandomStreams(seed: 4, replication: 0)
    var narrow = 0
    for chooser in 0..<UInt64(50_000) {
      let address = DrawAddress(purpose: 2, entity: chooser)
      let words = (0..<16).map { streams.words(at: address, block: UInt32($0 / 4))[$0 % 4] }
      // Among every other crowd the scores are equal to a few bits, whatever the luck.
      let isNarrow = chooser.isMultiple(of: 2)
      let utilities = (0..<8).map { place in
        isNarrow
          ? 3 - RandomStreams.gumbel(words[place]) + Double(place % 3) * 0x1p-51
          : 4 * RandomStreams.unit(words[8 + place])
      }
      var choice = LogitChoice()
      var (taken, expected) = (-1, -1)
      var best = -Double.infinity
      for (place, utility) in utilities.enumerated() {
        if choice.prefers(utility, luck: words[place]) { taken = place }
        let score = utility + RandomStreams.gumbel(words[place])
        if isNarrow, abs(score - best) < 1e-14 { narrow += 1 }
        if score > best { (best, expected) = (score, place) }
      }
      #expect(taken == expected)
    }
    #expect(narrow > 100_000)
  }

  @Test("Words of one first byte, the least and the largest, are where their bounds say")
  func extremeWords() {
    // One alternative at a time against itself: bounds that cut into a score would let it win or
    // lose where it must tie.
    for byte in 0..<UInt32(256) {
      for word in [byte << 24, byte << 24 | 0xFF_FFFF] {
        let score = RandomStreams.gumbel(word)
        for other in [0, UInt32.max, 0x8000_0000] {
          let gap = score - RandomStreams.gumbel(other)
          var above = LogitChoice()
          _ = above.prefers(0, luck: word)
          let wins = above.prefers(gap + 1e-9, luck: other)
          var below = LogitChoice()
          _ = below.prefers(0, luck: word)
          let loses = !below.prefers(gap - 1e-9, luck: other)
          #expect(wins && loses)
        }
      }
    }
  }

  @Test("Choosers take alternatives in the formula's shares")
  func shares() {
    let utilities = [0.0, 1.2, -0.7]
    let streams = RandomStreams(seed: 3, replication: 0)
    let choosers = 100_000
    var counts = [0, 0, 0]
    for chooser in 0..<UInt64(choosers) {
      let words = streams.words(at: DrawAddress(purpose: 2, entity: chooser))
      var choice = LogitChoice()
      var taken = 0
      for place in 0..<3 where choice.prefers(utilities[place], luck: words[place]) {
        taken = place
      }
      counts[taken] += 1
    }
    for (count, share) in zip(counts, Logit.shares(utilities)) {
      let error = (share * (1 - share) / Double(choosers)).squareRoot()
      #expect(abs(Double(count) / Double(choosers) - share) <= 4.5 * error)
    }
  }
}
