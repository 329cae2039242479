internal import Glibc

extension Distribution {
  /// The mean, in the draw's own unit.
  public var mean: Double {
    switch law {
    case .deterministic(let value): value
    case .uniform(let low, let high): (low + high) / 2
    case .triangular(let low, let mode, let high): (low + mode + high) / 3
    case .exponential(let mean): mean
    case .lognormal(let mu, let sigma): exp(mu + sigma * sigma / 2)
    case .gamma(let shape, let scale): shape * scale
    case .weibull(let scale, let shape): scale * tgamma(1 + 1 / shape)
    case .hyperexponential(let weight, let first, let second):
      weight * first + (1 - weight) * second
    }
  }

  /// The standard deviation, in the draw's own unit.
  public var standardDeviation: Double {
    switch law {
    case .deterministic: 0
    case .uniform(let low, let high): (high - low) / 12.0.squareRoot()
    case .triangular(let low, let mode, let high):
      ((low * low + mode * mode + high * high - low * mode - low * high - mode * high) / 18)
        .squareRoot()
    case .exponential(let mean): mean
    case .lognormal(_, let sigma): mean * expm1(sigma * sigma).squareRoot()
    case .gamma(let shape, let scale): shape.squareRoot() * scale
    case .weibull(_, let shape): mean * Distribution.weibullSpread(shape: shape)
    case .hyperexponential(let weight, let first, let second):
      (2 * (weight * first * first + (1 - weight) * second * second) - mean * mean).squareRoot()
    }
  }

  /// The mean of the draw's third power: what the spread of a queue's waits depends on.
  public var thirdMoment: Double {
    switch law {
    case .deterministic(let value): value * value * value
    case .uniform(let low, let high): (low + high) * (low * low + high * high) / 4
    case .triangular(let a, let b, let c):
      // The sum of all products of three of the corners, repeats allowed, over their number.
      (a * a * (a + b + c) + b * b * (b + c) + c * c * c + a * b * c + a * (b * b + c * c)
        + b * c * c) / 10
    case .exponential(let mean): 6 * mean * mean * mean
    case .lognormal(let mu, let sigma): exp(3 * mu + 4.5 * sigma * sigma)
    case .gamma(let shape, let scale):
      shape * (shape + 1) * (shape + 2) * scale * scale * scale
    case .weibull(let scale, let shape): scale * scale * scale * tgamma(1 + 3 / shape)
    case .hyperexponential(let weight, let first, let second):
      6 * (weight * first * first * first + (1 - weight) * second * second * second)
    }
  }

  /// Weibull, by mean and standard deviation.
  ///
  /// The shape is solved by bisection: the spread falls steadily as the shape grows. The standard
  /// deviation must be from 0.02 to 15 times the mean.
  public static func weibull(mean: Double, sd: Double) throws(DistributionError) -> Distribution {
    let mean = try Parameter("mean", of: "weibull", mean).positive()
    let spread = try Parameter("sd over mean", of: "weibull", sd / mean).within(0.02...15)
    var (low, high) = (0.2, 200.0)
    for _ in 0..<200 {
      let middle = (low * high).squareRoot()
      if weibullSpread(shape: middle) > spread { low = middle } else { high = middle }
    }
    let shape = (low * high).squareRoot()
    return try weibull(scale: mean / tgamma(1 + 1 / shape), shape: shape)
  }

  /// Standard deviation over mean of a Weibull law.
  static func weibullSpread(shape: Double) -> Double {
    let first = tgamma(1 + 1 / shape)
    return max(0, tgamma(1 + 2 / shape) / (first * first) - 1).squareRoot()
  }
}
