/// The state GSL carries for us: a key, the next counter, and the words not yet handed out.
@usableFromInline
struct PhiloxState: BitwiseCopyable {
  @usableFromInline var key: SIMD2<UInt32>
  @usableFromInline var counter: SIMD4<UInt32>
  @usableFromInline var block: SIMD4<UInt32>
  /// How many words of `block` are spent; 4 means that the next word needs a new block.
  @usableFromInline var spent: Int

  /// A state at the start of address zero.
  @inlinable
  init(key: SIMD2<UInt32>) {
    self.key = key
    self.counter = .zero
    self.block = .zero
    self.spent = 4
  }

  /// Moves to the first word of an address; no word is computed until one is asked for.
  @inlinable
  mutating func select(_ address: DrawAddress) {
    counter = address.counter(block: 0)
    spent = 4
  }

  /// The next 32 random bits of the selected address.
  @inlinable
  mutating func nextWord() -> UInt32 {
    if spent == 4 {
      block = Philox.block(counter: counter, key: key)
      counter.x &+= 1
      spent = 0
    }
    let word = block[spent]
    spent &+= 1
    return word
  }

  /// The next 64 random bits, low word first.
  @inlinable
  mutating func nextPair() -> UInt64 {
    if spent == 4 {
      // The common case: the first two words of a fresh block, without a look at each.
      block = Philox.block(counter: counter, key: key)
      counter.x &+= 1
      spent = 2
      return UInt64(block.y) &<< 32 | UInt64(block.x)
    }
    let low = nextWord()
    return UInt64(nextWord()) &<< 32 | UInt64(low)
  }
}
