/// Bonferroni's adjustment: simplest, and never sharper than Holm's.
public enum Bonferroni {
  /// Adjusted p-values, in the order in which the raw ones came: min(1, m p).
  public static func adjusted(_ raw: [Double]) -> [Double] {
    raw.map { min(1, Double(raw.count) * $0) }
  }
}

/// Benjamini and Hochberg's adjustment: keeps the expected share of false finds below the level,
/// for screening many differences rather than for deciding.
public enum BenjaminiHochberg {
  /// Adjusted p-values, in the order in which the raw ones came.
  ///
  /// - Complexity: O(n log n)
  /// - Source: Benjamini and Hochberg 1995: adjusted p₍ᵢ₎ = minⱼ≥ᵢ min(1, m p₍ⱼ₎ / j).
  public static func adjusted(_ raw: [Double]) -> [Double] {
    let order = raw.indices.sorted { (raw[$0], $0) < (raw[$1], $1) }
    var adjusted = raw
    var running = 1.0
    for (place, index) in order.enumerated().reversed() {
      running = min(running, Double(raw.count) * raw[index] / Double(place + 1))
      adjusted[index] = running
    }
    return adjusted
  }
}
