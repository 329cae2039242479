internal import Glibc

/// A law of chance with valid parameters: the factories are the only way in.
///
/// It is a plain value without references, so a column may hold one per row.
public struct Distribution: Hashable, Sendable, BitwiseCopyable {
  /// The laws, in the parameters their samplers take.
  enum Law: Hashable, Sendable, BitwiseCopyable {
    case deterministic(Double)
    case uniform(low: Double, high: Double)
    case triangular(low: Double, mode: Double, high: Double)
    case exponential(mean: Double)
    case lognormal(mu: Double, sigma: Double)
    case gamma(shape: Double, scale: Double)
    case weibull(scale: Double, shape: Double)
    case hyperexponential(firstWeight: Double, firstMean: Double, secondMean: Double)
  }

  let law: Law

  /// Always the same value.
  public static func deterministic(_ value: Double) throws(DistributionError) -> Distribution {
    Distribution(law: .deterministic(try Parameter("value", of: "deterministic", value).finite()))
  }

  /// Equally likely anywhere from `low` to `high`.
  public static func uniform(
    low: Double,
    high: Double
  ) throws(DistributionError) -> Distribution {
    let low = try Parameter("low", of: "uniform", low).finite()
    let high = try Parameter("high", of: "uniform", high).above(low)
    return Distribution(law: .uniform(low: low, high: high))
  }

  /// Rising from `low` to `mode`, falling to `high`.
  public static func triangular(
    low: Double,
    mode: Double,
    high: Double
  ) throws(DistributionError) -> Distribution {
    let low = try Parameter("low", of: "triangular", low).finite()
    let mode = try Parameter("mode", of: "triangular", mode).atLeast(low)
    let high = try Parameter("high", of: "triangular", high).above(low)
    return Distribution(
      law: .triangular(
        low: low,
        mode: mode,
        high: try Parameter("high", of: "triangular", high).atLeast(mode)
      )
    )
  }

  /// Memoryless, by its mean.
  public static func exponential(mean: Double) throws(DistributionError) -> Distribution {
    Distribution(law: .exponential(mean: try Parameter("mean", of: "exponential", mean).positive()))
  }

  /// Two exponentials mixed: the first with the share of its weight, else the second.
  ///
  /// Exactly two weights of any scale, at least one above 0, and two means above 0.
  public static func hyperexponential(
    weights: [Double],
    means: [Double]
  ) throws(DistributionError) -> Distribution {
    let name = "hyperexponential"
    for (parameter, list) in [("weights", weights), ("means", means)] where list.count != 2 {
      throw DistributionError(
        law: name,
        parameter: parameter,
        allowed: "two numbers",
        found: "\(list.count) numbers"
      )
    }
    let first = try Parameter("weights[0]", of: name, weights[0]).notNegative()
    let second = try Parameter("weights[1]", of: name, weights[1]).notNegative()
    let sum = try Parameter("sum of weights", of: name, first + second).positive()
    return Distribution(
      law: .hyperexponential(
        firstWeight: first / sum,
        firstMean: try Parameter("means[0]", of: name, means[0]).positive(),
        secondMean: try Parameter("means[1]", of: name, means[1]).positive()
      )
    )
  }

  /// The exponential of a normal number, by the mean and standard deviation of the result.
  public static func lognormal(
    mean: Double,
    sd: Double
  ) throws(DistributionError) -> Distribution {
    let mean = try Parameter("mean", of: "lognormal", mean).positive()
    let sd = try Parameter("sd", of: "lognormal", sd).positive()
    let variance = log1p((sd / mean) * (sd / mean))
    return try lognormal(mu: log(mean) - variance / 2, sigma: variance.squareRoot())
  }

  /// The exponential of a normal number, by the median of the result and the spread of its log.
  public static func lognormal(
    median: Double,
    sigma: Double
  ) throws(DistributionError) -> Distribution {
    let median = try Parameter("median", of: "lognormal", median).positive()
    return try lognormal(mu: log(median), sigma: sigma)
  }

  /// The exponential of a normal number, by the mean and spread of its log.
  public static func lognormal(
    mu: Double,
    sigma: Double
  ) throws(DistributionError) -> Distribution {
    Distribution(
      law: .lognormal(
        mu: try Parameter("mu", of: "lognormal", mu).finite(),
        sigma: try Parameter("sigma", of: "lognormal", sigma).positive()
      )
    )
  }

  /// Gamma, by mean and standard deviation.
  public static func gamma(mean: Double, sd: Double) throws(DistributionError) -> Distribution {
    let mean = try Parameter("mean", of: "gamma", mean).positive()
    let sd = try Parameter("sd", of: "gamma", sd).positive()
    return try gamma(shape: (mean / sd) * (mean / sd), scale: sd * (sd / mean))
  }

  /// Gamma, by shape and scale; the mean is their product.
  public static func gamma(
    shape: Double,
    scale: Double
  ) throws(DistributionError) -> Distribution {
    Distribution(
      law: .gamma(
        shape: try Parameter("shape", of: "gamma", shape).positive(),
        scale: try Parameter("scale", of: "gamma", scale).positive()
      )
    )
  }

  /// Weibull, by scale and shape.
  public static func weibull(
    scale: Double,
    shape: Double
  ) throws(DistributionError) -> Distribution {
    Distribution(
      law: .weibull(
        scale: try Parameter("scale", of: "weibull", scale).positive(),
        shape: try Parameter("shape", of: "weibull", shape).positive()
      )
    )
  }
}
