import Engine
import Geography
import Testing

@testable import CountyModel

/// Levers of finance: declared, neutral at rest, and moving a measure the right way by their mechanism.
///
/// Where providers' response carries the lever, it is raised, so that a small county shows it.
@Suite("Finance levers", .serialized)
struct FinanceLeverTests {
  private static let answer = ["finance.responseFactor": 5.0]

  static let rows: [LeverCase] = [
    .init(
      path: "finance.oneDeductible",
      plan: ["WD-31", "TZ-39"],
      strength: 1,
      partners: ["referral.stepDownOffers": 0.5],
      claim: .moves("fund.paymentRatio", .up, least: 0.0002)
    ),
    .init(
      path: "finance.oneDeductible",
      plan: ["WD-31", "TZ-39"],
      strength: 1,
      // The 85 yuan that it saves win over one family a month: twelve replications show that.
      partners: ["referral.stepDownOffers": 0.5],
      claim: .moves("referral.downShare", .up),
      replications: 0..<12
    ),
    .init(
      path: "finance.villageDesignation",
      plan: ["LYG-32", "WD-36"],
      strength: 1,
      claim: .moves("visits.village", .up, least: 100),
      replications: 0..<6
    ),
    .init(
      path: "finance.villageDesignation",
      plan: ["LYG-32", "WD-36"],
      strength: -1,
      claim: .moves("visits.village", .down, least: 300)
    ),
    .init(
      path: "finance.consultationFee",
      plan: ["BZ-43", "WD-37"],
      strength: 10,
      claim: .moves("fund.grassrootsShareOfRaised", .up, least: 0.01)
    ),
    .init(
      path: "finance.chronicPackage",
      plan: ["WD-33"],
      strength: 1,
      claim: .moves("visits.grassrootsShare", .up, least: 0.002)
    ),
    .init(
      path: "finance.chronicCover",
      plan: ["YD-34"],
      strength: 1,
      claim: .moves("visits.grassrootsShare", .up, least: 0.001)
    ),
    .init(
      path: "finance.globalBudget",
      plan: [
        "LYG-22", "LYG-23", "LYG-24", "LYG-25", "BZ-39", "WD-28", "WD-32", "YD-36", "TZ-14",
        "TZ-38",
      ],
      strength: 1,
      partners: answer,
      claim: .moves("admissions.beyond", .down, least: 50)
    ),
    .init(
      path: "finance.casePayment",
      plan: ["BZ-39", "YD-34", "TZ-14"],
      strength: 1,
      // Stays paid by the case are worth having.
      partners: answer,
      claim: .moves("admissions.perHundred", .up, least: 0.01)
    ),
    .init(
      path: "finance.casePayment",
      plan: ["BZ-39", "YD-34", "TZ-14"],
      strength: 1,
      // Few step down: with more offers twelve replications show what their end is worth.
      partners: ["finance.responseFactor": 5, "referral.stepDownOffers": 0.3],
      claim: .moves("referral.downShare", .up),
      replications: 0..<12
    ),
    .init(
      path: "finance.capitation",
      plan: ["LYG-35", "BZ-42", "WD-32"],
      strength: 1,
      partners: answer,
      // Claims above the rate are the teams'.
      claim: .moves("fund.balance", .up, least: 0.005)
    ),
    .init(
      path: "finance.capitation",
      plan: ["LYG-35", "BZ-42", "WD-32"],
      strength: 1,
      partners: answer,
      // A visit kept is worth 16 yuan: it takes a quarter to see those who are no longer sent on.
      claim: .moves("referral.sentShare", .down),
      replications: 0..<12,
      days: 91
    ),
    .init(
      path: "finance.grassrootsGroups",
      plan: ["WD-29"],
      strength: 1,
      partners: answer,
      claim: .moves("admissions.grassrootsShare", .up, least: 0.002),
      replications: 0..<6
    ),
    .init(
      path: "finance.outflowCharge",
      plan: ["BZ-22", "LYG-65b"],
      strength: 1,
      partners: answer,
      claim: .moves("admissions.inCountyShare", .up, least: 0.002),
      replications: 0..<6
    ),
    .init(
      path: "finance.responseFactor",
      plan: [],
      strength: 5,
      partners: ["finance.globalBudget": 1],
      claim: .moves("admissions.perHundred", .down, least: 0.01)
    ),
    .init(
      path: "finance.countyOutpatientPrice",
      plan: [],
      strength: 50,
      claim: .moves("visits.grassrootsShare", .up, least: 0.01)
    ),
    .init(
      path: "finance.unreferredPenalty",
      plan: ["LYG-67"],
      strength: 60,
      // Those who leave unfiled cost the fund less, whether or not the price keeps them.
      claim: .moves("fund.inCountyShare", .up, least: 0.002)
    ),
    .init(
      path: "finance.townshipPoints",
      plan: ["LYG-66"],
      strength: 30,
      // The ceiling of 95 % leaves ten of the thirty points.
      claim: .moves("admissions.grassrootsShare", .up, least: 0.0005),
      replications: 0..<12
    ),
    .init(
      path: "finance.countyPoints",
      plan: ["LYG-66"],
      strength: 30,
      claim: .moves("admissions.inCountyShare", .up, least: 0.002),
      replications: 0..<12
    ),
    .init(
      path: "finance.cityPoints",
      plan: ["LYG-66"],
      strength: 30,
      claim: .moves("admissions.inCountyShare", .down, least: 0.002),
      replications: 0..<12
    ),
    .init(
      path: "finance.countyAsSecondary",
      plan: ["LYG-66"],
      strength: 1,
      // The general hospital of tiny is tertiary.
      claim: .moves("fund.inCountyShare", .up, least: 0.005)
    ),
  ]

