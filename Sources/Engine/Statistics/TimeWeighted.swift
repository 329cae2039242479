/// The exact integral over time of a whole-numbered level: patients present, beds occupied.
@frozen
public struct TimeWeighted: Hashable, Sendable, BitwiseCopyable {
  @usableFromInline var current: Int64
  @usableFromInline var settled: SimInstant
  @usableFromInline var sum: Int64

  /// A level from a moment on.
  @inlinable
  public init(level: Int = 0, at instant: SimInstant = .start) {
    current = Int64(level)
    settled = instant
    sum = 0
  }

  /// The level now.
  @inlinable public var level: Int { Int(current) }

  /// Sets the level.
  @inlinable
  public mutating func set(_ level: Int, at instant: SimInstant) {
    settle(to: instant)
    current = Int64(level)
  }

  /// Raises the level, or lowers it by a negative number.
  @inlinable
  public mutating func add(_ change: Int, at instant: SimInstant) {
    settle(to: instant)
    current += Int64(change)
  }

  /// Forgets what was integrated so far, at the end of the warm-up.
  @inlinable
  public mutating func reset(at instant: SimInstant) {
    settled = instant
    sum = 0
  }

  /// Level times milliseconds since the last reset; traps past 64 bits.
  @inlinable
  public func integral(to instant: SimInstant) -> Int64 {
    sum + current * (instant - settled).milliseconds
  }

  /// The mean level since the last reset, which was at `begin`, before `end`.
  @inlinable
  public func mean(from begin: SimInstant, to end: SimInstant) -> Double {
    precondition(begin < end, "a mean from \(begin) to \(end)")
    return Double(integral(to: end)) / Double((end - begin).milliseconds)
  }

  /// Kept inline, as all counters of an event: together 4 % of `referral-network`'s instructions.
  @inlinable
  @inline(__always)
  mutating func settle(to instant: SimInstant) {
    assert(instant >= settled, "the level changes at \(instant), after \(settled)")
    sum = integral(to: instant)
    settled = instant
  }
}
