/// Philox4x32-10, the counter-based generator behind every draw.
///
/// Ten rounds of multiply and exchange turn a counter and a key into four random words, so a word
/// is a pure function of its address and nothing has to be consumed to reach it.
///
/// - Source: Salmon, Moraes, Dror and Shaw, *Parallel random numbers: as easy as 1, 2, 3*, SC11.
public enum Philox {
  /// The four words of one counter under one key.
  ///
  /// Kept inline: called out of line it passes its vectors through memory, which costs as much as
  /// two of its ten rounds.
  @inlinable
  @inline(__always)
  public static func block(
    counter: SIMD4<UInt32>,
    key: SIMD2<UInt32>
  ) -> SIMD4<UInt32> {
    var (c0, c1, c2, c3) = (counter.x, counter.y, counter.z, counter.w)
    var (k0, k1) = (key.x, key.y)
    // Ten rounds in a counted loop: the compiler unrolls it and keeps all six words in registers.
    for _ in 0..<10 {
      let even = UInt64(0xD251_1F53) &* UInt64(c0)
      let odd = UInt64(0xCD9E_8D57) &* UInt64(c2)
      c0 = UInt32(truncatingIfNeeded: odd &>> 32) ^ c1 ^ k0
      c1 = UInt32(truncatingIfNeeded: odd)
      c2 = UInt32(truncatingIfNeeded: even &>> 32) ^ c3 ^ k1
      c3 = UInt32(truncatingIfNeeded: even)
      k0 &+= 0x9E37_79B9
      k1 &+= 0xBB67_AE85
    }
    return SIMD4(c0, c1, c2, c3)
  }
}
