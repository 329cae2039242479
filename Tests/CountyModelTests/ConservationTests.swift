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
    "clinics.reservedHeld": ["clinics.reserved": 0.5],
    "workforce.backfill": ["workforce.countyPosted": 4],
    "workforce.cityPosted": ["workforce.cityPostedDays": 5],
    "workforce.cityPostedDays": ["workforce.cityPosted": 4],
  ]

  /// Levers on the few who choose where to lie: rare enough in a county of 30,000 to take longer.
  private static let rare: Set = ["finance.unreferredPenalty", "finance.townshipPoints"]

  @Test("At the end of a quiet run all identities hold")
  func baselineHolds() throws {
    for identity in try Self.baseline.get().identities {
      #expect(identity.holds, "\(identity.en): \(identity.left) and \(identity.right)")
    }
  }

  @Test(
    "Every lever at full strength moves the county, and all identities still hold",
    arguments: LeverCatalogue.all.map(\.path)
  )
  func everyLever(_ path: String) throws {
    let county = try TinyCounty.asWritten()
    let lever = try #require(LeverCatalogue.all.first { $0.path == path })
    var stretch = Self.stretch
    if Self.rare.contains(path) { stretch.days *= 5 }
    var levels = Self.partners[path] ?? [:]
    let without =
      levels.isEmpty && stretch.days == Self.stretch.days
      ? try Self.baseline.get() : county.readings(try .pulling(levels), stretch)
    levels[path] = lever.range.upperBound
    let with = county.readings(try .pulling(levels), stretch)
    #expect(with.fingerprint != without.fingerprint)
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
