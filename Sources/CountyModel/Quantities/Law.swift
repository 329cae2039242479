import Glibc
import Probability

/// Distributions from figures that the door has already checked.
///
/// Ranges of the declarations keep every parameter legal, so a refusal here is a broken promise
/// between our own parts.
enum Law {
  /// Lognormal with a mean and a standard deviation.
  static func lognormal(mean: Double, sd: Double) -> Distribution {
    checked { () throws(DistributionError) in try .lognormal(mean: mean, sd: sd) }
  }

  /// Lognormal with a median and the standard deviation of the log.
  static func lognormal(median: Double, sigma: Double) -> Distribution {
    checked { () throws(DistributionError) in try .lognormal(median: median, sigma: sigma) }
  }

  /// Gamma with a mean and a standard deviation.
  static func gamma(mean: Double, sd: Double) -> Distribution {
    checked { () throws(DistributionError) in try .gamma(mean: mean, sd: sd) }
  }

  /// Exponential with a mean.
  static func exponential(mean: Double) -> Distribution {
    checked { () throws(DistributionError) in try .exponential(mean: mean) }
  }

  /// Coefficient of variation of a lognormal with a given sigma: √(exp(σ²) − 1).
  static func variation(ofSigma sigma: Double) -> Double { (exp(sigma * sigma) - 1).squareRoot() }

  private static func checked(
    _ make: () throws(DistributionError) -> Distribution
  ) -> Distribution {
    do {
      return try make()
    } catch {
      preconditionFailure("a checked figure gave an illegal distribution: \(error)")
    }
  }
}
