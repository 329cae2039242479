/// The county roads that join the towns.
enum TrunkRoads {
  /// What a kilometre that already is a county road costs a new one, so that they bundle.
  private static let bundling = 0.75

  /// Makes county roads of the stretches between neighbouring towns.
  ///
  /// Streets inside a city stay streets. Short connections come first; later ones join them.
  static func mark(between centres: [Int], at positions: [Point], in stretches: inout [Road]) {
    let connections = GabrielGraph.edges(of: centres.map { positions[$0] })
      .map { (a: centres[$0], b: centres[$1]) }
      .sorted { left, right in
        positions[left.a].squaredDistance(to: positions[left.b])
          < positions[right.a].squaredDistance(to: positions[right.b])
      }
    for connection in connections {
      for index in path(from: connection.a, to: connection.b, in: stretches, at: positions) {
        let road = stretches[index]
        guard road.roadClass != .urbanStreet else { continue }
        stretches[index] = Road(
          a: road.a,
          b: road.b,
          roadClass: .countyRoad,
          kilometres: road.kilometres
        )
      }
    }
  }

  /// Indices of the stretches on the cheapest way between two places.
  private static func path(
    from start: Int,
    to end: Int,
    in stretches: [Road],
    at positions: [Point]
  ) -> [Int] {
    func cost(_ roadClass: RoadClass, _ kilometres: Double) -> Double {
      roadClass == .countyRoad ? kilometres * bundling : kilometres
    }
    let network = RoadNetwork(roads: stretches, settlementCount: positions.count)
    let fromStart = network.leastCosts(from: start, cost: cost)
    var touching = [[Int]](repeating: [], count: positions.count)
    for (index, road) in stretches.enumerated() {
      touching[road.a].append(index)
      touching[road.b].append(index)
    }

    var path: [Int] = []
    var here = end
    while here != start {
      // The last stretch of the cheapest way is the one that is cheapest in all.
      let arrivals = touching[here].compactMap {
        index -> (total: Double, index: Int, before: Int)? in
        let road = stretches[index]
        let before = road.a == here ? road.b : road.a
        return fromStart[before].map {
          ($0 + cost(road.roadClass, road.kilometres), index, before)
        }
      }
      guard let last = arrivals.min(by: { ($0.total, $0.index) < ($1.total, $1.index) }) else {
        return path
      }
      path.append(last.index)
      here = last.before
    }
    return path
  }
}
