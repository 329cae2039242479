import Engine

/// A stretch of simulated time that is read off by itself.
struct Stretch: Hashable, Sendable {
  let begin: SimInstant
  let end: SimInstant

  var length: SimDuration { end - begin }

  /// The part of the stretch before a moment; of no length when that lies before it.
  func until(_ moment: SimInstant) -> Stretch {
    Stretch(begin: begin, end: max(begin, moment))
  }

  /// The stretch in so many parts, 1 or more, whose lengths differ by at most one tick.
  func parts(_ count: Int) -> [Stretch] {
    precondition(count > 0, "\(count) parts")
    let ticks = length.milliseconds
    let bounds = (0...Int64(count)).map { part in
      begin + SimDuration(milliseconds: ticks * part / Int64(count))
    }
    return zip(bounds, bounds.dropFirst()).map { Stretch(begin: $0, end: $1) }
  }
}
