import Geography
import Testing

@testable import CountyModel

@Suite("Accounts of the fund")
struct FundAccountTests {
  @Test("A surplus is the community's; an overspend is its own up to a tenth, then half of it")
  func due() throws {
    let inputs = try TinyCounty.asWritten().inputs.finance.payment
    #expect(CommunityBudget.due(of: 1234, budget: 100_000, inputs) == 1234)
    #expect(CommunityBudget.due(of: -9_000, budget: 100_000, inputs) == -9_000)
    // 10 % of 100,000 alone, and half of the 6,000 above it.
    #expect(CommunityBudget.due(of: -16_000, budget: 100_000, inputs) == -13_000)
  }

  @Test("A budget settled day by day ends where one settlement of the year would")
  func settlement() throws {
    let inputs = try TinyCounty.asWritten().inputs.finance.payment
    var budget = CommunityBudget()
    var paid: Int64 = 0
    for claims: Int64 in [900, 700, 2500, 1100] {
      budget.accrue(1000)
      budget.charge(claims)
      paid += budget.settle(inputs)
    }
    // 4,000 against 5,200: 400 alone, half of 800.
    #expect(paid == -800)
    #expect(budget.kept == -800 && budget.open == -400)
    budget.closeYear()
    #expect(budget.open == 0)
    #expect(budget.accrued == budget.charged + budget.kept + budget.returned + budget.open)
    budget.accrue(100)
    #expect(budget.settle(inputs) == 100)
  }

  @Test("Points share the year's budget to the fen, whatever the bills were")
  func points() {
    var points = CasePoints()
    points.accrue(1_000_001)
    for (place, one) in [(1000, 400_000), (1000, 200_000), (1001, 500_000)].enumerated() {
      points.add(points: Int64(one.0), claim: Int64(one.1), at: place)
    }
    #expect(points.due.reduce(0, +) == 1_000_001)
    // Equal points, equal money, though the second billed half as much.
    #expect(abs(points.due[0] - points.due[1]) <= 1)
    let paid = points.settle()
    #expect(paid.reduce(0, +) == 1_000_001 - 1_100_000)
    #expect(points.settle() == [0, 0, 0])
    #expect(abs(points.parity - 1_000_001.0 / 1_100_000) < 1e-12)
  }

  @Test("A year's accounts keep three amounts apart and open anew with the year")
  func benefitYear() {
    var resident = Residents.Resident(
      usual: 0,
      contractRank: 0,
      traits: [],
      period: 0,
      health: Health(),
      benefits: Residents.BenefitYear()
    )
    resident.openYear(1)
    resident.benefits.outpatientPaid = 89_999
    resident.benefits.inpatientPaid = 200_000
    resident.benefits.ownPay = 15_001
    for _ in 0..<5 { resident.countStay() }
    #expect(resident.benefits.outpatientPaid == 89_999)
    #expect(resident.benefits.inpatientPaid == 200_000)
    #expect(resident.benefits.ownPay == 15_001)
    #expect(resident.stays == 3)
    resident.openYear(1)
    #expect(resident.stays == 3)
    resident.benefits.ownPay = 9_999_999
    #expect(resident.benefits.ownPay == 1_048_575)
    #expect(resident.benefits.inpatientPaid == 200_000)
    resident.openYear(2)
    #expect(resident.stays == 0 && resident.benefits.inpatientPaid == 0)
  }

  @Test("A tilt moves the odds by its exponential and leaves certainties alone")
  func tilt() {
    #expect(PaymentNotice.tilted(0.37, by: 0) == 0.37)
    #expect(PaymentNotice.tilted(1, by: -3) == 1)
    #expect(PaymentNotice.tilted(0, by: 3) == 0)
    // Odds 1 to 4.
    let up = PaymentNotice.tilted(0.5, by: 1.386294361119891)
    #expect(abs(up - 0.8) < 1e-12)
    #expect(abs(PaymentNotice.tilted(up, by: -1.386294361119891) - 0.5) < 1e-12)
  }

  @Test("The community's budget is the fund raised less reserve, pharmacies and private providers")
  func formula() throws {
    let stretch = Stretch(days: 7, warmUp: 0)
    let readings = try TinyCounty.asWritten().readings(.baseline, stretch)
    let raised = readings.total(.fundRaised, lane: 0)
    // 5 + 2 + 2 %, rounded apart on each of seven days.
    let budget = Double(raised) * 0.91
    #expect(abs(Double(readings.total(.communityBudget, lane: 0)) - budget) < 7 * 2)
    let insured = readings.total(.insuredDays, lane: 0)
    // 1,180 yuan a year for each, rounded once a day.
    #expect(abs(Double(raised) - Double(insured) * 118_000 / 365.25) < 7)
  }
}
