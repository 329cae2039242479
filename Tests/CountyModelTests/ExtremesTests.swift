import Engine
import Geography
import Testing

@testable import CountyModel

/// Properties 35 and 36: more of everything than anybody could want, and nothing at all.
@Suite("Plenty and nothing")
struct ExtremesTests {
  /// Four weeks that begin on Monday, 1 April 2024.
  private static let stretch = Stretch(
    start: CivilDate(dayNumber: Stretch.firstOf2024 + 91),
    days: 28,
    warmUp: 0
  )

  /// Expects that all identities hold and that no measure is other than a number.
  private func expectSound(_ readings: Readings) {
    for identity in readings.identities { #expect(identity.holds, "\(identity.en)") }
    for measure in Measure.all {
      guard let value = readings.value(of: measure, inYear: 2024) else { continue }
      #expect(value.isFinite, "\(measure.id): \(value)")
    }
    for shadow in readings.shadows {
      if case .nothing = shadow.scope { continue }
      #expect(shadow.value.isFinite && shadow.prediction.isFinite, "\(shadow.id)")
    }
  }

  private func total(_ count: Count, of readings: Readings) -> Int64 {
    readings.lanes(of: count).reduce(0, +)
  }

  /// Tiny with more of everything than anybody could want, and wards that begin empty.
  private static func plentiful(_ further: [TinyCounty.Exchange] = []) throws -> TinyCounty {
    let plenty: [TinyCounty.Exchange] = [
      // Without a lunch break, in which whoever comes must wait; with wards that begin empty.
      try .figure("grassrootsSessions", "[07:00, 12:00, 12:00, 19:30]"),
      try .figure("hospitalSessions", "[07:30, 12:00, 12:00, 17:30]"),
      .init(old: "startCounty: 80%", new: "startCounty: 0%"),
      .init(old: "startTownship: 50%", new: "startTownship: 0%"),
      .init(old: "startCity: 85%", new: "startCity: 0%"),
      try .figure("bays", "[500, 500, 500, 500]"),
      try .figure("crewsPerStation", "50"),
      try .figure("crewsAtSeat", "50"),
      try .figure("laboratoryDevices", "[0, 0, 0, 99, 99, 99, 99, 99, 99, 0, 0]"),
      try .figure("imagingDevices", "[0, 0, 0, 99, 0, 99, 99, 99, 99, 0, 0]"),
      try .figure("ecgDevices", "[0, 0, 0, 99, 99, 99, 99, 99, 99, 0, 0]"),
      try .figure("operators", "[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]"),
    ]
    var county = try TinyCounty(exchanging: plenty + further)
    let capacity = FacilityCapacity(inputs: county.inputs)
    for facility in county.map.facilities {
      let (physicians, beds) = (capacity.physicians(at: facility), capacity.beds(at: facility))
      county.inputs.capacities.physicians[facility.id] = physicians.map { $0 > 0 ? 60 : 0 }
      // Wards of every kind, so that nobody is refused for want of the right one.
      county.inputs.capacities.beds[facility.id] = beds.map { _ in 500 }
    }
    return county
  }

  @Test("With plenty of everything nobody waits, is deferred, refused or gives up")
  func plenty() throws {
    let county = try Self.plentiful()
    let readings = county.readings(.baseline, Self.stretch)
    let served: [Count] = [.visits, .admissions, .testWaits, .bayWaits, .responses]
    for count in served { #expect(total(count, of: readings) > 0, "row \(count.row)") }
    let waits: [Count] = [
      .waitTime, .gaveUp, .testWaitTime, .bayWaitTime, .callsQueued, .boardings, .deferrals,
      .refusals, .bedWaitTime,
    ]
    for count in waits { #expect(total(count, of: readings) == 0, "row \(count.row)") }
    expectSound(readings)
  }

  @Test("With plenty of beds, those taken vary from run to run as much as a Poisson number")
  func occupancy() throws {
    let county = try Self.plentiful([TinyCounty.giving("dayVariation", "0")])
    let runs = 20
    var taken: [[Double]] = []
    for replication in 0..<UInt32(runs) {
      var stretch = Self.stretch
      stretch.replication = replication
      var watched = WatchedCounty(county, .baseline, stretch)
      while let event = watched.next() { watched.handle(event) }
      var beds: [Double] = []
      for row in watched.plan.facilities.wards.indices {
        beds.append(Double(watched.departments.beds.wards[WardID(row: row)].taken))
      }
      taken.append(beds)
    }
    // Patients who come by a Poisson process to as many beds as they like, each for a time of their
    // own: at the end of the run, in every ward apart.
    var squares = 0.0
    var freedom = 0.0
    for ward in taken[0].indices {
      let beds = taken.map { $0[ward] }
      let mean = beds.reduce(0, +) / Double(runs)
      guard mean > 1 else { continue }
      squares += beds.map { ($0 - mean) * ($0 - mean) / mean }.reduce(0, +)
      freedom += Double(runs - 1)
    }
    #expect(freedom >= 5 * Double(runs - 1))
    // The sum is about chi-square.
    let excess = (squares - freedom) / (2 * freedom).squareRoot()
    #expect(abs(excess) < 4.5, "\(excess) standard errors over \(freedom) degrees of freedom")
  }

  @Test("Where nobody ever needs care nothing happens, and nothing is other than a number")
  func noDemand() throws {
    let county = try TinyCounty(
      exchanging: TinyCounty.nobodyChanges + [
        .init(old: "cityBackground: 60\n", new: "cityBackground: 0\n"),
        .init(old: "cityBackground: 68%", new: "cityBackground: 0%"),
        .init(old: "startCounty: 80%", new: "startCounty: 0%"),
        .init(old: "startTownship: 50%", new: "startTownship: 0%"),
        .init(old: "startCity: 85%", new: "startCity: 0%"),
      ]
    ) { $0.replacing(/incidence: [0-9.]+/, with: "incidence: 0") }
    let readings = county.readings(.baseline, Self.stretch)
    let happenings: [Count] = [
      .needs, .needsArisen, .visits, .waits, .busyTime, .admissions, .bedsTaken, .discharges,
      .testsOrdered, .bayWaits, .callsHandled, .missionTime, .unmet,
    ]
    for count in happenings { #expect(total(count, of: readings) == 0, "row \(count.row)") }
    #expect(total(.dutyTime, of: readings) > 0)
    expectSound(readings)
  }

  @Test("Where nothing is there to serve them, nobody is served, and nobody is lost")
  func noCapacity() throws {
    let county = try TinyCounty(exchanging: [
      try .figure("villagePhysicians", "0"),
      try .figure("stationPhysicians", "0"),
      try .figure("privatePhysicians", "0"),
      try .figure("bays", "[0, 0, 0, 0]"),
      try .figure("crewsPerStation", "0"),
      try .figure("crewsAtSeat", "0"),
      try .figure("laboratoryDevices", "[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]"),
      try .figure("imagingDevices", "[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]"),
      try .figure("ecgDevices", "[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]"),
    ])
    let policy = try Policy.pulling(["clinics.countyPhysicians": 0, "beds.countyBeds": 0])
    let readings = county.readings(policy, Self.stretch)
    let care: [Count] = [
      .bayWaits, .responses, .conveyed, .handovers, .missionTime, .testsOrdered, .deviceTime,
    ]
    for count in care { #expect(total(count, of: readings) == 0, "row \(count.row)") }
    for lane in FacilityKind.lanes(where: { $0.tier == .village || $0 == .privateClinic }) {
      #expect(readings.total(.visits, lane: lane) == 0)
    }
    for lane in FacilityKind.hospitalLanes {
      #expect(readings.total(.visits, lane: lane) == 0)
      #expect(readings.total(.admissions, lane: lane) == 0)
    }
    #expect(total(.needs, of: readings) > 0)
    expectSound(readings)
  }
}
