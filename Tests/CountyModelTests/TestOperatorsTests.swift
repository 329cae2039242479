import Engine
import Geography
import ScenarioFiles
import Testing

@testable import CountyModel

@Suite("Who works the devices")
struct TestOperatorsTests {
  private let general = FacilityKind.countyGeneral.lane

  @Test("With one operator the second patient waits, and holds no device meanwhile")
  func bothOrNeither() throws {
    var county = QuietCounty(try Self.county(hospitalOperators: 1))
    let hospital = try county.facility(.countyGeneral)
    let imaging = DeviceID(row: TestNotice.place(.imaging, at: hospital))
    county.run(untilMinute: 600)
    let start = county.world.now
    let first = try county.order(.laboratory, at: hospital)
    let second = try county.order(.imaging, at: hospital)
    #expect(county.world.episodes[first].stage == .inTest)
    #expect(county.world.episodes[second].stage == .awaitingTest)
    #expect(county.departments.diagnostics.devices[imaging].busy == 0)
    #expect(county.departments.diagnostics.operators[hospital].busy == 1)
    #expect(county.departments.diagnostics.operators[hospital].wanting == 1)
    county.run { $0.episodes[second].stage == .inTest }
    // Four minutes of the laboratory; the spread is 1 %.
    #expect(abs((county.world.now - start).inMinutes - 4) < 0.3)
    #expect(county.departments.diagnostics.devices[imaging].busy == 1)
    #expect(county.departments.diagnostics.operators[hospital].wanting == 0)
    #expect(abs(Double(county.total(.deviceWant)) / 60_000 - 4) < 0.3)
  }

  @Test("A freed operator turns to whoever has waited longest, ties in the order of the tests")
  func longestFirst() throws {
    var county = QuietCounty(try Self.county(hospitalOperators: 1))
    let hospital = try county.facility(.countyGeneral)
    county.run(untilMinute: 600)
    _ = try county.order(.laboratory, at: hospital)
    let electrocardiogram = try county.order(.ecg, at: hospital)
    let image = try county.order(.imaging, at: hospital)
    county.run { $0.episodes[image].stage == .inTest }
    #expect(county.world.episodes[electrocardiogram].stage == .awaitingTest)
    // The laboratory comes first among tests, but this patient comes last.
    let blood = try county.order(.laboratory, at: hospital)
    county.run { $0.episodes[electrocardiogram].stage == .inTest }
    #expect(county.world.episodes[blood].stage == .awaitingTest)
    county.run { $0.episodes[blood].stage == .inTest }
    #expect(county.world.episodes[electrocardiogram].stage == .awaitingReport)
  }

  @Test("Two operators examine two patients at a time, never three, and everybody in the end")
  func neverMore() throws {
    var county = QuietCounty(try Self.county(hospitalOperators: 2))
    let hospital = try county.facility(.countyGeneral)
    county.run(untilMinute: 600)
    for _ in 0..<6 {
      for test in TestKind.allCases { _ = try county.order(test, at: hospital) }
    }
    var most: Int64 = 0
    county.run { world in
      most = max(most, world.count { $0.stage == .inTest })
      return world.ledger.total(of: .testsReported) == 18
    }
    #expect(most == 2)
    #expect(county.total(.testsReported, lane: general) == 18)
    #expect(county.departments.diagnostics.operators[hospital].busy == 0)
    let identity = county.departments.diagnostics.operatorsIdentity(in: county.world)
    #expect(identity.holds && identity.right == Int64(county.plan.map.facilities.count))
  }

  @Test("An operator booked at another facility, or never freed, is found out, though sums agree")
  func misbooked() throws {
    var county = QuietCounty(try Self.county(hospitalOperators: 2))
    let (hospital, centre) = try (
      county.facility(.countyGeneral), county.facility(.townshipCentre)
    )
    county.run(untilMinute: 600)
    _ = try county.order(.laboratory, at: hospital)
    let held = county.departments.diagnostics.operatorsIdentity(in: county.world)
    #expect(held.holds)
    county.departments.diagnostics.operators[hospital].busy -= 1
    county.departments.diagnostics.operators[centre].busy += 1
    let elsewhere = county.departments.diagnostics.operatorsIdentity(in: county.world)
    #expect(elsewhere.left == elsewhere.right - 2)
    county.departments.diagnostics.operators[hospital].busy += 1
    county.run { $0.ledger.total(of: .testsReported) == 1 }
    // Nobody is examined any more, but one is still said to examine somebody.
    let never = county.departments.diagnostics.operatorsIdentity(in: county.world)
    #expect(never.left == never.right - 1)
  }

  @Test("A line for another device is a line where one operator works them all")
  func nextDay() throws {
    var county = QuietCounty(try Self.county(hospitalOperators: 1))
    let hospital = try county.facility(.countyGeneral)
    county.run(untilMinute: 14 * 60)
    for _ in 0..<80 { _ = try county.order(.laboratory, at: hospital) }
    let before = county.total(.testsNextDay, lane: general)
    #expect(before > 0)
    // Nobody waits for an image, but the operator is taken until the doors close.
    let image = try county.order(.imaging, at: hospital)
    #expect(county.total(.testsNextDay, lane: general) == before + 1)
    #expect(county.world.lines.line(of: image) == nil)
    county.run { $0.episodes[image].stage == .inTest }
    #expect(county.world.now > .start + .minutes(1440))
  }

