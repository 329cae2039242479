/// Bounds of the Gumbel numbers of words, by their first eight bits.
@frozen
@safe
@usableFromInline
struct GumbelBounds: BitwiseCopyable {
  /// A pair for each first byte: no word with it has less than the first or more than the second.
  @usableFromInline let pairs: UnsafePointer<SIMD2<Double>>

  /// More than the logarithms of a library err.
  private static let margin = 1e-12

  /// The one table; it lives as long as the process.
  @usableFromInline static let table = GumbelBounds()

  private init() {
    let pairs = UnsafeMutablePointer<SIMD2<Double>>.allocate(capacity: 256)
    for byte in 0..<UInt32(256) {
      let least = RandomStreams.gumbel(byte << 24) - Self.margin
      let most = RandomStreams.gumbel(byte << 24 | 0xFF_FFFF) + Self.margin
      // In bounds: as many pairs as bytes; each is written once.
      unsafe (pairs + Int(byte)).initialize(to: SIMD2(least, most))
    }
    unsafe self.pairs = UnsafePointer(pairs)
  }

  /// The least and the most that the Gumbel number of a word can be.
  @inlinable
  subscript(word: UInt32) -> SIMD2<Double> {
    // In bounds: eight bits are below 256.
    unsafe pairs[Int(word &>> 24)]
  }
}

// The table behind the pointer is complete before anybody has it, and never written again.
extension GumbelBounds: @unchecked Sendable {}
