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

  /// Whether luck moves nothing: all replications came to the same.
  var isFixed: Bool { halfWidth == 0 }

  /// Two-sided p-value of Student's t against a true mean; `nil` for a single replication.
  ///
  /// - Parameter value: The mean that is doubted.
  /// - Returns: A probability from 0 to 1.
  func chance(ofMean value: Double) -> Double? {
    guard let halfWidth, n > 1 else { return nil }
    if mean == value { return 1 }
    guard halfWidth > 0 else { return 0 }
    let freedom = Double(n - 1)
    let quantile = StudentT.quantile((1 + Self.level) / 2, degreesOfFreedom: freedom)
    let distance = abs(mean - value) / halfWidth * quantile
    return 2 * StudentT.cumulative(-distance, degreesOfFreedom: freedom)
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
    // The mean of equal numbers is rounded to another one, and they would seem to vary.
    guard values.contains(where: { $0 != values[0] }) else {
      mean = values[0]
      variance = values.count > 1 ? 0 : nil
      return
    }
    let centre = values.reduce(0, +) / Double(values.count)
    mean = centre
    let squares = values.reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
    variance = squares / Double(values.count - 1)
  }

  /// Standard error of the mean, `nil` for one number.
  var standardError: Double? {
    variance.map { ($0 / Double(count)).squareRoot() }
  }
}
