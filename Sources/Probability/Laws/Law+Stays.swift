internal import Glibc

/// Laws of a length of time by their own parameters or by mean and spread.
extension Law {
  /// Always the same value.
  public static func deterministic(_ value: Double) throws(DistributionError) -> Law {
    Law(try Distribution.deterministic(value))
  }

  /// Equally likely anywhere from `low` to `high`.
  public static func uniform(low: Double, high: Double) throws(DistributionError) -> Law {
    Law(try Distribution.uniform(low: low, high: high))
  }

  /// Rising from `low` to `mode`, falling to `high`.
  public static func triangular(
    low: Double,
    mode: Double,
    high: Double
  ) throws(DistributionError) -> Law {
    Law(try Distribution.triangular(low: low, mode: mode, high: high))
  }

  /// Memoryless, by its mean.
  public static func exponential(mean: Double) throws(DistributionError) -> Law {
    Law(try Distribution.exponential(mean: mean))
  }

  /// Memoryless, by its rate: one over the mean.
  public static func exponential(rate: Double) throws(DistributionError) -> Law {
    try exponential(mean: try Parameter("rate", of: "exponential", rate).reciprocal())
  }

  /// The sum of `shape` memoryless times of one rate, by the mean of the sum.
  ///
  /// The shape is a whole number from 1 to a million.
  public static func erlang(shape: Double, mean: Double) throws(DistributionError) -> Law {
    let shape = try Parameter("shape", of: "erlang", shape).whole(1...1_000_000)
    let mean = try Parameter("mean", of: "erlang", mean).positive()
    return try erlang(shape: shape, scale: mean / shape)
  }

  /// The sum of `shape` memoryless times, by the rate of each.
  public static func erlang(shape: Double, rate: Double) throws(DistributionError) -> Law {
    try erlang(shape: shape, scale: try Parameter("rate", of: "erlang", rate).reciprocal())
  }

  /// The sum of `shape` memoryless times, by the mean of each.
  public static func erlang(shape: Double, scale: Double) throws(DistributionError) -> Law {
    let shape = try Parameter("shape", of: "erlang", shape).whole(1...1_000_000)
    let scale = try Parameter("scale", of: "erlang", scale).positive()
    return try Law(try Distribution.gamma(shape: shape, scale: scale))
      .withMean("scale", of: "erlang", scale)
  }

  /// Gamma, by mean and standard deviation.
  public static func gamma(mean: Double, sd: Double) throws(DistributionError) -> Law {
    try Parameter("sd", of: "gamma", sd).isSpread(over: mean)
    return Law(try Distribution.gamma(mean: mean, sd: sd))
  }

  /// Gamma, by mean and coefficient of variation (standard deviation over mean).
  public static func gamma(mean: Double, cv: Double) throws(DistributionError) -> Law {
    try gamma(mean: mean, sd: try Parameter("cv", of: "gamma", cv).spread(over: mean))
  }

  /// Gamma, by mean and shape.
  public static func gamma(mean: Double, shape: Double) throws(DistributionError) -> Law {
    let shape = try Parameter("shape", of: "gamma", shape).positive()
    let mean = try Parameter("mean", of: "gamma", mean).positive()
    let scale = try Parameter("mean over shape", of: "gamma", mean / shape).positive()
    return try gamma(shape: shape, scale: scale)
  }

  /// Gamma, by shape and scale; the mean is their product.
  public static func gamma(shape: Double, scale: Double) throws(DistributionError) -> Law {
    try Law(try Distribution.gamma(shape: shape, scale: scale))
      .withMean("scale", of: "gamma", scale)
  }

  /// The exponential of a normal number, by mean and standard deviation of the result.
  public static func lognormal(mean: Double, sd: Double) throws(DistributionError) -> Law {
    try Parameter("sd", of: "lognormal", sd).isSpread(over: mean)
    return Law(try Distribution.lognormal(mean: mean, sd: sd))
  }

  /// The exponential of a normal number, by mean and coefficient of variation of the result.
  public static func lognormal(mean: Double, cv: Double) throws(DistributionError) -> Law {
    try lognormal(mean: mean, sd: try Parameter("cv", of: "lognormal", cv).spread(over: mean))
  }

