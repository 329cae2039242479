/// A county drawn from a few facts and a seed.
public enum SyntheticCounty {
  /// Lays out towns, settlements, roads, facilities and stations.
  ///
  /// The same facts give the same map to the bit, in any process. Every draw belongs to a named
  /// town or settlement, so one more town leaves the draws of the others as they were.
  ///
  /// - Throws: `GenerationError` for facts that contradict themselves or cannot be laid out.
  /// - Complexity: O(settlements²·log settlements); well under a second for 500 settlements.
  public static func generate(from facts: CountyFacts) throws(GenerationError) -> CountyMap {
    try FactsCheck.check(facts)
    let chance = LayoutChance(seed: facts.seed)
    let border = Border(from: facts, chance: chance)
    guard abs(border.area / facts.areaSquareKm - 1) <= 0.1 else {
      throw .areaMismatch(statedSquareKm: facts.areaSquareKm, outlineSquareKm: border.area)
    }

    let land = Land(inside: border)
    let centres = try TownLayout(of: facts, on: land, inside: border, chance: chance).centres
    let shares = try ResidentLayout(of: facts).towns
    let layout = try SettlementLayout(
      of: facts,
      around: centres,
      shares: shares,
      on: land.divided(among: centres),
      inside: border,
      chance: chance
    )
    let settlements = settle(layout, shares: shares, facts: facts, chance: chance)
    let towns = name(layout.townRanges, centres: centres, facts: facts)

    let roads = RoadLayout(
      joining: layout.sites,
      centres: towns.map(\.centreSettlement),
      terrain: facts.towns.map(\.terrain),
      detour: facts.detour
    ).roads
    let travel = try TravelTimes(
      roads: roads,
      radii: settlements.map(\.radius),
      speeds: facts.speeds
    )
    let facilities = equip(towns: towns, settlements: settlements, travel: travel, facts: facts)
    let (stations, candidates) = station(
      facilities: facilities,
      towns: towns,
      settlements: settlements,
      travel: travel,
      facts: facts.ambulances
    )
    return CountyMap(
      border: border.corners,
      towns: towns,
      settlements: settlements,
      roads: roads,
      facilities: facilities,
      stations: stations,
      candidateStations: candidates,
      travel: travel
    )
  }
}
