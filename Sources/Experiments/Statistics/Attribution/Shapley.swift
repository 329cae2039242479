/// Shares out the gain of a bundle among its parts.
public enum Shapley {
  /// What each part adds on average over all orders in which the parts could be added.
  ///
  /// The parts add up to the gain of the whole bundle, a part that never changes anything gets
  /// nothing, and two parts that always change the same get the same.
  ///
  /// - Parameters:
  ///   - parts: 1 to 20.
  ///   - worth: The value of a subset; bit i is set when part i is in. Asked for every subset.
  /// - Returns: One value for each part; they add up to the worth of all less that of none.
  /// - Complexity: O(2^parts × parts)
  /// - Source: Shapley 1953: Σ_S |S|! (n - |S| - 1)! / n! (v(S ∪ i) - v(S)).
  public static func values(parts: Int, worth: (UInt32) -> Double) -> [Double] {
    precondition((1...20).contains(parts), "a bundle has 1 to 20 parts")
    let worths = (0..<(UInt32(1) << parts)).map(worth)
    // |S|! (n - |S| - 1)! / n! = 1 / (n C(n-1, |S|)).
    var weights = [1 / Double(parts)]
    for size in 1..<max(parts, 2) where size < parts {
      weights.append(weights[size - 1] * Double(size) / Double(parts - size))
    }
    return (0..<parts).map { part in
      worths.indices.reduce(0) { sum, subset in
        guard subset & (1 << part) == 0 else { return sum }
        let gain = worths[subset | (1 << part)] - worths[subset]
        return sum + weights[subset.nonzeroBitCount] * gain
      }
    }
  }
}
