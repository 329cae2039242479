internal import CGSL
public import Glibc

/// All the chance of one replication: every draw addressed, none consumed.
///
/// A draw is a pure function of (seed, replication, address). One GSL generator is re-addressed in
/// place for each draw, so a sampler that rejects and tries again never shifts anyone else's luck.
@safe
public struct RandomStreams: ~Copyable {
  /// The Philox key of this seed and replication.
  @usableFromInline let key: SIMD2<UInt32>
  /// GSL's generator; owned, freed in `deinit`.
  let generator: UnsafeMutablePointer<gsl_rng>
  /// The same generator's state; valid as long as `generator`.
  @usableFromInline let state: UnsafeMutablePointer<PhiloxState>

  /// Opens the streams of one replication of one study.
  public init(seed: UInt64, replication: UInt32) {
    Numerics.handlerIsOff
    key = SplitMix64.key(seed: seed, replication: replication)
    // The registration is complete and immortal; GSL copies nothing but the pointer.
    guard let made = unsafe gsl_rng_alloc(PhiloxGenerator.type) else {
      preconditionFailure("no memory for a random generator")
    }
    unsafe generator = made
    // GSL allocated the state with the size the registration asks for, and `set` initialised it.
    unsafe state = made.pointee.state.assumingMemoryBound(to: PhiloxState.self)
    unsafe state.pointee = PhiloxState(key: key)
  }

  deinit {
    // Owned by this value alone: it is noncopyable.
    unsafe gsl_rng_free(generator)
  }

  /// Four random words of an address; pure.
  @inlinable
  public func words(at address: DrawAddress, block: UInt32 = 0) -> SIMD4<UInt32> {
    Philox.block(counter: address.counter(block: block), key: key)
  }

  /// A number strictly between 0 and 1, with 53 random bits; pure.
  @inlinable
  public func uniform(at address: DrawAddress) -> Double {
    let words = words(at: address)
    return OpenUnit.value(UInt64(words.y) &<< 32 | UInt64(words.x))
  }

  /// A whole number from 0 up to but not including `n`, each exactly equally likely; `n` must be
  /// positive.
  @inlinable
  public mutating func integer(below n: Int, at address: DrawAddress) -> Int {
    precondition(n > 0, "an integer below \(n) cannot be drawn")
    select(address)
    let drawn = BoundedInteger.below(UInt64(n)) {
      // The state lives as long as `self`.
      unsafe state.pointee.nextPair()
    }
    return Int(drawn)
  }

  /// Moves to the start of an address, for models that read one stream on and on.
  @inlinable
  public mutating func select(_ address: DrawAddress) {
    // The state lives as long as `self`, and `self` is exclusively held.
    unsafe state.pointee.select(address)
  }

  /// Moves to the start of an address whose first four words are given, to see what the most
  /// extreme luck does; the words after them are the address's own first ones.
  public mutating func select(_ address: DrawAddress, beginningWith words: SIMD4<UInt32>) {
    select(address)
    // The state lives as long as `self`, and `self` is exclusively held.
    unsafe state.pointee.block = words
    unsafe state.pointee.spent = 0
  }

  /// Moves to the start of an address whose first four words were computed before.
  mutating func select(_ address: DrawAddress, afterFirst words: SIMD4<UInt32>) {
    select(address)
    // The state lives as long as `self`, and `self` is exclusively held.
    unsafe state.pointee.block = words
    unsafe state.pointee.counter.x &+= 1
    unsafe state.pointee.spent = 0
  }

  /// The selected stream's next draw of a law.
  public mutating func next(_ law: Distribution) -> Double {
    // The generator lives as long as `self`; the law's parameters were validated by its factory.
    unsafe law.sample(generator)
  }

  /// The selected stream's next number strictly between 0 and 1.
  @inlinable
  public mutating func nextUniform() -> Double {
    // The state lives as long as `self`, and `self` is exclusively held.
    OpenUnit.value(unsafe state.pointee.nextPair())
  }

  /// One random word as a number strictly between 0 and 1.
  @inlinable
  public static func unit(_ word: UInt32) -> Double {
    OpenUnit.value(word)
  }

  /// One random word as a standard Gumbel number: the luck of one alternative in a choice.
  @inlinable
  public static func gumbel(_ word: UInt32) -> Double {
    // GSL's headers bring the C library's along; what callers compile in must be the public one.
    -Glibc.log(-Glibc.log(OpenUnit.value(word)))
  }
}
