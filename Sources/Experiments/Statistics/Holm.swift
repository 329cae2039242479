/// Holm's step-down adjustment: keeps the chance of any false difference in a table below the level.
public enum Holm {
  /// Adjusted p-values, in the order in which the raw ones came.
  ///
  /// - Complexity: O(n log n)
  /// - Source: Holm 1979: adjusted p₍ᵢ₎ = maxⱼ≤ᵢ min(1, (m − j + 1) p₍ⱼ₎).
  public static func adjusted(_ raw: [Double]) -> [Double] {
    let order = raw.indices.sorted { (raw[$0], $0) < (raw[$1], $1) }
    var adjusted = raw
    var running = 0.0
    for (place, index) in order.enumerated() {
      running = max(running, min(1, Double(raw.count - place) * raw[index]))
      adjusted[index] = running
    }
    return adjusted
  }

  /// Adjusted p-values of the lines of a table, in their order; `nil` for a line without one.
  ///
  /// A line that is the same in every replication is no test: it keeps its own p-value, 0 or 1, and
  /// makes the others no harder.
  static func adjusted(_ lines: [(estimate: Estimate?, p: Double?)]) -> [Double?] {
    let tests = lines.compactMap { $0.estimate?.isFixed == true ? nil : $0.p }
    var rest = adjusted(tests)[...]
    return lines.map { estimate, p in
      estimate?.isFixed == true ? p : p.flatMap { _ in rest.popFirst() }
    }
  }
}
