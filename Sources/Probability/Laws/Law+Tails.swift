/// Laws on a bounded range, and laws with a heavy tail.
extension Law {
  /// Beta with both shapes from 1e-6 to 1e12, on the range from `low` to `high`.
  public static func beta(
    a: Double,
    b: Double,
    low: Double = 0,
    high: Double = 1
  ) throws(DistributionError) -> Law {
    let low = try Parameter("low", of: "beta", low).finite()
    return Law(
      .beta(
        a: try Parameter("a", of: "beta", a).within(1e-6...1e12),
        b: try Parameter("b", of: "beta", b).within(1e-6...1e12),
        low: low,
        high: try Parameter("high", of: "beta", high).above(low)
      )
    )
  }

  /// Beta by mean and standard deviation, on the range from `low` to `high`.
  ///
  /// The mean lies inside the range; the standard deviation is below that of a law with draws at
  /// the two ends only.
  public static func beta(
    mean: Double,
    sd: Double,
    low: Double = 0,
    high: Double = 1
  ) throws(DistributionError) -> Law {
    let low = try Parameter("low", of: "beta", low).finite()
    let high = try Parameter("high", of: "beta", high).above(low)
    let width = high - low
    let place = (mean - low) / width
    guard place > 0, place < 1 else {
      throw DistributionError(
        law: "beta",
        parameter: "mean",
        allowed: "a number between low (\(low)) and high (\(high))",
        found: "\(mean)"
      )
    }
    let spread = try Parameter("sd", of: "beta", sd).positive() / width
    let total = place * (1 - place) / (spread * spread) - 1
    guard total > 0 else {
      throw DistributionError(
        law: "beta",
        parameter: "sd",
        allowed: "below \((place * (1 - place)).squareRoot() * width) for this mean and range",
        found: "\(sd)"
      )
    }
    return try beta(a: place * total, b: (1 - place) * total, low: low, high: high)
  }

  /// Pareto from a minimum upwards: the chance of more than x is (minimum / x) to the power of the
  /// shape.
  ///
  /// The shape is above 1, or the mean would be infinite; up to 2 the variance is, and `caution`
  /// says so.
  public static func pareto(shape: Double, minimum: Double) throws(DistributionError) -> Law {
    let shape = try tail(shape, of: "pareto")
    let minimum = try Parameter("minimum", of: "pareto", minimum).positive()
    return try Law(.pareto(shape: shape, minimum: minimum))
      .withMean("minimum", of: "pareto", minimum)
  }

  /// Pareto by its mean.
  public static func pareto(shape: Double, mean: Double) throws(DistributionError) -> Law {
    let shape = try tail(shape, of: "pareto")
    let mean = try Parameter("mean", of: "pareto", mean).positive()
    return try pareto(shape: shape, minimum: mean * (shape - 1) / shape)
  }

  /// The exponential of a logistic number; the scale is the median.
  ///
  /// The shape is above 1, or the mean would be infinite; up to 2 the variance is, and `caution`
  /// says so.
  public static func loglogistic(shape: Double, scale: Double) throws(DistributionError) -> Law {
    let shape = try tail(shape, of: "loglogistic")
    let scale = try Parameter("scale", of: "loglogistic", scale).positive()
    return try Law(.loglogistic(shape: shape, scale: scale))
      .withMean("scale", of: "loglogistic", scale)
  }

  /// A shape that leaves the mean finite.
  private static func tail(_ shape: Double, of law: String) throws(DistributionError) -> Double {
    guard shape.isFinite, shape > 1 else {
      throw DistributionError(
        law: law,
        parameter: "shape",
        allowed: "a finite number above 1 (at 1 and below the mean is infinite)",
        found: "\(shape)"
      )
    }
    return shape
  }
}
