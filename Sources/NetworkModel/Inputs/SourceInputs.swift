public import Probability

/// Where customers come from.
public struct SourceInputs: Sendable {
  /// Its name: the luck of its customers hangs on it.
  public var id: String
  /// Their classes with weights of any scale; at least one above 0.
  public var classes: [(className: String, weight: Double)]
  /// When they come.
  public var arrivals: ArrivalsInputs
  /// How many come together, whole numbers of 1 or more; without a law, one.
  public var batch: Law?
  /// Where they go first.
  public var first: Routing

  /// A source.
  public init(
    id: String,
    classes: [(className: String, weight: Double)],
    arrivals: ArrivalsInputs,
    batch: Law? = nil,
    first: Routing
  ) {
    self.id = id
    self.classes = classes
    self.arrivals = arrivals
    self.batch = batch
    self.first = first
  }
}

/// When customers come.
public enum ArrivalsInputs: Sendable {
  /// One after another, the gaps independent.
  case gaps(Law)
  /// A Poisson process, its rate may change with time.
  case rate(RateProfile)
  /// At stated times, rising or equal.
  case trace([TraceArrival])
  /// So many customers, each of whom comes back a while after they left or were refused.
  case population(Int, away: Law)
}

/// One arrival of a trace.
public struct TraceArrival: Hashable, Sendable {
  /// When, 0 or later.
  public var time: Double
  /// Its class; without one the source's own.
  public var className: String?

  /// An arrival.
  public init(time: Double, className: String? = nil) {
    self.time = time
    self.className = className
  }
}
