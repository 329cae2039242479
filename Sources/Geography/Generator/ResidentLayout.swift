/// How many people and settlements each town has, urban and rural.
struct ResidentLayout {
  /// One town's share of the county.
  struct TownShare {
    let urbanResidents: Int
    let ruralResidents: Int
    let neighbourhoods: Int
    let villages: Int
  }

  let towns: [TownShare]

  init(of facts: CountyFacts) throws(GenerationError) {
    let people = Apportionment.byLargestRemainder(
      facts.residents,
      weights: facts.towns.map(\.populationWeight)
    )
    let urbanTowns = facts.towns.map { $0.kind == .street || $0.role == .seat }
    for (town, residents) in zip(facts.towns, people) where residents == 0 {
      throw .outOfRange(
        figure: "residents of \(town.nameEn)",
        value: 0,
        expected: "at least 1; raise its population weight"
      )
    }
    let inUrbanTowns = zip(people, urbanTowns).map { $1 ? Double($0) : 0 }
    let urbanTotal = Int((Double(facts.residents) * facts.settlements.urbanShare).rounded())
    let most = inUrbanTowns.reduce(0, +)
    guard Double(urbanTotal) <= most else {
      throw .urbanShareTooHigh(
        stated: facts.settlements.urbanShare,
        most: most / Double(facts.residents)
      )
    }

    let urban = Apportionment.byLargestRemainder(urbanTotal, weights: inUrbanTowns)
    let rural = zip(people, urban).map { $0 - $1 }
    let villages = facts.settlements.total - facts.settlements.neighbourhoods
    let urbanCounts = try Self.settlements(facts.settlements.neighbourhoods, for: urban)
    let ruralCounts = try Self.settlements(villages, for: rural)
    towns = facts.towns.indices.map { town in
      TownShare(
        urbanResidents: urban[town],
        ruralResidents: rural[town],
        neighbourhoods: urbanCounts[town],
        villages: ruralCounts[town]
      )
    }
  }

  /// Shares settlements out by residents: at least one wherever anybody lives, none elsewhere.
  private static func settlements(
    _ total: Int,
    for residents: [Int]
  ) throws(GenerationError) -> [Int] {
    let inhabited = residents.count { $0 > 0 }
    guard total >= inhabited else {
      throw .tooFewSettlements(stated: total, least: inhabited)
    }
    let shares = Apportionment.byHighestAverage(
      total,
      weights: residents.map(Double.init),
      least: 1
    )
    for (people, places) in zip(residents, shares) where people < places {
      throw .outOfRange(
        figure: "residents of a town",
        value: Double(people),
        expected: "at least one for each of its \(places) settlements"
      )
    }
    return shares
  }
}
