internal import CGSL
internal import Glibc

/// A normal law of which only the draws within a range are kept.
///
/// The mean and standard deviation are those of the whole normal law, before the cut.
struct TruncatedNormal: Hashable, Sendable {
  let mean: Double
  let sd: Double
  let low: Double
  let high: Double
  /// The probability that is cut off below the range.
  let below: Double
  /// The probability that is cut off above the range.
  let above: Double
  /// The probability of the range, from whichever tail gives it without cancellation.
  let inside: Double

  /// The normal law of a mean and a standard deviation above 0, cut to a range whose ends may be
  /// infinite and whose probability is at least 1e-9.
  init(
    law: String,
    mean: Double,
    sd: Double,
    low: Double,
    high: Double
  ) throws(DistributionError) {
    Numerics.handlerIsOff
    self.mean = try Parameter("mean", of: law, mean).finite()
    self.sd = try Parameter("sd", of: law, sd).positive()
    guard !low.isNaN, low < .infinity else {
      throw DistributionError(law: law, parameter: "low", allowed: "a number", found: "\(low)")
    }
    guard !high.isNaN, high > low else {
      throw DistributionError(
        law: law,
        parameter: "high",
        allowed: "a number above low (\(low))",
        found: "\(high)"
      )
    }
    self.low = low
    self.high = high
    let (first, last) = ((low - mean) / sd, (high - mean) / sd)
    below = gsl_cdf_ugaussian_P(first)
    above = gsl_cdf_ugaussian_Q(last)
    inside =
      if first >= 0 {
        gsl_cdf_ugaussian_Q(first) - above
      } else if last <= 0 {
        gsl_cdf_ugaussian_P(last) - below
      } else {
        1 - below - above
      }
    guard inside >= 1e-9 else {
      throw DistributionError(
        law: law,
        parameter: "range from low to high",
        allowed: "a range that a draw falls into with a probability of 1e-9 or more",
        found: "\(low) to \(high)"
      )
    }
  }

  /// The mean, variance and third moment about 0.
  var moments: Moments {
    let (first, last) = ((low - mean) / sd, (high - mean) / sd)
    guard last - first > 1 else { return narrowMoments(from: first, to: last) }
    // Each moment of the standard law from the one two before it, by parts.
    let atLow = first.isFinite ? gsl_ran_ugaussian_pdf(first) / inside : 0
    let atHigh = last.isFinite ? gsl_ran_ugaussian_pdf(last) / inside : 0
    let (from, to) = (first.isFinite ? first : 0, last.isFinite ? last : 0)
    let one = atLow - atHigh
    let two = 1 + from * atLow - to * atHigh
    let three = 2 * one + from * from * atLow - to * to * atHigh
    return Moments(mean: one, variance: max(0, two - one * one), third: three)
      .scaled(by: sd, offset: mean)
  }

  /// The same by Simpson's rule, where the closed form would subtract nearly equal numbers.
  ///
  /// A thousand steps over at most one standard deviation leave an error below 1e-13.
  private func narrowMoments(from first: Double, to last: Double) -> Moments {
    let steps = 1000
    let width = last - first
    let centre = (first + last) / 2
    var sums = SIMD4<Double>.zero
    for step in 0...steps {
      let apart = width * (Double(step) / Double(steps) - 0.5)
      // The density over its value at the centre.
      let density = exp(-apart * (apart + 2 * centre) / 2)
      let weight = step == 0 || step == steps ? 1.0 : (step % 2 == 1 ? 4 : 2)
      sums += weight * density * SIMD4(1, apart, apart * apart, apart * apart * apart)
    }
    let (one, two, three) = (sums.y / sums.x, sums.z / sums.x, sums.w / sums.x)
    return Moments(mean: one, variance: max(0, two - one * one), third: three)
      .scaled(by: sd, offset: mean + centre * sd)
  }

  /// The draw at a number strictly between 0 and 1, by inversion.
  ///
  /// The upper half goes through the upper tail, so a range far out on the right keeps its digits.
  static func draw(
    _ unit: Double,
    below: Double,
    above: Double,
    inside: Double
  ) -> Double {
    let lower = below + unit * inside
    return lower <= 0.5
      ? gsl_cdf_ugaussian_Pinv(lower)
      : gsl_cdf_ugaussian_Qinv(above + (1 - unit) * inside)
  }
}
