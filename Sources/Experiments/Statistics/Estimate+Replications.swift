internal import Probability

extension Estimate {
  /// The confidence level of every printed interval.
  public static let level = 0.95

  /// The mean of replications with Student's t interval.
  ///
  /// - Parameters:
  ///   - values: One value for each replication; an empty list has no estimate.
  ///   - level: Confidence level, strictly between 0 and 1.
  /// - Source: Law, *Simulation Modeling and Analysis*: mean ± t(n−1, 1−α/2) · s / √n.
  public init?(ofReplications values: [Double], level: Double = Estimate.level) {
    guard !values.isEmpty else { return nil }
    let sample = Sample(values)
    mean = sample.mean
    n = values.count
    halfWidth = sample.standardError.map { error in
      let freedom = Double(values.count - 1)
      return StudentT.quantile((1 + level) / 2, degreesOfFreedom: freedom) * error
    }
  }
}

/// Mean and spread of a few numbers.
struct Sample {
  let mean: Double
  let count: Int
  /// Unbiased variance, `nil` for one number.
  let variance: Double?

  /// Two passes, so that a large common offset costs no digits.
  ///
  /// - Precondition: `values` is not empty.
  init(_ values: [Double]) {
    precondition(!values.isEmpty, "a sample needs a value")
    count = values.count
    let centre = values.reduce(0, +) / Double(values.count)
    mean = centre
    guard values.count > 1 else {
      variance = nil
      return
    }
    let squares = values.reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
    variance = squares / Double(values.count - 1)
  }

  /// Standard error of the mean, `nil` for one number.
  var standardError: Double? {
    variance.map { ($0 / Double(count)).squareRoot() }
  }
}
