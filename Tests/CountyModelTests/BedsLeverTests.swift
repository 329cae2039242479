import Engine
import Geography
import Testing

@testable import CountyModel

@Suite("Levers on beds")
struct BedsLeverTests {
  static let rows: [CareLeverRow] = [
    .init(
      lever: "beds.careShare",
      plan: ["LYG-45", "BZ-16", "WD-40"],
      strength: 0.5,
      effect: .moves("beds.careShare", .up)
    ),
    .init(
      lever: "beds.reservedReleased",
      plan: ["TZ-32"],
      strength: 1,
      partners: ["beds.reserved": 0.4],
      effect: .unclear("planned admissions gain what family doctors' patients lose")
    ),
    .init(
      lever: "beds.pooling",
      plan: ["LYG-54"],
      strength: 1,
      effect: .moves("beds.outlierShare", .up)
    ),
    .init(
      lever: "beds.outlierStay",
      plan: [],
      strength: 2,
      partners: ["beds.pooling": 1],
      effect: .moves("beds.stay.county", .up)
    ),
    .init(
      lever: "beds.bedsideSettlement",
      plan: ["LYG-56"],
      strength: 0.85,
      effect: .moves("beds.stay.county", .down)
    ),
    .init(
      lever: "beds.zeroDeposit",
      plan: ["LYG-53"],
      strength: 1,
      effect: .unclear("half an hour saved is lost again before the hours of discharge")
    ),
    .init(
      lever: "beds.homeBeds",
      plan: ["LYG-42", "YD-34"],
      strength: 20,
      effect: .moves("beds.homeDays", .up)
    ),
    .init(
      lever: "beds.nursingBeds",
      plan: ["LYG-44", "BZ-30"],
      strength: 20,
      // Nursing homes take whom no township bed takes, and few step down today.
      partners: ["referral.stepDownOffers": 1],
      effect: .moves("beds.nursingDays", .up)
    ),
    .init(
      lever: "beds.jointWards",
      plan: ["TZ-21", "LYG-28"],
      strength: 1,
      effect: .moves("referral.downShare", .up)
    ),
    .init(
      lever: "beds.intensive",
      plan: ["TZ-25"],
      strength: 3,
      effect: .moves("beds.occupancy.intensive", .down)
    ),
    .init(
      lever: "beds.convertBelow",
      plan: ["BZ-29"],
      strength: 0.9,
      partners: ["referral.stepDownOffers": 0.8],
      effect: .moves("beds.careShare", .up)
    ),
    .init(
      lever: "beds.branches",
      plan: ["LYG-29"],
      strength: 1,
      effect: .moves("beds.careShare", .up)
    ),
    .init(
      lever: "beds.dayCare",
      plan: ["WD-35"],
      strength: 1,
      effect: .moves("beds.occupancy.township", .down)
    ),
    .init(
      lever: "beds.countySearch",
      plan: ["TZ-09", "TZ-18"],
      strength: 1,
      partners: ["beds.countyBeds": 0.7],
      effect: .moves("beds.foundElsewhere", .up)
    ),
    .init(
      lever: "beds.surge",
      plan: ["BZ-07", "TZ-27"],
      strength: 0.5,
      effect: .moves("beds.occupancy.surgical", .up)
    ),
  ]

  @Test(
    "At neutral nothing changes; at full strength the measure goes the right way",
    arguments: rows
  )
  func lever(_ row: CareLeverRow) throws { try row.check() }

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
