/// Reads civil time off a run's moments: the run begins at midnight of its first day.
///
/// Days have 24 hours; there is no daylight saving (China has had none since 1991).
@frozen
public struct WeekClock: Hashable, Sendable, BitwiseCopyable {
  /// The run's first day.
  public let start: CivilDate

  /// A clock whose moment zero is midnight of a day.
  @inlinable
  public init(start: CivilDate) {
    self.start = start
  }

  /// How many midnights have passed: 0 on the first day.
  @inlinable
  public func dayIndex(at instant: SimInstant) -> Int {
    let day = instant.milliseconds / 86_400_000
    // Division rounds towards zero; days before the start must round down.
    return Int(instant.milliseconds % 86_400_000 < 0 ? day - 1 : day)
  }

  /// The day.
  @inlinable
  public func date(at instant: SimInstant) -> CivilDate {
    date(ofDay: dayIndex(at: instant))
  }

  /// The day so many days after the first.
  @inlinable
  public func date(ofDay day: Int) -> CivilDate {
    start.adding(days: day)
  }

  /// The day of the week: 0 is Monday, 6 is Sunday.
  @inlinable
  public func weekday(at instant: SimInstant) -> Int {
    date(at: instant).weekday
  }

  /// The time since midnight.
  @inlinable
  public func timeOfDay(at instant: SimInstant) -> SimDuration {
    instant - midnight(ofDay: dayIndex(at: instant))
  }

  /// The hour of the day, 0 to 23.
  @inlinable
  public func hour(at instant: SimInstant) -> Int {
    Int(timeOfDay(at: instant).milliseconds / 3_600_000)
  }

  /// The minute of the day, 0 to 1439.
  @inlinable
  public func minuteOfDay(at instant: SimInstant) -> Int {
    Int(timeOfDay(at: instant).milliseconds / 60_000)
  }

  /// Midnight at which a day begins.
  @inlinable
  public func instant(of date: CivilDate) -> SimInstant {
    midnight(ofDay: date.days(since: start))
  }

  /// Midnight at which the day so many days after the first begins.
  @inlinable
  public func midnight(ofDay day: Int) -> SimInstant {
    SimInstant(milliseconds: Int64(day) * 86_400_000)
  }
}
