/// How long, how often, and what to keep.
public struct RunInputs: Hashable, Sendable {
  /// What is simulated before anything counts; 0 or more.
  public var warmUp: Double
  /// What is simulated after it; above 0.
  public var length: Double
  /// Independent repetitions; 1 or more.
  public var replications: Int
  /// The seed of all chance.
  public var seed: UInt64
  /// Moments, counted from the very start, at which the numbers present are noted; rising.
  public var observeAt: [Double]
  /// Waits of which the share above is reported.
  public var waitLimits: [Double]
  /// Percentiles of waits and sojourns, above 0 and below 100.
  public var percentiles: [Double]
  /// What to keep of each customer's visits.
  public var records: Records
  /// What to do when blocked customers wait for each other for ever.
  public var deadlock: Deadlock

  /// What to keep of visits.
  public enum Records: Hashable, Sendable {
    /// Nothing but the statistics.
    case none
    /// One record for each visit that ends.
    case visits
  }

  /// What to do about a deadlock.
  public enum Deadlock: Hashable, Sendable {
    /// End the replication there and say so.
    case stop
    /// Let the customers who block each other change places.
    case swap
  }

  /// How long, how often, what to keep.
  public init(
    warmUp: Double,
    length: Double,
    replications: Int,
    seed: UInt64,
    observeAt: [Double] = [],
    waitLimits: [Double] = [],
    percentiles: [Double] = [50, 90, 95],
    records: Records = .none,
    deadlock: Deadlock = .stop
  ) {
    self.warmUp = warmUp
    self.length = length
    self.replications = replications
    self.seed = seed
    self.observeAt = observeAt
    self.waitLimits = waitLimits
    self.percentiles = percentiles
    self.records = records
    self.deadlock = deadlock
  }
}
