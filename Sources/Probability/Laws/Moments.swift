/// The first moments of a law; infinite ones are `infinity`.
struct Moments: Hashable, Sendable {
  let mean: Double
  let variance: Double
  /// The mean of the third power.
  let third: Double

  init(mean: Double, variance: Double, third: Double) {
    self.mean = mean
    self.variance = variance
    self.third = third
  }

  /// From the means of the first three powers.
  init(powers first: Double, _ second: Double, _ third: Double) {
    self.init(mean: first, variance: max(0, second - first * first), third: third)
  }

  /// From the mean, the variance, and the mean of the cubed distance from the mean.
  init(mean: Double, variance: Double, aboutMean third: Double) {
    self.init(
      mean: mean,
      variance: variance,
      third: third + 3 * mean * variance + mean * mean * mean
    )
  }

  /// Of several laws, each with its share of the draws.
  init(mixing parts: [(share: Double, moments: Moments)]) {
    let present = parts.filter { $0.share > 0 }
    let mean = present.reduce(0) { $0 + $1.share * $1.moments.mean }
    let variance = present.reduce(0) {
      let apart = $1.moments.mean - mean
      return $0 + $1.share * ($1.moments.variance + apart * apart)
    }
    self.init(
      mean: mean,
      variance: variance,
      third: present.reduce(0) { $0 + $1.share * $1.moments.third }
    )
  }

  /// Of the law whose draws are multiplied, then moved.
  func scaled(by factor: Double, offset: Double) -> Moments {
    let second = variance + mean * mean
    return Moments(
      mean: factor * mean + offset,
      variance: factor * factor * variance,
      third: factor * factor * factor * third + 3 * factor * factor * offset * second
        + 3 * factor * offset * offset * mean + offset * offset * offset
    )
  }
}
