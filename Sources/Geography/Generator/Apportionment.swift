/// Sharing whole things out in proportion.
enum Apportionment {
  /// Shares `total` out in proportion to `weights` by the largest-remainder rule.
  ///
  /// The shares add up to `total`; equal remainders go to the earlier index.
  static func byLargestRemainder(_ total: Int, weights: [Double]) -> [Int] {
    let sum = weights.reduce(0, +)
    guard sum > 0 else { return weights.map { _ in 0 } }
    let exact = weights.map { Double(total) * $0 / sum }
    var shares = exact.map { Int($0.rounded(.down)) }
    let missing = total - shares.reduce(0, +)
    let order = weights.indices.sorted { left, right in
      let (a, b) = (exact[left] - Double(shares[left]), exact[right] - Double(shares[right]))
      return a == b ? left < right : a > b
    }
    for index in order.prefix(max(0, missing)) { shares[index] += 1 }
    // Rounding can lift an exact share over a whole number; the smallest remainder gives way.
    for index in order.suffix(max(0, -missing)) { shares[index] -= 1 }
    return shares
  }

  /// Shares `total` out by the highest-averages rule of Sainte-Laguë.
  ///
  /// Everyone with a weight above zero gets `least` first; equal averages go to the earlier index.
  static func byHighestAverage(_ total: Int, weights: [Double], least: Int) -> [Int] {
    var shares = weights.map { $0 > 0 ? least : 0 }
    let claimants = weights.indices.filter { weights[$0] > 0 }
    for _ in 0..<max(0, total - shares.reduce(0, +)) {
      let next = claimants.max { left, right in
        let a = weights[left] / Double(2 * shares[left] + 1)
        let b = weights[right] / Double(2 * shares[right] + 1)
        return a == b ? left > right : a < b
      }
      if let next { shares[next] += 1 }
    }
    return shares
  }
}

extension AgeBand {
  /// Whole people in each band, by shares of them and the largest-remainder rule.
  ///
  /// They add up to `residents`; equal remainders go to the younger.
  public static func people(_ residents: Int, inShares shares: [Double]) -> [Int] {
    Apportionment.byLargestRemainder(residents, weights: shares)
  }
}
