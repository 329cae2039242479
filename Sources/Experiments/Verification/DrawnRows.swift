internal import Engine
internal import Glibc
internal import Probability

/// The rows of a case that independent draws answer, as they are judged.
///
/// Means and shares may be off by 4.5 standard errors, as the cases file's notes say; tests of whole
/// distributions fail below a chance of one in a million.
struct DrawnRows {
  let caseID: String
  private(set) var rows: [JudgedRow] = []

  /// Standard errors that a mean or share may be off.
  static let limit = 4.5
  /// The chance below which a test of a distribution fails.
  static let leastChance = 1e-6
  /// What Kolmogorov's distance times the root of the number of draws stays below; a true law is
  /// further off once in a million times.
  static let distanceLimit = 2.7

  init(_ wanted: AnalyticCase) {
    caseID = wanted.id
  }

  /// Judges an estimate by its standard error, with the precision of the file's digits besides.
  mutating func add(
    _ row: String,
    exact: Double,
    estimate: Double,
    error: Double,
    limit: Double = limit
  ) {
    let isNear = abs(estimate - exact) <= limit * error + 1e-9 * abs(exact)
    let isUsable = error.isFinite && error >= 0
    add(row, exact, estimate, error, isUsable && isNear ? .pass : .fail)
  }

  /// Judges the share of so many draws that were hits.
  mutating func add(_ row: String, exact: Double, hits: Int, of draws: Int) {
    let error = (exact * (1 - exact) / Double(draws)).squareRoot()
    add(row, exact: exact, estimate: Double(hits) / Double(draws), error: error)
  }

  /// Judges a mean of independent observations.
  mutating func add(_ row: String, exact: Double, mean tally: Tally) {
    add(row, exact: exact, estimate: tally.mean ?? .nan, error: tally.standardError ?? .nan)
  }

  /// Judges a standard deviation by the spread of the squared distances from the mean.
  mutating func add(_ row: String, exact: Double, deviationOf values: [Double]) {
    let spread = Spread(values)
    let deviation = spread.variance.squareRoot()
    let error = spread.errorOfVariance / (2 * deviation)
    add(row, exact: exact, estimate: deviation, error: error)
  }

  /// Judges a value that a formula or a rule gives, without chance.
  mutating func add(
    _ row: String,
    exact: Double,
    formula value: Double,
    within tolerance: Double = 1e-9
  ) {
    let isNear = abs(value - exact) <= tolerance * abs(exact)
    add(row, exact, value, 0, isNear ? .pass : .fail)
  }

  /// Judges something that must hold: 1 for true.
  mutating func add(_ row: String, holds isTrue: Bool) {
    add(row, exact: 1, formula: isTrue ? 1 : 0, within: 0)
  }

  /// Judges counts by Pearson's chi-square against what was expected of each.
  ///
  /// Cells of expectation 0 must be empty. Without a stated number of degrees of freedom the counts'
  /// sum is fixed.
  mutating func add(
    _ row: String,
    counts: [Int],
    expected: [Double],
    degreesOfFreedom stated: Int? = nil
  ) {
    let cells = zip(counts, expected).filter { $0.1 > 0 }
    let strays = zip(counts, expected).contains { $0.1 <= 0 && $0.0 > 0 }
    let freedom = Double(stated ?? cells.count - 1)
    guard freedom > 0 else { return add(row, holds: !strays) }
    let sum = cells.reduce(0) { $0 + (Double($1.0) - $1.1) * (Double($1.0) - $1.1) / $1.1 }
    let chance = ChiSquare.above(sum, degreesOfFreedom: freedom)
    let fits = chance > DrawnRows.leastChance && !strays
    add(row, freedom, sum, (2 * freedom).squareRoot(), fits ? .pass : .fail)
  }

  /// Judges a statistic that follows a chi-square law; too small is as suspicious as too large.
  mutating func add(_ row: String, chiSquare sum: Double, degreesOfFreedom freedom: Double) {
    let above = ChiSquare.above(sum, degreesOfFreedom: freedom)
    let below = ChiSquare.cumulative(sum, degreesOfFreedom: freedom)
    let fits = 2 * min(above, below) > DrawnRows.leastChance
    add(row, freedom, sum, (2 * freedom).squareRoot(), fits ? .pass : .fail)
  }

  /// Judges draws by Kolmogorov's distance from their cumulative law, times the root of their
  /// number.
  mutating func add(_ row: String, distanceOf values: [Double], from law: (Double) -> Double) {
    let sorted = values.sorted()
    let count = Double(sorted.count)
    var distance = 0.0
    for (place, value) in sorted.enumerated() {
      let below = law(value)
      // The law itself may be no number; a comparison would hide it.
      guard !below.isNaN else { return add(row, 0, .nan, 0, .fail) }
      distance = max(distance, below - Double(place) / count, Double(place + 1) / count - below)
    }
    let scaled = distance * count.squareRoot()
    add(row, 0, scaled, 0, scaled < DrawnRows.distanceLimit ? .pass : .fail)
  }

  /// Judges whether two series of equal length are uncorrelated.
  mutating func add(_ row: String, correlationOf one: [Double], with other: [Double]) {
    let count = Double(one.count)
    let (here, there) = (one.reduce(0, +) / count, other.reduce(0, +) / count)
    var (square, otherSquare, product) = (0.0, 0.0, 0.0)
    for (value, otherValue) in zip(one, other) {
      square += (value - here) * (value - here)
      otherSquare += (otherValue - there) * (otherValue - there)
      product += (value - here) * (otherValue - there)
    }
    let correlation = product / (square * otherSquare).squareRoot()
    add(row, exact: 0, estimate: correlation, error: 1 / count.squareRoot())
  }

  private mutating func add(
    _ row: String,
    _ exact: Double,
    _ estimate: Double,
    _ error: Double,
    _ verdict: JudgedRow.Verdict
  ) {
    rows.append(
      JudgedRow(
        caseID: caseID,
        row: row,
        exact: exact,
        estimate: estimate,
        standardError: error,
        z: error > 0 ? (estimate - exact) / error : nil,
        stretch: 1,
        verdict: verdict
      )
    )
  }
}

/// Mean and variance of many observations, and how sure the variance is.
struct Spread {
  let mean: Double
  let variance: Double
  /// The standard error of the variance, by the observations' own fourth moment.
  let errorOfVariance: Double

  init(_ values: [Double]) {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    var (square, fourth) = (0.0, 0.0)
    for value in values {
      let distance = (value - mean) * (value - mean)
      square += distance
      fourth += distance * distance
    }
    square /= count
    self.mean = mean
    variance = square * count / (count - 1)
    errorOfVariance = (max(0, fourth / count - square * square) / count).squareRoot()
  }
}
