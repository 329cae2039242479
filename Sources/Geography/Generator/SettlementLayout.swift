internal import Glibc

/// A settlement that has a place but no people yet.
struct SettlementSite {
  let town: Int
  /// Number within the town, from 0; 0 is the centre.
  let ordinal: Int
  let setting: Setting
  let position: Point
}

/// Where the settlements of a county are, town after town.
struct SettlementLayout {
  private(set) var sites: [SettlementSite] = []
  private(set) var townRanges: [Range<Int>] = []

  /// Places tried for each village.
  private static let tries = 20
  /// Angle between one neighbourhood and the next, which never lines them up.
  private static let goldenAngle = Double.pi * (3 - 5.0.squareRoot())

  init(
    of facts: CountyFacts,
    around centres: [Point],
    shares: [ResidentLayout.TownShare],
    on land: [Land],
    inside border: Border,
    chance: borrowing LayoutChance
  ) throws(GenerationError) {
    for town in facts.towns.indices {
      let start = sites.count
      let share = shares[town]
      let cityRadius =
        (Double(share.urbanResidents) / facts.settlements.urbanDensity / Double.pi).squareRoot()
      let name = facts.towns[town].nameEn
      for ordinal in 0..<share.neighbourhoods {
        let spot = Self.neighbourhood(
          ordinal,
          of: share.neighbourhoods,
          within: cityRadius,
          of: centres[town],
          key: StableKey(name: name, part: ordinal),
          chance: chance
        )
        place(spot.pulled(towards: centres[town], into: border), .urban, in: town, after: start)
      }
      let fields =
        share.neighbourhoods > 0
        ? land[town].beyond(cityRadius, of: centres[town]) : land[town]
      guard share.villages == 0 || !fields.cells.isEmpty else { throw .townOutsideCounty(name) }
      for ordinal in share.neighbourhoods..<(share.neighbourhoods + share.villages) {
        let spot =
          ordinal == 0
          ? centres[town]
          : village(
            on: fields,
            of: centres[town],
            key: StableKey(name: name, part: ordinal),
            chance: chance
          )
        place(spot, .rural, in: town, after: start)
      }
      townRanges.append(start..<sites.count)
    }
  }

  private mutating func place(
    _ position: Point,
    _ setting: Setting,
    in town: Int,
    after start: Int
  ) {
    sites.append(
      SettlementSite(
        town: town,
        ordinal: sites.count - start,
        setting: setting,
        position: position
      )
    )
  }

  /// Neighbourhoods fill the city evenly, like seeds in a sunflower, each a little off its place.
  private static func neighbourhood(
    _ ordinal: Int,
    of count: Int,
    within radius: Double,
    of centre: Point,
    key: StableKey,
    chance: borrowing LayoutChance
  ) -> Point {
    guard ordinal > 0 else { return centre }
    let seed = centre.moved(
      by: radius * (Double(ordinal) / Double(count)).squareRoot(),
      towards: Double(ordinal) * goldenAngle
    )
    let spacing = radius / Double(count).squareRoot()
    return seed.moved(
      by: 0.6 * spacing * chance.uniform(.neighbourhoodPosition, of: key, try: 0),
      towards: 2 * Double.pi * chance.uniform(.neighbourhoodPosition, of: key, try: 1)
    )
  }

  /// The try with the most room, where room counts for more close to town: villages stand
  /// apart from each other, and closer together the nearer they are to their town.
  private func village(
    on fields: Land,
    of centre: Point,
    key: StableKey,
    chance: borrowing LayoutChance
  ) -> Point {
    let reach = (fields.area / Double.pi).squareRoot()
    var best = (room: 0.0, spot: centre)
    for number in 0..<Self.tries {
      let spot = fields.place(
        chance.uniform(.villagePosition, of: key, try: 2 * number),
        offset: chance.uniform(.villagePosition, of: key, try: 2 * number + 1)
      )
      let nearest = sites.reduce(reach * reach) {
        min($0, $1.position.squaredDistance(to: spot))
      }
      let room = nearest.squareRoot() / (0.5 + spot.distance(to: centre) / reach)
      if room > best.room { best = (room, spot) }
    }
    return best.spot
  }
}

extension Point {
  /// This point, or the nearest of a few steps towards `centre` that lies inside the border.
  fileprivate func pulled(towards centre: Point, into border: Border) -> Point {
    var point = self
    for _ in 0..<6 where !border.contains(point) { point = point.midpoint(to: centre) }
    return point
  }
}
