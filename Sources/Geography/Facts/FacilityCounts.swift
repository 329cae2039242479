/// How many facilities of each kind stand inside the county.
public struct FacilityCounts: Sendable, Hashable {
  /// Village clinics, for the rural villages in order of size (C-31, C-32).
  public let villageClinics: Int
  /// Community health stations, for the urban neighbourhoods in order of size.
  public let communityStations: Int
  /// Private clinics, in proportion to residents.
  public let privateClinics: Int
  /// Township health centres, at most one a town.
  public let townshipCentres: Int
  /// Branches of township health centres.
  public let townshipBranches: Int
  /// Community health centres, in urban neighbourhoods.
  public let communityCentres: Int
  /// General hospitals of the county.
  public let countyGeneral: Int
  /// County hospitals of traditional Chinese medicine.
  public let countyTCM: Int
  /// County maternal and child hospitals.
  public let countyMCH: Int

  /// Makes the counts.
  public init(
    villageClinics: Int,
    communityStations: Int,
    privateClinics: Int,
    townshipCentres: Int,
    townshipBranches: Int,
    communityCentres: Int,
    countyGeneral: Int,
    countyTCM: Int,
    countyMCH: Int
  ) {
    self.villageClinics = villageClinics
    self.communityStations = communityStations
    self.privateClinics = privateClinics
    self.townshipCentres = townshipCentres
    self.townshipBranches = townshipBranches
    self.communityCentres = communityCentres
    self.countyGeneral = countyGeneral
    self.countyTCM = countyTCM
    self.countyMCH = countyMCH
  }

  /// How many of one kind; zero for hospitals outside the county.
  public func of(_ kind: FacilityKind) -> Int {
    switch kind {
    case .villageClinic: villageClinics
    case .communityStation: communityStations
    case .privateClinic: privateClinics
    case .townshipCentre: townshipCentres
    case .townshipBranch: townshipBranches
    case .communityCentre: communityCentres
    case .countyGeneral: countyGeneral
    case .countyTCM: countyTCM
    case .countyMCH: countyMCH
    case .cityHospital, .outOfCity: 0
    }
  }
}

/// A hospital outside the county to which residents travel through the county seat.
public struct DistantHospital: Sendable, Hashable {
  /// Inside or outside the city.
  public enum Reach: UInt8, CaseIterable, Sendable {
    /// In the county's own city.
    case city
    /// Beyond the city.
    case outOfCity
  }

  /// Chinese name.
  public let name: String
  /// English name.
  public let nameEn: String
  /// Inside or outside the city.
  public let reach: Reach
  /// Kilometres by road from the county seat.
  public let kilometresFromSeat: Double
  /// Minutes by road from the county seat.
  public let minutesFromSeat: Double

  /// Makes the facts of a distant hospital.
  public init(
    name: String,
    nameEn: String,
    reach: Reach,
    kilometresFromSeat: Double,
    minutesFromSeat: Double
  ) {
    self.name = name
    self.nameEn = nameEn
    self.reach = reach
    self.kilometresFromSeat = kilometresFromSeat
    self.minutesFromSeat = minutesFromSeat
  }
}
