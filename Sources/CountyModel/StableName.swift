import Probability

/// Numbers by which places address their luck: made of names, so that order and number of other
/// places never touch it.
///
/// An address adds a counter to a name's number. Two names whose counters meet in the 64 bits would
/// share luck; for ten thousand names of a million draws each the chance is below one in 10^5.
enum StableName {
  /// A well-mixed number of a name's own, by FNV-1a and a final scramble.
  ///
  /// - Parameters:
  ///   - id: The place, such as `T01-S003`; not empty and never renamed.
  ///   - part: What of it, when one place has several kinds of luck.
  /// - Returns: Its number, the same on every machine.
  static func number(of id: String, _ part: Int = 0) -> UInt64 {
    let text = id + "\u{1F}" + String(part)
    let hash = text.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) {
      ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3
    }
    return SplitMix64.mix(hash)
  }
}
