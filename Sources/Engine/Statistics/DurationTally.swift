/// Count, mean and spread of lengths of time, without keeping them, exact to the millisecond.
///
/// The sums are whole numbers, so tallies merge in any order to the same bits and nothing is lost
/// to rounding however many lengths are added.
@frozen
public struct DurationTally: Hashable, Sendable, BitwiseCopyable {
  @usableFromInline var observed: Int
  @usableFromInline var total: Int64
  @usableFromInline var squares: UInt128
  @usableFromInline var longest: SimDuration

  /// Nothing observed.
  @inlinable
  public init() {
    observed = 0
    total = 0
    squares = 0
    longest = .zero
  }

  /// How many lengths were added.
  @inlinable public var count: Int { observed }

  /// The sum of all lengths.
  @inlinable public var sum: SimDuration { SimDuration(milliseconds: total) }

  /// The longest; zero before the first.
  @inlinable public var max: SimDuration { longest }

  /// Adds one length; it must not be negative.
  ///
  /// Traps when the sum exceeds 292 million years.
  ///
  /// Kept inline, as all counters of an event: together 4 % of `referral-network`'s instructions.
  @inlinable
  @inline(__always)
  public mutating func add(_ length: SimDuration) {
    assert(length >= .zero, "a length of \(length)")
    let ticks = length.milliseconds.magnitude
    observed &+= 1
    total += length.milliseconds
    squares &+= UInt128(ticks) &* UInt128(ticks)
    longest = Swift.max(longest, length)
  }

  /// Adds all lengths of another tally.
  @inlinable
  public mutating func merge(_ other: DurationTally) {
    observed += other.observed
    total += other.total
    squares += other.squares
    longest = Swift.max(longest, other.longest)
  }

  /// The mean in milliseconds; nothing before the first length.
  @inlinable public var mean: Double? {
    observed > 0 ? Double(total) / Double(observed) : nil
  }

  /// The sample variance in square milliseconds; nothing before the second length.
  public var variance: Double? {
    guard observed > 1 else { return nil }
    // n Σx² - (Σx)² is exact as long as it fits; it needs fewer than 2^128.
    let (scaled, overflow) = squares.multipliedReportingOverflow(by: UInt128(observed))
    let square = UInt128(total.magnitude) * UInt128(total.magnitude)
    let count = Double(observed)
    if overflow {
      let mean = Double(total) / count
      return Swift.max(0, Double(squares) - mean * Double(total)) / (count - 1)
    }
    return Double(scaled - square) / (count * (count - 1))
  }

  /// The sample standard deviation in milliseconds; nothing before the second length.
  public var standardDeviation: Double? { variance?.squareRoot() }
}
