internal import CGSL
internal import Glibc

extension Law {
  /// The chance of a draw at or below a value, by formula; nothing for phase-type laws, which have
  /// none that is cheap, and for mixtures with them.
  ///
  /// - Complexity: O(length of the longest list).
  public func cumulative(_ value: Double) -> Double? {
    Numerics.handlerIsOff
    switch form {
    case .simple(let simple): return simple.cumulative(value)
    case .normal(let normal): return normal.cumulative(value)
    case .hyperexponential(let weights, let means):
      return zip(weights, means).reduce(0) { $0 + $1.0 * Law.exponential($1.1, value) }
    case .phaseType: return nil
    case .beta(let a, let b, let low, let high):
      return gsl_cdf_beta_P(min(max((value - low) / (high - low), 0), 1), a, b)
    case .pareto(let shape, let minimum):
      return value <= minimum ? 0 : -expm1(shape * log(minimum / value))
    case .loglogistic(let shape, let scale):
      return value <= 0 ? 0 : 1 / (1 + pow(value / scale, -shape))
    case .values(let values, let weights):
      let even = 1 / Double(values.count)
      return values.indices.reduce(0) {
        values[$1] <= value ? $0 + (weights?[$1] ?? even) : $0
      }
    case .quantiles(let probabilities, let values):
      return Law.between(probabilities, values, value)
    case .geometric, .poisson, .binomial, .negativeBinomial: return counted(upTo: value)
    case .mixture(let parts):
      var sum = 0.0
      for part in parts where part.share > 0 {
        guard let share = part.law.cumulative(value) else { return nil }
        sum += part.share * share
      }
      return sum
    case .scaled(let law, let factor, let offset): return law.cumulative((value - offset) / factor)
    }
  }

  private func counted(upTo value: Double) -> Double {
    guard value >= 0 else { return 0 }
    let count = UInt32(min(value.rounded(.down), Double(UInt32.max)))
    switch form {
    case .geometric(let p): return count == 0 ? 0 : gsl_cdf_geometric_P(count, p)
    case .poisson(let mean): return gsl_cdf_poisson_P(count, mean)
    case .binomial(let trials, let p):
      return Double(count) >= trials ? 1 : gsl_cdf_binomial_P(count, p, UInt32(trials))
    case .negativeBinomial(let successes, let p):
      return gsl_cdf_negative_binomial_P(count, p, successes)
    default: preconditionFailure("only laws of whole numbers are counted")
    }
  }

  fileprivate static func exponential(_ mean: Double, _ value: Double) -> Double {
    value <= 0 ? 0 : -expm1(-value / mean)
  }

  private static func between(
    _ probabilities: [Double],
    _ values: [Double],
    _ value: Double
  ) -> Double {
    guard let upper = values.firstIndex(where: { $0 > value }) else { return 1 }
    guard upper > 0 else { return 0 }
    let (low, high) = (values[upper - 1], values[upper])
    let (before, after) = (probabilities[upper - 1], probabilities[upper])
    return before + (after - before) * (value - low) / (high - low)
  }
}

extension Distribution {
  /// The chance of a draw at or below a value.
  fileprivate func cumulative(_ value: Double) -> Double {
    switch law {
    case .deterministic(let only): value < only ? 0 : 1
    case .uniform(let low, let high): min(max((value - low) / (high - low), 0), 1)
    case .triangular(let low, let mode, let high):
      if value <= low {
        0
      } else if value < mode {
        (value - low) * (value - low) / ((high - low) * (mode - low))
      } else if value < high {
        1 - (high - value) * (high - value) / ((high - low) * (high - mode))
      } else {
        1
      }
    case .exponential(let mean): Probability.Law.exponential(mean, value)
    case .lognormal(let mu, let sigma):
      value <= 0 ? 0 : gsl_cdf_ugaussian_P((log(value) - mu) / sigma)
    case .gamma(let shape, let scale): value <= 0 ? 0 : gsl_cdf_gamma_P(value, shape, scale)
    case .weibull(let scale, let shape): value <= 0 ? 0 : -expm1(-pow(value / scale, shape))
    case .hyperexponential(let weight, let first, let second):
      weight * Probability.Law.exponential(first, value)
        + (1 - weight) * Probability.Law.exponential(second, value)
    }
  }
}

extension TruncatedNormal {
  /// The chance of a draw at or below a value, from the nearer tail.
  fileprivate func cumulative(_ value: Double) -> Double {
    guard value > low else { return 0 }
    guard value < high else { return 1 }
    let place = (value - mean) / sd
    return low >= mean
      ? 1 - (gsl_cdf_ugaussian_Q(place) - above) / inside
      : (gsl_cdf_ugaussian_P(place) - below) / inside
  }
}
