internal import Glibc

/// Moments of single laws.
extension Law {
  /// Of the beta law from 0 to 1: each power's mean from the one before it.
  static func beta(_ a: Double, _ b: Double) -> Moments {
    let sum = a + b
    let first = a / sum
    let second = first * (a + 1) / (sum + 1)
    return Moments(
      mean: first,
      variance: first * (b / sum) / (sum + 1),
      third: second * (a + 2) / (sum + 2)
    )
  }

  /// Of the Pareto law from 1 upwards: the k-th power's mean is shape / (shape - k).
  static func pareto(_ shape: Double) -> Moments {
    Moments(
      mean: shape / (shape - 1),
      variance: shape > 2 ? shape / ((shape - 1) * (shape - 1) * (shape - 2)) : .infinity,
      third: shape > 3 ? shape / (shape - 3) : .infinity
    )
  }

  /// Of the log-logistic law of scale 1: the k-th power's mean is x / sin x with x = k pi / shape.
  static func loglogistic(_ shape: Double) -> Moments {
    let power = { (k: Double) in
      let angle = k * Double.pi / shape
      return k < shape ? angle / sin(angle) : .infinity
    }
    let first = power(1)
    return Moments(
      mean: first,
      variance: shape > 2 ? max(0, power(2) - first * first) : .infinity,
      third: power(3)
    )
  }

  /// Of a list of values, equally likely or by share.
  static func listed(_ values: [Double], _ weights: [Double]?) -> Moments {
    let even = 1 / Double(values.count)
    return Moments(
      mixing: values.enumerated().map { index, value in
        (
          weights?[index] ?? even,
          Moments(mean: value, variance: 0, third: value * value * value)
        )
      }
    )
  }

  /// Of a law that is uniform between each two neighbouring quantiles.
  static func pieces(_ probabilities: [Double], _ values: [Double]) -> Moments {
    Moments(
      mixing: (1..<values.count).map { index in
        let (low, high) = (values[index - 1], values[index])
        return (
          probabilities[index] - probabilities[index - 1],
          Moments(
            mean: (low + high) / 2,
            variance: (high - low) * (high - low) / 12,
            third: (low + high) * (low * low + high * high) / 4
          )
        )
      }
    )
  }

  /// Of the laws of whole numbers.
  var counted: Moments {
    switch form {
    case .geometric(let p):
      Moments(
        mean: 1 / p,
        variance: (1 - p) / (p * p),
        aboutMean: (1 - p) * (2 - p) / (p * p * p)
      )
    case .poisson(let mean): Moments(mean: mean, variance: mean, aboutMean: mean)
    case .binomial(let trials, let p):
      Moments(
        mean: trials * p,
        variance: trials * p * (1 - p),
        aboutMean: trials * p * (1 - p) * (1 - 2 * p)
      )
    case .negativeBinomial(let successes, let p):
      Moments(
        mean: successes * (1 - p) / p,
        variance: successes * (1 - p) / (p * p),
        aboutMean: successes * (1 - p) * (2 - p) / (p * p * p)
      )
    default: preconditionFailure("only laws of whole numbers are counted")
    }
  }
}