  @Test("In the last minutes a free operator still examines whoever finds no line at the device")
  func lastMinutes() throws {
    var county = QuietCounty(try Self.county(hospitalOperators: 2))
    let hospital = try county.facility(.countyGeneral)
    let laboratory = DeviceID(row: TestNotice.place(.laboratory, at: hospital))
    county.run(untilMinute: 14 * 60)
    for _ in 0..<80 { _ = try county.order(.laboratory, at: hospital) }
    // Samples are taken until after half past five; an electrocardiogram lasts eight minutes.
    county.run { $0.now > .start + .minutes(17 * 60 + 22) }
    #expect(county.departments.diagnostics.waiting(for: laboratory, in: county.world) > 0)
    let before = county.total(.testsNextDay, lane: general)
    let electrocardiogram = try county.order(.ecg, at: hospital)
    #expect(county.world.episodes[electrocardiogram].stage == .inTest)
    #expect(county.total(.testsNextDay, lane: general) == before)
    // The next finds no line for an image, but both operators busy and samples to be taken.
    _ = try county.order(.imaging, at: hospital)
    #expect(county.total(.testsNextDay, lane: general) == before + 1)
  }

  @Test("A device new at midnight, with its operator, serves the line at once", arguments: 0...1)
  func midnight(_ operators: Int) throws {
    let tiny = try Self.county(hospitalOperators: operators, sample: "240 min")
    var county = QuietCounty(tiny, try .pulling(["diagnostics.countyDevices": 2], fromDay: 1))
    let hospital = try county.facility(.countyGeneral)
    let laboratory = DeviceID(row: TestNotice.place(.laboratory, at: hospital))
    try Self.lineUp(at: hospital, in: &county)
    #expect(county.departments.diagnostics.devices[laboratory].busy == 1)
    county.run { $0.now >= .start + .minutes(1440) }
    #expect(county.world.now == .start + .minutes(1440))
    #expect(county.departments.diagnostics.devices[laboratory].busy == 2)
  }

  @Test("A device that comes at midnight without an operator is wanted from midnight on")
  func wantedFromMidnight() throws {
    let tiny = try Self.county(hospitalOperators: 0, elsewhere: 1, sample: "240 min")
    var county = QuietCounty(tiny, try .pulling(["diagnostics.equipment": 1], fromDay: 1))
    let centre = try county.facility(.townshipCentre)
    try Self.lineUp(at: centre, in: &county)
    #expect(county.departments.diagnostics.operators[centre].wanting == 0)
    county.run { $0.now >= .start + .minutes(1440) }
    #expect(county.world.now == .start + .minutes(1440))
    #expect(county.departments.diagnostics.operators[centre].wanting == 1)
  }

  @Test("As many operators as there could be tests are the same as one for each device")
  func enough() throws {
    let stretch = Stretch(days: 10, warmUp: 0)
    let each = try Self.county(hospitalOperators: 0, elsewhere: 0).readings(.baseline, stretch)
    let many = try Self.county(hospitalOperators: 500, elsewhere: 500).readings(.baseline, stretch)
    #expect(many.fingerprint == each.fingerprint)
    #expect((many.counts == each.counts) as Bool)
    #expect(each.first("tests.operatorWant") == 0)
  }

  @Test("Without operators for them devices stand free and patients wait")
  func tooFew() throws {
    let stretch = Stretch(days: 14, warmUp: 7)
    let each = try Self.county(hospitalOperators: 0).readings(.baseline, stretch)
    let short = try Self.county(hospitalOperators: 1).readings(.baseline, stretch)
    let before = try #require(each.first("tests.waitCounty"))
    #expect(try #require(short.first("tests.waitCounty")) > before + 1)
    #expect(try #require(short.first("tests.operatorWant")) > 0.01)
    for identity in short.identities {
      #expect(identity.holds, "\(identity.en): \(identity.left) and \(identity.right)")
    }
  }

  @Test("Numbers of operators and readers that cannot be are refused")
  func refused() throws {
    let wrong = [
      ("operators", "[0, 0, 0, -1, 0, 0, 0, 0, 0, 0, 0]"),
      ("operators", "[0, 0, 0, 1, 0, 0, 0, 0, 0, 0]"),
      ("operators", "[0, 0, 0, 1001, 0, 0, 0, 0, 0, 0, 0]"),
      ("readers", "-1"),
      ("readingMinutes", "0 min"),
    ]
    for (key, value) in wrong {
      #expect(throws: DiagnosticList.self, "\(key): \(value)") {
        try TinyCounty(exchanging: [try .figure(key, value)])
      }
    }
  }

  /// Six come for a sample by ten o'clock; of four hours each, the last is not begun by midnight.
  private static func lineUp(
    at facility: FacilityID,
    in county: inout QuietCounty
  ) throws {
    county.run(untilMinute: 600)
    for _ in 0..<6 {
      let patient = try county.order(.laboratory, at: facility)
      let isHere =
        county.world.episodes[patient].stage == .inTest
        || county.world.lines.line(of: patient) != nil
      guard !isHere else { continue }
      // Sent home until tomorrow, but comes back at once.
      county.departments.diagnostics.handle(.returnsForTest(patient), in: &county.world)
    }
  }

  /// Tiny with so many operators at each county hospital and at each grassroots facility, samples of
  /// a length, and tests that last what they last on average.
  private static func county(
    hospitalOperators count: Int,
    elsewhere: Int = 0,
    sample: String = "4 min"
  ) throws -> TinyCounty {
    let operators =
      Array(repeating: elsewhere, count: 6) + Array(repeating: count, count: 3) + [0, 0]
    return try TinyCounty(exchanging: [
      try .figure("operators", "\(operators)"),
      .init(old: "minutes: [4 min, 12 min, 8 min]", new: "minutes: [\(sample), 12 min, 8 min]"),
      .init(old: "minutesSigma: 0.4", new: "minutesSigma: 0.01"),
    ])
  }
}
