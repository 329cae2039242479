import Probability

/// The luck that hangs on a name: order and number of other names never touch it.
enum StableName {
  /// The luck of customers who are there from the beginning.
  static let census: UInt64 = 0xA5A5_0F0F_C3C3_3C3C

  /// A well-mixed number of a name's own, by FNV-1a and a final scramble.
  static func key(_ kind: String, _ name: String) -> UInt64 {
    let text = kind + "\u{1F}" + name
    let hash = text.utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    return SplitMix64.mix(hash)
  }
}
