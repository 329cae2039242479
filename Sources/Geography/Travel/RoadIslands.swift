/// Parts of a road network with no road between them.
public enum RoadIslands {
  /// The settlements of each part, in the order of their first settlement; one part when all are
  /// joined.
  ///
  /// - Complexity: O(roads + settlements)
  public static func of(_ roads: [Road], settlementCount: Int) -> [[Int]] {
    let network = RoadNetwork(roads: roads, settlementCount: settlementCount)
    var isKnown = [Bool](repeating: false, count: settlementCount)
    var islands: [[Int]] = []
    for start in 0..<settlementCount where !isKnown[start] {
      let reached = network.leastCosts(from: start) { _, _ in 0 }
      let island = reached.indices.filter { reached[$0] != nil }
      for settlement in island { isKnown[settlement] = true }
      islands.append(island)
    }
    return islands
  }
}
