import Engine
import Geography
import Testing

@testable import CountyModel

@Suite("Courses of treatment and the length of consultations")
struct CourseOfTreatmentTests {
  /// Tiny, where the first group of conditions, acute respiratory infections, is another one.
  private func tiny(_ old: String, _ new: String) throws -> TinyCounty {
    try TinyCounty(exchanging: []) { $0.replacing(old, with: new, maxReplacements: 1) }
  }

  private func course() throws -> TinyCounty { try tiny("course: none", "course: hospital") }

  /// Of a hundred minor infections, how many stay at home and how many go to grassroots.
  private func choices(_ county: TinyCounty) throws -> (home: Int, grassroots: Int) {
    var quiet = QuietCounty(county)
    var found = (home: 0, grassroots: 0)
    for _ in 0..<100 {
      let patient = try quiet.patient("respiratory", .minor)
      quiet.say(.needArose(patient))
      let episode = quiet.world.episodes[patient]
      if episode.stage == .over {
        found.home += 1
      } else if quiet.world.facilities.kind(episode.facility).isGrassroots {
        found.grassroots += 1
      }
    }
    return found
  }

  @Test("Whoever is expected at a hospital neither stays at home nor goes to a village doctor")
  func expected() throws {
    let asWritten = try choices(.asWritten())
    #expect(asWritten.home > 0)
    #expect(asWritten.grassroots > 0)
    let expected = try choices(course())
    #expect(expected.home == 0)
    #expect(expected.grassroots == 0)
  }

  @Test("A course leaves the usual facility what it was; another visit becomes the usual one")
  func usual() throws {
    for (county, changes) in try [(TinyCounty.asWritten(), true), (course(), false)] {
      var quiet = QuietCounty(county)
      let patient = try quiet.patient("respiratory", .minor)
      let person = quiet.world.episodes[patient].person
      let hospital = try quiet.facility(.countyGeneral)
      quiet.world.residents[person].usual = 0
      try quiet.send(patient, to: .countyGeneral, atMinute: 9 * 60)
      quiet.run { $0.residents[person].usual != 0 || $0.now > SimInstant.start + .days(2) }
      #expect((quiet.world.usualFacility(of: person)?.facility == hospital) == changes)
      #expect(quiet.total(.visits, lane: FacilityKind.countyGeneral.lane) == 1)
    }
  }

  @Test("A visit of a course online leaves the usual facility what it was; another becomes it")
  func online() throws {
    for (place, changes) in [("none", true), ("hospital", false)] {
      let county = try TinyCounty(exchanging: [TinyCounty.giving("onlineConstant", "5")]) {
        $0.replacing("online: 0.15", with: "online: 1", maxReplacements: 1)
          .replacing("course: none", with: "course: \(place)", maxReplacements: 1)
      }
      var quiet = QuietCounty(county, try .pulling(["firstContact.online": 1]))
      var changed: Int64 = 0
      for _ in 0..<100 {
        let patient = try quiet.patient("respiratory", .minor)
        let person = quiet.world.episodes[patient].person
        quiet.world.residents[person].usual = 0
        quiet.say(.needArose(patient))
        if quiet.world.residents[person].usual != 0 { changed += 1 }
      }
      var online: Int64 = 0
      for kind in FacilityKind.allCases { online += quiet.total(.onlineVisits, lane: kind.lane) }
      #expect(online > 0)
      #expect(changed == (changes ? online : 0))
    }
  }

  @Test("Twice the length is twice the minutes, and half is half")
  func length() throws {
    let usual = try minutes(.asWritten())
    #expect(usual > 0)
    let twice = try minutes(tiny("consultation: 1", "consultation: 2"))
    let half = try minutes(tiny("consultation: 1", "consultation: 0.5"))
    // Instants are whole milliseconds.
    #expect(abs(twice - 2 * usual) < 0.001)
    #expect(abs(half - usual / 2) < 0.001)
  }

  /// Minutes of the one consultation of a minor infection at a village clinic.
  private func minutes(_ county: TinyCounty) throws -> Double {
    var quiet = QuietCounty(county)
    let patient = try quiet.patient("respiratory", .minor)
    try quiet.send(patient, to: .villageClinic, atMinute: 9 * 60)
    quiet.run { $0.episodes[patient].stage == .inConsultation }
    let start = quiet.world.now
    quiet.run { $0.episodes[patient].stage != .inConsultation }
    return (quiet.world.now - start).inMinutes
  }

  @Test("A place that is not known, and a length outside the range, are refused")
  func refused() {
    #expect(throws: (any Error).self) { try tiny("course: none", "course: nowhere") }
    #expect(throws: (any Error).self) { try tiny("consultation: 1", "consultation: 11") }
    #expect(throws: (any Error).self) { try tiny("consultation: 1", "consultation: 0") }
  }
}
