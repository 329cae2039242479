internal import Probability

/// How well a chance is known from hits among trials; never "0 % ± 0".
public struct ShareInterval: Codable, Sendable, Hashable {
  /// Lower end, 0 or more.
  public let low: Double
  /// Upper end, 1 or less.
  public let high: Double

  /// Wilson's score interval: right on average over all true chances.
  ///
  /// - Source: Wilson 1927; Newcombe 1998.
  /// - Precondition: 0 ≤ `hits` ≤ `trials` and there is a trial.
  public static func wilson(
    _ hits: Int,
    of trials: Int,
    level: Double = Estimate.level
  ) -> ShareInterval {
    precondition(trials > 0 && (0...trials).contains(hits), "hits lie among trials")
    let z = Normal.quantile((1 + level) / 2)
    let (n, share) = (Double(trials), Double(hits) / Double(trials))
    let centre = share + z * z / (2 * n)
    let half = z * ((share * (1 - share) + z * z / (4 * n)) / n).squareRoot()
    let scale = 1 + z * z / n
    return ShareInterval(
      low: hits == 0 ? 0 : max(0, (centre - half) / scale),
      high: hits == trials ? 1 : min(1, (centre + half) / scale)
    )
  }

  /// Clopper and Pearson's exact interval: never covers less than the level, so it is wider.
  ///
  /// - Source: Clopper and Pearson 1934, by quantiles of the beta law.
  /// - Precondition: 0 ≤ `hits` ≤ `trials` and there is a trial.
  public static func clopperPearson(
    _ hits: Int,
    of trials: Int,
    level: Double = Estimate.level
  ) -> ShareInterval {
    precondition(trials > 0 && (0...trials).contains(hits), "hits lie among trials")
    let (x, n, tail) = (Double(hits), Double(trials), (1 - level) / 2)
    return ShareInterval(
      low: hits == 0 ? 0 : Beta.quantile(tail, a: x, b: n - x + 1),
      high: hits == trials ? 1 : Beta.quantile(1 - tail, a: x + 1, b: n - x)
    )
  }
}