  @Test("Each lever is nothing at neutral and moves its measure at strength", arguments: rows)
  func moves(_ row: LeverCase) throws { try LeverTrial.fourWeeks.check(row) }

  @Test("Where providers do not respond, payment moves money and not one patient")
  func nullResponse() throws {
    let county = try TinyCounty(exchanging: [
      .init(old: "providerResponse: 0.05", new: "providerResponse: 0")
    ])
    let stretch = Stretch(days: 14, warmUp: 0)
    let paid = try Policy.pulling([
      "finance.globalBudget": 1, "finance.casePayment": 1, "finance.capitation": 1,
      "finance.grassrootsGroups": 1, "finance.outflowCharge": 1,
    ])
    let (before, after) = (county.readings(.baseline, stretch), county.readings(paid, stretch))
    #expect(after.fingerprint == before.fingerprint)
    for department in Department.allCases where department != .finance {
      #expect(after.counts(of: department) == before.counts(of: department))
    }
    #expect(after.lanes(of: .clearing) != before.lanes(of: .clearing))
  }

  @Test("Where payment is as in the baseline, the size of the response changes nothing")
  func baselinePayment() throws {
    let county = try TinyCounty(exchanging: [
      .init(old: "providerResponse: 0.05", new: "providerResponse: 2")
    ])
    let stretch = Stretch(days: 10, warmUp: 0)
    let strong = county.readings(.baseline, stretch)
    let usual = try TinyCounty.asWritten().readings(.baseline, stretch)
    #expect(strong.fingerprint == usual.fingerprint)
    #expect(strong.counts == usual.counts)
  }

  @Test("Each payment tilts the doctor the way its money flows, and fee for service not at all")
  func tilts() throws {
    func notice(_ levels: [String: Double]) throws -> PaymentNotice {
      QuietCounty(try .asWritten(), try .pulling(levels)).world.notices.payment
    }
    let (county, township) = (FacilityKind.countyGeneral.lane, FacilityKind.townshipCentre.lane)
    let none = try notice([:])
    #expect((none.retain + none.keep + none.admit + none.approveStay).allSatisfy { $0 == 0 })
    #expect(none.offer == [0] && none.accept == 0)
    let heads = try notice(["finance.capitation": 1])
    #expect(heads.retainContracted[township] > 0 && heads.retain[township] == 0)
    let budget = try notice(["finance.globalBudget": 1])
    // The purse of the only community stands behind nobody's.
    let own = budget.row(of: .countyGeneral, on: 1)
    #expect(budget.keep[own] > 0 && budget.admit[own] < 0 && budget.offer[1] > 0)
    #expect(budget.approveStay[own] < 0)
    #expect(budget.keep[county] == 0 && budget.admit[county] == 0 && budget.offer[0] == 0)
    let groups = try notice(["finance.grassrootsGroups": 1])
    #expect(groups.keep[township] > 0 && groups.keep[county] == 0)
    let once = try notice(["finance.oneDeductible": 1])
    // 200 yuan, half of it for a second stay, 85 % of that saved; 0.0015 utility a yuan.
    #expect(abs(once.accept - 0.0015 * 85) < 1e-12)
  }

  @Test("A perverse response turns the effect of a global budget round")
  func perverse() throws {
    // Not the share of admissions in the county: a budget also has fewer people admitted there.
    let measure = try #require(Measure.named("admissions.beyond"))
    let values = try [5.0, 0, -5].map { factor in
      let levels = ["finance.globalBudget": 1, "finance.responseFactor": factor]
      return try (0..<UInt32(4)).map { replication in
        let readings = try Self.run(levels, days: 35, replication: replication)
        return try #require(readings.value(of: measure, inYear: 2024))
      }
    }
    for (more, less) in [(1, 0), (2, 1)] {
      let effect = Effect(zip(values[more], values[less]).map { $0 - $1 })
      #expect(effect.standardErrors > 2, "\(effect)")
    }
  }

  @Test("With every payment in force at once the accounts close to the fen")
  func closes() throws {
    var levels = ["finance.consultationFee": 9.0, "finance.chronicPackage": 0.5]
    for path in [
      "globalBudget", "casePayment", "capitation", "grassrootsGroups", "outflowCharge",
      "oneDeductible", "chronicCover",
    ] { levels["finance." + path] = 0.7 }
    // Over New Year, so that a year is closed.
    let start = CivilDate(dayNumber: Stretch.firstOf2024 - 10)
    let readings = try TinyCounty.asWritten().readings(
      try .pulling(levels),
      Stretch(start: start, days: 20, warmUp: 7)
    )
    for identity in readings.identities {
      #expect(identity.holds, "\(identity.en): \(identity.left) and \(identity.right)")
    }
    let community = try #require(readings.identities.first { $0.id == "community" })
    #expect(community.left > 0)
  }

  private static func run(
    _ levels: [String: Double],
    days: Int,
    replication: UInt32 = 0
  ) throws -> Readings {
    let stretch = Stretch(
      start: CivilDate(dayNumber: Stretch.firstOf2024 + 91),
      days: days,
      warmUp: 0,
      replication: replication
    )
    return try TinyCounty.asWritten().readings(try .pulling(levels), stretch)
  }
}
