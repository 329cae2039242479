/// Ways of travelling by road.
public enum TravelMode: UInt8, CaseIterable, Sendable {
  /// Electric bicycle or tricycle.
  case eBike
  /// Private car, taxi or bus.
  case car
  /// Ambulance with lights and siren.
  case ambulance
}

/// How fast one mode goes, and what it costs to get going.
public struct ModeSpeeds: Sendable, Hashable {
  /// Kilometres an hour on urban streets.
  public let urbanStreet: Double
  /// Kilometres an hour on county roads.
  public let countyRoad: Double
  /// Kilometres an hour on village roads.
  public let villageRoad: Double
  /// Kilometres an hour on mountain roads.
  public let mountainRoad: Double
  /// Minutes spent once a journey on walking, waiting or parking.
  public let accessMinutes: Double

  /// Makes the speeds of a mode, in kilometres an hour.
  public init(
    urbanStreet: Double,
    countyRoad: Double,
    villageRoad: Double,
    mountainRoad: Double,
    accessMinutes: Double
  ) {
    self.urbanStreet = urbanStreet
    self.countyRoad = countyRoad
    self.villageRoad = villageRoad
    self.mountainRoad = mountainRoad
    self.accessMinutes = accessMinutes
  }

  /// Kilometres an hour on one class of road.
  public func kilometresPerHour(on road: RoadClass) -> Double {
    switch road {
    case .urbanStreet: urbanStreet
    case .countyRoad: countyRoad
    case .villageRoad: villageRoad
    case .mountainRoad: mountainRoad
    }
  }
}

/// Speeds of every mode on every class of road (E-19 for ambulances).
public struct SpeedTable: Sendable, Hashable {
  /// Electric bicycles.
  public let eBike: ModeSpeeds
  /// Cars and buses.
  public let car: ModeSpeeds
  /// Ambulances; their access time is counted by the ambulance department, not here.
  public let ambulance: ModeSpeeds

  /// Makes the table.
  public init(eBike: ModeSpeeds, car: ModeSpeeds, ambulance: ModeSpeeds) {
    self.eBike = eBike
    self.car = car
    self.ambulance = ambulance
  }

  /// Speeds of one mode.
  public func of(_ mode: TravelMode) -> ModeSpeeds {
    switch mode {
    case .eBike: eBike
    case .car: car
    case .ambulance: ambulance
    }
  }
}
