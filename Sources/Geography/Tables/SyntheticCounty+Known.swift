/// Putting known parts in the place of generated ones.
extension SyntheticCounty {
  /// Settlements as known; ages and built-up radii follow from the facts where they are not.
  static func settle(
    _ known: [KnownSettlement],
    facts: CountyFacts
  ) -> [Settlement] {
    let generated = AgeLayout(
      residents: known.map(\.residents),
      settings: known.map(\.setting),
      shares: facts.ageShares,
      ruralElderTilt: facts.settlements.ruralElderTilt
    ).residentsByAge
    return zip(known, generated).map { place, ages in
      let density =
        place.setting == .urban
        ? facts.settlements.urbanDensity : facts.settlements.villageDensity
      return Settlement(
        id: place.id,
        name: place.name,
        nameEn: place.nameEn,
        town: place.town,
        position: place.position,
        residents: place.residents,
        setting: place.setting,
        residentsByAge: place.residentsByAge ?? ages,
        radius: place.radius ?? (Double(place.residents) / density / Double.pi).squareRoot()
      )
    }
  }

  /// Stretches of the list of settlements that belong to each town.
  ///
  /// - Throws: `townWithoutSettlements` for a town that has none.
  static func ranges(
    of known: [KnownSettlement],
    facts: CountyFacts
  ) throws(GenerationError) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for town in facts.towns.indices {
      let start = ranges.last?.upperBound ?? 0
      let end = known[start...].firstIndex { $0.town != town } ?? known.count
      guard end > start else { throw .townWithoutSettlements(facts.towns[town].nameEn) }
      ranges.append(start..<end)
    }
    guard ranges.last?.upperBound == known.count else { throw .settlementsOutOfOrder }
    return ranges
  }

  /// Roads laid out between settlements that are there.
  static func roads(
    joining settlements: [Settlement],
    towns: [Town],
    facts: CountyFacts
  ) -> [Road] {
    let sites = settlements.indices.map { index in
      SettlementSite(
        town: settlements[index].town,
        ordinal: index - towns[settlements[index].town].settlements.lowerBound,
        setting: settlements[index].setting,
        position: settlements[index].position
      )
    }
    return RoadLayout(
      joining: sites,
      centres: towns.map(\.centreSettlement),
      terrain: facts.towns.map(\.terrain),
      detour: facts.detour
    ).roads
  }

  /// Facilities as known, kind after kind; hospitals outside the county that the table leaves out
  /// stay as the facts have them.
  static func equip(
    _ known: [KnownFacility],
    towns: [Town],
    settlements: [Settlement],
    travel: TravelTimes,
    facts: CountyFacts
  ) -> [Facility] {
    let kinds = Set(known.map(\.kind))
    let distant = FacilitySiting(
      facts: facts,
      towns: towns,
      settlements: settlements,
      travel: travel
    ).distantHospitals().filter { !kinds.contains($0.kind) }
    let all = known.map(FacilitySiting.Site.init) + distant
    let sites = all.enumerated().sorted { left, right in
      (left.element.kind.rawValue, left.offset) < (right.element.kind.rawValue, right.offset)
    }.map(\.element)
    return equip(sites, settlements: settlements, travel: travel)
  }

  /// Stations as known, those open today first.
  static func station(
    _ known: [AmbulanceStation]
  ) -> (existing: [AmbulanceStation], candidates: [AmbulanceStation]) {
    (known.filter { !$0.isCandidate }, known.filter(\.isCandidate))
  }
}

extension FacilitySiting.Site {
  fileprivate init(_ known: KnownFacility) {
    self.init(
      id: known.id,
      name: known.name,
      nameEn: known.nameEn,
      kind: known.kind,
      settlement: known.settlement,
      onwardMinutes: known.onwardMinutes,
      onwardKilometres: known.onwardKilometres
    )
  }
}
