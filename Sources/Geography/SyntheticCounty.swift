/// A county drawn from a few facts and a seed.
public enum SyntheticCounty {
  /// Lays out towns, settlements, roads, facilities and stations.
  ///
  /// The same facts give the same map to the bit, in any process. Every draw belongs to a named
  /// town or settlement, so one more town leaves the draws of the others as they were.
  ///
  /// - Parameters:
  ///   - facts: What is known of the county as a whole.
  ///   - known: Parts that are known one by one and stay as they are.
  /// - Returns: The county, laid out.
  /// - Throws: `GenerationError` for facts that contradict themselves or cannot be laid out.
  /// - Complexity: O(settlements²·log settlements); well under a second for 500 settlements.
  public static func generate(
    from facts: CountyFacts,
    around known: KnownParts = .nothing
  ) throws(GenerationError) -> CountyMap {
    try FactsCheck.check(facts)
    let chance = LayoutChance(seed: facts.seed)
    let border = Border(from: facts, chance: chance)
    guard abs(border.area / facts.areaSquareKm - 1) <= 0.1 else {
      throw .areaMismatch(statedSquareKm: facts.areaSquareKm, outlineSquareKm: border.area)
    }

    let (settlements, towns) = try settle(facts, known.settlements, inside: border, chance)
    let roads = known.roads ?? roads(joining: settlements, towns: towns, facts: facts)
    let travel = try TravelTimes(
      roads: roads,
      radii: settlements.map(\.radius),
      speeds: facts.speeds,
      known: known.minutes
    )
    let facilities =
      known.facilities.map {
        equip($0, towns: towns, settlements: settlements, travel: travel, facts: facts)
      } ?? equip(towns: towns, settlements: settlements, travel: travel, facts: facts)
    let (stations, candidates) =
      known.stations.map(station)
      ?? station(
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

  /// Settlements and towns, as known or laid out from the facts.
  private static func settle(
    _ facts: CountyFacts,
    _ known: [KnownSettlement]?,
    inside border: Border,
    _ chance: borrowing LayoutChance
  ) throws(GenerationError) -> ([Settlement], [Town]) {
    if let known {
      let ranges = try ranges(of: known, facts: facts)
      let centres = ranges.map { known[$0.lowerBound].position }
      return (settle(known, facts: facts), name(ranges, centres: centres, facts: facts))
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
    return (
      settle(layout, shares: shares, facts: facts, chance: chance),
      name(layout.townRanges, centres: centres, facts: facts)
    )
  }
}
