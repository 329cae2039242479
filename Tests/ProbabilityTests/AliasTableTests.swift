import Probability
import Testing

@Suite("Alias table")
struct AliasTableTests {
  @Test("Outcomes come in proportion to their weights, and never with weight zero")
  func proportions() throws {
    let weights = [0.0, 1, 2, 3, 0, 4]
    let table = try AliasTable(weights)
    let streams = RandomStreams(seed: 3, replication: 0)
    var counts = Array(repeating: 0, count: weights.count)
    let draws = 1_000_000
    for entity in 0..<UInt64(draws) {
      let words = streams.words(at: DrawAddress(purpose: 2, entity: entity))
      counts[table.pick(words.x, words.y)] += 1
    }
    #expect(counts[0] == 0 && counts[4] == 0)
    let chiSquare = weights.indices.filter { weights[$0] > 0 }.reduce(0.0) { sum, outcome in
      let expected = weights[outcome] / 10 * Double(draws)
      let apart = Double(counts[outcome]) - expected
      return sum + apart * apart / expected
    }
    // The 99.99th percentile of chi-square with 3 degrees of freedom.
    #expect(chiSquare < 21.11)
  }

  @Test("Extreme words stay in the table and miss outcomes of weight zero")
  func extremes() throws {
    let table = try AliasTable([0, 1e-300, 5, 0])
    for first in [UInt32.min, 1 << 30, 1 << 31, 3 << 30, .max] {
      for second in [UInt32.min, .max] {
        #expect([1, 2].contains(table.pick(first, second)))
      }
    }
    #expect(try AliasTable([7]).pick(.max, .max) == 0)
  }

  @Test("Weights that cannot be are refused")
  func refusals() {
    #expect(throws: DistributionError.self) { try AliasTable([]) }
    #expect(throws: DistributionError.self) { try AliasTable([0, 0]) }
    #expect(throws: DistributionError.self) { try AliasTable([1, -1]) }
    #expect(throws: DistributionError.self) { try AliasTable([1, .nan]) }
  }
}