  /// The exponential of a normal number, by the median of the result and the spread of its log.
  public static func lognormal(median: Double, sigma: Double) throws(DistributionError) -> Law {
    try Law(try Distribution.lognormal(median: median, sigma: sigma))
      .withMean("sigma", of: "lognormal", sigma)
  }

  /// The exponential of a normal number, by the mean and spread of its log.
  public static func lognormal(mu: Double, sigma: Double) throws(DistributionError) -> Law {
    try Law(try Distribution.lognormal(mu: mu, sigma: sigma))
      .withMean("sigma", of: "lognormal", sigma)
  }

  /// Weibull, by mean and standard deviation; the latter is 0.02 to 15 times the mean.
  public static func weibull(mean: Double, sd: Double) throws(DistributionError) -> Law {
    Law(try Distribution.weibull(mean: mean, sd: sd))
  }

  /// Weibull, by mean and coefficient of variation, 0.02 to 15.
  public static func weibull(mean: Double, cv: Double) throws(DistributionError) -> Law {
    let cv = try Parameter("cv", of: "weibull", cv).within(0.02...15)
    return try weibull(mean: mean, sd: cv * mean)
  }

  /// Weibull, by scale and shape; the shape is 0.02 to 1000.
  public static func weibull(scale: Double, shape: Double) throws(DistributionError) -> Law {
    let shape = try Parameter("shape", of: "weibull", shape).within(0.02...1000)
    return try Law(try Distribution.weibull(scale: scale, shape: shape))
      .withMean("scale", of: "weibull", scale)
  }

  /// A normal number kept within a range, from 0 upwards unless said otherwise.
  ///
  /// The mean and standard deviation are those of the normal law before the cut. Either end of the
  /// range may be infinite; a range of probability below 1e-9 is refused.
  public static func normal(
    mean: Double,
    sd: Double,
    low: Double = 0,
    high: Double = .infinity
  ) throws(DistributionError) -> Law {
    Law(
      .normal(
        try TruncatedNormal(law: "normal", mean: mean, sd: sd, low: low, high: high)
      )
    )
  }

  /// This law if its mean is finite; otherwise the blame falls on the named parameter.
  func withMean(
    _ parameter: String,
    of law: String,
    _ value: Double
  ) throws(DistributionError) -> Law {
    guard mean.isFinite else {
      throw DistributionError(
        law: law,
        parameter: parameter,
        allowed: "a number that keeps the mean below 1.8e308",
        found: "\(value)"
      )
    }
    return self
  }
}

extension Parameter {
  /// The value if it is a whole number within a range.
  func whole(_ range: ClosedRange<Double>) throws(DistributionError) -> Double {
    guard range.contains(value), value == value.rounded() else {
      throw DistributionError(
        law: law,
        parameter: name,
        allowed: "a whole number from \(Int(range.lowerBound)) to \(Int(range.upperBound))",
        found: "\(value)"
      )
    }
    return value
  }

  /// One over a finite value above 0, itself finite.
  func reciprocal() throws(DistributionError) -> Double {
    let value = try positive()
    guard (1 / value).isFinite else {
      throw DistributionError(
        law: law,
        parameter: name,
        allowed: "a number whose reciprocal is finite",
        found: "\(value)"
      )
    }
    return 1 / value
  }

  /// Refuses a standard deviation that is no spread a sampler could show: below 1e-9 or above a
  /// million times the mean.
  func isSpread(over mean: Double) throws(DistributionError) {
    let mean = try Parameter("mean", of: law, mean).positive()
    let sd = try positive()
    guard (1e-9...1e6).contains(sd / mean) else {
      throw DistributionError(
        law: law,
        parameter: name,
        allowed: "from 1e-9 to 1e6 times the mean (\(mean)); without spread, use deterministic",
        found: "\(sd)"
      )
    }
  }

  /// The standard deviation that a coefficient of variation, 1e-9 to a million, means.
  func spread(over mean: Double) throws(DistributionError) -> Double {
    let mean = try Parameter("mean", of: law, mean).positive()
    let cv = try positive()
    guard (1e-9...1e6).contains(cv) else {
      throw DistributionError(
        law: law,
        parameter: name,
        allowed: "from 1e-9 to 1e6; without spread, use deterministic",
        found: "\(cv)"
      )
    }
    return cv * mean
  }
}
