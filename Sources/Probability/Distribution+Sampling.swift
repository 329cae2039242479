internal import CGSL

extension Distribution {
  /// One draw from GSL's sampler of the law.
  ///
  /// GSL's argument orders differ from law to law: the exponential takes its mean, gamma shape then
  /// scale, Weibull scale then shape, lognormal the mean and spread of the log.
  @unsafe
  func sample(_ generator: UnsafeMutablePointer<gsl_rng>) -> Double {
    // The caller keeps `generator` alive; every parameter passed a factory's check.
    switch law {
    case .deterministic(let value): value
    case .uniform(let low, let high): unsafe gsl_ran_flat(generator, low, high)
    case .triangular(let low, let mode, let high):
      Distribution.triangular(
        low: low,
        mode: mode,
        high: high,
        at: unsafe gsl_rng_uniform(generator)
      )
    case .exponential(let mean): unsafe gsl_ran_exponential(generator, mean)
    case .lognormal(let mu, let sigma): unsafe gsl_ran_lognormal(generator, mu, sigma)
    case .gamma(let shape, let scale): unsafe gsl_ran_gamma(generator, shape, scale)
    case .weibull(let scale, let shape): unsafe gsl_ran_weibull(generator, scale, shape)
    case .hyperexponential(let weight, let first, let second):
      unsafe gsl_ran_exponential(
        generator,
        gsl_rng_uniform(generator) < weight ? first : second
      )
    }
  }

  /// The triangular law's value at a probability; GSL has no sampler for it.
  static func triangular(
    low: Double,
    mode: Double,
    high: Double,
    at probability: Double
  ) -> Double {
    let rise = (mode - low) / (high - low)
    return probability < rise
      ? low + ((high - low) * (mode - low) * probability).squareRoot()
      : high - ((high - low) * (high - mode) * (1 - probability)).squareRoot()
  }
}
