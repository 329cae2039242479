import Engine
import Geography
import ScenarioFiles
import Testing

@testable import CountyModel

@Suite("What people remember of their own visits")
struct VisitMemoryTests {
  @Test("An hour is the whole scale, both ways; a failure leaves the wait as it is remembered")
  func scale() {
    func surprise(after minutes: Double) -> Double {
      VisitMemory(after: .minutes(minutes), expecting: 90).surprise
    }
    #expect(surprise(after: 90) == 0)
    #expect(surprise(after: 150) == -1)
    #expect(surprise(after: 400) == -1)
    #expect(surprise(after: 30) == 1)
    #expect(surprise(after: 0) == 1)
    // Kept in steps of 1/63.
    for minutes in [35.0, 60, 81, 99, 120, 149] {
      #expect(abs(surprise(after: minutes) - (90 - minutes) / 60) < 0.5 / 63 + 1e-9)
      var visit = VisitMemory(after: .minutes(minutes), expecting: 90)
      let before = visit.surprise
      #expect(!visit.failed)
      visit.fail()
      visit.fail()
      #expect(visit.failed)
      #expect(visit.surprise == before)
    }
    #expect(VisitMemory(after: .minutes(12), expecting: 12) == VisitMemory())
  }

  @Test("A visit without a wait, where 12 minutes are expected, is remembered as a fifth")
  func remembered() throws {
    var county = QuietCounty(try Self.tiny(wait: "1", outcome: "-1"))
    let general = try county.facility(.countyGeneral)
    let patient = try county.patient("respiratory", .minor)
    let person = county.world.episodes[patient].person
    try county.send(patient, to: .countyGeneral, atMinute: 480)
    county.run { $0.residents[person].usual != 0 }
    let used = try usual(of: person, in: county)
    #expect(used.facility == general)
    #expect(abs(used.memory.surprise - 12.0 / 60) < 0.5 / 63 + 1e-9)
    #expect(!used.memory.failed)
  }

  @Test("Where own visits weigh nothing, nothing is written down")
  func forgotten() throws {
    var county = QuietCounty(try Self.tiny(wait: "0", outcome: "0"))
    let patient = try county.patient("respiratory", .minor)
    let person = county.world.episodes[patient].person
    try county.send(patient, to: .countyGeneral, atMinute: 480)
    county.run { $0.residents[person].usual != 0 }
    county.world.noteFailure(of: patient)
    let used = try usual(of: person, in: county)
    #expect(used.memory == VisitMemory())
  }

  @Test("Who is sent on remembers the failure of the usual facility, and of no other")
  func sentOn() throws {
    for isUsual in [true, false] {
      var county = QuietCounty(try Self.tiny(wait: "0", outcome: "-1"))
      let village = try county.facility(.villageClinic)
      let other = try county.facility(.townshipCentre)
      let patient = try county.patient("electiveSurgery", .moderate)
      let person = county.world.episodes[patient].person
      county.world.episodes[patient].facility = village
      county.world.episodes[patient].encounter = 1
      county.world.residents[person].use(isUsual ? village : other, remembering: VisitMemory())
      county.say(.referredUp(patient))
      let used = try usual(of: person, in: county)
      #expect(used.memory.failed == isUsual)
      // Another visit is another memory.
      county.world.residents[person].use(village, remembering: VisitMemory())
      let again = try usual(of: person, in: county)
      #expect(!again.memory.failed)
    }
  }

  @Test("A bed refused is remembered, also when another hospital of the county has one")
  func refusedBed() throws {
    for isUsual in [true, false] {
      var county = QuietCounty(
        try Self.tiny(wait: "0", outcome: "-1"),
        try .pulling(["beds.countySearch": 1])
      )
      let general = try county.facility(.countyGeneral)
      let other = try county.facility(.townshipCentre)
      county.fillWards(of: general)
      let patient = try county.patient("respiratory", .moderate, [.needsBed])
      let person = county.world.episodes[patient].person
      county.world.episodes[patient].facility = general
      county.world.episodes[patient].encounter = 1
      county.world.residents[person].use(isUsual ? general : other, remembering: VisitMemory())
      county.say(.decisionToAdmit(patient))
      county.run { $0.episodes[patient].stage == .inBed }
      #expect(county.world.episodes[patient].facility == (try county.facility(.countyTCM)))
      let used = try usual(of: person, in: county)
      #expect(used.facility == (isUsual ? general : other))
      #expect(used.memory.failed == isUsual)
    }
  }

  @Test("Who is moved to a hospital with the centre remembers that the first one did not help")
  func wrongDoor() throws {
    var county = QuietCounty(try Self.tiny(wait: "0", outcome: "-1"))
    let tcm = try county.facility(.countyTCM)
    let patient = try county.patient("stroke", .severe, [.emergency, .needsBed])
    let person = county.world.episodes[patient].person
    try county.send(patient, to: .countyTCM, atMinute: 1)
    // The TCM hospital has no stroke centre; the general hospital has.
    county.run { $0.episodes[patient].encounter == 2 }
    let used = try usual(of: person, in: county)
    #expect(used.facility == tcm)
    #expect(used.memory.failed)
  }

