/// SplitMix64, used only to turn a study's seed and a replication number into a Philox key.
///
/// - Source: Steele, Lea and Flood, *Fast splittable pseudorandom number generators*, OOPSLA 2014.
public enum SplitMix64 {
  /// The step between two successive states: the odd integer nearest to 2^64 divided by the golden
  /// ratio.
  @inlinable public static var step: UInt64 { 0x9E37_79B9_7F4A_7C15 }

  /// Scrambles one state; a bijection of the 64-bit words.
  @inlinable
  public static func mix(_ state: UInt64) -> UInt64 {
    var z = state
    z = (z ^ (z &>> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z &>> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z &>> 31)
  }

  /// The Philox key of one replication of one study.
  ///
  /// For one seed no two replications share a key, because both steps are bijections.
  public static func key(seed: UInt64, replication: UInt32) -> SIMD2<UInt32> {
    let study = mix(seed &+ step)
    let word = mix(study &+ (UInt64(replication) &+ 1) &* step)
    return SIMD2(UInt32(truncatingIfNeeded: word), UInt32(truncatingIfNeeded: word &>> 32))
  }
}
