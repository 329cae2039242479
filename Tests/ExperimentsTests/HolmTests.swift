import Testing

@testable import Experiments

@Suite("Holm's adjustment")
struct HolmTests {
  @Test("Four p-values are adjusted by hand-checkable steps, in their own order")
  func four() {
    let adjusted = Holm.adjusted([0.01, 0.04, 0.03, 0.005])
    for (one, other) in zip(adjusted, [0.03, 0.06, 0.06, 0.02]) {
      #expect(abs(one - other) < 1e-15)
    }
  }

  @Test("Three of Benjamini and Hochberg's fifteen p-values are rejected")
  func fifteen() {
    let raw = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262,
      0.5719, 0.6528, 0.759, 1.0,
    ]
    #expect(Holm.adjusted(raw).filter { $0 < 0.05 }.count == 3)
  }

  @Test("A line that is the same in every replication is no test and makes the others no harder")
  func family() throws {
    let lists = [[1.0, 2, 3], [0, 0, 0], [1, 1.1, 1.2], [0.5, 0.5, 0.5], [2]]
    let paired = try lists.map { values in
      try #require(PairedDifference(values, minus: values.map { _ in 0 }))
    }
    let adjusted = Holm.adjusted(paired.map { ($0.estimate, $0.pValue) })
    let raw = paired.compactMap(\.pValue)
    // t is 2 √3 / 1 in the first list, and 1.1 √3 / 0.1 in the third.
    #expect(adjusted == [raw[0], 1, 2 * raw[2], 0, nil])
    let withAll = Holm.adjusted(raw)
    #expect(raw[0] <= withAll[0] && 2 * raw[2] <= withAll[2])
  }

  @Test("Nothing to adjust, nothing adjusted")
  func empty() {
    #expect(Holm.adjusted([Double]()).isEmpty)
  }
}
