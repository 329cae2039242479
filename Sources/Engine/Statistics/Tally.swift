/// Count, mean, spread and extremes of observations, without keeping them.
///
/// - Source: Welford, *Note on a method for calculating corrected sums of squares and products*,
///   Technometrics 4 (1962); merging after Chan, Golub and LeVeque (1979).
@frozen
public struct Tally: Hashable, Sendable, BitwiseCopyable {
  @usableFromInline var observed: Int
  @usableFromInline var centre: Double
  /// The sum of squared distances from the mean.
  @usableFromInline var squares: Double
  @usableFromInline var lowest: Double
  @usableFromInline var highest: Double

  /// Nothing observed.
  @inlinable
  public init() {
    observed = 0
    centre = 0
    squares = 0
    lowest = .infinity
    highest = -.infinity
  }

  /// How many observations were added.
  @inlinable public var count: Int { observed }

  /// The mean; nothing before the first observation.
  @inlinable public var mean: Double? { count > 0 ? centre : nil }

  /// The sum of all observations.
  @inlinable public var sum: Double { centre * Double(count) }

  /// The sample variance; nothing before the second observation.
  @inlinable public var variance: Double? { count > 1 ? squares / Double(count - 1) : nil }

  /// The sample standard deviation; nothing before the second observation.
  @inlinable public var standardDeviation: Double? { variance?.squareRoot() }

  /// The standard error of the mean of independent observations.
  @inlinable public var standardError: Double? {
    variance.map { ($0 / Double(count)).squareRoot() }
  }

  /// The smallest observation.
  @inlinable public var min: Double? { count > 0 ? lowest : nil }

  /// The largest observation.
  @inlinable public var max: Double? { count > 0 ? highest : nil }

  /// Adds one observation.
  @inlinable
  public mutating func add(_ value: Double) {
    observed &+= 1
    let before = value - centre
    centre += before / Double(count)
    squares += before * (value - centre)
    lowest = Swift.min(lowest, value)
    highest = Swift.max(highest, value)
  }

  /// Adds all observations of another tally.
  @inlinable
  public mutating func merge(_ other: Tally) {
    guard other.count > 0 else { return }
    let (here, there) = (Double(count), Double(other.count))
    let apart = other.centre - centre
    observed += other.observed
    centre += apart * there / (here + there)
    squares += other.squares + apart * apart * here * there / (here + there)
    lowest = Swift.min(lowest, other.lowest)
    highest = Swift.max(highest, other.highest)
  }
}
