import Geography

/// Physicians and beds of each facility, from the figures of the county.
struct FacilityCapacity {
  let inputs: CountyInputs

  /// Physicians on duty per session by specialty.
  ///
  /// One number stands for all where a facility has a single clinic; out-of-city care has none.
  func physicians(at facility: Facility) -> [Double] {
    if let known = inputs.capacities.physicians[facility.id] { return known }
    let clinics = inputs.clinics
    let catchment = Double(facility.catchment) / 10_000
    switch facility.kind {
    case .villageClinic: return [Double(clinics.villagePhysicians)]
    case .communityStation: return [Double(clinics.stationPhysicians)]
    case .privateClinic: return [Double(clinics.privatePhysicians)]
    case .townshipCentre, .townshipBranch: return [max(1, clinics.townshipPhysicians * catchment)]
    case .communityCentre: return [max(1, clinics.communityPhysicians * catchment)]
    case .countyGeneral: return clinics.generalPhysicians
    case .countyTCM: return clinics.tcmPhysicians
    case .countyMCH: return clinics.mchPhysicians
    case .cityHospital: return [clinics.cityPhysicians]
    case .outOfCity: return []
    }
  }

  /// Beds by ward kind.
  func beds(at facility: Facility) -> [Int] {
    if let known = inputs.capacities.beds[facility.id] { return known }
    let beds = inputs.beds
    switch facility.kind {
    case .townshipCentre, .townshipBranch: return grassroots(beds.township, at: facility)
    case .communityCentre: return grassroots(beds.community, at: facility)
    case .countyGeneral: return beds.general.map(Int.init)
    case .countyTCM: return beds.tcm.map(Int.init)
    case .countyMCH: return beds.mch.map(Int.init)
    case .cityHospital: return beds.city.map(Int.init)
    case .villageClinic, .communityStation, .privateClinic, .outOfCity: return []
    }
  }

  /// Medical and care beds of a grassroots facility; never fewer than one of each.
  private func grassroots(_ perTenThousand: Double, at facility: Facility) -> [Int] {
    let all = max(2, (perTenThousand * Double(facility.catchment) / 10_000).rounded())
    let care = max(1, (all * inputs.beds.careShare).rounded())
    var wards = [Int](repeating: 0, count: WardKind.allCases.count)
    wards[WardKind.medical.index] = Int(max(1, all - care))
    wards[WardKind.care.index] = Int(care)
    return wards
  }
}
