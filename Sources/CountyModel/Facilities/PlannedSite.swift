import Geography

/// A place where a policy may open a facility; until then nobody knows of it.
struct PlannedSite {
  /// What is to be built.
  enum Kind: String, CaseIterable {
    case villageClinic, communityStation, townshipCentre, townshipBranch, communityCentre
    /// A hospital of the county for the specialties it names, without an emergency centre.
    case specialtyHospital

    var facilityKind: FacilityKind {
      switch self {
      case .villageClinic: .villageClinic
      case .communityStation: .communityStation
      case .townshipCentre: .townshipCentre
      case .townshipBranch: .townshipBranch
      case .communityCentre: .communityCentre
      case .specialtyHospital: .countyMCH
      }
    }
  }

  let id: String
  let zh: String
  let en: String
  let kind: Kind
  /// Town, by name or id, or settlement, by id.
  let place: String
  /// Facilities, by id or name, that close when it opens: a move.
  let replaces: [String]
  /// Specialties of a specialty hospital.
  let specialties: [String]
  /// Physicians on duty per session, in all or for each specialty, and beds; 0 is what the county's
  /// figures give for the people whom the replaced facility serves.
  let physicians: Double
  let beds: Double

  init(from figures: inout some FigureReader) {
    id = figures.text("id", zh: "编号", en: "id")
    zh = figures.text("zh", zh: "名称", en: "Chinese name")
    en = figures.text("en", zh: "英文名称", en: "English name")
    kind = figures.named("kind", Kind.self, zh: "类型", en: "kind of facility")
    place = figures.text("place", zh: "地点", en: "town or settlement")
    replaces = figures.texts("replaces", zh: "替代的机构", en: "facilities it replaces")
    specialties = figures.texts("specialties", zh: "专科", en: "specialties of a specialty hospital")
    physicians = figures.number(
      "physicians",
      .number,
      0...1000,
      zh: "每节门诊在岗医师",
      en: "physicians on duty per session"
    )
    beds = figures.number("beds", .count, 0...5000, zh: "床位", en: "beds")
  }
}

extension PlannedSite {
  /// Physicians by clinic: one number, or one a specialty.
  var clinics: [Double] {
    guard kind == .specialtyHospital else { return [physicians] }
    return Specialty.allCases.map { specialties.contains($0.rawValue) ? physicians : 0 }
  }

  /// Beds by ward kind; empty where it has none.
  func wards(careShare: Double) -> [Int] {
    guard FacilityCapacityTable.hasBeds(kind.facilityKind) else { return [] }
    var wards = [Int](repeating: 0, count: WardKind.allCases.count)
    if kind == .specialtyHospital {
      wards[WardKind.medical.index] = Int(beds)
    } else {
      let care = max(1, (beds * careShare).rounded())
      wards[WardKind.care.index] = Int(care)
      wards[WardKind.medical.index] = max(1, Int(beds - care))
    }
    return wards
  }

  /// The settlement a site stands in; `nil` when nothing is called so.
  func settlement(on map: CountyMap) -> Int? {
    let town = map.towns.first { [$0.id, $0.name, $0.nameEn].contains(place) }
    return town?.centreSettlement ?? map.settlements.firstIndex { $0.id == place }
  }

  /// The facility as it will stand; `nil` when its place is not on the map.
  func facility(on map: CountyMap) -> Facility? {
    guard let settlement = settlement(on: map) else { return nil }
    let names = FacilityNames(map)
    let old = replaces.compactMap { names.facility($0) }
    return Facility(
      id: id,
      name: zh,
      nameEn: en,
      kind: kind.facilityKind,
      settlement: settlement,
      town: map.settlements[settlement].town,
      catchment: old.reduce(0) { $0 + map.facilities[$1].catchment },
      onwardMinutes: 0,
      onwardKilometres: 0
    )
  }
}

extension CountyMap {
  /// The map with the planned sites behind the facilities of today; sites whose place is not on the
  /// map have been refused at the door.
  func with(_ sites: [PlannedSite]) -> CountyMap {
    guard !sites.isEmpty else { return self }
    return CountyMap(
      border: border,
      towns: towns,
      settlements: settlements,
      roads: roads,
      facilities: facilities + sites.compactMap { $0.facility(on: self) },
      stations: stations,
      candidateStations: candidateStations,
      travel: travel
    )
  }

  /// The same map while journeys into and out of some towns take `factor` times as long.
  func slowed(by factor: Double, towns slow: Set<Int>) -> CountyMap {
    CountyMap(
      border: border,
      towns: towns,
      settlements: settlements,
      roads: roads,
      facilities: facilities,
      stations: stations,
      candidateStations: candidateStations,
      travel: travel.slowed(by: factor, groups: settlements.map(\.town), closed: slow)
    )
  }
}
