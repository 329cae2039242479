import Engine
import Geography

/// Who pays: bills, reimbursement and what is left, in whole fen.
struct Finance {
  private let inputs: FinanceInputs
  private let levers: FinanceLevers
  /// Stay at a township and at a city hospital, against the county hospital's.
  private let townshipStay: Double
  private let cityStay: Double
  private let firstYear: Int
  private var rules: BenefitRules

  init(_ plan: CountyPlan) {
    inputs = plan.inputs.finance
    levers = plan.levers.finance
    townshipStay = plan.inputs.beds.townshipStay
    cityStay = plan.inputs.beds.cityStay
    firstYear = plan.clock.date(at: .start).year
    rules = BenefitRules(plan.inputs.finance, plan.levers.finance, day: 0)
  }

  /// Announces today's prices to those who choose.
  mutating func turnDay(in world: inout World) {
    rules = BenefitRules(inputs, levers, day: world.today.day)
    for kind in FacilityKind.allCases {
      world.notices.prices.surcharge[kind.lane] = rules.surcharge(at: kind)
      for insurance in Insurance.allCases {
        let paid = inputs.claimable * rules.outpatientShare(at: kind, for: insurance)
        world.notices.prices.outOfPocket[kind.lane * 2 + insurance.rawValue] =
          inputs.outpatientBill[kind.lane] * (1 - paid)
        for (place, filing) in [Filing.filed, .unfiled].enumerated() {
          world.notices.prices.points[kind.lane * 4 + insurance.rawValue * 2 + place] =
            100 * rules.inpatientShare(at: kind, for: insurance, filing: filing)
        }
      }
    }
  }

  /// Pays for a consultation or an emergency visit.
  mutating func settleVisit(of patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    let kind = world.facilities.kind(episode.facility)
    let weight = world.conditions.outpatientCost[Int(episode.condition)]
    let bill = fen(inputs.outpatientBill[kind.lane] * weight)
    let extra = fen(rules.surcharge(at: kind))
    let share = rules.outpatientShare(at: kind, for: insurance(of: episode))
    var paid = Int64((Double(bill) * inputs.claimable * share).rounded())
    if kind.isGrassroots { paid = capped(paid, for: episode.person, in: &world) }
    book(charge: bill + extra, paid: paid, at: kind, of: .outpatient, in: &world)
  }

  /// Pays for a stay.
  mutating func settleStay(of patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    guard !episode.traits.contains(.background) else { return }
    let kind = world.facilities.kind(episode.facility)
    let usual = usualStay(of: Int(episode.condition), at: kind, in: world)
    let days = kind == .outOfCity ? usual : (world.now - episode.bedSince).inDays
    let weight = world.conditions.inpatientCost[Int(episode.condition)]
    let growth = 1 - inputs.dailyShare + inputs.dailyShare * days / usual
    let bill = fen(inputs.inpatientBill[kind.lane] * weight * growth)
    let share = rules.inpatientShare(
      at: kind,
      for: insurance(of: episode),
      filing: filing(of: episode, in: world)
    )
    let above = max(0, bill - deductible(for: episode, at: kind, in: &world))
    book(
      charge: bill,
      paid: Int64((Double(above) * share).rounded()),
      at: kind,
      of: .inpatient,
      in: &world
    )
  }

  private enum Service: Int { case outpatient, inpatient }

  private func book(
    charge: Int64,
    paid: Int64,
    at kind: FacilityKind,
    of service: Service,
    in world: inout World
  ) {
    world.ledger.add(
      service == .outpatient ? .outpatientCharge : .inpatientCharge,
      lane: kind.lane,
      charge
    )
    world.ledger.add(
      service == .outpatient ? .outpatientPaid : .inpatientPaid,
      lane: kind.lane,
      paid
    )
    world.ledger.add(
      service == .outpatient ? .outpatientPocket : .inpatientPocket,
      lane: kind.lane,
      charge - paid
    )
    world.books.charge += charge
    world.books.paid += paid
    world.books.pocket += charge - paid
  }

  /// What is left of the yearly cap at grassroots facilities.
  private func capped(_ paid: Int64, for person: PersonID, in world: inout World) -> Int64 {
    openYear(of: person, in: &world)
    let before = Int64(world.residents[person].outpatientPaid)
    let left = max(0, fen(inputs.outpatientCap) - before)
    let granted = min(paid, left)
    world.residents[person].outpatientPaid = UInt32(clamping: before + granted)
    return granted
  }

  /// The deductible falls with the number of stays in the year.
  private func deductible(
    for episode: Episode,
    at kind: FacilityKind,
    in world: inout World
  ) -> Int64 {
    openYear(of: episode.person, in: &world)
    let stays = Int(world.residents[episode.person].stays)
    world.residents[episode.person].stays = UInt8(clamping: stays + 1)
    let factor = stays == 0 ? 1 : inputs.repeatDeductible[min(stays, 2) - 1]
    return fen(rules.deductible(at: kind) * factor)
  }

  private func openYear(of person: PersonID, in world: inout World) {
    let year = UInt8(truncatingIfNeeded: world.today.date.year - firstYear)
    guard world.residents[person].year != year else { return }
    world.residents[person].year = year
    world.residents[person].stays = 0
    world.residents[person].outpatientPaid = 0
  }

  private func filing(of episode: Episode, in world: borrowing World) -> Filing {
    if episode.traits.contains(.referred) || world.notices.filing.includes(episode) {
      return .filed
    }
    return episode.traits.contains(.emergency) ? .emergency : .unfiled
  }

  private func usualStay(of condition: Int, at kind: FacilityKind, in world: borrowing World)
    -> Double
  {
    let stay = world.conditions.stay[condition]
    switch kind.tier {
    case .township: return stay * townshipStay
    case .city, .outOfCity: return stay * cityStay
    default: return stay
    }
  }

  private func insurance(of episode: Episode) -> Insurance {
    episode.traits.contains(.employee) ? .employee : .resident
  }

  private func fen(_ yuan: Double) -> Int64 { Int64((yuan * 100).rounded()) }
}

/// Money of the whole run, summed apart from the ledger, for the identity charge = paid + pocket.
struct MoneyBooks {
  var charge: Int64 = 0
  var paid: Int64 = 0
  var pocket: Int64 = 0
}
