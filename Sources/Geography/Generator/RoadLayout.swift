/// The roads of a county.
struct RoadLayout {
  let roads: [Road]

  /// Shortest stretch of road in kilometres, so that no two places are at no distance.
  private static let shortest = 0.05

  /// Joins every settlement to its neighbours and the towns to each other.
  ///
  /// Village roads are the Gabriel graph of the settlements: two places are joined unless a third
  /// lies in the circle between them. It is connected, since it holds the shortest spanning tree.
  /// County roads follow it between those towns that the Gabriel graph of the towns joins.
  init(
    joining sites: [SettlementSite],
    centres: [Int],
    terrain: [Terrain],
    detour: DetourFactors
  ) {
    let positions = sites.map(\.position)
    let bends = sites.map { detour.of(terrain[$0.town]) }
    // Each stretch is as long as the bends of its two ends make it; the scale comes after.
    var stretches = GabrielGraph.edges(of: positions).map { a, b in
      let straight = max(Self.shortest, positions[a].distance(to: positions[b]))
      return Road(
        a: a,
        b: b,
        roadClass: Self.roadClass(from: sites[a], to: sites[b], terrain: terrain),
        kilometres: straight * (bends[a] + bends[b]) / 2
      )
    }
    TrunkRoads.mark(between: centres, at: positions, in: &stretches)

    let scale = Self.scale(of: stretches, positions: positions, bends: bends, centres: centres)
    roads = stretches.map { road in
      let straight = max(Self.shortest, positions[road.a].distance(to: positions[road.b]))
      return Road(
        a: road.a,
        b: road.b,
        roadClass: road.roadClass,
        kilometres: max(straight, road.kilometres * scale)
      )
    }
  }

  private static func roadClass(
    from start: SettlementSite,
    to end: SettlementSite,
    terrain: [Terrain]
  ) -> RoadClass {
    if start.setting == .urban && end.setting == .urban { return .urbanStreet }
    let isMountain = terrain[start.town] == .mountain || terrain[end.town] == .mountain
    return isMountain ? .mountainRoad : .villageRoad
  }

  /// Scale of lengths at which journeys from settlements to town centres are, on the whole, as
  /// much longer than the straight line as the detour factors of their two ends say.
  private static func scale(
    of stretches: [Road],
    positions: [Point],
    bends: [Double],
    centres: [Int]
  ) -> Double {
    let network = RoadNetwork(roads: stretches, settlementCount: positions.count)
    var (wanted, unscaled) = (0.0, 0.0)
    for centre in centres {
      for (home, kilometres) in network.leastCosts(from: centre, cost: { $1 }).enumerated() {
        guard let kilometres else { continue }
        let straight = positions[home].distance(to: positions[centre])
        wanted += straight * (bends[home] + bends[centre]) / 2
        unscaled += kilometres
      }
    }
    return unscaled > 0 ? wanted / unscaled : 1
  }
}
