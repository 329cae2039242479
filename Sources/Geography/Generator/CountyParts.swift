/// The parts of a map, put together from the layouts.
extension SyntheticCounty {
  static func settle(
    _ layout: SettlementLayout,
    shares: [ResidentLayout.TownShare],
    facts: CountyFacts,
    chance: borrowing LayoutChance
  ) -> [Settlement] {
    let residents = SettlementSizes.residents(
      of: layout,
      shares: shares,
      facts: facts,
      chance: chance
    )
    let ages = AgeLayout(
      residents: residents,
      settings: layout.sites.map(\.setting),
      shares: facts.ageShares,
      ruralElderTilt: facts.settlements.ruralElderTilt
    ).residentsByAge
    return layout.sites.indices.map { index in
      let site = layout.sites[index]
      let town = facts.towns[site.town]
      let number =
        site.setting == .urban
        ? site.ordinal + 1 : site.ordinal + 1 - shares[site.town].neighbourhoods
      let (label, labelEn) =
        site.setting == .urban
        ? ("第\(number)社区", "Neighbourhood \(number)") : ("第\(number)村", "Village \(number)")
      let density =
        site.setting == .urban
        ? facts.settlements.urbanDensity : facts.settlements.villageDensity
      return Settlement(
        id: "\(townID(site.town))-S\(padded(site.ordinal + 1, to: 3))",
        name: "\(town.name)\(label)",
        nameEn: "\(town.nameEn) \(labelEn)",
        town: site.town,
        position: site.position,
        residents: residents[index],
        setting: site.setting,
        residentsByAge: ages[index],
        radius: (Double(residents[index]) / density / Double.pi).squareRoot()
      )
    }
  }

  static func name(
    _ ranges: [Range<Int>],
    centres: [Point],
    facts: CountyFacts
  ) -> [Town] {
    facts.towns.enumerated().map { index, town in
      Town(
        id: townID(index),
        name: town.name,
        nameEn: town.nameEn,
        kind: town.kind,
        role: town.role,
        centre: centres[index],
        centreSettlement: ranges[index].lowerBound,
        settlements: ranges[index]
      )
    }
  }

  static func equip(
    towns: [Town],
    settlements: [Settlement],
    travel: TravelTimes,
    facts: CountyFacts
  ) -> [Facility] {
    let sites = FacilitySiting(
      facts: facts,
      towns: towns,
      settlements: settlements,
      travel: travel
    ).sites()
    return equip(sites, settlements: settlements, travel: travel)
  }

  static func equip(
    _ sites: [FacilitySiting.Site],
    settlements: [Settlement],
    travel: TravelTimes
  ) -> [Facility] {
    let catchments = Catchments.residents(of: sites, settlements: settlements, travel: travel)
    return zip(sites, catchments).map { site, catchment in
      Facility(
        id: site.id,
        name: site.name,
        nameEn: site.nameEn,
        kind: site.kind,
        settlement: site.settlement,
        town: settlements[site.settlement].town,
        catchment: catchment,
        onwardMinutes: site.onwardMinutes,
        onwardKilometres: site.onwardKilometres
      )
    }
  }

  static func station(
    facilities: [Facility],
    towns: [Town],
    settlements: [Settlement],
    travel: TravelTimes,
    facts: AmbulanceFacts
  ) -> (existing: [AmbulanceStation], candidates: [AmbulanceStation]) {
    let siting = StationSiting(settlements: settlements, travel: travel, facts: facts)
    let doors = facilities.filter { facility in
      switch facility.kind {
      case .countyGeneral, .townshipCentre, .townshipBranch: true
      default: false
      }
    }
    let hospital = doors.first { $0.kind == .countyGeneral }?.settlement ?? 0
    // Health centres come in twos where a branch shares a village; each place is one site.
    let places = settlements.indices.filter { place in doors.contains { $0.settlement == place } }
    let existing = siting.existing(startingAt: hospital, among: places)
    let candidates = siting.candidates(given: existing)

    func stations(_ places: [Int], _ standing: AmbulanceStation.Standing) -> [AmbulanceStation] {
      places.enumerated().map { number, place in
        let town = towns[settlements[place].town]
        let home =
          town.centreSettlement == place
          ? (name: town.name, nameEn: town.nameEn)
          : (name: settlements[place].name, nameEn: settlements[place].nameEn)
        return AmbulanceStation(
          id: "\(standing == .existing ? "AS" : "AC")-\(padded(number + 1, to: 2))",
          name: "\(home.name)急救站",
          nameEn: "\(home.nameEn) Ambulance Station",
          settlement: place,
          setting: settlements[place].setting,
          standing: standing
        )
      }
    }
    return (stations(existing, .existing), stations(candidates, .candidate))
  }

  /// Stable name of a town in files, such as `T01`, by its place in the facts.
  public static func townID(_ town: Int) -> String { "T\(padded(town + 1, to: 2))" }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
