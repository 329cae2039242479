import Engine

/// The books of one clinic's lines, kept twice over for Little's law: as the area under the number
/// waiting, and as the sum of the waits.
struct ClinicLine: BitwiseCopyable {
  private(set) var waiting: Int32 = 0
  private var since = SimInstant.start
  private var area: Int64 = 0
  /// Waits of those who have left the lines, milliseconds.
  private(set) var waited: Int64 = 0

  /// Somebody joins.
  mutating func join(at instant: SimInstant) {
    area = area(at: instant)
    since = instant
    waiting += 1
  }

  /// Somebody leaves after a wait.
  mutating func leave(at instant: SimInstant, after wait: SimDuration) {
    area = area(at: instant)
    since = instant
    waiting -= 1
    waited += Int64(wait.milliseconds)
  }

  /// Patients waiting times milliseconds, up to an instant.
  func area(at instant: SimInstant) -> Int64 {
    area + Int64(waiting) * Int64((instant - since).milliseconds)
  }
}
