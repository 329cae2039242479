/// Laws built from exponential stages.
extension Law {
  /// Exponentials mixed, one mean for each weight.
  ///
  /// The weights are 0 or more; see `WeightSum` for their sum. The means are above 0.
  public static func hyperexponential(
    weights: [Double],
    means: [Double],
    sum: WeightSum = .isOne
  ) throws(DistributionError) -> Law {
    let name = "hyperexponential"
    let shares = try WeightList("weights", of: name, weights).shares(sum)
    let list = NumberList("means", of: name, means)
    try list.count(weights.count, as: "weights")
    let means = try list.each { (mean) throws(DistributionError) in try mean.positive() }
    return try branches(shares, means)
  }

  /// Exponentials mixed, one rate (one over the mean) for each weight.
  public static func hyperexponential(
    weights: [Double],
    rates: [Double],
    sum: WeightSum = .isOne
  ) throws(DistributionError) -> Law {
    let name = "hyperexponential"
    let shares = try WeightList("weights", of: name, weights).shares(sum)
    let list = NumberList("rates", of: name, rates)
    try list.count(weights.count, as: "weights")
    let means = try list.each { (rate) throws(DistributionError) in try rate.reciprocal() }
    return try branches(shares, means)
  }

  /// Two exponentials of a given mean and coefficient of variation whose branches carry half of the
  /// mean each.
  ///
  /// The coefficient of variation is 1 or more, up to a million.
  ///
  /// - Source: Morse's balanced means; Tijms, *A first course in stochastic models*, appendix B.
  public static func hyperexponential(
    mean: Double,
    cv: Double
  ) throws(DistributionError) -> Law {
    let name = "hyperexponential"
    let mean = try Parameter("mean", of: name, mean).positive()
    let cv = try Parameter("cv", of: name, cv).within(1...1e6)
    let square = cv * cv
    let root = ((square - 1) / (square + 1)).squareRoot()
    let frequent = (1 + root) / 2
    // (1 - root) / 2 without the subtraction, which would lose every digit of a small share.
    let rare = 1 / ((square + 1) * (1 + root))
    return try branches([frequent, rare], [mean / (2 * frequent), mean / (2 * rare)])
  }

  /// Branches whose shares and means were checked.
  private static func branches(
    _ shares: [Double],
    _ means: [Double]
  ) throws(DistributionError) -> Law {
    let law =
      shares.count == 2
      ? Law(try Distribution.hyperexponential(weights: shares, means: means))
      : Law(Form.hyperexponential(weights: shares, means: means))
    return try law.withMean("means", of: "hyperexponential", means.max() ?? 0)
  }

  /// The time until a Markov chain is absorbed, from the probabilities of its first phase and the
  /// rates among its phases.
  ///
  /// `rates` is the sub-generator: 1 to 200 rows, rates of 0 or more outside the diagonal, below 0
  /// on it, and no row that adds up to more than 0. Absorption is certain.
  public static func phaseType(
    initial: [Double],
    rates: [[Double]]
  ) throws(DistributionError) -> Law {
    Law(.phaseType(try PhaseType(initial: initial, rates: rates)))
  }
}
