import Engine
import Geography
import Probability

/// Who pays: bills, reimbursement and what is left, in whole fen; and how providers are paid.
struct Finance: ~Copyable {
  private let lent = LentInPlace()
  let inputs: FinanceInputs
  let levers: FinanceLevers
  let plan: FinancePlan
  var rules: BenefitRules
  /// What holds today for visits, `[kind][insurance]`; how many village clinics insurance pays at; and
  /// how much of the chronic co-payment the package bears.
  var visits: [VisitTerms]
  var designated = 0.0
  var package = 0.0
  /// The resident fund, the communities' budgets inside it, and points for county stays.
  var accounts = FundAccounts()
  var purses = CommunityPurses()
  var points = CasePoints()
  /// Payment in force today.
  var terms = PaymentTerms.feeForService
  /// The resident-insured, and those of them with a contract, as last counted.
  var insured = 0
  var contracted = 0
  /// Outpatient claims of contracted residents since the last midnight, fen.
  var contractedClaims: Int64 = 0
  /// Stays so far, and those of people who had been in before in the year.
  var stays = 0
  var repeats = 0

  init(_ plan: CountyPlan, streams: borrowing RandomStreams) {
    inputs = plan.inputs.finance
    levers = plan.levers.finance
    self.plan = FinancePlan(plan, streams: streams)
    rules = BenefitRules(plan.inputs.finance, plan.levers.finance, day: 0)
    visits = VisitTerms.all(rules)
  }

  /// Settles yesterday, raises today's money, and announces prices and payment.
  mutating func turnDay(in world: inout World) {
    settleYesterday(in: &world)
    rules = BenefitRules(inputs, levers, day: world.today.day)
    rules.tertiary = world.notices.services.tertiary
    visits = VisitTerms.all(rules)
    designated = rules.designated
    package = rules.package
    terms = PaymentTerms(levers, day: world.today.day)
    purses.follow(world.notices.communities.leadsOfHomes)
    countPeople(in: world)
    raise(in: &world)
    announcePrices(in: &world)
    world.notices.payment = response(in: world)
  }

  func insurance(of episode: Episode) -> Insurance {
    episode.traits.contains(.employee) ? .employee : .resident
  }
}

/// What finance needs to know of the county and never changes.
struct FinancePlan {
  /// Stay at a township and at a city hospital, against the county hospital's.
  let townshipStay: Double
  let cityStay: Double
  let firstYear: Int
  /// Share of a stay after which a county patient is stable.
  let acuteShare: Double
  /// Utility per yuan of a moderately ill patient.
  let priceSlope: Double
  let kinds: [FacilityKind]
  /// Spread of bills beyond condition and days, mean 1; `nil` where there is none.
  let dearness: Distribution?
  /// Where in the order of designation a village clinic stands, 0 to 1; others stand first.
  let rank: [Double]

  init(_ plan: CountyPlan, streams: borrowing RandomStreams) {
    townshipStay = plan.inputs.beds.townshipStay
    cityStay = plan.inputs.beds.cityStay
    firstYear = plan.clock.date(at: .start).year
    acuteShare = plan.inputs.referral.acuteShare
    priceSlope = plan.inputs.firstContact.outOfPocket[Severity.moderate.index]
    kinds = plan.facilities.kinds
    let spread = plan.inputs.finance.benefits.billVariation
    dearness = spread > 0 ? Law.lognormal(mean: 1, sd: spread) : nil
    rank = kinds.indices.map { row in
      guard plan.facilities.kinds[row] == .villageClinic else { return -1 }
      let name = StableName.number(of: plan.map.facilities[row].id)
      return streams.uniform(at: Purpose.designation.at(name))
    }
  }
}

/// Payment in force on a day, as strengths from 0 to 1.
struct PaymentTerms {
  let budget: Double
  let points: Double
  let capitation: Double
  let groups: Double
  let outflow: Double
  let fee: Double
  /// Multiplier of the response.
  let factor: Double

  static let feeForService = PaymentTerms(
    budget: 0,
    points: 0,
    capitation: 0,
    groups: 0,
    outflow: 0,
    fee: 0,
    factor: 1
  )

  /// Whether everybody is paid as in the baseline.
  var isBaseline: Bool {
    budget == 0 && points == 0 && capitation == 0 && groups == 0 && outflow == 0 && fee == 0
  }
}

extension PaymentTerms {
  init(_ levers: FinanceLevers, day: Int) {
    self.init(
      budget: levers.payment.globalBudget.value(onDay: day),
      points: levers.payment.casePayment.value(onDay: day),
      capitation: levers.payment.capitation.value(onDay: day),
      groups: levers.payment.grassrootsGroups.value(onDay: day),
      outflow: levers.payment.outflowCharge.value(onDay: day),
      fee: levers.consultationFee.value(onDay: day),
      factor: levers.payment.responseFactor.value(onDay: day)
    )
  }
}
