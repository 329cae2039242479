public import Geography

/// The counties of one city, side by side: each runs as it would alone, and all share the city's
/// hospitals.
///
/// Counties meet at midnight only. Whoever goes to a city hospital from one county stands in line
/// before the others' residents a week later, on the same weekday; until then, as many as the
/// county's own file expects. Counties without a link are so many separate runs, bit for bit
/// (decision 0018).
public struct Prefecture: ~Copyable {
  /// A county of the region; a class only because a list cannot hold what cannot be copied.
  private final class Member {
    var county: County

    init(_ scenario: Scenario, map: CountyMap, seed: UInt64, replication: UInt32) {
      county = County(scenario, map: map, seed: seed, replication: replication)
    }
  }

  private let members: [Member]
  private var link: CityLink?

  /// Lays out every county on the first day of its warm-up.
  ///
  /// - Parameters:
  ///   - parts: Scenario and map of each county; one or more, all of the same stretch of time.
  ///   - outside: Who else uses the city's hospitals; `nil` leaves the counties unlinked.
  ///   - seed: Seed of every draw.
  ///   - replication: Number of the replication.
  public init(
    _ parts: [(scenario: Scenario, map: CountyMap)],
    outside: CityDemand?,
    seed: UInt64,
    replication: UInt32
  ) {
    precondition(!parts.isEmpty, "a region needs a county")
    members = parts.map { Member($0.scenario, map: $0.map, seed: seed, replication: replication) }
    link = outside.map { CityLink(counties: parts.count, outside: $0) }
  }

  /// Days of the run, warm-up included.
  public var totalDays: Int { members[0].county.totalDays }

  /// Runs to midnight at the start of a day, counted from the first day of the warm-up.
  public mutating func run(untilDay day: Int) {
    guard link != nil else {
      for member in members { member.county.run(untilDay: day) }
      return
    }
    while let today = link?.day, today < min(day, totalDays) {
      for member in members { member.county.run(untilDay: today + 1) }
      link?.turnDay(members.map { $0.county.cityDemand })
      for (place, member) in members.enumerated() {
        if let others = link?.neighbours(of: place) { member.county.expect(others) }
      }
    }
  }

  /// What the counties have left behind, together; call it once, at the end.
  public mutating func readings() -> Readings {
    let parts = members.map { $0.county.readings() }
    let homes = members.map { $0.county.residentsBySetting }
    return Readings(joining: parts, residents: homes)
  }
}
