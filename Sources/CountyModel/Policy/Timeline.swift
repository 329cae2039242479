/// The course of one lever over the days of a run: neutral, then a ramp, then a level, then neutral.
///
/// A lever moves at midnight only, so a day has one value.
public struct Timeline: Sendable, Equatable {
  /// The value that changes nothing.
  public let neutral: Double
  /// The level after the ramp.
  public let level: Double
  /// First day of the ramp, counted from the first day of the run; may be negative.
  public let startDay: Int
  /// Days from neutral to full level; 0 is a step.
  public let rampDays: Int
  /// First day on which the lever is neutral again, or `nil` for "until further notice".
  public let endDay: Int?

  /// A lever that is never pulled.
  public static func always(_ neutral: Double) -> Timeline {
    Timeline(neutral: neutral, level: neutral, startDay: 0, rampDays: 0, endDay: nil)
  }

  /// A dated lever.
  ///
  /// - Precondition: `rampDays` is not negative.
  public init(neutral: Double, level: Double, startDay: Int, rampDays: Int, endDay: Int?) {
    precondition(rampDays >= 0, "a ramp cannot run backwards")
    self.neutral = neutral
    self.level = level
    self.startDay = startDay
    self.rampDays = rampDays
    self.endDay = endDay
  }

  /// The lever's value on a day of the run.
  public func value(onDay day: Int) -> Double {
    guard day >= startDay else { return neutral }
    if let endDay, day >= endDay { return neutral }
    let elapsed = day - startDay
    guard elapsed < rampDays else { return level }
    return neutral + (level - neutral) * Double(elapsed) / Double(rampDays)
  }

  /// A quantity that the lever raises to at least its level, from today's value along the ramp.
  ///
  /// Today's value stays where the level is not above it, and before the lever begins.
  public func floor(over today: Double, onDay day: Int) -> Double {
    let span = level - neutral
    guard level > today, span != 0 else { return today }
    return today + (level - today) * (value(onDay: day) - neutral) / span
  }

  /// Whether the lever never leaves its neutral value.
  public var isNeutral: Bool { level == neutral }
}
