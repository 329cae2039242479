/// The door of the generator: facts that pass need no second look.
enum FactsCheck {
  static func check(_ facts: CountyFacts) throws(GenerationError) {
    try towns(of: facts)
    try area(of: facts)
    try settlements(of: facts.settlements)
    try people(of: facts)
    try roads(of: facts)
    try facilities(of: facts)
    try ambulances(of: facts)
  }

  private static func towns(of facts: CountyFacts) throws(GenerationError) {
    try count("number of towns", facts.towns.count, is: 1...Int(UInt8.max))
    for (index, town) in facts.towns.enumerated() {
      try figure("population weight of \(town.nameEn)", town.populationWeight, isAbove: 0)
      if facts.towns[..<index].contains(where: { $0.nameEn == town.nameEn }) {
        throw .repeatedTown(town.nameEn)
      }
    }
    let seats = facts.towns.count { $0.role == .seat }
    guard seats == 1 else { throw .seats(seats) }
  }

  private static func area(of facts: CountyFacts) throws(GenerationError) {
    try figure("area in km2", facts.areaSquareKm, isAbove: 0)
    switch facts.outline {
    case .drawn(let elongation):
      try figure("elongation of the outline", elongation, is: 1...5)
    case .polygon(let corners):
      try count("number of corners of the outline", corners.count, is: 3...10_000)
    }
  }

  private static func people(of facts: CountyFacts) throws(GenerationError) {
    try count("number of age shares", facts.ageShares.count, is: AgeBand.count...AgeBand.count)
    for (share, age) in zip(facts.ageShares, AgeBand.lowestAges) {
      try figure("age share from \(age) years", share, is: 0...1)
    }
    try figure("sum of the age shares", facts.ageShares.reduce(0, +), is: 0.999_999...1.000_001)
    // Every town needs a centre.
    let least = facts.towns.count
    guard facts.settlements.total >= least else {
      throw .tooFewSettlements(stated: facts.settlements.total, least: least)
    }
    try count("residents", facts.residents, is: facts.settlements.total...100_000_000)
  }

  private static func settlements(of facts: SettlementFacts) throws(GenerationError) {
    try count("settlements", facts.total, is: 1...5000)
    try figure("urban share", facts.urbanShare, is: 0...1)
    // Where people are urban there are neighbourhoods, where they are rural there are villages.
    let fewest = facts.urbanShare > 0 ? (facts.urbanShare < 1 ? 1 : facts.total) : 0
    let most = facts.urbanShare < 1 ? (facts.urbanShare > 0 ? facts.total - 1 : 0) : facts.total
    try count("neighbourhoods", facts.neighbourhoods, is: fewest...max(fewest, most))
    try figure("rank-size exponent", facts.rankSizeExponent, is: 0...2)
    try figure("urban density in residents per km2", facts.urbanDensity, isAbove: 0)
    try figure("village density in residents per km2", facts.villageDensity, isAbove: 0)
    try figure("rural elder tilt", facts.ruralElderTilt, isAbove: 0)
  }

  private static func roads(of facts: CountyFacts) throws(GenerationError) {
    for terrain in Terrain.allCases {
      try figure("detour factor (\(terrain))", facts.detour.of(terrain), is: 1...5)
    }
    for mode in TravelMode.allCases {
      let speeds = facts.speeds.of(mode)
      for road in RoadClass.allCases {
        let speed = speeds.kilometresPerHour(on: road)
        try figure("speed in km/h of \(mode) on \(road)", speed, is: 1...200)
      }
      try figure("access minutes of \(mode)", speeds.accessMinutes, is: 0...240)
    }
  }

  private static func facilities(of facts: CountyFacts) throws(GenerationError) {
    let counts = facts.facilities
    let neighbourhoods = facts.settlements.neighbourhoods
    let villages = facts.settlements.total - neighbourhoods
    for kind in FacilityKind.allCases {
      let most =
        switch kind {
        case .villageClinic where villages == 0: 0
        case .communityStation where neighbourhoods == 0: 0
        case .townshipCentre: facts.towns.count
        case .townshipBranch: max(0, villages - facts.towns.count)
        case .communityCentre: neighbourhoods
        default: 10_000
        }
      try count("number of \(kind)", counts.of(kind), is: 0...most)
    }
    try count("number of \(FacilityKind.countyGeneral)", counts.countyGeneral, is: 1...100)
    for hospital in facts.distantHospitals {
      try figure("kilometres to \(hospital.nameEn)", hospital.kilometresFromSeat, isAbove: 0)
      try figure("minutes to \(hospital.nameEn)", hospital.minutesFromSeat, isAbove: 0)
    }
  }

  private static func ambulances(of facts: CountyFacts) throws(GenerationError) {
    let ambulances = facts.ambulances
    let places = facts.settlements.total
    try count("ambulance stations", ambulances.stations, is: 1...places)
    try count("candidate stations", ambulances.candidates, is: 0...(places - ambulances.stations))
    try figure("urban circle in minutes", ambulances.standard.urbanMinutes, isAbove: 0)
    try figure("rural circle in minutes", ambulances.standard.ruralMinutes, isAbove: 0)
  }
}

/// What a single figure may be.
extension FactsCheck {
  private static func count(
    _ name: String,
    _ value: Int,
    is range: ClosedRange<Int>
  ) throws(GenerationError) {
    guard range.contains(value) else {
      let expected =
        range.lowerBound == range.upperBound
        ? "exactly \(range.lowerBound)"
        : "a whole number from \(range.lowerBound) to \(range.upperBound)"
      throw .outOfRange(figure: name, value: Double(value), expected: expected)
    }
  }

  private static func figure(
    _ name: String,
    _ value: Double,
    is range: ClosedRange<Double>
  ) throws(GenerationError) {
    guard range.contains(value) else {
      let expected = "a number from \(range.lowerBound) to \(range.upperBound)"
      throw .outOfRange(figure: name, value: value, expected: expected)
    }
  }

  private static func figure(
    _ name: String,
    _ value: Double,
    isAbove bound: Double
  ) throws(GenerationError) {
    guard value > bound, value.isFinite else {
      throw .outOfRange(figure: name, value: value, expected: "a number above \(bound)")
    }
  }
}
