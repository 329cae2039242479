/// A county laid out: places, roads, facilities, stations and the minutes between them.
public struct CountyMap: Sendable, Hashable {
  /// Corners of the border in kilometres, in order around the county.
  public let border: [Point]
  /// Towns, in the order of the facts.
  public let towns: [Town]
  /// Settlements, town after town; the first of each town is its centre.
  public let settlements: [Settlement]
  /// Roads, connecting every settlement.
  public let roads: [Road]
  /// Facilities, kind after kind.
  public let facilities: [Facility]
  /// Ambulance stations open today.
  public let stations: [AmbulanceStation]
  /// Further station sites, in the order in which a policy would open them.
  public let candidateStations: [AmbulanceStation]
  /// Travel times between settlements.
  public let travel: TravelTimes

  /// Makes a map from its parts.
  public init(
    border: [Point],
    towns: [Town],
    settlements: [Settlement],
    roads: [Road],
    facilities: [Facility],
    stations: [AmbulanceStation],
    candidateStations: [AmbulanceStation],
    travel: TravelTimes
  ) {
    self.border = border
    self.towns = towns
    self.settlements = settlements
    self.roads = roads
    self.facilities = facilities
    self.stations = stations
    self.candidateStations = candidateStations
    self.travel = travel
  }

  /// Minutes for a patient from a settlement to a facility, onward journey included.
  ///
  /// - Parameters:
  ///   - settlement: Index of the home settlement.
  ///   - facility: Index of the facility.
  /// - Returns: Minutes by road.
  public func patientMinutes(from settlement: Int, toFacility facility: Int) -> Double {
    let door = facilities[facility]
    return travel.patientMinutes(from: settlement, to: door.settlement) + door.onwardMinutes
  }

  /// Minutes for an ambulance from a settlement to a facility, onward journey included.
  ///
  /// - Parameters:
  ///   - settlement: Index of the settlement where the ambulance is.
  ///   - facility: Index of the facility.
  /// - Returns: Minutes by road.
  public func ambulanceMinutes(from settlement: Int, toFacility facility: Int) -> Double {
    let door = facilities[facility]
    return travel.minutes(from: settlement, to: door.settlement, by: .ambulance)
      + door.onwardMinutes
  }

  /// The static circles of this county.
  public var coverage: Coverage { Coverage(settlements: settlements, travel: travel) }
}
