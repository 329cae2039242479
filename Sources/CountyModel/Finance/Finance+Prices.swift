import Geography

extension Finance {
  /// Announces today's prices to those who choose.
  func announcePrices(in world: inout World) {
    world.notices.prices.package = package
    for (row, kind) in plan.kinds.enumerated() {
      let pays = plan.rank[row] < designated
      for insurance in Insurance.allCases {
        let terms = visits[kind.lane * 2 + insurance.rawValue]
        let place = row * 2 + insurance.rawValue
        world.notices.prices.outOfPocket[place] = pays ? terms.pocket(chronic: 0) : terms.bill
        world.notices.prices.chronicOutOfPocket[place] =
          pays ? terms.pocket(chronic: 1) : terms.bill
      }
      let terms = visits[kind.lane * 2]
      let fen = terms.surcharge + (pays ? terms.fee - terms.feePaid : 0)
      world.notices.prices.surcharge[row] = Double(fen) / 100
    }
    for kind in FacilityKind.allCases {
      for insurance in Insurance.allCases {
        for (place, filing) in [Filing.filed, .unfiled].enumerated() {
          let share = rules.inpatientShare(at: kind, for: insurance, filing: filing)
          let points = 100 * share
          let row = kind.lane * 4 + insurance.rawValue * 2 + place
          world.notices.prices.points[row] =
            filing == .filed ? points + referredPoints(at: kind, points) : points
          // The first stay of a year, for which no deductible falls away.
          announceStay(at: kind, row, share, in: &world)
        }
      }
    }
  }

  /// What a stay costs the patient: the bill, less the share of what is covered and above the deductible.
  private func announceStay(
    at kind: FacilityKind,
    _ row: Int,
    _ share: Double,
    in world: inout World
  ) {
    let bill = inputs.inpatientBill[kind.lane]
    let covered = bill * rules.covered(at: kind)
    world.notices.prices.stay[row] = bill - share * covered
    world.notices.prices.deductible[row] = share * min(covered, rules.deductible(at: kind))
  }

  /// What the deductible saved after a referral is worth, in points of the mean bill.
  private func referredPoints(at kind: FacilityKind, _ points: Double) -> Double {
    guard rules.oneDeductible > 0, stays > 0, kind.tier == .county || kind.tier == .township else {
      return 0
    }
    let bill = inputs.inpatientBill[kind.lane]
    guard bill > 0 else { return 0 }
    let second = inputs.repeatDeductible[0] * rules.deductible(at: kind)
    return rules.oneDeductible * points * second / bill * Double(repeats) / Double(stays)
  }
}
