/// How a day's arrivals spread over its 24 hours, as a rate that is constant within each hour.
public struct HourlyProfile: Sendable, Hashable {
  /// The share of the day's arrivals before each full hour: 25 numbers from 0 to 1.
  public let cumulative: [Double]

  /// A profile from one weight per hour.
  ///
  /// The weights are 24 finite numbers of 0 or more, any scale, at least one above 0; anything
  /// else traps. What comes from a file goes through `init(checking:)` instead.
  public init(hourWeights: [Double]) {
    do throws(DistributionError) {
      try self.init(checking: hourWeights)
    } catch {
      preconditionFailure(error.description)
    }
  }

  /// A profile from one weight per hour, with the reason why it cannot be.
  public init(checking hourWeights: [Double]) throws(DistributionError) {
    guard hourWeights.count == 24 else {
      throw DistributionError(
        law: "hourly profile",
        parameter: "hour weights",
        allowed: "24 numbers",
        found: "\(hourWeights.count) numbers"
      )
    }
    var running = [0.0]
    for (hour, weight) in hourWeights.enumerated() {
      let checked = try Parameter("hour weights[\(hour)]", of: "hourly profile", weight)
        .notNegative()
      running.append(running[hour] + checked)
    }
    let sum = try Parameter("sum of hour weights", of: "hourly profile", running[24]).positive()
    cumulative = running.map { $0 / sum }
  }

  /// The hour of the day, from 0 up to but not including 24, by which a share of the day's
  /// arrivals has come: 13.5 is half past one in the afternoon.
  ///
  /// The piecewise-constant rate is inverted exactly, so uniform shares give arrivals of the
  /// profile and no hour of weight 0 is ever returned.
  /// The share is from 0 up to but not including 1.
  @inlinable
  public func instant(ofShare share: Double) -> Double {
    // The first hour that ends above the share: it has positive weight, since it begins at or
    // below the share.
    var (low, high) = (0, 23)
    while low < high {
      let middle = (low &+ high) &>> 1
      if cumulative[middle &+ 1] > share { high = middle } else { low = middle &+ 1 }
    }
    let begin = cumulative[low]
    let part = (share - begin) / (cumulative[low &+ 1] - begin)
    return min(Double(low) + max(part, 0), (Double(low) + 1).nextDown)
  }

  /// The share of the day's arrivals that falls into one hour.
  @inlinable
  public func share(ofHour hour: Int) -> Double {
    cumulative[hour + 1] - cumulative[hour]
  }
}
