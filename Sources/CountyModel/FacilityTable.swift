import Engine
import Geography

/// Facilities, their clinics and their wards, numbered once.
struct FacilityTable {
  /// A clinic: one waiting line at one facility.
  struct Clinic {
    let facility: FacilityID
    let kind: FacilityKind
    /// Place of the specialty, or `nil` where one clinic sees everybody.
    let specialty: Int?
    /// Physicians on duty per session on a working day, before absence and policy.
    let physicians: Double
    /// Addresses its luck, day by day.
    let luck: UInt64
  }

  /// A ward: the beds of one kind at one facility.
  struct Ward {
    let facility: FacilityID
    let kind: FacilityKind
    let ward: WardKind
    let beds: Int
    /// Addresses the luck of those who lie there when the run begins, one by one.
    let luck: UInt64
  }

  /// Rows of the map by kind and id: clinics, wards and ties follow it, whatever the map's order.
  let order: [Int]
  let kinds: [FacilityKind]
  let settlements: [SettlementID]
  let clinics: [Clinic]
  let wards: [Ward]
  /// Hospitals with an emergency department, by kind and id.
  let hospitals: [FacilityID]
  /// Township centres and branches and community centres of today, by kind and id.
  let townships: [FacilityID]
  /// Facilities from this row on are planned sites: closed until a policy opens them.
  let firstSite: Int
  /// Planned specialty hospitals, by kind and id.
  let specialtySites: [Int]
  let outOfCity: FacilityID
  let cityHospitals: [FacilityID]
  private let clinicPlaces: [ClinicID?]
  private let wardPlaces: [WardID?]
  private let hospitalPlaces: [Int?]

  init(map: CountyMap, inputs: CountyInputs) {
    let capacity = FacilityCapacity(inputs: inputs)
    let specialties = Specialty.allCases.count
    let wardKinds = WardKind.allCases.count
    var clinics: [Clinic] = []
    var wards: [Ward] = []
    var clinicPlaces = [ClinicID?](repeating: nil, count: map.facilities.count * specialties)
    var wardPlaces = [WardID?](repeating: nil, count: map.facilities.count * wardKinds)
    let order = map.facilities.indices.sorted {
      let (one, other) = (map.facilities[$0], map.facilities[$1])
      return (one.kind.rawValue, one.id) < (other.kind.rawValue, other.id)
    }
    self.order = order
    let today = map.facilities.count - inputs.sites.count { $0.settlement(on: map) != nil }
    firstSite = today
    let specialised = inputs.sites.filter { $0.kind == .specialtyHospital }.map(\.id)
    specialtySites = order.filter { $0 >= today && specialised.contains(map.facilities[$0].id) }
    for row in order {
      let facility = map.facilities[row]
      let id = FacilityID(row: row)
      for (specialty, physicians) in capacity.physicians(at: facility).enumerated()
      where physicians > 0 {
        let clinic = ClinicID(row: clinics.count)
        let whole = facility.kind.tier != .county
        clinics.append(
          Clinic(
            facility: id,
            kind: facility.kind,
            specialty: whole ? nil : specialty,
            physicians: physicians,
            luck: StableName.number(of: facility.id, specialty)
          )
        )
        for place in whole ? 0..<specialties : specialty..<(specialty + 1) {
          clinicPlaces[row * specialties + place] = clinic
        }
      }
      for (kind, beds) in capacity.beds(at: facility).enumerated() where beds > 0 {
        wardPlaces[row * wardKinds + kind] = WardID(row: wards.count)
        wards.append(
          Ward(
            facility: id,
            kind: facility.kind,
            ward: WardKind.allCases[kind],
            beds: beds,
            luck: StableName.number(of: facility.id, kind)
          )
        )
      }
    }
    self.clinics = clinics
    self.wards = wards
    self.clinicPlaces = clinicPlaces
    self.wardPlaces = wardPlaces
    kinds = map.facilities.map(\.kind)
    settlements = map.facilities.map { SettlementID(row: $0.settlement) }
    hospitals = order.filter { map.facilities[$0].kind.hasEmergency }.map(FacilityID.init(row:))
    townships = order.filter { $0 < today && map.facilities[$0].kind.tier == .township }
      .map(FacilityID.init(row:))
    cityHospitals = order.filter { map.facilities[$0].kind == .cityHospital }
      .map(FacilityID.init(row:))
    outOfCity = FacilityID(row: order.last { map.facilities[$0].kind == .outOfCity } ?? 0)
    var hospitalPlaces = [Int?](repeating: nil, count: map.facilities.count)
    for (place, hospital) in hospitals.enumerated() { hospitalPlaces[hospital.row] = place }
    self.hospitalPlaces = hospitalPlaces
  }

  /// The clinic that sees a specialty at a facility; `nil` when the facility has none.
  func clinic(at facility: FacilityID, for specialty: Int) -> ClinicID? {
    clinicPlaces[facility.row * Specialty.allCases.count + specialty]
  }

  /// The ward of a kind at a facility; `nil` when the facility has none.
  func ward(at facility: FacilityID, _ kind: WardKind) -> WardID? {
    wardPlaces[facility.row * WardKind.allCases.count + kind.index]
  }

  /// Place of a hospital among those with an emergency department.
  func hospital(_ facility: FacilityID) -> Int? { hospitalPlaces[facility.row] }

  /// Kind of a facility.
  func kind(_ facility: FacilityID) -> FacilityKind { kinds[facility.row] }
}

extension FacilityKind {
  /// Lane of the ledger.
  var lane: Int { Int(rawValue) }

  /// Whether it takes emergencies at any hour.
  var hasEmergency: Bool { tier == .county || tier == .city }

  /// Lanes of the kinds that meet a condition.
  static func lanes(where holds: (FacilityKind) -> Bool) -> [Int] {
    allCases.filter(holds).map(\.lane)
  }

  /// Lanes of the grassroots.
  static let grassrootsLanes = lanes(where: \.isGrassroots)
  /// Lanes of facilities in the county.
  static let countyLanes = lanes(where: \.countsInCounty)
  /// The same with city hospitals, for a county that hosts one.
  static let countyLanesWithCity = lanes { $0.countsInCounty || $0 == .cityHospital }
  /// The same without the general hospital, for a county where that is a city hospital.
  static let countyLanesWithoutGeneral = lanes { $0.countsInCounty && $0 != .countyGeneral }
  /// Lanes of the county hospitals.
  static let hospitalLanes = lanes { $0.tier == .county }
}
