/// The days on which a visiting doctor comes, repeated for ever.
public struct VisitCalendar: Sendable, Hashable {
  /// Days after which the calendar begins again.
  public let cycle: Int
  /// Days of the cycle with a visit, rising, from 0 to `cycle` - 1; at least one.
  public let visits: [Int]

  /// A calendar by its visit days; days outside the cycle or none at all trap.
  public init(cycle: Int, visits: [Int]) {
    precondition(cycle > 0 && !visits.isEmpty, "a calendar needs days with visits")
    precondition(visits.allSatisfy((0..<cycle).contains), "a visit outside the cycle")
    self.cycle = cycle
    self.visits = Set(visits).sorted()
  }

  /// One visit to each of several sites in turn, a week apart, as each site sees it.
  public static func weeklyInTurn(among sites: Int) -> VisitCalendar {
    VisitCalendar(cycle: 7 * sites, visits: [0])
  }

  /// The moment of a visit, in days from the calendar's begin: visits are counted from 0, and a
  /// visit begins with its day.
  public func moment(ofVisit number: Int) -> Double {
    Double(number / visits.count * cycle + visits[number % visits.count])
  }

  /// The number of the first visit at or after a moment of 0 or more, in days.
  ///
  /// - Complexity: O(visits in a cycle)
  public func firstVisit(from moment: Double) -> Int {
    let rounds = Int(moment) / cycle
    let rest = moment - Double(rounds * cycle)
    let next = visits.firstIndex { Double($0) >= rest } ?? visits.count
    return rounds * visits.count + next
  }

  /// The wait of a patient who falls ill at a moment, until the next visit that takes place.
  ///
  /// - Parameters:
  ///   - moment: In days from the calendar's begin, 0 or more.
  ///   - isHeld: Whether the visit of a number takes place; must be true again and again.
  /// - Returns: Days, 0 or more.
  public func wait(from moment: Double, isHeld: (Int) -> Bool = { _ in true }) -> Double {
    var visit = firstVisit(from: moment)
    while !isHeld(visit) { visit += 1 }
    return self.moment(ofVisit: visit) - moment
  }

  /// The mean wait in days for visits that all take place: patients meet long gaps more often than
  /// short ones, so it is the sum of squared gaps over twice their sum, not half the mean gap.
  public var meanWait: Double {
    let gaps = visits.indices.map { place in
      (place + 1 < visits.count ? visits[place + 1] : visits[0] + cycle) - visits[place]
    }
    return Double(gaps.reduce(0) { $0 + $1 * $1 }) / Double(2 * cycle)
  }
}
