internal import CGSL
internal import Glibc

/// Laws by their median and the value that 95 of 100 draws stay below.
extension Law {
  /// Lognormal by median and 95th percentile.
  public static func lognormal(median: Double, p95: Double) throws(DistributionError) -> Law {
    let ratio = try stretch(of: "lognormal", median, p95)
    Numerics.handlerIsOff
    return try lognormal(median: median, sigma: log(ratio) / gsl_cdf_ugaussian_Pinv(0.95))
  }

  /// Weibull by median and 95th percentile; the latter is 1.0015 to 1e30 times the former.
  public static func weibull(median: Double, p95: Double) throws(DistributionError) -> Law {
    let ratio = try stretch(of: "weibull", median, p95, within: 1.0015...1e30)
    // The value at probability p is scale (-log(1 - p))^(1 / shape).
    let shape = log(log(20) / log(2)) / log(ratio)
    return try weibull(scale: median / pow(log(2), 1 / shape), shape: shape)
  }

  /// Gamma by median and 95th percentile; the latter is 1.0017 to 1e5 times the former.
  public static func gamma(median: Double, p95: Double) throws(DistributionError) -> Law {
    let ratio = try stretch(of: "gamma", median, p95, within: 1.0017...1e5)
    Numerics.handlerIsOff
    // The ratio falls steadily as the shape grows; the ends give 7.6e5 and 1.00165.
    var (low, high) = (0.05, 1e6)
    for _ in 0..<200 {
      let middle = (low * high).squareRoot()
      let found = gsl_cdf_gamma_Pinv(0.95, middle, 1) / gsl_cdf_gamma_Pinv(0.5, middle, 1)
      if found > ratio { low = middle } else { high = middle }
    }
    let shape = (low * high).squareRoot()
    return try gamma(shape: shape, scale: median / gsl_cdf_gamma_Pinv(0.5, shape, 1))
  }

  /// Log-logistic by median and 95th percentile; the latter is below 19 times the former.
  public static func loglogistic(median: Double, p95: Double) throws(DistributionError) -> Law {
    let ratio = try stretch(of: "loglogistic", median, p95, within: 1.000001...18.999)
    // The odds of 95 in 100 are 19 to 1.
    return try loglogistic(shape: log(19) / log(ratio), scale: median)
  }

  /// The 95th percentile over the median, both checked.
  private static func stretch(
    of law: String,
    _ median: Double,
    _ p95: Double,
    within range: ClosedRange<Double> = 1.000000001...1e30
  ) throws(DistributionError) -> Double {
    let median = try Parameter("median", of: law, median).positive()
    let p95 = try Parameter("p95", of: law, p95).positive()
    guard p95 > median else {
      throw DistributionError(
        law: law,
        parameter: "p95",
        allowed: "a number above the median (\(median))",
        found: "\(p95)"
      )
    }
    guard range.contains(p95 / median) else {
      throw DistributionError(
        law: law,
        parameter: "p95",
        allowed: "\(range.lowerBound) to \(range.upperBound) times the median (\(median))",
        found: "\(p95)"
      )
    }
    return p95 / median
  }
}
