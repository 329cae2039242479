/// What knowing one uncertain input would be worth for a verdict, from a given sample.
///
/// The margin of the verdict is regressed on the input; the trend is what would be expected if the
/// input were known, and the spread around the trend is what would stay unknown. Its law is taken
/// as the same everywhere and equal to that of the residuals.
///
/// - Source: Strong, Oakley and Brennan 2014, single-parameter EVPPI by regression; Duan 1983 for
///   the law of residuals.
public struct ValueOfInformation: Sendable, Hashable {
  /// Part of the margin's variance that the input explains, 0 to 1.
  public let explained: Double
  /// Expected absolute change of the chance of meeting the target, 0 to 1.
  public let change: Double
  /// Fall of the chance that today's verdict is wrong, 0 to 0.5: EVPPI for a loss of 1.
  public let doubt: Double
  /// EVPPI for a loss that grows with the margin, in the unit of the margin: E max(trend, 0) less
  /// max(mean, 0).
  public let loss: Double

  /// The value of one input; `nil` for fewer than eight points or margins that do not vary.
  ///
  /// - Parameters:
  ///   - inputs: Its value at each point.
  ///   - margins: By how much the target is met at each point; below 0 where it is missed.
  /// - Complexity: O(points²)
  public init?(of inputs: [Double], margins: [Double]) {
    precondition(inputs.count == margins.count, "every point has a margin")
    guard margins.count >= AnalysisMethod.fewestPoints,
      let variance = Sample(margins).variance, variance > 0
    else { return nil }
    let trend = PolynomialTrend(inputs, margins)
    let residuals = zip(margins, trend.fitted).map(-)
    let n = Double(margins.count)
    let chances = trend.fitted.map { expected in
      Double(residuals.count { expected + $0 >= 0 }) / n
    }
    let chance = Sample(chances).mean
    explained = (Sample(trend.fitted).variance ?? 0) / variance
    change = Sample(chances.map { abs($0 - chance) }).mean
    doubt = max(0, min(chance, 1 - chance) - Sample(chances.map { min($0, 1 - $0) }).mean)
    loss = max(
      0,
      Sample(trend.fitted.map { max($0, 0) }).mean - max(Sample(trend.fitted).mean, 0)
    )
  }
}
