import Engine
import Geography
import Testing

@testable import CountyModel

/// Who answers to the budget of a medical community, and for whom.
@Suite("Providers answer to the budget of their own community")
struct CommunityResponseTests {
  /// One community led by the general hospital, with the townships of one town.
  private static let ledByHospital = TinyCounty.Exchange(
    old: TinyCounty.Exchange.ledByCentre.old,
    new: """
          grouping: today
          leader: hospital
          lead: GEN-1
          members: [THC-T02, THB-T02-S006]
      """
  )
  private static let budget = ["finance.globalBudget": 1.0]

  @Test("In a county of one community every public facility shares a purse with every resident")
  func oneCommunity() throws {
    let county = QuietCounty(try .asWritten(), try .pulling(Self.budget))
    let purses = county.world.notices.payment.purses
    for (row, facility) in county.plan.map.facilities.enumerated()
    where facility.kind.countsInCounty && facility.kind != .privateClinic {
      for home in county.plan.map.settlements.indices {
        let own = purses.ownPurse(of: FacilityID(row: row), treating: SettlementID(row: home))
        #expect(own == 1)
      }
    }
  }

  @Test("Without a budget nobody has a purse to answer to, however many communities there are")
  func noBudget() throws {
    let inputs = try TinyCounty(exchanging: [.ledByCentre])
    let county = QuietCounty(inputs, try .pulling(["finance.outflowCharge": 1]))
    let payment = county.world.notices.payment
    #expect(payment.keep.count == FacilityKind.allCases.count)
    for row in county.plan.map.facilities.indices {
      #expect(payment.purses.purse(of: FacilityID(row: row)) == 0)
    }
    #expect(payment.keep[FacilityKind.countyGeneral.lane] > 0)
  }

  @Test("A hospital of no community decides as under fee for service, whoever comes")
  func outsider() throws {
    let inputs = try TinyCounty(exchanging: [.ledByCentre])
    var county = QuietCounty(inputs, try .pulling(Self.budget))
    let general = try county.facility(.countyGeneral)
    for home in county.plan.map.settlements.indices {
      let patient = try Self.patient(from: home, at: general, in: &county)
      let episode = county.world.episodes[patient]
      let kept = county.world.keeping(episode, at: .countyGeneral, 0.4)
      let approved = county.world.approving(episode, at: .countyGeneral, 0.4)
      #expect(kept == 0.4 && approved == 0.4)
    }
  }

