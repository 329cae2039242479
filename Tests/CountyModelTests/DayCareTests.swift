import Engine
import Geography
import Testing

@testable import CountyModel

@Suite("Care without a ward")
struct DayCareTests {
  @Test("By day: a planned township patient takes no bed, and the episode is paid and over")
  func byDay() throws {
    let county = try TinyCounty(exchanging: [
      .init(old: "dayCareEligible: 50%", new: "dayCareEligible: 100%")
    ])
    var quiet = QuietCounty(county, try .pulling(["beds.dayCare": 1]))
    let patient = try admitted(in: &quiet, .moderate)
    #expect(quiet.world.episodes[patient].stage == .over)
    #expect(quiet.total(.dayCases) == 1)
    #expect(quiet.total(.admissions, lane: FacilityKind.townshipCentre.lane) == 0)
  }

  @Test("At home: the bed is counted apart, needs no cleaning, and the severe do not lie there")
  func atHome() throws {
    let county = try TinyCounty(exchanging: [
      .init(old: "homeEligible: 30%", new: "homeEligible: 100%")
    ])
    var quiet = QuietCounty(county, try .pulling(["beds.homeBeds": 20]))
    let severe = try admitted(in: &quiet, .severe)
    #expect(quiet.departments.beds.wards[quiet.world.episodes[severe].ward].place == .ward)
    let patient = try admitted(in: &quiet, .moderate)
    let home = quiet.world.episodes[patient].ward
    #expect(quiet.departments.beds.wards[home].place == .home)
    let end = quiet.world.episodes[patient].stayEnds
    quiet.run { $0.episodes[patient].stage == .over }
    #expect(quiet.world.now == end)
    #expect(quiet.departments.beds.wards[home].taken == 0)
    #expect(quiet.total(.placeAdmissions, lane: 1) == 1)
  }

  @Test("Stable patients of the county go to a nursing home when the township is full")
  func nursingHome() throws {
    var quiet = QuietCounty(try .asWritten(), try .pulling(["beds.nursingBeds": 20]))
    let patient = try quiet.patient("respiratory", .moderate, [.needsBed])
    quiet.world.episodes[patient].facility = try quiet.facility(.countyGeneral)
    quiet.say(.decisionToAdmit(patient))
    let township = quiet.departments.beds.townTownship[0]
    for row in quiet.plan.facilities.wards.indices {
      let ward = WardID(row: row)
      guard quiet.departments.beds.wards[ward].facility == township else { continue }
      quiet.departments.beds.setBeds(0, of: ward, in: &quiet.world)
    }
    quiet.departments.beds.handle(.stable(patient), in: &quiet.world)
    quiet.drain()
    let ward = quiet.world.episodes[patient].ward
    #expect(quiet.departments.beds.wards[ward].place == .nursing)
    #expect(quiet.total(.placeAdmissions, lane: 2) == 1)
  }

  private func admitted(
    in quiet: inout QuietCounty,
    _ severity: Severity
  ) throws -> EpisodeID {
    let patient = try quiet.patient("tcmRehabilitation", severity, [.needsBed])
    quiet.world.episodes[patient].facility = try quiet.facility(.townshipCentre)
    quiet.world.episodes[patient].encounter = 1
    quiet.say(.decisionToAdmit(patient))
    return patient
  }
}
