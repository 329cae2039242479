/// Any law of chance that a queueing network may name, with valid parameters.
///
/// The throwing factories are the only way in, and they say which parameter of which law cannot be.
/// A law may be of any size (a phase-type chain, ten thousand observed values, a mixture of
/// mixtures); a running model holds its flat form, `LawTable`.
public struct Law: Hashable, Sendable {
  /// The laws in the parameters their samplers take.
  indirect enum Form: Hashable, Sendable {
    case simple(Distribution)
    case normal(TruncatedNormal)
    case hyperexponential(weights: [Double], means: [Double])
    case phaseType(PhaseType)
    case beta(a: Double, b: Double, low: Double, high: Double)
    case pareto(shape: Double, minimum: Double)
    case loglogistic(shape: Double, scale: Double)
    /// Whole shares of 1; `nil` for equal ones.
    case values([Double], weights: [Double]?)
    case quantiles(probabilities: [Double], values: [Double])
    case geometric(probability: Double)
    case poisson(mean: Double)
    case binomial(trials: Double, probability: Double)
    case negativeBinomial(successes: Double, probability: Double)
    case mixture([Part])
    case scaled(Law, factor: Double, offset: Double)
  }

  /// One law of a mixture and its share of the draws.
  struct Part: Hashable, Sendable {
    let share: Double
    let law: Law
  }

  let form: Form

  init(_ form: Form) {
    self.form = form
  }

  /// One of the simple laws, as it is: its factory has checked it.
  public init(_ distribution: Distribution) {
    form = .simple(distribution)
  }

  /// The same law with every draw moved by an offset, a finite number.
  public func shifted(by offset: Double) throws(DistributionError) -> Law {
    try rescaled(by: 1, offset: offset)
  }

  /// The same law with every draw multiplied by a factor above 0.
  public func scaled(by factor: Double) throws(DistributionError) -> Law {
    try rescaled(by: factor, offset: 0)
  }

  /// The same law with every draw multiplied, then moved.
  private func rescaled(by factor: Double, offset: Double) throws(DistributionError) -> Law {
    let factor = try Parameter("factor", of: "scaled law", factor).positive()
    let offset = try Parameter("offset", of: "scaled law", offset).finite()
    let law = Law(.scaled(self, factor: factor, offset: offset))
    guard law.mean.isFinite else {
      throw DistributionError(
        law: "scaled law",
        parameter: "factor",
        allowed: "a factor that keeps the mean finite",
        found: "\(factor)"
      )
    }
    return law
  }

  /// Draws from one of several laws, chosen by weight for each draw.
  ///
  /// The weights are 0 or more; see `WeightSum` for their sum. Mixtures may hold mixtures, eight
  /// deep.
  public static func mixture(
    _ parts: [(weight: Double, law: Law)],
    sum: WeightSum = .isOne
  ) throws(DistributionError) -> Law {
    let shares = try WeightList("weights", of: "mixture", parts.map(\.weight)).shares(sum)
    let law = Law(.mixture(zip(shares, parts).map { Part(share: $0, law: $1.law) }))
    guard law.depth <= 8 else {
      throw DistributionError(
        law: "mixture",
        parameter: "nesting",
        allowed: "laws inside laws at most 8 deep",
        found: "deeper"
      )
    }
    return law
  }

  /// How many laws lie inside one another.
  private var depth: Int {
    switch form {
    case .mixture(let parts): 1 + (parts.map(\.law.depth).max() ?? 0)
    case .scaled(let law, _, _): 1 + law.depth
    default: 0
    }
  }
}
