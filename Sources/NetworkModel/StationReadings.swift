public import Engine

/// What one replication of a station showed after its warm-up; times are in the station's unit.
public struct StationReadings: Sendable {
  /// How long how many were present.
  public let present: LevelTimes
  /// Mean number waiting, over time.
  public let meanWaiting: Double
  /// Mean number of busy servers, over time.
  public let meanBusy: Double
  /// The time looked at.
  public let length: Double
  /// How many came.
  public let offered: Int
  /// How many of them found all servers busy.
  public let foundAllBusy: Int
  /// How many of them were refused.
  public let refused: Int
  /// Waits of those who came after the warm-up and left before the end.
  public let waits: Tally
  /// The same, of those who waited at all.
  public let waitsAboveZero: Tally
  /// Their times at the station.
  public let stays: Tally
  /// The service times drawn.
  public let services: Tally
  /// Their third powers, of which the spread of waits is made when services are skewed.
  public let serviceCubes: Tally
  /// Stretches from an empty station to the next.
  public let busyPeriods: Tally
  /// How many waits were longer than each limit.
  public let overLimit: [Int]
  /// The wait that 95 % do not exceed.
  public let wait95: Double?
  /// The time at the station that 95 % do not exceed.
  public let stay95: Double?
  /// Events handled, the warm-up included.
  public let handled: UInt64

  /// The share of arrivals that found all servers busy; nothing when nobody came.
  public var shareFoundAllBusy: Double? { share(of: foundAllBusy, in: offered) }

  /// The share of arrivals refused; nothing when nobody came.
  public var shareRefused: Double? { share(of: refused, in: offered) }

  /// The share of waits above one of the limits; nothing when nobody left.
  public func shareOver(limit: Int) -> Double? {
    share(of: overLimit[limit], in: waits.count)
  }

  private func share(of part: Int, in whole: Int) -> Double? {
    whole > 0 ? Double(part) / Double(whole) : nil
  }
}
