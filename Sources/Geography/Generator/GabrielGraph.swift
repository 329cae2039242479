/// Neighbours on a map: two points are joined unless a third lies in the circle between them.
///
/// The graph is connected, planar, and contains the shortest spanning tree.
/// Source: Gabriel and Sokal, "A new statistical approach to geographic variation analysis",
/// *Systematic Zoology* 18 (1969).
enum GabrielGraph {
  /// Joined pairs, each once with the lower index first.
  ///
  /// - Complexity: O(n² log n) in practice: a third point is mostly found among the nearest.
  static func edges(of points: [Point]) -> [(Int, Int)] {
    var edges: [(Int, Int)] = []
    for a in points.indices {
      // The third point, if any, is nearer to `a` than `b` is.
      let byDistance = points.indices.filter { $0 != a }
        .map { (distance: points[a].squaredDistance(to: points[$0]), index: $0) }
        .sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }
      for (rank, b) in byDistance.enumerated() where b.index > a {
        let isParted = byDistance[..<rank].contains { third in
          third.distance + points[b.index].squaredDistance(to: points[third.index]) < b.distance
        }
        if !isParted { edges.append((a, b.index)) }
      }
    }
    return edges
  }
}
