import Engine

/// Integrates a whole-number level over time into the ledger, exact to the millisecond.
struct LevelMeter {
  private(set) var level: Int64 = 0
  private var since: SimInstant = .start
  private(set) var integral: Int64 = 0

  /// Brings the ledger up to an instant: level times milliseconds.
  mutating func settle(
    at instant: SimInstant,
    as count: Count,
    lane: Int,
    in ledger: inout Ledger
  ) {
    let area = level * Int64((instant - since).milliseconds)
    integral += area
    ledger.add(count, lane: lane, area)
    since = instant
  }

  /// Changes the level at an instant.
  mutating func change(
    by step: Int64,
    at instant: SimInstant,
    as count: Count,
    lane: Int,
    in ledger: inout Ledger
  ) {
    settle(at: instant, as: count, lane: lane, in: &ledger)
    level += step
  }
}
