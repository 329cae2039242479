/// The county or the region on the map, and what happened where under each policy.
public struct MapTable: Codable, Sendable, Hashable {
  /// Corners of the border of each county, kilometres east and north.
  public let borders: [[[Double]]]
  /// Towns and streets.
  public let towns: [TownTable]
  /// Settlements, in the order of the map.
  public let settlements: [SettlementTable]
  /// Roads between settlements.
  public let roads: [RoadTable]
  /// Health facilities.
  public let facilities: [FacilityTable]
  /// Ambulance stations that at least one policy uses.
  public let stations: [StationTable]
  /// Share of residents in the static circles at the end of the run, by policy: urban, rural, all.
  public let staticCircle: [[Double]]
}

/// A town or street.
public struct TownTable: Codable, Sendable, Hashable {
  /// Chinese name.
  public let zh: String
  /// English name.
  public let en: String
  /// `street` or `town`.
  public let kind: String
  /// Kilometres east.
  public let x: Double
  /// Kilometres north.
  public let y: Double
}

/// A settlement and what happened to its residents.
public struct SettlementTable: Codable, Sendable, Hashable {
  /// Stable name.
  public let id: String
  /// Chinese name.
  public let zh: String
  /// English name.
  public let en: String
  /// Place of its town in the list of towns.
  public let town: Int
  /// Kilometres east.
  public let x: Double
  /// Kilometres north.
  public let y: Double
  /// People living there.
  public let residents: Int
  /// `urban` or `rural`.
  public let setting: String
  /// Physicians on duty in the county that residents reach, per 10,000 of them.
  ///
  /// By `FloatingCatchment`, on a working day of the baseline; `nil` in tables of earlier versions.
  public let physiciansReached: Double?
  /// Minutes by road from the nearest open station at the end of the run, by policy.
  public let stationMinutes: [Double]
  /// What happened by policy and year, averaged over replications.
  public let years: [[SettlementYearTable]]
}

/// What happened to the residents of one settlement in one year, averaged over replications.
public struct SettlementYearTable: Codable, Sendable, Hashable {
  /// Visits anywhere.
  public let visits: Double
  /// Visits at grassroots facilities.
  public let grassroots: Double
  /// Needs that went without care.
  public let unmet: Double
  /// Calls to 120.
  public let calls: Double
  /// Calls reached in 15 (urban) or 30 (rural) minutes.
  public let inTime: Double
  /// Mean minutes from call to scene, `nil` without calls.
  public let response: Double?

  /// A year from its parts.
  public init(
    visits: Double,
    grassroots: Double,
    unmet: Double,
    calls: Double,
    inTime: Double,
    response: Double?
  ) {
    self.visits = visits
    self.grassroots = grassroots
    self.unmet = unmet
    self.calls = calls
    self.inTime = inTime
    self.response = response
  }
}

/// A stretch of road.
public struct RoadTable: Codable, Sendable, Hashable {
  /// Settlement at one end.
  public let a: Int
  /// Settlement at the other end.
  public let b: Int
  /// Class of road, by the name of a `RoadClass`.
  public let kind: String
}

/// A health facility.
public struct FacilityTable: Codable, Sendable, Hashable {
  /// Stable name.
  public let id: String
  /// Chinese name.
  public let zh: String
  /// English name.
  public let en: String
  /// Kind of facility, by the name of a `FacilityKind`.
  public let kind: String
  /// Tier, by the name of a `Tier`; `city` and `outOfCity` lie beyond the map.
  public let tier: String
  /// Settlement where it stands, or from which the journey out of the county begins.
  public let settlement: Int
  /// Kilometres east.
  public let x: Double
  /// Kilometres north.
  public let y: Double
}

/// An ambulance station.
public struct StationTable: Codable, Sendable, Hashable {
  /// Stable name.
  public let id: String
  /// Chinese name.
  public let zh: String
  /// English name.
  public let en: String
  /// Kilometres east.
  public let x: Double
  /// Kilometres north.
  public let y: Double
  /// Places of the policies under which it is open at the end of the run.
  public let policies: [Int]
}
