internal import CGSL
internal import Glibc

extension RandomStreams {
  /// One draw of a law of a table at an address.
  ///
  /// A simple law gives the very number that `draw(_:at:)` gives for its `Distribution`.
  public mutating func draw(
    _ law: LawID,
    from table: borrowing LawTable,
    at address: DrawAddress
  ) -> Double {
    if let mean = table.exponentialMean(of: law) {
      return RandomStreams.exponential(mean, words(at: address))
    }
    select(address)
    return next(law, from: table)
  }

  /// One draw of a law of a table at an address whose first four words were computed ahead by
  /// `words(at:)`; the very number that `draw(_:from:at:)` gives.
  ///
  /// What a caller does in between, the processor does while the words are still being made.
  public mutating func draw(
    _ law: LawID,
    from table: borrowing LawTable,
    at address: DrawAddress,
    words: SIMD4<UInt32>
  ) -> Double {
    if let mean = table.exponentialMean(of: law) { return RandomStreams.exponential(mean, words) }
    select(address, afterFirst: words)
    return next(law, from: table)
  }

  /// The selected stream's next draw of a law of a table.
  public mutating func next(_ law: LawID, from table: borrowing LawTable) -> Double {
    if case .simple(let simple) = table.rows[Int(law.row)] {
      // The generator lives as long as `self`; the law's parameters were validated by its factory.
      return unsafe simple.sample(generator)
    }
    // As above.
    return unsafe table.sample(law, generator)
  }
}

extension LawTable {
  /// The mean of an exponential law; nothing if it is another one.
  @inline(__always)
  fileprivate borrowing func exponentialMean(of law: LawID) -> Double? {
    guard case .simple(let simple) = rows[Int(law.row)], case .exponential(let mean) = simple.law
    else { return nil }
    return mean
  }

  /// One draw; inversion wherever it is cheap, so that neighbouring laws meet the same luck.
  @unsafe
  borrowing func sample(_ law: LawID, _ generator: UnsafeMutablePointer<gsl_rng>) -> Double {
    // The caller keeps `generator` alive; every parameter passed a factory's check.
    switch rows[Int(law.row)] {
    case .simple(let simple): return unsafe simple.sample(generator)
    case .normal(let at): return normal(at, unsafe gsl_rng_uniform(generator))
    case .hyperexponential(let at, let count):
      let branch = pick(unsafe gsl_rng_uniform(generator), at, count)
      return unsafe gsl_ran_exponential(generator, numbers[at + count + branch])
    case .phaseType(let at, let count): return unsafe phaseType(at, count, generator)
    case .beta(let a, let b, let low, let high):
      return unsafe low + (high - low) * gsl_ran_beta(generator, a, b)
    case .pareto(let shape, let minimum):
      return minimum * pow(unsafe gsl_rng_uniform(generator), -1 / shape)
    case .loglogistic(let shape, let scale):
      let unit = unsafe gsl_rng_uniform(generator)
      return scale * pow(unit / (1 - unit), 1 / shape)
    case .values(let at, let count):
      let place = Int(unsafe gsl_rng_uniform(generator) * Double(count))
      return numbers[at + min(place, count - 1)]
    case .weightedValues(let at, let count):
      return numbers[at + count + pick(unsafe gsl_rng_uniform(generator), at, count)]
    case .quantiles(let at, let count):
      return quantile(at, count, unsafe gsl_rng_uniform(generator))
    case .geometric(let logFailure):
      return (log(unsafe gsl_rng_uniform(generator)) / logFailure).rounded(.down) + 1
    case .poisson(let mean): return Double(unsafe gsl_ran_poisson(generator, mean))
    case .binomial(let trials, let probability):
      return Double(unsafe gsl_ran_binomial(generator, probability, trials))
    case .negativeBinomial(let successes, let probability):
      return Double(unsafe gsl_ran_negative_binomial(generator, probability, successes))
    case .mixture(let at, let first, let count):
      let part = pick(unsafe gsl_rng_uniform(generator), at, count)
      return unsafe sample(members[first + part], generator)
    case .scaled(let law, let factor, let offset):
      return unsafe factor * sample(law, generator) + offset
    }
  }

  /// The logarithm of the chance of failure.
  static func logFailure(_ probability: Double) -> Double { log1p(-probability) }

  /// The first outcome whose running share lies above a number; `count` if none does.
  ///
  /// An outcome without a share ends where its neighbour does, so it is never first.
  private borrowing func pick(_ unit: Double, _ start: Int, _ count: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low &+ high) &>> 1
      if numbers[start &+ middle] > unit { high = middle } else { low = middle &+ 1 }
    }
    return low
  }

  private borrowing func normal(_ at: Int, _ unit: Double) -> Double {
    let standard = TruncatedNormal.draw(
      unit,
      below: numbers[at + 4],
      above: numbers[at + 5],
      inside: numbers[at + 6]
    )
    return min(max(numbers[at] + numbers[at + 1] * standard, numbers[at + 2]), numbers[at + 3])
  }

  /// The value at a probability, on the line between the two quantiles around it.
  private borrowing func quantile(_ at: Int, _ count: Int, _ unit: Double) -> Double {
    let upper = min(max(pick(unit, at, count), 1), count - 1)
    let (before, after) = (numbers[at + upper - 1], numbers[at + upper])
    let (low, high) = (numbers[at + count + upper - 1], numbers[at + count + upper])
    return min(low + (high - low) * ((unit - before) / (after - before)), high)
  }

  /// Walks the chain to its end and adds up the stays.
  @unsafe
  private borrowing func phaseType(
    _ at: Int,
    _ count: Int,
    _ generator: UnsafeMutablePointer<gsl_rng>
  ) -> Double {
    // The caller keeps `generator` alive.
    var phase = pick(unsafe gsl_rng_uniform(generator), at, count)
    var elapsed = 0.0
    while phase < count {
      let row = at + count + phase * (count + 1)
      unsafe elapsed += gsl_ran_exponential(generator, numbers[row])
      phase = pick(unsafe gsl_rng_uniform(generator), row + 1, count)
    }
    return elapsed
  }
}
