internal import Glibc

/// How many people live in each settlement of a town.
enum SettlementSizes {
  /// Residents of each site, by a rank-size rule within each town and setting.
  ///
  /// The centre ranks first; the others are ranked by nearness to it, blurred by chance. The
  /// rule is Zipf and Mandelbrot's, (rank + n/8) to the power -s, which keeps the largest places
  /// within about twice the mean, and each size varies by a quarter either way.
  static func residents(
    of layout: SettlementLayout,
    shares: [ResidentLayout.TownShare],
    facts: CountyFacts,
    chance: borrowing LayoutChance
  ) -> [Int] {
    var residents = [Int](repeating: 0, count: layout.sites.count)
    for (town, range) in layout.townRanges.enumerated() {
      let people: [(Setting, Int)] = [
        (.urban, shares[town].urbanResidents), (.rural, shares[town].ruralResidents),
      ]
      for (setting, total) in people {
        let members = range.filter { layout.sites[$0].setting == setting }
        let weights = weights(
          of: members.map { layout.sites[$0] },
          around: layout.sites[range.lowerBound].position,
          name: facts.towns[town].nameEn,
          exponent: facts.settlements.rankSizeExponent,
          chance: chance
        )
        // One each first, so that no settlement is empty.
        let rest = Apportionment.byLargestRemainder(max(0, total - members.count), weights: weights)
        for (member, share) in zip(members, rest) { residents[member] = share + 1 }
      }
    }
    return residents
  }

  private static func weights(
    of sites: [SettlementSite],
    around centre: Point,
    name: String,
    exponent: Double,
    chance: borrowing LayoutChance
  ) -> [Double] {
    let distances = sites.map { $0.position.distance(to: centre) }
    let farthest = max(distances.max() ?? 0, 1e-9)
    var standing: [Double] = []
    for (site, distance) in zip(sites, distances) {
      let key = StableKey(name: name, part: site.ordinal)
      let luck = chance.uniform(.settlementRank, of: key, try: 0)
      standing.append(site.ordinal == 0 ? 0 : 1e-9 + distance / farthest + luck)
    }
    let order = sites.indices.sorted { standing[$0] < standing[$1] }
    var weights = [Double](repeating: 0, count: sites.count)
    for (rank, member) in order.enumerated() {
      let key = StableKey(name: name, part: sites[member].ordinal)
      let variation = 0.75 + 0.5 * chance.uniform(.settlementSize, of: key, try: 0)
      let flattening = Double(sites.count) / 8
      weights[member] = variation * pow(Double(rank + 1) + flattening, -exponent)
    }
    return weights
  }
}
