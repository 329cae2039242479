/// Many whole-numbered levels with their times, as `LevelTimes` keeps one: all in two flat columns,
/// so that a change between two events touches no counted storage.
public struct LevelBoard: ~Copyable {
  /// One level.
  @usableFromInline
  struct Level: BitwiseCopyable {
    @usableFromInline var current: Int64
    @usableFromInline var settled: SimInstant
    @usableFromInline var sum: Int64
    /// Its first place among the times, and how many it has.
    @usableFromInline var first: Int
    @usableFromInline var places: Int
  }

  @usableFromInline var levels: FlatBuffer<Level>
  @usableFromInline var times: FlatBuffer<Int64>

  /// Levels of zero from the start of the run; each is kept apart up to its own top, 0 or more.
  public init(tops: [Int]) {
    let unset = Level(current: 0, settled: .start, sum: 0, first: 0, places: 0)
    levels = FlatBuffer(repeating: unset, count: tops.count)
    var first = 0
    for (row, top) in tops.enumerated() {
      precondition(top >= 0, "levels up to \(top)")
      levels[row].first = first
      levels[row].places = top + 2
      first += top + 2
    }
    times = FlatBuffer(repeating: 0, count: first)
  }

  /// Sets the level of a row.
  ///
  /// Kept inline, as all counters of an event: together 4 % of `referral-network`'s instructions.
  @inlinable
  @inline(__always)
  public mutating func set(_ row: Int, to level: Int, at instant: SimInstant) {
    settle(row, to: instant)
    levels[row].current = Int64(level)
  }

  /// Forgets the past of all rows, at the end of the warm-up.
  public mutating func reset(at instant: SimInstant) {
    for row in 0..<levels.count {
      levels[row].settled = instant
      levels[row].sum = 0
    }
    for place in 0..<times.count { times[place] = 0 }
  }

  /// What a row would be as a level of its own, up to a moment.
  public func reading(_ row: Int, to instant: SimInstant) -> LevelTimes {
    let level = levels[row]
    var reading = LevelTimes(
      times: (level.first..<level.first + level.places).map { times[$0] },
      current: Int(level.current),
      settled: level.settled,
      sum: level.sum
    )
    reading.settle(to: instant)
    return reading
  }

  /// Kept inline, see `set`.
  @inlinable
  @inline(__always)
  mutating func settle(_ row: Int, to instant: SimInstant) {
    let level = levels[row]
    let elapsed = (instant - level.settled).milliseconds
    assert(elapsed >= 0 && level.current >= 0, "level \(level.current) at \(instant)")
    times[level.first &+ min(Int(level.current), level.places &- 1)] += elapsed
    levels[row].sum += elapsed * level.current
    levels[row].settled = instant
  }
}
