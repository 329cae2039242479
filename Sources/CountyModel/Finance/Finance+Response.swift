import Geography

extension Finance {
  /// What the fund pays for a mean stay of the resident-insured, yuan, referred and first in the year.
  func fundPerStay(at kind: FacilityKind) -> Double {
    let covered = inputs.inpatientBill[kind.lane] * rules.covered(at: kind)
    let share = rules.inpatientShare(at: kind, for: .resident, filing: .filed)
    return max(0, covered - rules.deductible(at: kind)) * share
  }

  /// What the fund pays for a mean visit of the resident-insured, yuan.
  private func fundPerVisit(at kind: FacilityKind) -> Double {
    inputs.outpatientBill[kind.lane] * rules.covered(at: kind)
      * rules.claimable(at: kind, for: .resident, chronic: 0)
      * rules.outpatientShare(at: kind, for: .resident)
  }

  /// Tilts of the day: β times marginal revenue under the payment in force less that under fee for
  /// service, in thousand yuan; and what one deductible saves the family that accepts step-down.
  ///
  /// Under a community budget the bill of somebody whom a member's own community answers for is paid out
  /// of the community's own purse: a stay earns nothing from the fund, and a patient who leaves the
  /// county costs what is paid there. Who is insured elsewhere earns a fee, and a facility of no
  /// community has no budget to answer to. Where several communities have budgets, each answers by the
  /// part of the next yuan that falls to it as its own year stands; a single one as if all of it did.
  func response(in world: borrowing World) -> PaymentNotice {
    let kinds = FacilityKind.allCases.count
    let hasBudget = terms.budget != 0
    var notice = PaymentNotice(kinds: kinds, purses: hasBudget ? purses.all.count : 1)
    let saved =
      rules.oneDeductible * inputs.repeatDeductible[0] * rules.deductible(at: .townshipCentre)
      * rules.inpatientShare(at: .townshipCentre, for: .resident, filing: .filed)
    notice.accept = -plan.priceSlope * saved
    let beta = inputs.payment.providerResponse * terms.factor / 1000
    guard beta != 0, !terms.isBaseline else { return notice }
    tilt(&notice, on: 0, budget: 0, beta)
    guard hasBudget else { return notice }
    for (purse, one) in purses.all.enumerated().dropFirst() {
      let bears = purses.areSeveral ? one.bears : 1
      tilt(&notice, on: purse, budget: terms.budget * bears, beta)
    }
    notice.purses = PurseMap(
      facilities: plan.kinds.indices.map { row in
        purses.purse(ledBy: world.notices.communities.lead(over: FacilityID(row: row)))
      },
      homes: purses.settlements.map { purses.purse(of: SettlementID(row: $0)) }
    )
    return notice
  }

  /// Writes what facilities do for those whom a purse insures, under a budget of a strength.
  private func tilt(
    _ notice: inout PaymentNotice,
    on purse: Int,
    budget: Double,
    _ beta: Double
  ) {
    let beyondStay = (fundPerStay(at: .cityHospital) + fundPerStay(at: .outOfCity)) / 2
    let beyondVisit = (fundPerVisit(at: .cityHospital) + fundPerVisit(at: .outOfCity)) / 2
    let countyStay = fundPerStay(at: .countyGeneral)
    let countyVisit = fundPerVisit(at: .countyGeneral)
    let par = terms.points * (points.parity - 1)
    for kind in FacilityKind.allCases where kind.countsInCounty && kind != .privateClinic {
      let row = notice.row(of: kind, on: purse)
      let (stay, visit) = (fundPerStay(at: kind), fundPerVisit(at: kind))
      if kind.tier == .county {
        notice.keep[row] =
          beta * (budget * (beyondStay - stay) + terms.outflow * beyondStay + par * stay)
        notice.retain[row] =
          beta * (budget * (beyondVisit - visit) + terms.outflow * beyondVisit)
        notice.admit[row] = beta * (par * stay - budget * stay)
        notice.approveStay[row] = -beta * (budget + terms.outflow) * beyondStay
        notice.approveVisit[row] = -beta * (budget + terms.outflow) * beyondVisit
      } else {
        let same = terms.groups * max(0, countyStay - stay)
        notice.retain[row] = beta * (budget * (countyVisit - visit) + rules.fee(at: kind))
        notice.retainContracted[row] = beta * terms.capitation * (countyVisit - visit)
        guard kind.tier == .township else { continue }
        notice.keep[row] = beta * (budget * (countyStay - stay) + same)
        notice.admit[row] = beta * (same - budget * stay)
      }
    }
    // The rest of a stay no longer earns by the day.
    let rest = inputs.dailyShare * (1 - plan.acuteShare)
    let township = fundPerStay(at: .townshipCentre)
    notice.offer[purse] =
      beta * rest * (terms.points * countyStay + budget * (countyStay - township))
  }
}
