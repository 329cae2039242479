/// Level of the health system at which a facility works.
public enum Tier: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  /// Village clinics and community stations.
  case village
  /// Private clinics.
  case privateClinic
  /// Township and community health centres and their branches.
  case township
  /// County hospitals.
  case county
  /// City hospitals (市级三级).
  case city
  /// Hospitals beyond the city.
  case outOfCity
}

/// Kinds of health facility.
public enum FacilityKind: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  /// Village clinic (村卫生室).
  case villageClinic
  /// Community health station (社区卫生服务站).
  case communityStation
  /// Private clinic (诊所).
  case privateClinic
  /// Township health centre (乡镇卫生院).
  case townshipCentre
  /// Branch of a township health centre (卫生院分院).
  case townshipBranch
  /// Community health centre (社区卫生服务中心).
  case communityCentre
  /// General hospital of the county (县人民医院).
  case countyGeneral
  /// Hospital of traditional Chinese medicine of the county (县中医院).
  case countyTCM
  /// Maternal and child hospital of the county (妇幼保健院).
  case countyMCH
  /// City hospital outside the county.
  case cityHospital
  /// Hospital outside the city.
  case outOfCity

  /// Level at which this kind works.
  public var tier: Tier {
    switch self {
    case .villageClinic, .communityStation: .village
    case .privateClinic: .privateClinic
    case .townshipCentre, .townshipBranch, .communityCentre: .township
    case .countyGeneral, .countyTCM, .countyMCH: .county
    case .cityHospital: .city
    case .outOfCity: .outOfCity
    }
  }

  /// Whether visits here count as grassroots (基层) visits.
  public var isGrassroots: Bool {
    switch tier {
    case .village, .privateClinic, .township: true
    case .county, .city, .outOfCity: false
    }
  }

  /// Whether care here counts as care inside the county (县域内).
  public var countsInCounty: Bool {
    switch tier {
    case .village, .privateClinic, .township, .county: true
    case .city, .outOfCity: false
    }
  }
}
