/// Minutes within which an ambulance should reach people (E-12); both limits are inclusive.
public struct CircleStandard: Sendable, Hashable {
  /// Limit in minutes for urban residents.
  public let urbanMinutes: Double
  /// Limit in minutes for rural residents.
  public let ruralMinutes: Double

  /// Makes a standard from its two limits in minutes.
  public init(urbanMinutes: Double, ruralMinutes: Double) {
    self.urbanMinutes = urbanMinutes
    self.ruralMinutes = ruralMinutes
  }

  /// Limit in minutes for one setting.
  public func minutes(for setting: Setting) -> Double {
    switch setting {
    case .urban: urbanMinutes
    case .rural: ruralMinutes
    }
  }
}

/// How many ambulance stations there are and could be.
public struct AmbulanceFacts: Sendable, Hashable {
  /// Stations open today; the first stands at the general hospital.
  public let stations: Int
  /// Sites to name at which further stations could open.
  public let candidates: Int
  /// Standard by which sites are chosen.
  public let standard: CircleStandard

  /// Makes the facts about stations.
  public init(stations: Int, candidates: Int, standard: CircleStandard) {
    self.stations = stations
    self.candidates = candidates
    self.standard = standard
  }
}
