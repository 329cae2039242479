internal import Probability

/// Intervals that hold all together with one confidence.
public enum SimultaneousIntervals {
  /// The t quantile of each of several intervals whose errors add up to at most 1 - `level`.
  ///
  /// - Source: Bonferroni's inequality: each interval at 1 - α / k.
  public static func bonferroniQuantile(
    level: Double,
    intervals: Int,
    degreesOfFreedom: Double
  ) -> Double {
    let tail = (1 - level) / Double(2 * intervals)
    return -StudentT.quantile(tail, degreesOfFreedom: degreesOfFreedom)
  }

  /// Half the width of every interval of a difference between two of `groups` independent means of
  /// equal size, in standard errors of one difference: q / √2.
  ///
  /// Policies under common random numbers are not independent; Holm's adjustment serves them.
  ///
  /// - Source: Tukey 1953.
  public static func tukeyFactor(level: Double, groups: Int, degreesOfFreedom: Double) -> Double {
    StudentizedRange.quantile(level, groups: groups, degreesOfFreedom: degreesOfFreedom)
      / 2.0.squareRoot()
  }
}
