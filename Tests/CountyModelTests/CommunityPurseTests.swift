import Engine
import Geography
import Testing

@testable import CountyModel

/// Tiny with one community led by a township centre, and townships outside of it.
@Suite("Communities with a purse and staff of their own")
struct CommunityPurseTests {
  @Test("Each settlement answers to the community of its nearest township facility, or to none")
  func homes() throws {
    let county = QuietCounty(try TinyCounty(exchanging: [.ledByCentre]))
    let (plan, leads) = (county.plan, county.world.notices.communities.leadsOfHomes)
    var purses = CommunityPurses()
    purses.follow(leads)
    let inside = plan.map.settlements.indices.filter {
      purses.purse(of: SettlementID(row: $0)) == 1
    }
    #expect(!inside.isEmpty && inside.count < plan.map.settlements.count)
    for row in inside { #expect(plan.map.settlements[row].id.hasPrefix("T0")) }
    #expect(purses.all.map { $0.lead.map { plan.map.facilities[$0.row].id } } == [nil, "THC-T03"])
    // Another grouping with the same lead keeps the purse.
    purses.follow(leads)
    #expect(purses.all.count == 2)
  }

  @Test("A day's budget is shared by heads to the fen, and each purse bears what is its own")
  func shares() throws {
    let county = try TinyCounty(exchanging: [.ledByCentre])
    let quiet = QuietCounty(county)
    let (plan, leads) = (quiet.plan, quiet.world.notices.communities.leadsOfHomes)
    var purses = CommunityPurses()
    purses.follow(leads)
    let counts = plan.map.settlements.map(\.residents)
    purses.share(counts)
    let heads = purses.all.map(\.insured)
    #expect(heads.reduce(0, +) == counts.reduce(0, +))
    purses.accrue(1_000_003)
    #expect(purses.total(\.accrued) == 1_000_003)
    for (purse, insured) in zip(purses.all, heads) {
      let even = 1_000_003 * Double(insured) / Double(heads.reduce(0, +))
      #expect(abs(Double(purse.budget.accrued) - even) <= 1)
    }
    // The members overspend by more than a tenth; the others spend nothing.
    let own = purses.all[1].budget.accrued
    purses.charge(2 * own, to: 1)
    let due = purses.settle(1, county.inputs.finance.payment)
    purses.forgetDealings()
    #expect(due[0] == purses.all[0].budget.accrued)
    #expect(due[1] == CommunityBudget.due(of: -own, budget: own, county.inputs.finance.payment))
    #expect(purses.total(\.accrued) == purses.total { $0.charged + $0.kept + $0.open })
    purses.chargeAll(999)
    #expect(purses.all.reduce(0) { $0 + $1.chargedToday } == 999)
  }

  @Test("Under a budget of several communities the accounts still close")
  func identities() throws {
    let county = try TinyCounty(exchanging: [.ledByCentre])
    let readings = try county.readings(.pulling(["finance.globalBudget": 1]), Stretch())
    #expect(readings.identities.allSatisfy { $0.holds })
    #expect(readings.total(.communityBudget, lane: 0) > 0)
  }

  @Test("What members gain from the pool their lead centre lacks, and it keeps half of its own")
  func pool() throws {
    let absent = TinyCounty.Exchange(old: "  absence: 0%\n", new: "  absence: 30%\n")
    let inputs = try TinyCounty(exchanging: [.ledByCentre, absent])
    var without = QuietCounty(inputs)
    var with = QuietCounty(inputs, try .pulling(["community.staffPool": 1]))
    let plan = without.plan
    let lead = try #require(plan.map.facilities.firstIndex { $0.id == "THC-T03" })
    var covered = 0.0
    for day in 1...30 {
      without.run(untilMinute: Double(day) * 1440 + 1)
      with.run(untilMinute: Double(day) * 1440 + 1)
      var (gain, loss, onDuty) = (0.0, 0.0, 0.0)
      for (row, clinic) in plan.facilities.clinics.enumerated() {
        let presence = without.world.notices.staffing.presence[row]
        let change =
          with.world.notices.postings.physicians[row]
          - without.world.notices.postings.physicians[row]
        if clinic.facility.row == lead {
          loss -= change
          onDuty += presence * clinic.physicians
        } else {
          #expect(change == 0)
        }
        gain += (with.world.notices.staffing.presence[row] - presence) * clinic.physicians
      }
      #expect(abs(gain - loss) < 1e-9)
      #expect(loss <= (1 - plan.inputs.facilities.centreKeeps) * onDuty + 1e-9)
      covered += gain
    }
    #expect(covered > 0)
  }
}
