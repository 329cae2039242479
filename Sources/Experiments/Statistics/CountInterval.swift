internal import Probability

/// How well the mean of a Poisson count is known from one count.
public enum CountInterval {
  /// The exact interval of the mean.
  ///
  /// - Source: Garwood 1936: χ²(α/2; 2x) / 2 to χ²(1 - α/2; 2x + 2) / 2.
  /// - Precondition: `count` is 0 or more.
  public static func garwood(
    _ count: Int,
    level: Double = Estimate.level
  ) -> (low: Double, high: Double) {
    precondition(count >= 0, "a count is 0 or more")
    let (x, tail) = (Double(count), (1 - level) / 2)
    let low = count == 0 ? 0 : ChiSquare.quantile(tail, degreesOfFreedom: 2 * x) / 2
    return (low, ChiSquare.quantile(1 - tail, degreesOfFreedom: 2 * x + 2) / 2)
  }
}
