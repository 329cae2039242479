/// A sequence of choices from a seed: the same seed makes the same choices for ever.
struct Choices {
  private var state: UInt64

  init(seed: Int) { state = UInt64(seed) &* 0xD134_2543_DE82_EF95 }

  private mutating func next() -> UInt64 {
    // SplitMix64, by Steele, Lea and Flood.
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ word &>> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word &>> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word &>> 31
  }

  /// A whole number from 0, below a bound.
  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  /// A whole number of a range.
  mutating func among(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// A number of a range.
  mutating func number(_ range: ClosedRange<Double>) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * Double(next() >> 11) * 0x1p-53
  }

  /// Whether something with a chance happens.
  mutating func happens(_ chance: Double) -> Bool { number(0...1) < chance }

  /// One of some things.
  mutating func one<Thing>(of things: [Thing]) -> Thing { things[below(things.count)] }

  /// Some things in another order.
  mutating func shuffled<Thing>(_ things: [Thing]) -> [Thing] {
    var things = things
    for place in things.indices.dropFirst() { things.swapAt(place, below(place + 1)) }
    return things
  }
}
