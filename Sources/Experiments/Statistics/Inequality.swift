internal import Glibc

/// How unequally something is spread over people.
public enum Inequality {
  /// Gini's index: 0 when everyone has the same, near 1 when one has everything.
  ///
  /// - Parameters:
  ///   - values: What each group has per head; 0 or more.
  ///   - weights: People in each group; above 0.
  /// - Returns: The index; `nil` when nobody has anything.
  /// - Source: Gini 1912, by the Lorenz curve of groups.
  public static func gini(_ values: [Double], weights: [Double]) -> Double? {
    concentration(values, weights: weights, rankedBy: values)
  }

  /// The concentration index: how far something gathers among those who rank high in something
  /// else, such as income; from -1 to 1, below 0 when it gathers among those who rank low.
  ///
  /// Groups of equal rank are taken together, so that their order does not matter.
  ///
  /// - Source: Kakwani, Wagstaff and van Doorslaer 1997: twice the area between the diagonal and
  ///   the concentration curve.
  /// - Complexity: O(n log n)
  public static func concentration(
    _ values: [Double],
    weights: [Double],
    rankedBy ranks: [Double]
  ) -> Double? {
    precondition(values.count == weights.count && ranks.count == values.count)
    let order = ranks.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
    let people = weights.reduce(0, +)
    let total = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
    guard people > 0, total != 0 else { return nil }
    var (area, share, place) = (0.0, 0.0, 0)
    while place < order.count {
      var (weight, amount) = (0.0, 0.0)
      let rank = ranks[order[place]]
      while place < order.count, ranks[order[place]] == rank {
        weight += weights[order[place]]
        amount += weights[order[place]] * values[order[place]]
        place += 1
      }
      area += weight / people * (share + amount / total / 2)
      share += amount / total
    }
    return 1 - 2 * area
  }

  /// Theil's T: 0 when everyone has the same, ln n when one of n has everything.
  ///
  /// - Source: Theil 1967: Σ w (x / x̄) ln(x / x̄); a group with nothing adds nothing.
  public static func theil(_ values: [Double], weights: [Double]) -> Double? {
    precondition(values.count == weights.count, "every group has people")
    let people = weights.reduce(0, +)
    let total = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
    guard people > 0, total > 0 else { return nil }
    return zip(values, weights).reduce(0) { sum, group in
      let ratio = group.0 * people / total
      return ratio > 0 ? sum + group.1 / people * ratio * log(ratio) : sum
    }
  }
}
