import Engine
import Geography
import Testing

@testable import CountyModel

@Suite("The rules of beds")
struct BedRulesTests {
  @Test("A floor of care beds ramps from today's share, not from nothing")
  func ramp() throws {
    let county = try TinyCounty.asWritten()
    let lever = Policy.Setting(
      path: "beds.careShare",
      course: Timeline(neutral: 0, level: 0.4, startDay: 0, rampDays: 100, endDay: nil)
    )
    let policy = Policy(id: "t", zh: "试", en: "T", plan: [], note: "", settings: [lever])
    let plan = CountyPlan(county.scenario(policy, Stretch()), map: county.map)
    let rules = BedRules(plan.levers.beds, plan.inputs.beds, onDay: 50)
    // Halfway from 20 % to 40 %.
    #expect(abs(rules.careShare - 0.3) < 1e-12)
    #expect(BedRules(plan.levers.beds, plan.inputs.beds, onDay: 0).careShare == 0.2)
  }

  @Test("A reserved bed goes to the family doctor's patient behind the head of the line")
  func beyondTheHead() throws {
    var quiet = QuietCounty(try .asWritten(), try .pulling(["beds.reserved": 0.5]))
    let general = try quiet.facility(.countyGeneral)
    quiet.fillWards(of: general)
    let first = try planned(in: &quiet, [.needsBed, .elective])
    let second = try planned(in: &quiet, [.needsBed, .elective, .familyReferred])
    #expect(quiet.world.episodes[second].stage == .deferred)
    let ward = quiet.world.episodes[first].ward
    quiet.departments.beds.free(ward, in: &quiet.world)
    #expect(quiet.world.episodes[second].stage == .inBed)
    #expect(quiet.world.episodes[first].stage == .deferred)
  }

  @Test("Once released, a reserved bed is for anybody")
  func released() throws {
    let policy = try Policy.pulling(["beds.reserved": 0.5, "beds.reservedReleased": 1])
    var quiet = QuietCounty(try .asWritten(), policy)
    quiet.fillWards(of: try quiet.facility(.countyGeneral))
    let first = try planned(in: &quiet, [.needsBed, .elective])
    quiet.departments.beds.free(quiet.world.episodes[first].ward, in: &quiet.world)
    #expect(quiet.world.episodes[first].stage == .inBed)
  }

  private func planned(
    in quiet: inout QuietCounty,
    _ traits: EpisodeTraits
  ) throws -> EpisodeID {
    let patient = try quiet.patient("respiratory", .moderate, traits)
    quiet.world.episodes[patient].facility = try quiet.facility(.countyGeneral)
    let ward = quiet.departments.beds.ward(
      for: quiet.world.episodes[patient],
      at: quiet.world.episodes[patient].facility,
      in: quiet.world
    )
    quiet.world.episodes[patient].ward = try #require(ward)
    quiet.departments.beds.seekBed(patient, in: &quiet.world)
    return patient
  }
}
