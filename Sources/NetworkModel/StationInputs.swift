public import Probability

/// How many may be at a station, those in service included.
public enum StationRoom: Hashable, Sendable {
  /// Everyone may wait.
  case unlimited
  /// Whoever comes when so many are present is refused and leaves.
  case places(Int)
}

/// One station: who comes, how many serve, how long it takes, how long to look.
///
/// Times are in the station's own unit.
public struct StationInputs: Sendable {
  /// The time from one arrival to the next.
  public let gap: Distribution
  /// The time a server needs.
  public let service: Distribution
  /// Equal servers, 1 or more.
  public let servers: Int
  /// How many may be present.
  public let room: StationRoom
  /// What is simulated before anything counts.
  public let warmUp: Double
  /// What is simulated after it.
  public let measured: Double
  /// Waits of which the share above is asked for.
  public let waitLimits: [Double]
  /// The ticks of the calendar.
  public let scale: TimeScale

  /// Checks a station: servers and room suffice, and the run fits the calendar.
  public init(
    gap: Distribution,
    service: Distribution,
    servers: Int,
    room: StationRoom,
    warmUp: Double,
    measured: Double,
    waitLimits: [Double] = []
  ) throws(StationProblem) {
    guard (1..<1 << 20).contains(servers) else { throw .servers(servers) }
    if case .places(let places) = room, places < servers {
      throw .places(places, servers: servers)
    }
    guard warmUp >= 0, measured > 0, let scale = TimeScale(fitting: warmUp + measured) else {
      throw .length(warmUp: warmUp, measured: measured)
    }
    self.gap = gap
    self.service = service
    self.servers = servers
    self.room = room
    self.warmUp = warmUp
    self.measured = measured
    self.waitLimits = waitLimits
    self.scale = scale
  }
}

/// Why a station cannot be.
public enum StationProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// The number of servers is not from 1 to 1,048,575.
  case servers(Int)
  /// Fewer places than servers.
  case places(Int, servers: Int)
  /// The run has no length, or does not fit the calendar at a thousand ticks per unit.
  case length(warmUp: Double, measured: Double)

  /// What is wrong and what would be right.
  public var description: String {
    switch self {
    case .servers(let servers):
      "servers is \(servers); expected 1 to 1048575"
    case .places(let places, let servers):
      "places is \(places); expected at least the \(servers) servers"
    case .length(let warmUp, let measured):
      "the run lasts \(warmUp) + \(measured); expected a warm-up of 0 or more, a measured time "
        + "above 0, together below 4 billion units"
    }
  }
}
