import Geography

/// One physician sent from a hospital to a township facility for a while.
struct Posting {
  /// Who pays and plans the posting.
  enum Programme: Int, CaseIterable {
    /// A county hospital to every township centre (LYG-61, TZ-13).
    case county
    /// A city hospital to every township centre (LYG-60).
    case city
    /// So many a year over all township centres in turn (YD-32, WD-21).
    case yearly
  }

  /// Professional grade, in the order of lanes; every plan asks for the middle grade or above.
  enum Grade: Int, CaseIterable { case junior, middle, senior }

  let programme: Programme
  let from: FacilityID
  let to: FacilityID
  /// Place of the specialty.
  let specialty: Int
  let grade: Grade
  /// First day of the run on which the physician is there.
  let start: Int
  let weeks: Int
  /// Working days a week at the township.
  let daysAWeek: Double
  /// Share of one physician: below 1 where a plan sends fewer than one to each centre.
  let weight: Double
  /// Share of the donor's loss that is refilled.
  let backfill: Double

  /// Share of a full-time physician who is at the township in a week.
  var presence: Double { weight * min(1, daysAWeek / 5) }

  /// Whether it lasts the half year that the plans ask for.
  var isLong: Bool { weeks >= 26 }
}

/// A post that physicians fill in turn, with a gap at every change.
struct Post {
  /// The day on which the post was created.
  let opened: Int

  /// The number of the posting that fills the post on a day, and its first day; `nil` while the one
  /// has gone and the next has not yet come.
  func posting(onDay day: Int, weeks: Int, gap: Int) -> (number: Int, start: Int)? {
    let cycle = weeks * 7 + gap
    let elapsed = day - opened
    guard elapsed >= 0, elapsed % cycle < weeks * 7 else { return nil }
    return (elapsed / cycle, opened + elapsed / cycle * cycle)
  }
}
