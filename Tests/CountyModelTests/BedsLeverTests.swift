import Engine
import Geography
import Testing

@testable import CountyModel

@Suite("Levers on beds")
struct BedsLeverTests {
  static let rows: [LeverCase] = [
    .init(
      path: "beds.careShare",
      plan: ["LYG-45", "BZ-16", "WD-40"],
      strength: 0.5,
      claim: .moves("beds.careShare", .up)
    ),
    .init(
      path: "beds.countyBeds",
      plan: [],
      strength: 1.33,
      claim: .moves("beds.occupancy.county", .down, least: 0.05)
    ),
    .init(
      path: "beds.reserved",
      plan: ["TZ-32"],
      strength: 0.5,
      // Beds must be short and family doctors must send; who comes unplanned may lie there too.
      partners: ["referral.firstVisit": 1, "beds.countyBeds": 0.6],
      claim: .moves("beds.boardingTime", .down, least: 20)
    ),
    .init(
      path: "beds.reservedReleased",
      plan: ["TZ-32"],
      strength: 1,
      partners: ["beds.reserved": 0.4],
      // Beds that nobody with a claim needs are open to those who would have been refused.
      claim: .moves("beds.refusals", .down, least: 50),
      replications: 0..<3
    ),
    .init(
      path: "beds.pooling",
      plan: ["LYG-54"],
      strength: 1,
      claim: .moves("beds.outlierShare", .up)
    ),
    .init(
      path: "beds.outlierStay",
      plan: [],
      strength: 2,
      partners: ["beds.pooling": 1],
      claim: .moves("beds.stay.county", .up)
    ),
    .init(
      path: "beds.bedsideSettlement",
      plan: ["LYG-56"],
      strength: 0.85,
      claim: .moves("beds.stay.county", .down)
    ),
    .init(
      path: "beds.zeroDeposit",
      plan: ["LYG-53"],
      strength: 1,
      claim: .moves("beds.stay.city", .down),
      // Ten hours at the desk instead of half an hour: beside other patients' stays, half an hour is
      // seen only over dozens of years.
      replications: 0..<6,
      figures: ["admissionDesk": "600 min"]
    ),
    .init(
      path: "beds.homeBeds",
      plan: ["LYG-42", "YD-34"],
      strength: 20,
      claim: .moves("beds.homeDays", .up)
    ),
    .init(
      path: "beds.nursingBeds",
      plan: ["LYG-44", "BZ-30"],
      strength: 20,
      // Nursing homes take whom no township bed takes, and few step down today.
      partners: ["referral.stepDownOffers": 1],
      claim: .moves("beds.nursingDays", .up)
    ),
    .init(
      path: "beds.jointWards",
      plan: ["TZ-21", "LYG-28"],
      strength: 1,
      claim: .moves("referral.downShare", .up)
    ),
    .init(
      path: "beds.intensive",
      plan: ["TZ-25"],
      strength: 3,
      claim: .moves("beds.occupancy.intensive", .down)
    ),
    .init(
      path: "beds.convertBelow",
      plan: ["BZ-29"],
      strength: 0.9,
      partners: ["referral.stepDownOffers": 0.8],
      claim: .moves("beds.careShare", .up)
    ),
    .init(
      path: "beds.branches",
      plan: ["LYG-29"],
      strength: 1,
      claim: .moves("beds.careShare", .up)
    ),
    .init(
      path: "beds.dayCare",
      plan: ["WD-35"],
      strength: 1,
      claim: .moves("beds.occupancy.township", .down)
    ),
    .init(
      path: "beds.countySearch",
      plan: ["TZ-09", "TZ-18"],
      strength: 1,
      partners: ["beds.countyBeds": 0.7],
      claim: .moves("beds.foundElsewhere", .up)
    ),
    .init(
      path: "beds.surge",
      plan: ["BZ-07", "TZ-27"],
      strength: 0.5,
      claim: .moves("beds.occupancy.surgical", .up)
    ),
  ]

  @Test(
    "At neutral nothing changes; at full strength the measure goes the right way",
    arguments: rows
  )
  func lever(_ row: LeverCase) throws { try LeverTrial.sixWeeks.check(row) }

  @Test("A third more county beds do not lengthen the mean wait for a bed")
  func moreBeds() throws {
    let county = try TinyCounty.asWritten()
    let measure = try #require(Measure.named("beds.boardingTime"))
    let before = county.readings().value(of: measure, inYear: 2024)
    let policy = try Policy.pulling(["beds.countyBeds": 1.33])
    let after = county.readings(policy).value(of: measure, inYear: 2024)
    #expect(try #require(after) <= #require(before))
  }

  @Test("Without county beds every county admission is refused, and no measure is not a number")
  func noBeds() throws {
    let county = try TinyCounty.asWritten()
    let readings = county.readings(try .pulling(["beds.countyBeds": 0]), Stretch(days: 14))
    for lane in FacilityKind.hospitalLanes { #expect(readings.total(.admissions, lane: lane) == 0) }
    let refused = FacilityKind.hospitalLanes.reduce(0) {
      $0 + readings.total(.refusals, lane: $1)
    }
    #expect(refused > 0)
    for measure in Measure.all {
      if let value = readings.value(of: measure, inYear: 2024) { #expect(value.isFinite) }
    }
  }
}
