import Engine
import Geography
import Testing

@testable import CountyModel

@Suite("Levers on ambulances and emergency departments")
struct AmbulanceLeverTests {
  static let rows: [LeverCase] = [
    .init(
      path: "ambulance.stationsAdded",
      plan: ["BZ-31", "BZ-32"],
      strength: 2,
      claim: .moves("ems.responseRural", .down)
    ),
    .init(
      path: "ambulance.capableDoor",
      plan: ["LYG-13", "BZ-08", "TZ-18"],
      strength: 1,
      claim: .moves("ems.capableFirst", .up)
    ),
    .init(
      path: "ambulance.redispatch",
      plan: ["BZ-33"],
      strength: 1,
      claim: .moves("ems.diversions", .up),
      // Two crews are seldom both on the way: in the first luck they never are.
      replications: 1..<2
    ),
    .init(
      path: "ambulance.moveUp",
      plan: ["BZ-32"],
      strength: 1,
      claim: .moves("ems.moveUps", .up)
    ),
    .init(
      path: "ambulance.zones",
      plan: [],
      strength: 1,
      partners: ["ambulance.stationsAdded": 2],
      claim: .unclear("zones trade a longer drive now for a nearer crew later")
    ),
    .init(
      path: "ambulance.independent",
      plan: ["BZ-32"],
      strength: 1,
      claim: .moves("ems.departures", .up)
    ),
    .init(
      path: "ambulance.helicopter",
      plan: ["BZ-33"],
      strength: 1,
      claim: .moves("ems.responseRural", .down)
    ),
    .init(
      path: "emergency.centres",
      plan: ["LYG-13", "BZ-08"],
      strength: 3,
      claim: .moves("ems.capableFirst", .up)
    ),
    .init(
      path: "emergency.bays",
      plan: [],
      strength: 3,
      claim: .moves("emergency.wait", .down)
    ),
  ]

  @Test(
    "At neutral nothing changes; at full strength the measure goes the right way",
    arguments: rows
  )
  func lever(_ row: LeverCase) throws { try LeverTrial.sixWeeks.check(row) }

  @Test("A second crew at every station does not lengthen the mean response")
  func moreCrews() throws {
    let more = try TinyCounty(exchanging: [
      .init(old: "crewsPerStation: 1", new: "crewsPerStation: 2"),
      .init(old: "crewsAtSeat: 1", new: "crewsAtSeat: 2"),
    ])
    for id in ["ems.responseUrban", "ems.responseRural", "ems.queuedShare"] {
      let measure = try #require(Measure.named(id))
      let before = try TinyCounty.asWritten().readings().value(of: measure, inYear: 2024)
      let after = more.readings().value(of: measure, inYear: 2024)
      #expect(try #require(after) <= #require(before), "\(id)")
    }
  }
}
