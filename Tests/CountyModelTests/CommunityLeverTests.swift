import Testing

@testable import CountyModel

@Suite("Levers on communities", .serialized)
struct CommunityLeverTests {
  static let rows: [LeverCase] = [
    LeverCase(
      path: "community.tight",
      plan: ["LYG-26", "LYG-27", "BZ-21", "BZ-25", "WD-12", "TZ-01"],
      strength: 1,
      claim: .moves("community.insideShare", .up)
    ),
    LeverCase(
      path: "community.regrouped",
      plan: ["TZ-08", "YD-11"],
      strength: 1,
      claim: .moves("community.tightness", .up)
    ),
    LeverCase(
      path: "community.staffPool",
      plan: ["LYG-21", "YD-33", "LYG-72"],
      strength: 1,
      partners: ["workforce.trainedYearly": 500],
      claim: .moves("community.poolCover", .up)
    ),
    LeverCase(
      path: "community.formulary",
      plan: ["LYG-73", "TZ-15", "WD-34"],
      strength: 1,
      claim: .moves("visits.grassrootsShare", .up)
    ),
    LeverCase(
      path: "community.records",
      plan: ["BZ-24", "TZ-12", "LYG-58"],
      strength: 1,
      partners: ["referral.firstVisit": 1],
      claim: .moves("community.workupSaved", .up)
    ),
  ]

  @Test("Each lever is nothing at neutral and moves its measure at strength", arguments: rows)
  func moves(_ row: LeverCase) throws { try LeverTrial.fourWeeks.check(row) }
}
