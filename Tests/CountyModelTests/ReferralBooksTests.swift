import Engine
import Geography
import Testing

@testable import CountyModel

@Suite("The two-way ledger of referrals")
struct ReferralBooksTests {
  private static let year = Result {
    try TinyCounty.asWritten().readings(.baseline, Stretch(days: 60, warmUp: 7))
  }

  @Test("Fewer arrive than accept, and fewer accept than are asked, in every cell")
  func funnel() throws {
    let flows = try Self.year.get().referrals
    #expect(!flows.isEmpty)
    for flow in flows {
      #expect(flow.appropriate <= flow.requested, "\(flow)")
      #expect(flow.onward <= flow.arrived + 3, "\(flow)")
      // Who set out before the page was turned arrives on the next.
      #expect(flow.arrived <= flow.accepted + 3, "\(flow)")
      if flow.reason != .down { #expect(flow.accepted <= flow.requested, "\(flow)") }
    }
  }

  @Test("Referrals go up from the grassroots, down to township beds, and never to the village")
  func directions() throws {
    let flows = try Self.year.get().referrals
    for flow in flows {
      #expect(flow.to.tier != .village && flow.to.tier != .privateClinic)
      if flow.reason == .down {
        #expect(flow.from.tier == .county && flow.to.tier == .township)
      } else {
        #expect(flow.from.tier.rawValue <= flow.to.tier.rawValue)
      }
    }
    #expect(flows.contains { $0.from.tier == .village && $0.to.tier == .township })
    #expect(flows.contains { $0.reason == .down && $0.arrived > 0 })
  }

  @Test("Up-referrals that went are the same in the ledger and in the matrix")
  func agree() throws {
    let readings = try Self.year.get()
    let up = readings.referrals.filter { $0.reason == .skill || $0.reason == .bed }
    let sent = FacilityKind.allCases.reduce(Int64(0)) {
      $0 + readings.total(.sentTo, lane: $1.lane)
    }
    #expect(Int64(up.reduce(0) { $0 + $1.accepted }) == sent)
  }

  @Test("The catalogue: a cold belongs to the village, a tumour to the county or beyond")
  func catalogue() throws {
    var county = QuietCounty(try .asWritten())
    func level(_ condition: String, _ severity: Severity, _ traits: EpisodeTraits = []) throws
      -> CareCatalogue.Level
    {
      let patient = try county.patient(condition, severity, traits)
      return county.plan.catalogue.level(of: county.world.episodes[patient])
    }
    #expect(try level("respiratory", .minor) == .village)
    #expect(try level("airways", .moderate) == .township)
    #expect(try level("infarction", .severe) == .county)
    // County hospitals treat 35 % of severe tumours: below the threshold of 70 %.
    #expect(try level("tumour", .severe) == .beyond)
    #expect(try level("respiratory", .severe, .needsBed) == .county)
    #expect(
      try level("respiratory", .severe, [.needsBed, .townshipBedSuffices]) == .township
    )
  }

  @Test("A village doctor sends a case for the township there, and a tumour to a hospital")
  func stepwise() throws {
    var county = QuietCounty(try .asWritten(), try .pulling(["referral.catalogue": 1]))
    county.run(untilMinute: 500)
    let village = try county.facility(.villageClinic)
    for (condition, tier) in [("airways", Tier.township), ("electiveSurgery", .county)] {
      for _ in 0..<20 {
        let patient = try county.patient(condition, .moderate)
        county.world.episodes[patient].facility = village
        county.world.episodes[patient].encounter = 1
        county.say(.referredUp(patient))
        let after = county.world.episodes[patient]
        guard after.stage == .travelling else { continue }
        let reached = county.plan.facilities.kind(after.facility).tier
        #expect(tier == .township ? reached == .township : reached.rawValue >= Tier.county.rawValue)
      }
    }
  }
}
