import Probability
import Testing

@Suite("Bounded integers")
struct BoundedIntegerTests {
  @Test(
    "With every word of 8 bits as first word, each result is equally frequent",
    arguments: [1, 3, 10, 100, 129, 255] as [UInt8]
  )
  func exactUniformity(bound: UInt8) {
    // A rejected first word is followed by a rejected word for ever, unless it is accepted: so
    // results of accepted first words alone must be uniform.
    var counts = Array(repeating: 0, count: Int(bound))
    var rejected = 0
    for word in UInt8.min...UInt8.max {
      var asked = 0
      let drawn = BoundedInteger.below(bound) { () -> UInt8 in
        asked += 1
        // The second word, 255, is accepted for every bound.
        return asked == 1 ? word : .max
      }
      if asked == 1 { counts[Int(drawn)] += 1 } else { rejected += 1 }
    }
    #expect(Set(counts) == [256 / Int(bound)])
    #expect(rejected == 256 % Int(bound))
  }
}
