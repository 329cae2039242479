import Engine
import Geography
import Testing

@testable import CountyModel

/// Cut the wire: reserved places without anybody for whom they are reserved.
@Suite("Reserved places and their release", .serialized)
struct ReservedTests {
  private static let stretch = Stretch(days: 21, warmUp: 7)

  /// Nobody has a family doctor, so nobody is sent by one.
  private static let county = Result {
    try TinyCounty(exchanging: [
      .init(old: "  general: 35%\n", new: "  general: 0%\n"),
      .init(old: "  key: 65%\n", new: "  key: 0%\n"),
    ])
  }
  private static let baseline = Result { try county.get().readings(.baseline, stretch) }

  @Test("Never released, a fifth of the places kept for nobody makes walk-ins wait longer")
  func withoutRelease() throws {
    let held = try run(["clinics.reserved": 0.2, "clinics.reservedHeld": 1])
    let before = try value("wait.county.walkIn", Self.baseline.get())
    // Medicine has three physicians: one of them sits idle.
    #expect(try value("wait.county.walkIn", held) > before + 5)
    #expect(try value("reserved.use", held) == 0)
  }

  @Test("Never released, places kept for nobody send those who book to later days")
  func laterDays() throws {
    // Everybody books; as the county is, slots are seldom all taken and nobody would notice.
    let county = try TinyCounty(exchanging: [
      .init(old: "  general: 35%\n", new: "  general: 0%\n"),
      .init(old: "  key: 65%\n", new: "  key: 0%\n"),
      .init(old: "appointmentShare: 30%", new: "appointmentShare: 100%"),
    ])
    let policy = try Policy.pulling(["clinics.reserved": 0.2, "clinics.reservedHeld": 1])
    let held = county.readings(policy, Self.stretch)
    let before = county.readings(.baseline, Self.stretch)
    #expect(try value("appointments.days", held) > value("appointments.days", before) + 0.2)
  }

  @Test("Released the afternoon before, they cost walk-ins nothing")
  func withRelease() throws {
    let released = try run([
      "clinics.reserved": 0.2, "clinics.reservedHeld": 1, "clinics.reservedRelease": 32 * 60,
    ])
    let before = try value("wait.county.walkIn", Self.baseline.get())
    #expect(try abs(value("wait.county.walkIn", released) - before) < 2)
  }

  @Test("A device released at ten is taken at ten, or wanted if nobody can work it")
  func devicesReleased() throws {
    for (operators, isTaken) in [(0, true), (3, true), (1, false)] {
      let each = "[0, 0, 0, 0, 0, 0, \(operators), 0, 0, 0, 0]"
      let tiny = try TinyCounty(exchanging: [
        try .figure("operators", each),
        .init(old: "minutes: [4 min, 12 min, 8 min]", new: "minutes: [4 min, 240 min, 8 min]"),
        .init(old: "minutesSigma: 0.4", new: "minutesSigma: 0.01"),
      ])
      let levels: [String: Double] = [
        "diagnostics.reserved": 0.9, "diagnostics.reservedHeld": 1,
        "diagnostics.reservedRelease": 14 * 60,
      ]
      var county = QuietCounty(tiny, try .pulling(levels))
      let hospital = try county.facility(.countyGeneral)
      county.run(untilMinute: 540)
      _ = try county.order(.imaging, at: hospital)
      let second = try county.order(.imaging, at: hospital)
      // One of the two devices is held, until ten; the other is taken for four hours.
      #expect(county.world.episodes[second].stage == .awaitingTest)
      #expect(county.departments.diagnostics.operators[hospital].wanting == 0)
      county.run { $0.now >= .start + .minutes(600) }
      #expect(county.world.now == .start + .minutes(600))
      #expect((county.world.episodes[second].stage == .inTest) == isTaken)
      let wanting = county.departments.diagnostics.operators[hospital].wanting
      #expect(wanting == (isTaken ? 0 : 1))
    }
  }

  @Test("Where family doctors refer, reserved places are used, and their patients wait less")
  func used() throws {
    let county = try TinyCounty(exchanging: [
      .init(old: "  general: 35%\n", new: "  general: 100%\n"),
      .init(old: "  key: 65%\n", new: "  key: 100%\n"),
      .init(old: "  refers: 8%\n", new: "  refers: 80%\n"),
    ])
    let policy = try Policy.pulling(["clinics.reserved": 0.2, "clinics.reservedHeld": 1])
    let readings = county.readings(policy, Self.stretch)
    let use = try value("reserved.use", readings)
    #expect(use > 0.05 && use <= 1)
    #expect(
      try value("wait.familyReferred", readings) < value("wait.county.walkIn", readings)
    )
  }

  private func run(_ levels: [String: Double]) throws -> Readings {
    try Self.county.get().readings(try .pulling(levels), Self.stretch)
  }

  private func value(_ id: String, _ readings: Readings) throws -> Double {
    let measure = try #require(Measure.named(id))
    return try #require(readings.value(of: measure, inYear: 2024))
  }
}
