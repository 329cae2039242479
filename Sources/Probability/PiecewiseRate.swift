/// How a week's arrivals spread over its days and hours.
public struct PiecewiseRate: Sendable, Hashable {
  /// Each weekday's rate over the mean day's, Monday first: seven numbers whose mean is 1.
  public let dayFactors: [Double]
  /// Each weekday's hours, Monday first.
  public let profiles: [HourlyProfile]

  /// A week from seven day weights and the hours of each day.
  ///
  /// Both lists have seven members, Monday first; the weights are finite, 0 or more, of any scale.
  public init(
    dayWeights: [Double],
    profiles: [HourlyProfile]
  ) throws(DistributionError) {
    for (name, found) in [("day weights", dayWeights.count), ("profiles", profiles.count)]
    where found != 7 {
      throw DistributionError(
        law: "weekly rate",
        parameter: name,
        allowed: "seven, Monday first",
        found: "\(found)"
      )
    }
    var sum = 0.0
    for (day, weight) in dayWeights.enumerated() {
      sum += try Parameter("day weights[\(day)]", of: "weekly rate", weight).notNegative()
    }
    sum = try Parameter("sum of day weights", of: "weekly rate", sum).positive()
    self.dayFactors = dayWeights.map { $0 / sum * 7 }
    self.profiles = profiles
  }

  /// A week whose days share the same hours.
  public init(dayWeights: [Double], hours: HourlyProfile) throws(DistributionError) {
    try self.init(dayWeights: dayWeights, profiles: Array(repeating: hours, count: 7))
  }

  /// The hour of a weekday, from 0 up to but not including 24, by which a share of its arrivals
  /// has come.
  @inlinable
  public func instant(ofShare share: Double, onWeekday weekday: Int) -> Double {
    profiles[weekday].instant(ofShare: share)
  }
}
