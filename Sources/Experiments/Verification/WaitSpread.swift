internal import Engine
internal import NetworkModel
internal import Probability

/// The standard deviation of waits at one server, with the luck of the service times taken out.
///
/// One very long service of length s makes those behind it wait in proportion: their squared waits
/// sum to about rate s^3 / (3 (1 - load)). With skewed services a run seldom meets such an s, so
/// the plain sample deviation is nearly always too low and its standard error with it. The law's
/// third moment is known, hence each replication's mean squared wait is corrected by how far its
/// services' mean cube was off: a control variate, which leaves the expectation as it is.
struct WaitSpread: Sendable {
  let arrivalRate: Double
  let law: Distribution

  /// The jackknife's value of each replication, whose mean is the estimate and whose spread its
  /// error; nothing where a replication had no waits or the variance came out negative.
  ///
  /// - Source: Miller, *The jackknife: a review*, Biometrika 61 (1974).
  @Sendable
  func values(_ readings: [StationReadings]) -> [Double?] {
    let found = readings.compactMap { moments(of: $0) }
    let mean = found.reduce(0) { $0 + $1.mean }
    let square = found.reduce(0) { $0 + $1.square }
    let count = found.count
    guard count == readings.count, count > 1,
      let whole = spread(mean: mean, square: square, count: count)
    else { return readings.map { _ in nil } }
    return found.map { left -> Double? in
      let without = spread(
        mean: mean - left.mean,
        square: square - left.square,
        count: count - 1
      )
      guard let without else { return nil }
      return Double(count) * whole - Double(count - 1) * without
    }
  }

  /// Two moments of the waits of one replication.
  private struct Moments {
    let mean: Double
    /// Corrected by the services drawn.
    let square: Double
  }

  private func moments(of readings: StationReadings) -> Moments? {
    guard let mean = readings.waits.mean, let variance = readings.waits.variance,
      let cube = readings.serviceCubes.mean
    else { return nil }
    let weight = arrivalRate / (3 * (1 - arrivalRate * law.mean))
    let correction = weight * (cube - law.thirdMoment)
    return Moments(mean: mean, square: variance + mean * mean - correction)
  }

  /// The deviation by the sums of so many means and mean squares.
  private func spread(mean: Double, square: Double, count: Int) -> Double? {
    let mean = mean / Double(count)
    let variance = square / Double(count) - mean * mean
    return variance >= 0 ? variance.squareRoot() : nil
  }
}
