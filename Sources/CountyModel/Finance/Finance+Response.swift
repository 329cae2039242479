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
  /// Under a community budget a member's bill is paid out of the community's own purse: a stay earns
  /// nothing from the fund, and a patient who leaves the county costs what is paid there.
  func response() -> PaymentNotice {
    var notice = PaymentNotice(kinds: FacilityKind.allCases.count)
    let saved =
      rules.oneDeductible * inputs.repeatDeductible[0] * rules.deductible(at: .townshipCentre)
      * rules.inpatientShare(at: .townshipCentre, for: .resident, filing: .filed)
    notice.accept = -plan.priceSlope * saved
    let beta = inputs.payment.providerResponse * terms.factor / 1000
    guard beta != 0, !terms.isBaseline else { return notice }
    let beyondStay = (fundPerStay(at: .cityHospital) + fundPerStay(at: .outOfCity)) / 2
    let beyondVisit = (fundPerVisit(at: .cityHospital) + fundPerVisit(at: .outOfCity)) / 2
    let countyStay = fundPerStay(at: .countyGeneral)
    let countyVisit = fundPerVisit(at: .countyGeneral)
    let par = terms.points * (points.parity - 1)
    for kind in FacilityKind.allCases where kind.countsInCounty && kind != .privateClinic {
      let lane = kind.lane
      let (stay, visit) = (fundPerStay(at: kind), fundPerVisit(at: kind))
      if kind.tier == .county {
        notice.keep[lane] =
          beta * (terms.budget * (beyondStay - stay) + terms.outflow * beyondStay + par * stay)
        notice.retain[lane] =
          beta * (terms.budget * (beyondVisit - visit) + terms.outflow * beyondVisit)
        notice.admit[lane] = beta * (par * stay - terms.budget * stay)
        notice.approveStay[lane] = -beta * (terms.budget + terms.outflow) * beyondStay
        notice.approveVisit[lane] = -beta * (terms.budget + terms.outflow) * beyondVisit
      } else {
        let same = terms.groups * max(0, countyStay - stay)
        notice.retain[lane] = beta * (terms.budget * (countyVisit - visit) + rules.fee(at: kind))
        notice.retainContracted[lane] = beta * terms.capitation * (countyVisit - visit)
        guard kind.tier == .township else { continue }
        notice.keep[lane] = beta * (terms.budget * (countyStay - stay) + same)
        notice.admit[lane] = beta * (same - terms.budget * stay)
      }
    }
    // The rest of a stay no longer earns by the day.
    let rest = inputs.dailyShare * (1 - plan.acuteShare)
    let township = fundPerStay(at: .townshipCentre)
    notice.offer =
      beta * rest * (terms.points * countyStay + terms.budget * (countyStay - township))
    return notice
  }
}
