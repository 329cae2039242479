/// The standard deviation of waits at one server, with the luck of the service times taken out.
///
/// One very long service of length s makes those behind it wait in proportion: their squared waits
/// sum to about rate s^3 / (3 (1 - load)). With skewed services a run seldom meets such an s, so
/// the plain sample deviation is nearly always too low and its standard error with it. The law's
/// third moment is known, hence each replication's mean squared wait is corrected by how far its
/// services' mean cube was off: a control variate, which leaves the expectation as it is.
struct WaitSpread: Sendable {
  let arrivalRate: Double
  let meanService: Double
  let thirdMoment: Double

  /// What a replication contributes: the mean wait and the corrected mean squared wait.
  func contribution(meanWait mean: Double, variance: Double, meanCube cube: Double) -> [Double] {
    let weight = arrivalRate / (3 * (1 - arrivalRate * meanService))
    return [mean, variance + mean * mean - weight * (cube - thirdMoment)]
  }

  /// The deviation that so many contributions together give; nothing when it came out negative.
  @Sendable
  static func deviation(_ contributions: [[Double]]) -> Double? {
    let count = Double(contributions.count)
    let mean = contributions.reduce(0) { $0 + $1[0] } / count
    let square = contributions.reduce(0) { $0 + $1[1] } / count
    let variance = square - mean * mean
    return variance >= 0 ? variance.squareRoot() : nil
  }
}
