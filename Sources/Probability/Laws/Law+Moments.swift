internal import Glibc

/// What is known of a law without drawing from it.
extension Law {
  /// The mean, in the draw's own unit; always finite for a law from a factory.
  public var mean: Double { moments.mean }

  /// The standard deviation, in the draw's own unit; `nil` if it is infinite or beyond the largest
  /// number.
  public var standardDeviation: Double? {
    let sd =
      if case .simple(let simple) = form {
        simple.standardDeviation
      } else {
        moments.variance.squareRoot()
      }
    return sd.isFinite ? sd : nil
  }

  /// The mean of the draw's third power, what the spread of a queue's waits depends on; `nil` if it
  /// is infinite or beyond the largest number.
  public var thirdMoment: Double? {
    let third = moments.third
    return third.isFinite ? third : nil
  }

  /// The range that every draw lies in; either end may be infinite.
  public var support: ClosedRange<Double> {
    switch form {
    case .simple(let simple): simple.support
    case .normal(let normal): normal.low...normal.high
    case .hyperexponential, .phaseType, .loglogistic, .poisson, .negativeBinomial: 0...(.infinity)
    case .beta(_, _, let low, let high): low...high
    case .pareto(_, let minimum): minimum...(.infinity)
    case .values(let values, let weights): Law.range(of: values, weights)
    case .quantiles(_, let values): values[0]...values[values.count - 1]
    case .geometric: 1...(.infinity)
    case .binomial(let trials, _): 0...trials
    case .mixture(let parts):
      parts.filter { $0.share > 0 }.map(\.law.support).reduce(nil) { whole, part in
        guard let whole else { return part }
        return min(whole.lowerBound, part.lowerBound)...max(whole.upperBound, part.upperBound)
      } ?? 0...0
    case .scaled(let law, let factor, let offset):
      (law.support.lowerBound * factor + offset)...(law.support.upperBound * factor + offset)
    }
  }

  /// Whether every draw is a whole number, as a batch size must be.
  public var isWhole: Bool {
    switch form {
    case .simple(let simple):
      if case .deterministic(let value) = simple.law { value == value.rounded() } else { false }
    case .geometric, .poisson, .binomial, .negativeBinomial: true
    case .values(let values, _): values.allSatisfy { $0 == $0.rounded() }
    case .mixture(let parts): parts.allSatisfy(\.law.isWhole)
    case .scaled(let law, let factor, let offset):
      law.isWhole && factor == factor.rounded() && offset == offset.rounded()
    default: false
    }
  }

  /// What is dangerous about a law that is allowed, in one sentence; `nil` if nothing is.
  public var caution: String? {
    guard let sd = standardDeviation else {
      return "the standard deviation is infinite: averages settle slowly and the usual confidence"
        + " intervals do not hold"
    }
    guard sd <= 100 * abs(mean) || support.lowerBound < 0 else {
      return "the standard deviation is more than 100 times the mean: the average rests on draws so"
        + " rare that a run may never see one"
    }
    return nil
  }

  /// The moments by exact formulas.
  ///
  /// - Complexity: O(length of the longest list).
  var moments: Moments {
    switch form {
    case .simple(let simple):
      Moments(
        mean: simple.mean,
        variance: simple.standardDeviation * simple.standardDeviation,
        third: simple.thirdMoment
      )
    case .normal(let normal): normal.moments
    case .hyperexponential(let weights, let means):
      Moments(
        mixing: zip(weights, means).map { weight, mean in
          (weight, Moments(mean: mean, variance: mean * mean, third: 6 * mean * mean * mean))
        }
      )
    case .phaseType(let chain): chain.moments
    case .beta(let a, let b, let low, let high): Law.beta(a, b).scaled(by: high - low, offset: low)
    case .pareto(let shape, let minimum): Law.pareto(shape).scaled(by: minimum, offset: 0)
    case .loglogistic(let shape, let scale): Law.loglogistic(shape).scaled(by: scale, offset: 0)
    case .values(let values, let weights): Law.listed(values, weights)
    case .quantiles(let probabilities, let values): Law.pieces(probabilities, values)
    case .mixture(let parts): Moments(mixing: parts.map { ($0.share, $0.law.moments) })
    case .scaled(let law, let factor, let offset): law.moments.scaled(by: factor, offset: offset)
    case .geometric, .poisson, .binomial, .negativeBinomial: counted
    }
  }

  private static func range(of values: [Double], _ weights: [Double]?) -> ClosedRange<Double> {
    let drawn = weights.map { weights in
      values.indices.filter { weights[$0] > 0 }.map { values[$0] }
    }
    let kept = drawn ?? values
    return (kept.min() ?? 0)...(kept.max() ?? 0)
  }
}

extension Distribution {
  /// The range that every draw lies in.
  var support: ClosedRange<Double> {
    switch law {
    case .deterministic(let value): value...value
    case .uniform(let low, let high), .triangular(let low, _, let high): low...high
    case .exponential, .lognormal, .gamma, .weibull, .hyperexponential: 0...(.infinity)
    }
  }
}
