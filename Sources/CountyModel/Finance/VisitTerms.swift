import Geography

/// What holds today for a visit to a kind of facility under one insurance.
///
/// Worked out at midnight: a visit reads one row of it and leaves the rules alone.
struct VisitTerms: BitwiseCopyable {
  /// Mean bill, yuan.
  let bill: Double
  /// Share of visits that can be claimed: of other needs, and of filed chronic disease.
  let claimable: Double
  let chronicClaimable: Double
  /// In-catalogue share of the bill, and reimbursement of it.
  let covered: Double
  let ratio: Double
  /// Uncovered price, consultation fee, and the part of the fee that insurance pays; fen.
  let surcharge: Int64
  let fee: Int64
  let feePaid: Int64

  init(at kind: FacilityKind, for insurance: Insurance, _ rules: BenefitRules) {
    bill = rules.outpatientBill(at: kind)
    claimable = rules.claimable(at: kind, for: insurance, chronic: 0)
    chronicClaimable = rules.claimable(at: kind, for: insurance, chronic: 1)
    covered = rules.covered(at: kind)
    ratio = rules.outpatientShare(at: kind, for: insurance)
    surcharge = Claim.fen(rules.surcharge(at: kind))
    fee = Claim.fen(rules.fee(at: kind))
    feePaid = Claim.share(rules.feeCovered, of: fee)
  }

  /// Rows of today, `[kind][insurance]`.
  static func all(_ rules: BenefitRules) -> [VisitTerms] {
    var rows: [VisitTerms] = []
    rows.reserveCapacity(FacilityKind.allCases.count * Insurance.allCases.count)
    for kind in FacilityKind.allCases {
      for insurance in Insurance.allCases {
        rows.append(VisitTerms(at: kind, for: insurance, rules))
      }
    }
    return rows
  }

  /// Yuan out of pocket per unit of cost weight.
  func pocket(chronic: Double) -> Double {
    bill * (1 - claimable(chronic: chronic) * covered * ratio)
  }

  /// Share of visits that can be claimed when a share of the need is a filed chronic disease.
  func claimable(chronic: Double) -> Double {
    claimable + chronic * (chronicClaimable - claimable)
  }
}
