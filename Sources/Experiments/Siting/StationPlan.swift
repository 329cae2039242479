public import Geography

/// A set of stations: why it was chosen, and what each way of looking at it says.
public struct StationPlan: Sendable {
  /// What a plan is.
  public enum Origin: Sendable, Hashable {
    /// The stations open today.
    case existing
    /// The best by a criterion.
    case best(StationQuestion.Criterion)

    /// Name in files.
    public var id: String {
      switch self {
      case .existing: "existing"
      case .best(let criterion): criterion.rawValue
      }
    }
  }

  /// Why it is here.
  public let origin: Origin
  /// The stations, the one of the seat first.
  public let stations: [AmbulanceStation]
  /// Those of them that are not open today.
  public let opened: [AmbulanceStation]
  /// Those open today that it closes.
  public let closed: [AmbulanceStation]
  /// Share of residents covered, share expected to be, mean minutes: by `Criterion` in its order.
  public let values: [Double]
  /// What was shown of a best plan; `nil` for the existing stations.
  public let proof: SitingPlan.Proof?
  /// Distance to the bound, relative; 0 when proved.
  public let gap: Double?
  /// Residents in the static circle: urban, rural, all; 0 to 1.
  public let circle: [Double]
  /// What the hypercube says; `nil` when calls are more than crews can answer.
  public let forecast: StationForecast?
  /// What the simulation says.
  public let simulated: Simulated

  /// Readings of the simulated county, over replications.
  public struct Simulated: Encodable, Sendable, Hashable {
    /// Share of calls reached within the circle's limit of the call, 0 to 1.
    public let inTime: Estimate?
    /// Mean minutes from the call to the scene.
    public let response: Estimate?
    /// Minutes within which nine of ten callers are reached.
    public let responseP90: Estimate?
    /// Share of calls for which no crew was free, 0 to 1.
    public let queued: Estimate?
  }
}

/// The answer to a question about stations.
public struct StationOutcome: Sendable {
  /// What was asked.
  public let question: StationQuestion
  /// Where a station could stand.
  public let places: Int
  /// Probability that a crew is busy, as the expected covering took it, 0 to 1.
  public let busy: Double
  /// Calls a day in the county, as simulated.
  public let callsPerDay: Double
  /// Mean minutes of a mission with the stations open today, as reckoned.
  public let missionMinutes: Double
  /// The existing stations, then a plan for each criterion.
  public let plans: [StationPlan]
  /// Replications of each simulation.
  public let replications: Int
  /// Days measured in each.
  public let days: Int
  /// Seed of every draw.
  public let seed: UInt64
}
