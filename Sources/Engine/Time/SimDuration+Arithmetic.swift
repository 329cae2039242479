extension SimDuration: AdditiveArithmetic {
  /// Shorter comes first.
  @inlinable
  public static func < (left: SimDuration, right: SimDuration) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// Both lengths, one after the other.
  @inlinable
  public static func + (left: SimDuration, right: SimDuration) -> SimDuration {
    SimDuration(milliseconds: left.milliseconds + right.milliseconds)
  }

  /// What the left length has more than the right one.
  @inlinable
  public static func - (left: SimDuration, right: SimDuration) -> SimDuration {
    SimDuration(milliseconds: left.milliseconds - right.milliseconds)
  }

  /// The opposite length.
  @inlinable
  public static prefix func - (length: SimDuration) -> SimDuration {
    SimDuration(milliseconds: -length.milliseconds)
  }

  /// The length repeated.
  @inlinable
  public static func * (length: SimDuration, times: Int) -> SimDuration {
    SimDuration(milliseconds: length.milliseconds * Int64(times))
  }

  /// The length scaled, rounded once to a millisecond.
  @inlinable
  public static func * (length: SimDuration, factor: Double) -> SimDuration {
    rounding(Double(length.milliseconds) * factor)
  }

  /// The length shared, rounded once to a millisecond.
  @inlinable
  public static func / (length: SimDuration, divisor: Double) -> SimDuration {
    rounding(Double(length.milliseconds) / divisor)
  }

  /// How many times the right length fits into the left one.
  @inlinable
  public static func / (left: SimDuration, right: SimDuration) -> Double {
    Double(left.milliseconds) / Double(right.milliseconds)
  }
}
