import Engine
import Geography
import Testing

@testable import CountyModel

@Suite("Tests and their results")
struct DiagnosticsTests {
  private let lane = FacilityKind.countyGeneral.lane
  /// Everybody with a minor maternity need has blood taken: 4 minutes, 45 to the result, 15 at the
  /// cashier; a consultation has 12 minutes.
  private static let laboratory = Result {
    try TinyCounty(exchanging: [
      .init(old: "severity: [0.5, 1, 1.15]", new: "severity: [2, 2, 2]"),
      .init(old: "minutesSigma: 0.4", new: "minutesSigma: 0.01"),
      .init(old: "consultationSigma: 0.5", new: "consultationSigma: 0.01"),
    ])
  }

  @Test("Consultation, test, result, and back to the same doctor for the rest of the consultation")
  func path() throws {
    var county = QuietCounty(try Self.laboratory.get())
    let patient = try tested(.laboratory, in: &county)
    try county.send(patient, to: .countyGeneral, atMinute: 480)
    county.run { $0.open == 0 || $0.episodes[patient].stage == .awaitingReport }
    #expect(county.total(.testWaits, lane: lane) == 1)
    county.run { $0.episodes[patient].stage == .inConsultation }
    // 70 % of 12 minutes, 4 at the device, 45 and 15 to the result; a spread of 1 % at each.
    let minutes = 12 * 0.7 + 4 + 45 + 15
    #expect(abs((county.world.now - .start).inMinutes - 480 - minutes) < 1)
    county.run { $0.open == 0 }
    #expect(abs((county.world.now - .start).inMinutes - 480 - minutes - 12 * 0.3) < 1)
    // One visit, whatever the number of consultations.
    #expect(county.total(.visits, lane: lane) == 1)
    #expect(county.total(.returnWaits, lane: lane) == 1)
    #expect(county.total(.waits, lane: lane) == 1)
  }

  @Test("A patient of a family doctor is tested before those who came earlier")
  func familyDoctorFirst() throws {
    var county = QuietCounty(try Self.laboratory.get())
    let device = try county.facility(.countyGeneral)
    var patients: [EpisodeID] = []
    for traits in [[], [], EpisodeTraits.familyReferred] {
      let patient = try tested(.laboratory, in: &county, traits)
      county.world.episodes[patient].facility = device
      patients.append(patient)
    }
    county.run(untilMinute: 600)
    for patient in patients { county.say(.testOrdered(patient)) }
    #expect(county.world.episodes[patients[0]].stage == .inTest)
    let last = patients[2]
    county.run { $0.episodes[last].stage == .inTest }
    #expect(county.world.episodes[patients[1]].stage == .awaitingTest)
  }

  @Test("Where the line is too long for the day, the rest come back tomorrow")
  func tomorrow() throws {
    var county = QuietCounty(try Self.laboratory.get())
    let general = try county.facility(.countyGeneral)
    let ordered = 80
    county.run(untilMinute: 14 * 60)
    for _ in 0..<ordered {
      let patient = try tested(.laboratory, in: &county, [.returning])
      county.world.episodes[patient].facility = general
      county.say(.testOrdered(patient))
    }
    // The doors close at half past five; 4 minutes each: one at the device, and those in the line.
    let left = 17.5 * 60 - (county.world.now - .start).inMinutes
    let today = 1 + Int(left / 4)
    #expect(today < ordered)
    #expect(county.total(.testsNextDay, lane: lane) == Int64(ordered - today))
    county.run(untilMinute: 1440 + 16 * 60)
    #expect(county.total(.testsReported, lane: lane) == Int64(ordered))
  }

  @Test("A result from elsewhere saves the test if recognised, and is repeated if not")
  func recognition() throws {
    for (recognised, repeats) in [("100%", 0), ("0%", 1)] {
      let tiny = try TinyCounty(exchanging: [
        .init(old: "severity: [0.5, 1, 1.15]", new: "severity: [2, 2, 2]"),
        .init(old: "recognised: 30%", new: "recognised: \(recognised)"),
      ])
      var county = QuietCounty(tiny)
      let patient = try tested(.laboratory, in: &county, [.tested])
      try county.send(patient, to: .countyGeneral, atMinute: 480)
      county.run { $0.open == 0 }
      #expect(county.total(.repeated, lane: lane) == Int64(repeats))
      #expect(county.total(.recognised, lane: lane) == Int64(1 - repeats))
      #expect(county.total(.testsOrdered, lane: lane) == Int64(repeats))
    }
  }

  @Test("A test that a village could not do before makes more cases treatable there")
  func equipment() throws {
    let policy = try Policy.pulling(["diagnostics.villageEquipment": 1, "diagnostics.centre": 1])
    let usual = QuietCounty(try .asWritten())
    let equipped = QuietCounty(try .asWritten(), policy)
    let village = try usual.facility(.villageClinic)
    let place = TestNotice.place(.ecg, at: village)
    #expect(usual.world.notices.tests.scope[place] == 0)
    // Half of what is missing by the device, 60 % of the rest by the centre that reads it.
    #expect(abs(equipped.world.notices.tests.scope[place] - (1 - 0.5 * 0.4)) < 1e-12)
    #expect(equipped.world.notices.tests.scope[TestNotice.place(.imaging, at: village)] == 0)
    var episode = Episode.blank
    episode.facility = village
    episode.traits = [.tested]
    episode.severity = .severe
    var raised = 0
    for need in 0..<200 {
      episode.need = UInt64(need)
      episode.condition = UInt8(
        try #require(equipped.plan.conditions.all.firstIndex { $0.id == "infarction" })
      )
      let chance = equipped.departments.clinics.informed(0.2, episode, in: equipped.world)
      #expect(chance == 0.2 || abs(chance - (0.2 + 0.3 * 0.8)) < 1e-12)
      if chance > 0.2 { raised += 1 }
      #expect(usual.departments.clinics.informed(0.2, episode, in: usual.world) == 0.2)
    }
    #expect(raised > 0)
  }

  /// Somebody whose luck calls for a test of a kind.
  private func tested(
    _ kind: TestKind,
    in county: inout QuietCounty,
    _ traits: EpisodeTraits = []
  ) throws -> EpisodeID {
    while true {
      let patient = try county.patient("maternity", .minor, traits)
      if county.world.testNeeded(by: county.world.episodes[patient])?.kind == kind {
        return patient
      }
      county.say(.closed(patient))
    }
  }
}
