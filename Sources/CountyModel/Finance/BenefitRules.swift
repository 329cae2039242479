import Geography

/// What insurance pays today, as shares; the arithmetic of bills is in `Finance`.
struct BenefitRules {
  private let inputs: FinanceInputs
  private let levers: FinanceLevers
  private let day: Int
  /// Whether the general, the TCM and the MCH hospital have become tertiary.
  var tertiary = [false, false, false]

  init(_ inputs: FinanceInputs, _ levers: FinanceLevers, day: Int) {
    self.inputs = inputs
    self.levers = levers
    self.day = day
  }

  /// Mean outpatient bill, yuan.
  func outpatientBill(at kind: FacilityKind) -> Double { inputs.outpatientBill[kind.lane] }

  /// Share of a claimable, in-catalogue outpatient bill that is reimbursed.
  func outpatientShare(at kind: FacilityKind, for insurance: Insurance) -> Double {
    let points = insurance == .employee ? inputs.employeePoints : 0
    return min(inputs.benefits.highestShare, inputs.outpatientRatio[kind.lane] + points / 100)
  }

  /// Share of visits that can be claimed at a designated facility; `chronic` is the share of the need
  /// that is a filed chronic disease.
  func claimable(at kind: FacilityKind, for insurance: Insurance, chronic: Double) -> Double {
    let share = insurance == .employee ? inputs.benefits.claimableEmployee : inputs.claimable
    guard kind.isGrassroots else { return share }
    return share + chronic * max(0, levers.chronicCover.value(onDay: day) - share)
  }

  /// Share of the bill that is in the catalogue.
  func covered(at kind: FacilityKind) -> Double { inputs.benefits.covered[kind.lane] }

  /// Share of village clinics where insurance pays.
  var designated: Double {
    let change = levers.villageDesignation.value(onDay: day)
    return min(1, max(0, inputs.benefits.villageDesignated + change))
  }

  /// Consultation fee added to a grassroots visit, yuan, and the share of it that insurance pays.
  func fee(at kind: FacilityKind) -> Double {
    kind.isGrassroots && kind != .privateClinic ? levers.consultationFee.value(onDay: day) : 0
  }

  var feeCovered: Double { inputs.benefits.feeCovered }

  /// Share of the chronic co-payment at grassroots that the contract package bears.
  var package: Double { levers.chronicPackage.value(onDay: day) }

  /// Share of a second deductible that falls away after a referral inside the community.
  var oneDeductible: Double { levers.oneDeductible.value(onDay: day) }

  /// Share of an inpatient bill above the deductible that is reimbursed.
  func inpatientShare(
    at kind: FacilityKind,
    for insurance: Insurance,
    filing: Filing
  ) -> Double {
    var share = blend(inputs.inpatientRatio, at: kind)
    share += points(at: kind) / 100
    if insurance == .employee { share += inputs.employeePoints / 100 }
    share = min(inputs.benefits.highestShare, share)
    guard kind == .outOfCity else { return max(0, share) }
    let penalty = levers.unreferredPenalty.value(onDay: day)
    switch filing {
    case .filed: share *= inputs.outOfArea[0]
    case .emergency: share *= inputs.outOfArea[1]
    // The points replace the factor for unfiled care; they never stack (model.md §8).
    case .unfiled where penalty > 0: share = share * inputs.outOfArea[0] - penalty / 100
    case .unfiled: share *= inputs.outOfArea[2]
    }
    return max(0, share)
  }

  /// Deductible of a first stay, yuan.
  func deductible(at kind: FacilityKind) -> Double { blend(inputs.deductible, at: kind) }

  /// Yuan added to every county outpatient bill, not covered.
  func surcharge(at kind: FacilityKind) -> Double {
    kind.tier == .county ? levers.countyOutpatientPrice.value(onDay: day) : 0
  }

  /// A figure by level; county tertiary hospitals may be treated as secondary in part.
  private func blend(_ byLevel: [Double], at kind: FacilityKind) -> Double {
    let level = level(of: kind)
    let strength = levers.countyAsSecondary.value(onDay: day)
    guard kind.tier == .county, level == 3, strength > 0 else { return byLevel[level - 1] }
    return byLevel[2] + (byLevel[1] - byLevel[2]) * strength
  }

  private func points(at kind: FacilityKind) -> Double {
    switch kind.tier {
    case .township: levers.townshipPoints.value(onDay: day)
    case .county: levers.countyPoints.value(onDay: day)
    case .city, .outOfCity: levers.cityPoints.value(onDay: day)
    case .village, .privateClinic: 0
    }
  }

  private func level(of kind: FacilityKind) -> Int {
    switch kind {
    case .countyGeneral: tertiary[0] ? 3 : Int(inputs.countyLevels[0])
    case .countyTCM: tertiary[1] ? 3 : Int(inputs.countyLevels[1])
    case .countyMCH: tertiary[2] ? 3 : Int(inputs.countyLevels[2])
    case .cityHospital, .outOfCity: 3
    default: 1
    }
  }
}

/// The two insurances.
enum Insurance: Int, CaseIterable { case resident, employee }

/// How care out of the city was filed.
enum Filing { case filed, emergency, unfiled }
