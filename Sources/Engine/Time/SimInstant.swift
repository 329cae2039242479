/// A moment of a run: whole milliseconds since it began.
@frozen
public struct SimInstant: Hashable, Comparable, Sendable, BitwiseCopyable {
  /// Milliseconds since the run began.
  public var milliseconds: Int64

  /// The moment so many milliseconds after the run began.
  @inlinable
  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// The moment the run begins.
  @inlinable public static var start: SimInstant { SimInstant(milliseconds: 0) }

  /// The time since the run began.
  @inlinable public var sinceStart: SimDuration { SimDuration(milliseconds: milliseconds) }

  /// Earlier comes first.
  @inlinable
  public static func < (left: SimInstant, right: SimInstant) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// The moment a length of time later.
  @inlinable
  public static func + (instant: SimInstant, length: SimDuration) -> SimInstant {
    SimInstant(milliseconds: instant.milliseconds + length.milliseconds)
  }

  /// The moment a length of time earlier.
  @inlinable
  public static func - (instant: SimInstant, length: SimDuration) -> SimInstant {
    SimInstant(milliseconds: instant.milliseconds - length.milliseconds)
  }

  /// The time from the right moment to the left one.
  @inlinable
  public static func - (later: SimInstant, earlier: SimInstant) -> SimDuration {
    SimDuration(milliseconds: later.milliseconds - earlier.milliseconds)
  }

  /// Moves the moment later by a length of time.
  @inlinable
  public static func += (instant: inout SimInstant, length: SimDuration) {
    instant = instant + length
  }
}

extension SimInstant: CustomStringConvertible {
  /// Milliseconds since the run began, for messages.
  public var description: String { "\(milliseconds) ms" }
}