  @Test("A course of treatment that fails leaves the memory of the usual facility what it was")
  func failedCourse() throws {
    for (condition, isCourse) in [("electiveSurgery", false), ("dialysis", true)] {
      var county = QuietCounty(try Self.tiny(wait: "0", outcome: "-1"))
      let general = try county.facility(.countyGeneral)
      let patient = try county.patient(condition, .moderate)
      let person = county.world.episodes[patient].person
      county.world.episodes[patient].facility = general
      county.world.episodes[patient].encounter = 1
      county.world.residents[person].use(general, remembering: VisitMemory())
      county.say(.seeksElsewhere(patient))
      let used = try usual(of: person, in: county)
      #expect(used.facility == general)
      #expect(used.memory.failed == !isCourse)
    }
  }

  @Test("Where own visits weigh nothing, the worst memory moves nobody")
  func neutral() throws {
    let county = QuietCounty(try Self.tiny(wait: "0", outcome: "0"))
    let general = try county.facility(.countyGeneral)
    let (worst, best) = memories
    let habit = county.manyChoices(usual: UsualFacility(facility: general, memory: VisitMemory()))
    #expect(county.manyChoices(usual: UsualFacility(facility: general, memory: worst)) == habit)
    #expect(county.manyChoices(usual: UsualFacility(facility: general, memory: best)) == habit)
    // The habit itself is at work.
    #expect(county.manyChoices() != habit)
  }

  @Test("A bad memory drives people from the usual facility only, a good one draws them to it")
  func direction() throws {
    let county = QuietCounty(try Self.tiny(wait: "2", outcome: "-2"))
    let general = try county.facility(.countyGeneral)
    let (worst, best) = memories
    let bad = county.manyChoices(usual: UsualFacility(facility: general, memory: worst))
    let plain = county.manyChoices(usual: UsualFacility(facility: general, memory: VisitMemory()))
    let good = county.manyChoices(usual: UsualFacility(facility: general, memory: best))
    func count(_ chosen: [FacilityID?]) -> Int { chosen.filter { $0 == general }.count }
    #expect(count(bad) < count(plain))
    #expect(count(plain) < count(good))
    for (before, after) in zip(plain, bad) where before != after { #expect(before == general) }
    for (before, after) in zip(plain, good) where before != after { #expect(after == general) }
  }

  @Test("A wait an hour too long takes away what it weighs: here, all of the habit")
  func size() throws {
    let remembering = QuietCounty(try Self.tiny(wait: "0.3", outcome: "0"))
    let general = try remembering.facility(.countyGeneral)
    let long = UsualFacility(
      facility: general,
      memory: VisitMemory(after: .minutes(500), expecting: 0)
    )
    // A habit of 0.3 less 0.3: as if there were none.
    let without = remembering.manyChoices()
    #expect(remembering.manyChoices(usual: long) == without)
  }

  @Test("Memories of one's own change who goes where in a run, and every book closes")
  func run() throws {
    let stretch = Stretch(days: 10, warmUp: 0)
    let none = try Self.tiny(wait: "0", outcome: "0").readings(.baseline, stretch)
    for (wait, outcome) in [("3", "0"), ("0", "-3")] {
      let readings = try Self.tiny(wait: wait, outcome: outcome).readings(.baseline, stretch)
      #expect(readings.fingerprint != none.fingerprint)
      for identity in readings.identities {
        #expect(identity.holds, "\(identity.id): \(identity.left) and \(identity.right)")
      }
    }
  }

  @Test("A memory that prefers long waits or failures is refused")
  func refused() throws {
    for (wait, outcome) in [("-0.1", "0"), ("5.1", "0"), ("0", "0.1"), ("0", "-5.1")] {
      #expect(throws: DiagnosticList.self) { try Self.tiny(wait: wait, outcome: outcome) }
    }
    _ = try Self.tiny(wait: "5", outcome: "-5")
  }

  /// The facility that somebody used last, who has used one.
  private func usual(
    of person: PersonID,
    in county: borrowing QuietCounty
  ) throws -> UsualFacility {
    guard let usual = county.world.usualFacility(of: person) else {
      throw TinyCounty.NotThere(text: "a usual facility")
    }
    return usual
  }

  /// A wait an hour too long and a failure; a wait an hour shorter than expected.
  private var memories: (worst: VisitMemory, best: VisitMemory) {
    var worst = VisitMemory(after: .minutes(90), expecting: 30)
    worst.fail()
    return (worst, VisitMemory(after: .zero, expecting: 60))
  }

  /// The county in which own waits and own failures weigh so much.
  private static func tiny(wait: String, outcome: String) throws -> TinyCounty {
    try TinyCounty(exchanging: [
      .init(old: "ownMemory: 0.3\n", new: "ownMemory: \(wait)\n"),
      .init(old: "ownOutcome: -0.3\n", new: "ownOutcome: \(outcome)\n"),
    ])
  }
}
