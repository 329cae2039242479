import Engine
import Geography
import Testing

@testable import CountyModel

/// Levers of finance: declared, neutral at rest, and moving a measure the right way by their mechanism.
///
/// Effects are paired differences under the same luck, five weeks of tiny. Where providers' response
/// carries the lever, it is raised, so that a small county shows it.
@Suite("Finance levers", .serialized)
struct FinanceLeverTests {
  /// What a lever is for, and what it must be seen to do.
  struct Row: Sendable, CustomTestStringConvertible {
    let path: String
    let plan: [String]
    let strength: Double
    let measure: String
    let way: Way
    /// Least effect, in the measure's own unit.
    let margin: Double
    /// Without which the lever does nothing, or too little for five weeks.
    var partners: [String: Double] = [:]
    var reach = Reach.patients

    /// How far the lever is seen in so short a time.
    enum Reach: Sendable { case patients, money }

    var testDescription: String { "\(path) \(strength)" }
  }

  private static let answer = ["finance.responseFactor": 5.0]

  static let rows: [Row] = [
    Row(
      path: "finance.oneDeductible",
      plan: ["WD-31", "TZ-39"],
      strength: 1,
      measure: "fund.paymentRatio",
      way: .up,
      margin: 0.0002,
      partners: ["referral.stepDownOffers": 0.5],
      // 85 yuan saved by one in ten of those who step down move less than one of them in five weeks.
      reach: .money
    ),
    Row(
      path: "finance.villageDesignation",
      plan: ["LYG-32", "WD-36"],
      strength: 1,
      measure: "visits.village",
      way: .up,
      margin: 100
    ),
    Row(
      path: "finance.villageDesignation",
      plan: ["LYG-32", "WD-36"],
      strength: -1,
      measure: "visits.village",
      way: .down,
      margin: 300
    ),
    Row(
      path: "finance.consultationFee",
      plan: ["BZ-43", "WD-37"],
      strength: 10,
      measure: "fund.grassrootsShareOfRaised",
      way: .up,
      margin: 0.01
    ),
    Row(
      path: "finance.chronicPackage",
      plan: ["WD-33"],
      strength: 1,
      measure: "visits.grassrootsShare",
      way: .up,
      margin: 0.005
    ),
    Row(
      path: "finance.chronicCover",
      plan: ["YD-34"],
      strength: 1,
      measure: "visits.grassrootsShare",
      way: .up,
      margin: 0.002
    ),
    Row(
      path: "finance.globalBudget",
      plan: [
        "LYG-22", "LYG-23", "LYG-24", "LYG-25", "BZ-39", "WD-28", "WD-32", "YD-36", "TZ-14",
        "TZ-38",
      ],
      strength: 1,
      measure: "admissions.beyond",
      way: .down,
      margin: 50,
      partners: answer
    ),
    Row(
      path: "finance.casePayment",
      plan: ["BZ-39", "YD-34", "TZ-14"],
      strength: 1,
      measure: "referral.downShare",
      way: .up,
      margin: 0.0005,
      partners: answer
    ),
    Row(
      path: "finance.capitation",
      plan: ["LYG-35", "BZ-42", "WD-32"],
      strength: 1,
      measure: "fund.balance",
      way: .up,
      margin: 0.005,
      // A visit kept is worth 16 yuan: hardly a patient moves. Claims above the rate are the teams'.
      reach: .money
    ),
    Row(
      path: "finance.grassrootsGroups",
      plan: ["WD-29"],
      strength: 1,
      measure: "admissions.grassrootsShare",
      way: .up,
      margin: 0.002,
      partners: answer
    ),
    Row(
      path: "finance.outflowCharge",
      plan: ["BZ-22", "LYG-65b"],
      strength: 1,
      measure: "admissions.inCountyShare",
      way: .up,
      margin: 0.002,
      partners: answer
    ),
    Row(
      path: "finance.responseFactor",
      plan: [],
      strength: 5,
      measure: "admissions.perHundred",
      way: .down,
      margin: 0.01,
      partners: ["finance.globalBudget": 1]
    ),
  ]

  @Test("Each lever declares the rows of the plans that it serves", arguments: rows)
  func declared(_ row: Row) throws {
    let lever = try #require(LeverCatalogue.all.first { $0.path == row.path })
    #expect(lever.plan == row.plan)
    #expect(lever.range.contains(row.strength))
  }

  @Test(
    "At its neutral value a lever changes nothing; at strength it moves its measure",
    arguments: rows
  )
  func moves(_ row: Row) throws {
    let lever = try #require(LeverCatalogue.all.first { $0.path == row.path })
    var levels = row.partners
    levels[row.path] = lever.neutral
    let neutral = try Self.run(levels, days: 7)
    let short = try Self.without(row.partners, days: 7)
    #expect(neutral.fingerprint == short.fingerprint)
    #expect(neutral.counts == short.counts)
    levels[row.path] = row.strength
    let without = try Self.without(row.partners, days: 35)
    let with = try Self.run(levels, days: 35)
    switch row.reach {
    case .patients: #expect(with.fingerprint != without.fingerprint)
    case .money: #expect(with.counts != without.counts)
    }
    #expect(with.needs == without.needs)
    let measure = try #require(Measure.named(row.measure))
    let before = try #require(without.value(of: measure, inYear: 2024))
    let after = try #require(with.value(of: measure, inYear: 2024))
    #expect(row.way.sign * (after - before) > row.margin, "\(row.measure): \(before) to \(after)")
  }

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
    #expect(none.offer == 0 && none.accept == 0)
    let heads = try notice(["finance.capitation": 1])
    #expect(heads.retainContracted[township] > 0 && heads.retain[township] == 0)
    let budget = try notice(["finance.globalBudget": 1])
    #expect(budget.keep[county] > 0 && budget.admit[county] < 0 && budget.offer > 0)
    #expect(budget.approveStay[county] < 0)
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

  private static let week = Result { try run([:], days: 7) }
  private static let weeks = Result { try run([:], days: 35) }

  /// The run against which a lever is held; the response alone changes nothing (`baselinePayment`).
  private static func without(_ partners: [String: Double], days: Int) throws -> Readings {
    guard partners.isEmpty || partners == answer else { return try run(partners, days: days) }
    return try days == 7 ? week.get() : weeks.get()
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
