/// Laws of whole numbers.
extension Law {
  /// The number of trials up to the first success, by the chance of success: 1e-12 to 1.
  public static func geometric(probability: Double) throws(DistributionError) -> Law {
    let name = "geometric"
    return Law(
      .geometric(
        probability: try Parameter("probability", of: name, probability).within(1e-12...1)
      )
    )
  }

  /// The number of trials up to the first success, by its mean: 1 to 1e12.
  public static func geometric(mean: Double) throws(DistributionError) -> Law {
    try geometric(probability: 1 / Parameter("mean", of: "geometric", mean).within(1...1e12))
  }

  /// The number of independent rare events, by its mean: above 0, up to 1e9.
  public static func poisson(mean: Double) throws(DistributionError) -> Law {
    let mean = try Parameter("mean", of: "poisson", mean).positive()
    return Law(.poisson(mean: try Parameter("mean", of: "poisson", mean).within(0...1e9)))
  }

  /// The number of successes in up to a billion trials of one chance.
  public static func binomial(
    trials: Double,
    probability: Double
  ) throws(DistributionError) -> Law {
    Law(
      .binomial(
        trials: try Parameter("trials", of: "binomial", trials).whole(1...1e9),
        probability: try Parameter("probability", of: "binomial", probability).within(0...1)
      )
    )
  }

  /// The number of failures before as many successes as said, which need not be whole.
  ///
  /// Both the mean, successes (1 - p) / p, and the odds of failure are at most 1e7.
  public static func negativeBinomial(
    successes: Double,
    probability: Double
  ) throws(DistributionError) -> Law {
    let name = "negative_binomial"
    let successes = try Parameter("successes", of: name, successes).positive()
    let probability = try Parameter("probability", of: name, probability).within(1e-7...1)
    let mean = successes * (1 - probability) / probability
    _ = try Parameter("mean of successes and probability", of: name, mean).within(0...1e7)
    return Law(.negativeBinomial(successes: successes, probability: probability))
  }
}
