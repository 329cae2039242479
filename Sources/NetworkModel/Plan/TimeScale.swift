public import Engine

/// How many of the calendar's ticks one unit of a network's time takes.
///
/// A network file may measure time in minutes or in mean service times; its ticks must be fine
/// enough that rounding does not show and coarse enough that the run fits the calendar.
public struct TimeScale: Hashable, Sendable {
  /// Ticks per unit of time.
  public let ticksPerUnit: Double

  /// The finest scale, up to a million ticks per unit, on which a run fits with room to spare;
  /// nothing when even a thousand ticks per unit are too many.
  public init?(fitting length: Double) {
    // A quarter of the calendar's 2^44 ticks: services that end past the run must fit too.
    let room = 0x1p42
    var ticks = 1_000_000.0
    while length * ticks > room { ticks /= 10 }
    guard ticks >= 1000, length.isFinite, length >= 0 else { return nil }
    ticksPerUnit = ticks
  }

  /// A length in units as calendar time, rounded once; what is longer than 2^60 ticks, a quarter of
  /// a million times the longest run, becomes that.
  @inlinable
  public func duration(_ units: Double) -> SimDuration {
    SimDuration.bounded(units * ticksPerUnit)
  }

  /// Calendar time as a length in units.
  @inlinable
  public func units(_ length: SimDuration) -> Double {
    Double(length.milliseconds) / ticksPerUnit
  }

  /// The mean of tallied lengths in units; nothing before the first.
  public func mean(_ lengths: DurationTally) -> Double? {
    lengths.mean.map { $0 / ticksPerUnit }
  }

  /// The standard deviation of tallied lengths in units; nothing before the second.
  public func standardDeviation(_ lengths: DurationTally) -> Double? {
    lengths.standardDeviation.map { $0 / ticksPerUnit }
  }
}

extension SimDuration {
  /// The nearest whole number of ticks, at most 2^60 either way: laws with heavy tails draw lengths
  /// for which there is no whole number.
  @inlinable
  static func bounded(_ ticks: Double) -> SimDuration {
    guard ticks.magnitude < 0x1p60 else {
      return SimDuration(milliseconds: ticks < 0 ? -1 << 60 : 1 << 60)
    }
    return .rounding(ticks)
  }
}
