internal import Glibc

/// Two of GSL's samplers written out, to the last bit, without calls through pointers
/// (decision 0017).
extension RandomStreams {
  /// One draw of a law at an address.
  public mutating func draw(_ law: Distribution, at address: DrawAddress) -> Double {
    switch law.law {
    case .exponential(let mean): return RandomStreams.exponential(mean, words(at: address))
    case .lognormal(let mu, let sigma): return lognormal(mu, sigma, at: address)
    default:
      select(address)
      return next(law)
    }
  }

  /// What `gsl_ran_exponential` makes of an address's first words.
  static func exponential(_ mean: Double, _ words: SIMD4<UInt32>) -> Double {
    -mean * log1p(-OpenUnit.value(low: words.x, high: words.y))
  }

  /// What `gsl_ran_lognormal` makes of an address: a point in a square, drawn until it lies in the
  /// circle, a block for each.
  private func lognormal(_ mu: Double, _ sigma: Double, at address: DrawAddress) -> Double {
    var block: UInt32 = 0
    while true {
      let words = words(at: address, block: block)
      let across = -1 + 2 * OpenUnit.value(low: words.x, high: words.y)
      let up = -1 + 2 * OpenUnit.value(low: words.z, high: words.w)
      let square = across * across + up * up
      if square <= 1, square != 0 {
        let normal = across * (-2 * log(square) / square).squareRoot()
        return exp(sigma * normal + mu)
      }
      block &+= 1
    }
  }
}