  @Test("A member keeps its own community's patients, and treats others for a fee")
  func members() throws {
    let inputs = try TinyCounty(exchanging: [.ledByCentre])
    var county = QuietCounty(inputs, try .pulling(Self.budget))
    let row = try #require(county.plan.map.facilities.firstIndex { $0.id == "THC-T03" })
    let centre = FacilityID(row: row)
    let kind = county.plan.facilities.kind(centre)
    let leads = county.world.notices.communities.leadsOfHomes
    #expect(leads.contains(centre) && leads.contains(nil))
    for (home, lead) in leads.enumerated() {
      let patient = try Self.patient(from: home, at: centre, in: &county)
      let kept = county.world.keeping(county.world.episodes[patient], at: kind, 0.4)
      if lead == centre { #expect(kept > 0.4) } else { #expect(kept == 0.4) }
    }
  }

  @Test("A lead offers step-down rather to those whose stay its own budget pays")
  func stepDown() throws {
    let inputs = try TinyCounty(exchanging: [Self.ledByHospital])
    // Referral reads at midnight what finance announced the midnight before.
    var county = QuietCounty(inputs, try .pulling(Self.budget))
    county.run(untilMinute: 1441)
    let general = try county.facility(.countyGeneral)
    let notice = county.world.notices.stepDown
    #expect(notice.chances[general.row] > notice.chancesOfOthers[general.row])
    for (home, lead) in county.world.notices.communities.leadsOfHomes.enumerated() {
      let patient = try Self.patient(from: home, at: general, in: &county)
      let chance = notice.chance(of: county.world.episodes[patient])
      let expected = lead == general ? notice.chances : notice.chancesOfOthers
      #expect(chance == expected[general.row])
    }
  }

  @Test("A budget that no hospital belongs to moves fewer admissions than one of the whole county")
  func fewer() throws {
    let levels = ["finance.globalBudget": 1.0, "finance.responseFactor": 5]
    let measure = try #require(Measure.named("admissions.perHundred"))
    var effects: [Double] = []
    for county in [try TinyCounty.asWritten(), try TinyCounty(exchanging: [.ledByCentre])] {
      let stretch = Stretch(days: 28)
      let after = county.readings(try .pulling(levels), stretch).value(of: measure, inYear: 2024)
      let before = county.readings(.baseline, stretch).value(of: measure, inYear: 2024)
      let (with, without) = (try #require(after), try #require(before))
      effects.append(with - without)
    }
    #expect(effects[0] < 0)
    #expect(effects[0] < effects[1])
  }

  @Test("The next yuan is the community's own but for what is shared of a large overspend")
  func marginalShare() throws {
    let payment = try TinyCounty.asWritten().inputs.finance.payment
    func budget(charged: Int64) -> CommunityBudget {
      var budget = CommunityBudget()
      budget.accrue(100_000)
      budget.charge(charged)
      return budget
    }
    // A tenth of the budget is borne alone, half of what is above it.
    let cases: [(charged: Int64, share: Double)] = [
      (0, 1), (100_000, 1), (110_000, 1), (110_001, 0.5), (300_000, 0.5),
    ]
    for (charged, share) in cases {
      var one = budget(charged: charged)
      #expect(one.marginalShare(payment) == share, "\(charged)")
      // What has been settled makes no difference.
      _ = one.settle(payment)
      #expect(one.marginalShare(payment) == share, "\(charged), settled")
    }
    // It is the slope of what is due.
    for charged: Int64 in [0, 50_000, 100_000, 120_000, 300_000] {
      let due = [charged, charged + 10_000].map {
        CommunityBudget.due(of: 100_000 - $0, budget: 100_000, payment)
      }
      #expect(Double(due[0] - due[1]) == 10_000 * budget(charged: charged).marginalShare(payment))
    }
  }

  @Test("Of two communities the one that has overspent beyond its part answers less than the other")
  func overspent() throws {
    let payment = try TinyCounty.asWritten().inputs.finance.payment
    let two = TinyCounty.Exchange(
      old: TinyCounty.Exchange.ledByCentre.old,
      new: Self.ledByHospital.new + """

            tight: 0%
          - id: second
            provenance: {standing: assumed, source: "made up for tests"}
            zh: 第二医共体
            en: Second community
            grouping: today
            leader: centre
            lead: THC-T03
            members: [THC-T01]
        """
    )
    for (exchange, isWeaker) in [(two, true), (Self.ledByHospital, false)] {
      let inputs = try TinyCounty(exchanging: [exchange])
      var county = QuietCounty(inputs, try .pulling(Self.budget))
      let general = try county.facility(.countyGeneral)
      let own = county.world.notices.payment.purses.purse(of: general)
      #expect(own > 0)
      let before = county.world.notices.payment
      let row = before.row(of: .countyGeneral, on: own)
      // Far more than a day's budget of the whole county.
      county.departments.finance.purses.charge(1_000_000_000_000, to: own)
      county.run(untilMinute: 1441)
      let after = county.world.notices.payment
      let ratio = after.keep[row] / before.keep[row]
      #expect(abs(ratio - (isWeaker ? payment.overspendShared : 1)) < 1e-9)
    }
  }

  /// A moderately ill patient of a settlement who needs a bed, at a facility.
  private static func patient(
    from home: Int,
    at facility: FacilityID,
    in county: inout QuietCounty
  ) throws -> EpisodeID {
    let patient = try county.patient("respiratory", .moderate, [.needsBed])
    county.world.episodes[patient].settlement = SettlementID(row: home)
    county.world.episodes[patient].facility = facility
    county.world.episodes[patient].encounter = 1
    return patient
  }
}
