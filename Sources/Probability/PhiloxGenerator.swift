internal import CGSL

/// Philox4x32-10 as GSL knows it: the `gsl_rng_type` whose callbacks are written here.
enum PhiloxGenerator {
  /// The one registration; it lives as long as the process.
  ///
  // Written once by the initialiser below and only read afterwards, so sharing it is safe.
  nonisolated(unsafe) static let type: UnsafePointer<gsl_rng_type> = {
    // A literal's storage is never freed; GSL keeps the pointer only to print the name.
    let name: StaticString = "philox4x32-10"
    let registration = UnsafeMutablePointer<gsl_rng_type>.allocate(capacity: 1)
    // Freshly allocated for one value, initialised exactly once, never freed.
    unsafe registration.initialize(
      to: gsl_rng_type(
        name: UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self),
        max: UInt(UInt32.max),
        min: 0,
        size: MemoryLayout<PhiloxState>.size,
        set: unsafe setPhiloxSeed,
        get: unsafe nextPhiloxWord,
        get_double: unsafe nextPhiloxUnit
      )
    )
    return unsafe UnsafePointer(registration)
  }()
}

/// The state behind GSL's untyped pointer.
///
// GSL allocates `size` bytes by `calloc`, which aligns to 16 bytes as `PhiloxState` needs, and
// passes that same block to every callback of the generator.
private func philoxState(
  _ raw: UnsafeMutableRawPointer?
) -> UnsafeMutablePointer<PhiloxState> {
  guard let raw = unsafe raw else { preconditionFailure("GSL passed a generator without a state") }
  return unsafe raw.assumingMemoryBound(to: PhiloxState.self)
}

/// GSL's "seed me": starts address zero under a key made of the seed.
private func setPhiloxSeed(_ raw: UnsafeMutableRawPointer?, _ seed: UInt) {
  // In bounds and aligned: see `philoxState`.
  unsafe philoxState(raw).initialize(
    to: PhiloxState(key: SplitMix64.key(seed: UInt64(seed), replication: 0))
  )
}

/// GSL's "next word".
private func nextPhiloxWord(_ raw: UnsafeMutableRawPointer?) -> UInt {
  // Initialised by `setPhiloxSeed`, which GSL calls before anything else.
  UInt(unsafe philoxState(raw).pointee.nextWord())
}

/// GSL's "next number between 0 and 1".
private func nextPhiloxUnit(_ raw: UnsafeMutableRawPointer?) -> Double {
  // Initialised by `setPhiloxSeed`, which GSL calls before anything else.
  OpenUnit.value(unsafe philoxState(raw).pointee.nextPair())
}
