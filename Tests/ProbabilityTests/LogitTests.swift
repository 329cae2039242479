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
