/// Optimal computing budget allocation: where further replications tell most about which system is
/// best.
///
/// - Source: Chen, Lin, Yücesan and Chick 2000: Nᵢ / Nⱼ = ((sᵢ / dᵢ) / (sⱼ / dⱼ))² and
///   N_b = s_b √(Σ Nᵢ² / sᵢ²), with dᵢ the distance from the best.
public enum OCBA {
  /// Parts of the budget, one for each system, adding up to it.
  ///
  /// - Parameters:
  ///   - means: What is known of each system; the smallest is best.
  ///   - deviations: Standard deviations, 0 or more.
  ///   - budget: Replications in all.
  ///   - indifference: Distances below this count as this, so that a tie gets much and never all.
  /// - Returns: Parts of the budget in the order of the systems, not rounded.
  /// - Precondition: there is a system, and lists are equally long.
  public static func allocation(
    means: [Double],
    deviations: [Double],
    budget: Double,
    indifference: Double = 0
  ) -> [Double] {
    precondition(!means.isEmpty && means.count == deviations.count, "every system has a spread")
    guard let best = means.indices.min(by: { means[$0] < means[$1] }) else { return [] }
    let distances = means.map { $0 - means[best] }
    // A tie without an indifference zone is as far as the nearest system that is no tie.
    let nearest = distances.filter { $0 > 0 }.min() ?? 1
    let least = indifference > 0 ? indifference : nearest
    // A system that has not varied yet still gets a little.
    let floor = max((deviations.max() ?? 0) * 1e-3, 1e-12)
    let spreads = deviations.map { max($0, floor) }
    var weights = means.indices.map { system -> Double in
      let ratio = spreads[system] / max(distances[system], least)
      return system == best ? 0 : ratio * ratio
    }
    let others = means.indices.reduce(0) { sum, system in
      let part = weights[system] / spreads[system]
      return sum + part * part
    }
    weights[best] = means.count == 1 ? 1 : spreads[best] * others.squareRoot()
    let total = weights.reduce(0, +)
    return weights.map { budget * $0 / total }
  }
}
