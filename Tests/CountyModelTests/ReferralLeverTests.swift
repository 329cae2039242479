import Testing

@testable import CountyModel

@Suite("Levers on referrals", .serialized)
struct ReferralLeverTests {
  static let rows: [LeverCase] = [
    LeverCase(
      path: "referral.certificate",
      plan: ["LYG-65a"],
      strength: 1,
      // Two in five of the few who leave file themselves: in twelve years 0.10 points fewer of the stays
      // are out of the city, 3.2 standard errors.
      claim: .moves("admissions.outOfCityShare", .down),
      replications: 0..<24,
      // To the end of the year: the measure is that of 2024.
      days: 275
    ),
    LeverCase(
      path: "referral.retained",
      plan: ["LYG-65c"],
      strength: 1,
      claim: .moves("referral.outOfCounty", .down)
    ),
    LeverCase(
      path: "referral.audit",
      plan: ["LYG-65b", "TZ-17", "TZ-18"],
      strength: 1,
      claim: .moves("referral.turnedBack", .up)
    ),
    LeverCase(
      path: "referral.catalogue",
      plan: ["LYG-59", "TZ-11", "TZ-17"],
      strength: 1,
      claim: .moves("referral.inDistrictShare", .up)
    ),
    LeverCase(
      path: "referral.firstVisit",
      plan: ["LYG-65d", "TZ-17", "TZ-33", "YD-36"],
      strength: 1,
      claim: .moves("referral.letterShare", .up)
    ),
    LeverCase(
      path: "referral.inDistrictFirst",
      plan: ["TZ-09", "TZ-17"],
      strength: 1,
      claim: .moves("referral.inDistrictShare", .up)
    ),
    LeverCase(
      path: "referral.greenChannel",
      plan: ["TZ-20"],
      strength: 1,
      partners: ["referral.firstVisit": 1],
      claim: .moves("referral.plannedWait", .down)
    ),
    LeverCase(
      path: "referral.followUp",
      plan: ["TZ-33"],
      strength: 1,
      partners: ["referral.firstVisit": 1],
      claim: .moves("referral.attendedShare", .up)
    ),
    LeverCase(
      path: "referral.downChannel",
      plan: ["TZ-21", "LYG-28"],
      strength: 1,
      claim: .moves("referral.downShare", .up),
      replications: 0..<12
    ),
    LeverCase(
      path: "referral.upIncentive",
      plan: ["WD-34", "BZ-22"],
      strength: 3,
      claim: .moves("referral.letterShare", .up)
    ),
    LeverCase(
      path: "referral.downIncentive",
      plan: ["WD-34", "BZ-22", "TZ-35"],
      strength: 3,
      claim: .moves("referral.downShare", .up)
    ),
    LeverCase(
      path: "referral.stepDownOffers",
      plan: [],
      strength: 0.5,
      claim: .moves("referral.downShareLead", .up)
    ),
  ]

  @Test("Each lever is nothing at neutral and moves its measure at strength", arguments: rows)
  func moves(_ row: LeverCase) throws { try LeverTrial.fourWeeks.check(row) }

  @Test("A shift of nothing leaves a chance as it is; the logit moves by the shift")
  func shifts() {
    #expect(Referral.shifted(0.208, by: 0) == 0.208)
    // Odds 0.25, doubled by a shift of ln 2: 0.5 / 1.5.
    #expect(abs(Referral.shifted(0.2, by: 0.693_147_180_559_945_3) - 1.0 / 3) < 1e-12)
    #expect(Referral.shifted(0, by: 3) == 0)
    #expect(Referral.shifted(1, by: -3) == 1)
  }
}
