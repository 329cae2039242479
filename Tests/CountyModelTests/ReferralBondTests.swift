import Engine
import Geography
import Testing

@testable import CountyModel

@Suite("Whom a tight community draws to its lead")
struct ReferralBondTests {
  /// Where two hundred patients of a course go on to from a township centre; `nil` for nowhere.
  private func next(
    after handoff: (EpisodeID) -> Handoff,
    preferringLeadBy preference: String
  ) throws -> [FacilityID?] {
    let county = try TinyCounty(exchanging: [TinyCounty.giving("leadPreference", preference)])
    var quiet = QuietCounty(county, try .pulling(["community.tight": 1]))
    let township = try quiet.facility(.townshipCentre)
    var found: [FacilityID?] = []
    for _ in 0..<200 {
      let patient = try quiet.patient("dialysis", .moderate)
      quiet.world.episodes[patient].facility = township
      quiet.world.episodes[patient].encounter = 1
      quiet.say(handoff(patient))
      let episode = quiet.world.episodes[patient]
      found.append(episode.stage == .travelling ? episode.facility : nil)
    }
    return found
  }

  @Test("Whoever a doctor refers is drawn to the lead")
  func referred() throws {
    let lead = try QuietCounty(.asWritten()).facility(.countyGeneral)
    let counts = try ["-5", "5"].map { preference in
      try next(after: Handoff.referredUp, preferringLeadBy: preference).count { $0 == lead }
    }
    #expect(counts[0] < counts[1])
  }

  @Test("Whoever leaves a line, or finds a door closed, chooses without the community")
  func alone() throws {
    for handoff in [Handoff.seeksElsewhere, Handoff.foundClosed] {
      let less = try next(after: handoff, preferringLeadBy: "-5")
      let more = try next(after: handoff, preferringLeadBy: "5")
      #expect(less.contains { $0 != nil })
      #expect(less == more)
    }
  }
}
