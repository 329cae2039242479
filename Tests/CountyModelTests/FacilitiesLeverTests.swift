import Testing

@testable import CountyModel

@Suite("Levers on facilities", .serialized)
struct FacilitiesLeverTests {
  static let rows: [LeverCase] =
    [
      LeverCase(
        path: "facilities.tertiary",
        plan: ["LYG-11", "LYG-12", "BZ-02", "BZ-09"],
        strength: 3,
        claim: .moves("visits.inCountyShare", .up)
      ),
      LeverCase(
        path: "facilities.keySpecialties",
        plan: ["LYG-15"],
        strength: 8,
        claim: .moves("visits.inCountyShare", .up)
      ),
      LeverCase(
        path: "facilities.standard",
        plan: ["LYG-64", "BZ-14", "WD-42", "YD-19", "TZ-23"],
        strength: 1,
        claim: .moves("visits.grassrootsShare", .up)
      ),
      LeverCase(
        path: "facilities.villageStandard",
        plan: ["BZ-20", "TZ-23", "YD-21"],
        strength: 1,
        claim: .moves("visits.grassrootsShare", .up)
      ),
      LeverCase(
        path: "facilities.communityHospitals",
        plan: ["LYG-64", "BZ-13", "WD-06", "YD-14", "YD-20"],
        strength: 1,
        claim: .moves("visits.grassrootsShare", .up)
      ),
      LeverCase(
        path: "facilities.subCentres",
        plan: ["BZ-12", "WD-07", "WD-15"],
        strength: 2,
        claim: .moves("admissions.grassrootsShare", .up)
      ),
      LeverCase(
        path: "facilities.levelTwo",
        plan: ["BZ-15", "WD-07", "YD-14"],
        strength: 2,
        claim: .moves("admissions.grassrootsShare", .up)
      ),
      LeverCase(
        path: "facilities.departments",
        plan: ["LYG-64", "BZ-15", "WD-38", "YD-26", "TZ-22"],
        strength: 8,
        claim: .moves("visits.grassrootsShare", .up)
      ),
      LeverCase(
        path: "facilities.villageRun",
        plan: ["WD-03", "LYG-31"],
        strength: 1,
        partners: ["workforce.villageTraining": 90],
        claim: .moves("workforce.villageClosed", .down)
      ),
      LeverCase(
        path: "facilities.merged",
        plan: ["BZ-18", "WD-04", "WD-08", "LYG-30"],
        strength: 1,
        claim: .moves("visits.grassrootsShare", .down)
      ),
      LeverCase(
        path: "facilities.posted",
        plan: ["BZ-18", "WD-09"],
        strength: 1,
        claim: .moves("visits.grassrootsShare", .up)
      ),
      LeverCase(
        path: "facilities.roving",
        plan: ["BZ-18", "WD-09"],
        strength: 7,
        partners: ["facilities.merged": 1],
        claim: .moves("facilities.rounds", .up)
      ),
      LeverCase(
        path: "facilities.closed",
        plan: ["YD-02", "LYG-30"],
        strength: 5,
        claim: .moves("visits.grassrootsShare", .down)
      ),
      LeverCase(
        path: "facilities.nurses",
        plan: ["YD-09"],
        strength: 30,
        partners: ["facilities.levelTwo": 2],
        claim: .moves("facilities.bedsAdded", .up)
      ),
      LeverCase(
        path: "facilities.appeal",
        plan: [],
        strength: -2,
        partners: ["facilities.standard": 1],
        claim: .moves("visits.grassrootsShare", .down)
      ),
      LeverCase(
        path: "shocks.roads",
        plan: [],
        strength: 20,
        claim: .moves("ems.responseRural", .up)
      ),
      LeverCase(
        path: "shocks.needs",
        plan: [],
        strength: 2,
        claim: .moves("wait.county", .up)
      ),
    ] + departments

  /// A department of each specialty; one in 28 days moves few enough patients for its own number to
  /// be all that is claimed.
  private static let departments: [LeverCase] = [
    ("medicine", ["YD-04", "YD-26", "YD-27", "TZ-22"]),
    ("surgery", []),
    ("paediatrics", ["WD-40", "TZ-22"]),
    ("obstetrics", []),
    ("orthopaedics", ["WD-38", "WD-39", "YD-26", "TZ-22"]),
    ("tcm", ["YD-26", "YD-27", "TZ-22"]),
    ("sense", ["WD-39", "YD-04", "YD-14", "YD-26"]),
    ("oncology", ["YD-03"]),
  ].map {
    LeverCase(
      path: "facilities.department.\($0.0)",
      plan: $0.1,
      strength: 1,
      claim: .moves("facilities.departments", .up)
    )
  }

  @Test("Each lever is nothing at neutral and moves its measure at strength", arguments: rows)
  func moves(_ row: LeverCase) throws { try LeverTrial.fourWeeks.check(row) }
}
