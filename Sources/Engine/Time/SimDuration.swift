/// A length of simulated time in whole milliseconds.
@frozen
public struct SimDuration: Hashable, Comparable, Sendable, BitwiseCopyable {
  /// The length in milliseconds; may be negative.
  public var milliseconds: Int64

  /// A length in milliseconds.
  @inlinable
  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// No time at all.
  @inlinable public static var zero: SimDuration { SimDuration(milliseconds: 0) }

  /// Whole milliseconds.
  @inlinable public static func milliseconds(_ count: Int64) -> SimDuration {
    SimDuration(milliseconds: count)
  }

  /// Whole milliseconds.
  @inlinable public static func milliseconds(_ count: Int) -> SimDuration {
    SimDuration(milliseconds: Int64(count))
  }

  /// Whole seconds.
  @inlinable public static func seconds(_ count: Int) -> SimDuration {
    SimDuration(milliseconds: Int64(count) * 1000)
  }

  /// Seconds, rounded once to a millisecond.
  @inlinable public static func seconds(_ count: Double) -> SimDuration {
    rounding(count * 1000)
  }

  /// Whole minutes.
  @inlinable public static func minutes(_ count: Int) -> SimDuration {
    SimDuration(milliseconds: Int64(count) * 60_000)
  }

  /// Minutes, rounded once to a millisecond.
  @inlinable public static func minutes(_ count: Double) -> SimDuration {
    rounding(count * 60_000)
  }

  /// Whole hours.
  @inlinable public static func hours(_ count: Int) -> SimDuration {
    SimDuration(milliseconds: Int64(count) * 3_600_000)
  }

  /// Hours, rounded once to a millisecond.
  @inlinable public static func hours(_ count: Double) -> SimDuration {
    rounding(count * 3_600_000)
  }

  /// Whole days of 24 hours.
  @inlinable public static func days(_ count: Int) -> SimDuration {
    SimDuration(milliseconds: Int64(count) * 86_400_000)
  }

  /// Days of 24 hours, rounded once to a millisecond.
  @inlinable public static func days(_ count: Double) -> SimDuration {
    rounding(count * 86_400_000)
  }

  /// The length in seconds.
  @inlinable public var inSeconds: Double { Double(milliseconds) / 1000 }

  /// The length in minutes.
  @inlinable public var inMinutes: Double { Double(milliseconds) / 60_000 }

  /// The length in hours.
  @inlinable public var inHours: Double { Double(milliseconds) / 3_600_000 }

  /// The length in days of 24 hours.
  @inlinable public var inDays: Double { Double(milliseconds) / 86_400_000 }

  /// The nearest whole number of milliseconds, halves away from zero; traps beyond 64 bits.
  ///
  /// Kept inline: a call of the C library was 21 instructions of each draw.
  @inlinable
  @inline(__always)
  public static func rounding(_ milliseconds: Double) -> SimDuration {
    // What `rounded()` gives, without its call into the C library: cutting off is one instruction,
    // and the rest that it leaves is exact.
    let whole = Int64(milliseconds)
    let rest = milliseconds - Double(whole)
    let up: Int64 = rest >= 0.5 ? 1 : 0
    let down: Int64 = rest <= -0.5 ? 1 : 0
    return SimDuration(milliseconds: whole &+ up &- down)
  }
}

extension SimDuration: CustomStringConvertible {
  /// The length in minutes, for messages.
  public var description: String { "\(inMinutes) min" }
}
