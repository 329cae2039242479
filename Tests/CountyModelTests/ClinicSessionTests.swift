import Engine
import Geography
import Testing

@testable import CountyModel

/// The obstetric clinic of Tiny's general hospital: one physician, 7:30 to 12:00, 13:30 to 17:30.
@Suite("Clinic sessions")
struct ClinicSessionTests {
  private let lane = FacilityKind.countyGeneral.lane
  /// Tiny where nobody needs a test: every visit is one consultation.
  private static let untested = Result {
    try TinyCounty(exchanging: [.init(old: "severity: [0.5, 1, 1.15]", new: "severity: [0, 0, 0]")])
  }
  private let closing = 17.5 * 60

  @Test("Patients inside at closing are still seen, and the physician's overtime is booked")
  func overtime() throws {
    var county = QuietCounty(try Self.untested.get())
    for minute in [20.0, 15, 10, 5] { try visit(in: &county, at: closing - minute) }
    county.run(untilMinute: closing + 1)
    #expect(county.total(.waits, lane: lane) < 4)
    #expect(county.total(.overtime, lane: lane) == 0)
    let clinic = try obstetrics(of: county)
    let instant = closing
    county.run { world in
      world.now > .start + .minutes(instant) && world.open == 0
    }
    #expect(county.departments.clinics.clinics[clinic].doors == .closed)
    #expect(county.total(.waits, lane: lane) == 4)
    let lastDone = county.world.now - (.start + .minutes(closing))
    #expect(county.total(.overtime, lane: lane) == Int64(lastDone.milliseconds))
  }

  @Test("Who comes after closing is turned away and returns the next morning")
  func tooLate() throws {
    var county = QuietCounty(try Self.untested.get())
    try visit(in: &county, at: closing + 10)
    county.run(untilMinute: 1440 + 7.5 * 60)
    #expect(county.total(.turnedAway, lane: lane) == 1)
    #expect(county.total(.waits, lane: lane) == 0)
    county.run(untilMinute: 1440 + 12 * 60)
    #expect(county.total(.waits, lane: lane) == 1)
    #expect(county.total(.turnedAway, lane: lane) == 1)
  }

  @Test("Who comes at lunch waits until the doors open again")
  func lunch() throws {
    var county = QuietCounty(try Self.untested.get())
    try visit(in: &county, at: 12.5 * 60)
    county.run(untilMinute: 24 * 60)
    #expect(county.total(.waits, lane: lane) == 1)
    #expect(county.total(.waitTime, lane: lane) == 60 * 60_000)
  }

  @Test("A physician who is done at lunch is off duty until the afternoon")
  func lunchDuty() throws {
    var county = QuietCounty(try Self.untested.get())
    try visit(in: &county, at: 12 * 60 - 1)
    let clinic = try obstetrics(of: county)
    county.run(untilMinute: 12 * 60 + 1)
    #expect(county.departments.clinics.clinics[clinic].onDuty == 1)
    county.run { $0.open == 0 }
    #expect(county.world.now < .start + .minutes(13.5 * 60))
    #expect(county.departments.clinics.clinics[clinic].onDuty == 0)
  }

  @Test("Reserved capacity waits for referrals in session; after closing it sees those inside")
  func heldUntilClosing() throws {
    let policy = try Policy.pulling(["clinics.reserved": 0.9, "clinics.reservedHeld": 1])
    var county = QuietCounty(try Self.untested.get(), policy)
    try visit(in: &county, at: closing - 30)
    county.run(untilMinute: closing)
    #expect(county.total(.waits, lane: lane) == 0)
    county.run(untilMinute: 24 * 60)
    #expect(county.total(.waits, lane: lane) == 1)
    #expect(county.total(.waitTime, lane: lane) == 30 * 60_000)
  }

  @Test("In an evening session a township sees who would have found it closed")
  func evening() throws {
    let township = FacilityKind.townshipCentre.lane
    for (minutes, turnedAway) in [(0.0, 1), (60, 0)] {
      let policy = try Policy.pulling(["clinics.evening": minutes])
      var county = QuietCounty(try Self.untested.get(), policy)
      let patient = try county.patient("respiratory", .minor)
      // The doors close at 19:30.
      try county.send(patient, to: .townshipCentre, atMinute: 20 * 60)
      county.run(untilMinute: 22 * 60)
      #expect(county.total(.turnedAway, lane: township) == Int64(turnedAway))
      #expect(county.total(.waits, lane: township) == Int64(1 - turnedAway))
    }
  }

  @Test("A referred patient is called before walk-ins who came earlier")
  func referredFirst() throws {
    var county = QuietCounty(try Self.untested.get())
    try visit(in: &county, at: 480)
    let walkIn = try visit(in: &county, at: 481)
    let referred = try visit(in: &county, at: 482, [.referred])
    county.run { $0.episodes[referred].stage == .inConsultation }
    #expect(county.world.episodes[walkIn].stage == .inLine)
  }

  @discardableResult
  private func visit(
    in county: inout QuietCounty,
    at minute: Double,
    _ traits: EpisodeTraits = []
  ) throws -> EpisodeID {
    let patient = try county.patient("maternity", .minor, traits)
    try county.send(patient, to: .countyGeneral, atMinute: minute)
    return patient
  }

  private func obstetrics(of county: borrowing QuietCounty) throws -> ClinicID {
    let general = try county.facility(.countyGeneral)
    return try #require(
      county.plan.facilities.clinic(at: general, for: Specialty.obstetrics.index)
    )
  }
}
