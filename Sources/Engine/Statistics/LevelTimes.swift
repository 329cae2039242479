/// How long a whole-numbered level stood at each value: patients present, beds occupied.
///
/// Values from 0 to `top` are kept apart; higher ones share the last place. The integral is exact
/// for every level.
public struct LevelTimes: Hashable, Sendable {
  /// Milliseconds at each level; the last place is for levels above `top`.
  @usableFromInline var times: [Int64]
  @usableFromInline var current: Int
  @usableFromInline var settled: SimInstant
  @usableFromInline var sum: Int64

  /// A level of zero from the start of the run; levels up to `top` are kept apart.
  public init(top: Int) {
    precondition(top >= 0, "levels up to \(top)")
    times = Array(repeating: 0, count: top + 2)
    current = 0
    settled = .start
    sum = 0
  }

  /// A level as a board kept it.
  init(times: [Int64], current: Int, settled: SimInstant, sum: Int64) {
    self.times = times
    self.current = current
    self.settled = settled
    self.sum = sum
  }

  /// The level now.
  @inlinable public var level: Int { current }

  /// Sets the level.
  @inlinable
  public mutating func set(_ level: Int, at instant: SimInstant) {
    settle(to: instant)
    current = level
  }

  /// Forgets the past, at the end of the warm-up.
  public mutating func reset(at instant: SimInstant) {
    settled = instant
    sum = 0
    for place in times.indices { times[place] = 0 }
  }

  /// Brings every sum up to a moment.
  @inlinable
  public mutating func settle(to instant: SimInstant) {
    let elapsed = (instant - settled).milliseconds
    assert(elapsed >= 0 && current >= 0, "level \(current) at \(instant), after \(settled)")
    times[min(current, times.count - 1)] += elapsed
    sum += elapsed * Int64(current)
    settled = instant
  }
}

extension LevelTimes {
  /// The time since the last reset, up to the last change or settling.
  public var total: SimDuration {
    SimDuration(milliseconds: times.reduce(0, +))
  }

  /// The mean level; nothing when no time has passed.
  public var mean: Double? {
    total > .zero ? Double(sum) / Double(total.milliseconds) : nil
  }

  /// The share of time at or above a level, which may be up to one above `top`; nothing when no
  /// time has passed.
  public func share(atLeast level: Int) -> Double? {
    precondition(level >= 0 && level < times.count, "level \(level) is not kept apart")
    guard total > .zero else { return nil }
    return Double(times[level...].reduce(0, +)) / Double(total.milliseconds)
  }

  /// The share of time at a level from 0 to `top`; nothing when no time has passed.
  public func share(exactly level: Int) -> Double? {
    precondition(level >= 0 && level < times.count - 1, "level \(level) is not kept apart")
    guard total > .zero else { return nil }
    return Double(times[level]) / Double(total.milliseconds)
  }

  /// The highest level that is kept apart.
  public var top: Int { times.count - 2 }

  /// The standard deviation of the level over time; nothing when no time has passed or when the
  /// level rose above `top`.
  public var standardDeviation: Double? {
    guard let mean, times[times.count - 1] == 0 else { return nil }
    let squares = times.enumerated().reduce(0.0) { sum, place in
      let apart = Double(place.offset) - mean
      return sum + apart * apart * Double(place.element)
    }
    return (squares / Double(total.milliseconds)).squareRoot()
  }
}
