/// Random words as numbers strictly between 0 and 1, so that logarithms of both ends exist.
@usableFromInline
enum OpenUnit {
  /// 53 bits of a 64-bit word, centred in their cell: (bits >> 11) 2^-53 + 2^-54.
  ///
  /// The top cell's centre is not representable and would round to 1; it is held at the largest
  /// number below 1 instead (one word in 2^53).
  @inlinable
  static func value(_ bits: UInt64) -> Double {
    min(Double(bits &>> 11) * 0x1p-53 + 0x1p-54, 1 - 0x1p-53)
  }

  /// 32 bits, centred in their cell: (word + 1/2) 2^-32, which is exact.
  @inlinable
  static func value(_ word: UInt32) -> Double {
    (Double(word) + 0.5) * 0x1p-32
  }
}
