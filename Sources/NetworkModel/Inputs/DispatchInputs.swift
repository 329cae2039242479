public import Probability

/// Units that go out to zones; a customer's zone is their class.
///
/// - Source: Larson, *A hypercube queuing model for facility location and redistricting in urban
///   emergency services*, Computers & Operations Research 1 (1974).
public struct DispatchInputs: Sendable {
  /// The units; 1 to 1,024.
  public var units: [String]
  /// What is known of each zone; every class that comes here has one.
  public var zones: [(className: String, zone: ZoneInputs)]
  /// How long a unit is busy with a call, by the unit or for all.
  public var service: UnitService
  /// Whether the way to the zone prolongs the service.
  public var travel: TravelCounts
  /// What happens when no unit that may come is free.
  public var whenAllBusy: AllBusy
  /// Limits of travel time whose shares are reported.
  public var travelLimits: [Double]

  /// Units and zones.
  public init(
    units: [String],
    zones: [(className: String, zone: ZoneInputs)],
    service: UnitService,
    travel: TravelCounts,
    whenAllBusy: AllBusy,
    travelLimits: [Double] = []
  ) {
    self.units = units
    self.zones = zones
    self.service = service
    self.travel = travel
    self.whenAllBusy = whenAllBusy
    self.travelLimits = travelLimits
  }
}

/// A zone seen from the units.
public struct ZoneInputs: Sendable, Hashable {
  /// Who is sent, the best first; empty: whoever is nearest.
  ///
  /// Units that are not listed never come.
  public var order: [String]
  /// Travel time of every unit, in the order of the units.
  public var travel: [Double]

  /// A zone.
  public init(order: [String], travel: [Double]) {
    self.order = order
    self.travel = travel
  }
}

/// How long a unit is busy.
public enum UnitService: Sendable {
  /// The same law for all units.
  case all(Law)
  /// A law for every unit, in the order of the units.
  case each([Law])
}

/// Whether the way to the zone prolongs the service.
public enum TravelCounts: Hashable, Sendable {
  /// The service includes it; it is only recorded.
  case recorded
  /// It is added to the service.
  case added
}

/// What happens when every unit that may come is busy.
public enum AllBusy: Hashable, Sendable {
  /// The call is lost.
  case lost
  /// The call waits, first come first served.
  case waits
}
