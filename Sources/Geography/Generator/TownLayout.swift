/// Where the middles of the towns are.
struct TownLayout {
  let centres: [Point]

  /// Places tried for each town whose position is not known.
  private static let tries = 96
  /// Places tried for a seat whose position is not known: few, so that it is central by and large.
  private static let seatTries = 6

  /// Keeps known positions, puts the seat near the middle of the county, and spreads the other
  /// towns as far from each other, and from the border, as a number of tries allows (Mitchell's
  /// best-candidate sampling).
  init(
    of facts: CountyFacts,
    on land: Land,
    inside border: Border,
    chance: borrowing LayoutChance
  ) throws(GenerationError) {
    var placed = facts.towns.compactMap(\.position)
    var centres: [Point] = []
    // The seat chooses before the others, whatever its place in the list.
    let seatFirst = facts.towns.indices.sorted { left, right in
      let (a, b) = (facts.towns[left].role == .seat, facts.towns[right].role == .seat)
      return a == b ? left < right : a
    }
    var chosen = [Point?](repeating: nil, count: facts.towns.count)
    for index in seatFirst {
      let town = facts.towns[index]
      if let known = town.position {
        chosen[index] = known
        continue
      }
      let key = StableKey(name: town.nameEn)
      let tries = town.role == .seat ? Self.seatTries : Self.tries
      let candidates = (0..<tries).map { number in
        land.place(
          chance.uniform(.townPosition, of: key, try: 2 * number),
          offset: chance.uniform(.townPosition, of: key, try: 2 * number + 1)
        )
      }
      let merit = candidates.map { candidate in
        town.role == .seat
          ? -candidate.squaredDistance(to: land.middle)
          : placed.reduce(2 * border.distance(to: candidate)) {
            min($0, $1.distance(to: candidate))
          }
      }
      guard let best = merit.indices.max(by: { merit[$0] < merit[$1] }) else { continue }
      chosen[index] = candidates[best]
      placed.append(candidates[best])
    }
    for (index, point) in chosen.enumerated() {
      guard let point, border.contains(point) else {
        throw .townOutsideCounty(facts.towns[index].nameEn)
      }
      centres.append(point)
    }
    self.centres = centres
  }
}
