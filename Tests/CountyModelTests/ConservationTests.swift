import Engine
import Geography
import Testing

@testable import CountyModel

@Suite("Nothing is lost, whatever the policy")
struct ConservationTests {
  private static let stretch = Stretch(
    start: CivilDate(dayNumber: Stretch.firstOf2024 + 91),
    days: 7,
    warmUp: 0
  )

  private static let baseline = Result {
    try TinyCounty.asWritten().readings(.baseline, stretch)
  }

  /// Levers that do something only together with another one.
  private static let partners: [String: [String: Double]] = [
    "clinics.reserved": ["referral.firstVisit": 1],
    "clinics.reservedHeld": ["clinics.reserved": 0.5, "referral.firstVisit": 1],
    "clinics.reservedRelease": ["clinics.reserved": 0.5, "clinics.reservedHeld": 1],
    "beds.reserved": ["referral.firstVisit": 1, "beds.countyBeds": 0.6],
    "beds.reservedReleased": ["beds.reserved": 0.5],
    "beds.convertBelow": ["referral.stepDownOffers": 0.8],
    "beds.nursingBeds": ["referral.stepDownOffers": 0.8],
    "beds.pooling": ["beds.countyBeds": 0.7],
    "community.records": ["referral.firstVisit": 1],
    "community.staffPool": ["workforce.trainedYearly": 500],
    "facilities.roving": ["facilities.merged": 1],
    "facilities.appeal": ["facilities.standard": 1],
    "diagnostics.centreTurnaround": ["diagnostics.centre": 1],
    "diagnostics.reserved": ["diagnostics.reservedHeld": 1],
    "diagnostics.reservedHeld": ["diagnostics.reserved": 0.9],
    "diagnostics.reservedRelease": ["diagnostics.reserved": 0.9, "diagnostics.reservedHeld": 1],
    "workforce.backfill": ["workforce.countyPosted": 4],
    "workforce.cityPosted": ["workforce.cityPostedDays": 5],
    "workforce.cityPostedDays": ["workforce.cityPosted": 4],
    "workforce.postedAppeal": ["workforce.countyPosted": 4],
    "workforce.postedDays": ["workforce.countyPosted": 4],
    "workforce.postedJuniors": ["workforce.countyPosted": 4],
    "workforce.villageSubstitute": ["workforce.villageTraining": 90],
    "referral.greenChannel": ["referral.firstVisit": 1],
    "referral.followUp": ["referral.firstVisit": 1],
    "familyDoctor.leadTeams": ["familyDoctor.general": 1, "familyDoctor.key": 1],
    "finance.casePayment": ["finance.responseFactor": 5],
    "finance.capitation": ["finance.responseFactor": 5],
    "finance.outflowCharge": ["finance.responseFactor": 5],
    "finance.responseFactor": ["finance.globalBudget": 1],
  ]

  /// Levers on a few cases a month.
  private static let rarer: Set = ["ambulance.capableDoor", "beds.dayCare"]

  /// Levers that show only after half a year, in many counties, in several communities, with many crews
  /// or where sites are planned; their own suites test them.
  private static let shownElsewhere: Set = [
    "ambulance.redispatch", "workforce.postingWeeks", "referral.certificate", "facilities.opened",
    "community.beds",
  ]

  /// Levers on the few who lie in bed: rare enough in a county of 30,000 to take longer.
  private static let rare: Set = [
    "finance.unreferredPenalty", "finance.townshipPoints", "finance.oneDeductible",
    "finance.casePayment", "finance.capitation", "finance.outflowCharge",
    "finance.grassrootsGroups", "finance.countyAsSecondary", "referral.stepDownOffers",
    "referral.downChannel", "referral.downIncentive", "ambulance.zones", "beds.countySearch",
    "beds.reservedReleased", "beds.nursingBeds", "beds.homeBeds", "beds.convertBelow",
    "beds.reserved", "chronic.hypertensionProgramme", "chronic.diabetesProgramme",
    "beds.jointWards", "beds.zeroDeposit", "emergency.centres", "beds.pooling",
  ]

  @Test("At the end of a quiet run all identities hold")
  func baselineHolds() throws {
    for identity in try Self.baseline.get().identities {
      #expect(identity.holds, "\(identity.en): \(identity.left) and \(identity.right)")
    }
  }

  @Test(
    "Every lever at full strength moves the county, and all identities still hold",
    arguments: LeverCatalogue.all.map(\.path).filter { !shownElsewhere.contains($0) }
  )
  func everyLever(_ path: String) throws {
    let county = try TinyCounty.asWritten()
    let lever = try #require(LeverCatalogue.all.first { $0.path == path })
    var stretch = Self.stretch
    if Self.rare.contains(path) { stretch.days *= 8 }
    if Self.rarer.contains(path) { stretch.days *= 12 }
    var levels = Self.partners[path] ?? [:]
    let without =
      levels.isEmpty && stretch.days == Self.stretch.days
      ? try Self.baseline.get() : county.readings(try .pulling(levels), stretch)
    // The end of the range that is not the neutral value.
    let atTop = lever.range.upperBound == lever.neutral
    levels[path] = atTop ? lever.range.lowerBound : lever.range.upperBound
    let with = county.readings(try .pulling(levels), stretch)
    // Not the events: a lever on bills moves nobody for weeks, but it moves the books at once.
    #expect(with.counts != without.counts)
    #expect(with.needs == without.needs)
    for identity in with.identities {
      #expect(identity.holds, "\(path): \(identity.en): \(identity.left) and \(identity.right)")
    }
  }

  @Test("Without county physicians and beds nobody is seen or admitted there, and nobody is lost")
  func emptyHospitals() throws {
    let policy = try Policy.pulling(["clinics.countyPhysicians": 0, "beds.countyBeds": 0])
    let readings = try TinyCounty.asWritten().readings(policy, Self.stretch)
    for lane in FacilityKind.hospitalLanes {
      #expect(readings.total(.waits, lane: lane) == 0)
      #expect(readings.total(.admissions, lane: lane) == 0)
    }
    for identity in readings.identities { #expect(identity.holds) }
  }

  @Test("A county without TCM hospital, maternal hospital or private clinics runs")
  func fewerKinds() throws {
    let county = try TinyCounty(exchanging: [
      .init(old: "countyTCM: 1", new: "countyTCM: 0"),
      .init(old: "countyMCH: 1", new: "countyMCH: 0"),
      .init(old: "privateClinics: 6", new: "privateClinics: 0"),
    ])
    let readings = county.readings(.baseline, Self.stretch)
    for identity in readings.identities { #expect(identity.holds) }
    for kind in [FacilityKind.countyTCM, .countyMCH, .privateClinic] {
      #expect(readings.total(.visits, lane: kind.lane) == 0)
    }
  }
}
