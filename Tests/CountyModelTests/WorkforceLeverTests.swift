import Engine
import Testing

@testable import CountyModel

@Suite("Levers on staff", .serialized)
struct WorkforceLeverTests {
  static let rows: [LeverCase] =
    [
      LeverCase(
        path: "workforce.countyPosted",
        plan: ["LYG-61", "TZ-13"],
        strength: 2,
        claim: .moves("visits.township", .up)
      ),
      LeverCase(
        path: "workforce.cityPosted",
        plan: ["LYG-60"],
        strength: 3,
        partners: ["workforce.cityPostedDays": 3],
        claim: .moves("visits.township", .up)
      ),
      LeverCase(
        path: "workforce.cityPostedDays",
        plan: ["LYG-60"],
        strength: 3,
        partners: ["workforce.cityPosted": 3],
        claim: .moves("workforce.posted", .up)
      ),
      LeverCase(
        path: "workforce.postedYearly",
        plan: ["YD-32", "WD-21"],
        strength: 20,
        claim: .moves("visits.township", .up)
      ),
      LeverCase(
        path: "workforce.postedDays",
        plan: ["TZ-13", "YD-32"],
        strength: 1,
        partners: ["workforce.countyPosted": 2],
        claim: .moves("workforce.posted", .down)
      ),
      LeverCase(
        path: "workforce.postedAppeal",
        plan: [],
        strength: -2,
        partners: ["workforce.countyPosted": 2],
        claim: .moves("visits.township", .down)
      ),
      LeverCase(
        path: "workforce.postedJuniors",
        plan: ["LYG-61", "TZ-13"],
        strength: 1,
        partners: ["workforce.countyPosted": 2],
        claim: .moves("workforce.postedMiddleGrade", .down, least: 0.9)
      ),
      LeverCase(
        path: "workforce.postedJuniors",
        plan: ["LYG-61", "TZ-13"],
        strength: 1,
        partners: ["workforce.countyPosted": 2],
        // A junior is worth less than the middle grade in the figures of tiny.
        claim: .moves("visits.township", .down, least: 500)
      ),
      LeverCase(
        path: "workforce.backfill",
        plan: ["LYG-61"],
        strength: 1,
        partners: ["workforce.countyPosted": 4],
        claim: .moves("wait.county", .down)
      ),
      LeverCase(
        path: "workforce.sessionDays",
        plan: ["LYG-28", "YD-23", "TZ-24"],
        strength: 52,
        claim: .moves("workforce.sessions", .up)
      ),
      LeverCase(
        path: "workforce.hospitalSessionDays",
        plan: ["LYG-16"],
        strength: 250,
        claim: .moves("wait.county", .down)
      ),
      LeverCase(
        path: "workforce.villageTraining",
        plan: ["YD-25", "WD-41"],
        strength: 90,
        claim: .moves("visits.village", .down)
      ),
      LeverCase(
        path: "workforce.villageSubstitute",
        plan: ["YD-25"],
        strength: 1,
        partners: ["workforce.villageTraining": 90],
        claim: .moves("workforce.villageClosed", .down)
      ),
      LeverCase(
        path: "workforce.trainedYearly",
        plan: ["LYG-63", "YD-24", "WD-19", "WD-22", "TZ-42"],
        strength: 500,
        claim: .moves("wait.township", .up),
        // A quarter of the physicians at five small centres.
        replications: 0..<12
      ),
      LeverCase(
        path: "workforce.licensed",
        plan: ["WD-17", "YD-10"],
        strength: 1,
        claim: .moves("visits.village", .up)
      ),
      LeverCase(
        path: "workforce.villageDoctors",
        plan: ["WD-16"],
        strength: 3,
        claim: .moves("wait.village", .down)
      ),
      LeverCase(
        path: "workforce.townshipStaff",
        plan: ["WD-13", "WD-15"],
        strength: 3,
        claim: .moves("wait.township", .down)
      ),
      LeverCase(
        path: "workforce.physicians",
        plan: ["YD-08"],
        strength: 6,
        claim: .moves("wait.county", .down)
      ),
      LeverCase(
        path: "workforce.postingWeeks",
        plan: ["WD-20", "TZ-13"],
        strength: 104,
        partners: ["workforce.countyPosted": 2],
        claim: .moves("visits.township", .up, least: 200),
        // Posts change hands after half a year.
        days: 275
      ),
    ] + postedAway

  /// All hospital physicians of a specialty posted out of the county.
  private static let postedAway: [LeverCase] = Specialty.allCases.map { specialty in
    LeverCase(
      path: "workforce.postedAway.\(specialty.rawValue)",
      plan: [],
      strength: 1,
      claim: .moves("visits.county", .down, least: 300)
    )
  }

  @Test("Each lever is nothing at neutral and moves its measure at strength", arguments: rows)
  func moves(_ row: LeverCase) throws { try LeverTrial.fourWeeks.check(row) }

  @Test("One posted physician moves township visits by what pairing has been seen to do (B-27)")
  func size() throws {
    // Odds ratios of 0.71 to 1.90 around 1.45 in 2013 and 0.85 in 2018.
    let measures = try ["visits.township", "visits.total"].map { try #require(Measure.named($0)) }
    func odds(_ levels: [String: Double]) throws -> Double {
      let sums = try LeverTrial.fourWeeks.runs(levels).reduce((0.0, 0.0)) { sum, one in
        (
          sum.0 + (one.value(of: measures[0], inYear: 2024) ?? 0),
          sum.1 + (one.value(of: measures[1], inYear: 2024) ?? 0)
        )
      }
      return sums.0 / (sums.1 - sums.0)
    }
    let before = try odds([:])
    let prior = try odds(["workforce.countyPosted": 1]) / before
    let most = try odds(["workforce.countyPosted": 1, "workforce.postedAppeal": 2.5]) / before
    let adverse = try odds(["workforce.countyPosted": 1, "workforce.postedAppeal": -2]) / before
    #expect((1...1.45).contains(prior), "\(prior)")
    #expect((prior...1.9).contains(most), "\(most)")
    #expect((0.71...1).contains(adverse), "\(adverse)")
  }
}
