import Engine
import Geography

/// What departments announce at midnight and others may rely on for the day.
///
/// Departments are strangers: they read the notice, not each other.
struct Notices {
  var contracts: ContractNotice
  var prices: PriceNotice
  var postings: PostingNotice
  var filing: FilingNotice
  var stepDown: StepDownNotice
  /// Share of county specialist capacity reserved for family-doctor referrals.
  var reservedSlots = 0.0

  init(_ plan: CountyPlan) {
    contracts = ContractNotice(general: 0, key: 0)
    prices = PriceNotice(kinds: FacilityKind.allCases.count)
    postings = PostingNotice(plan)
    filing = FilingNotice(share: 0)
    stepDown = StepDownNotice(chance: 0)
  }
}

/// Who has a family-doctor contract today: the willing first.
struct ContractNotice {
  let general: UInt32
  let key: UInt32

  /// Whether a resident's rank lies within today's rate.
  func include(_ resident: Residents.Resident) -> Bool {
    let limit = resident.traits.contains(.keyGroup) ? key : general
    return UInt32(resident.contractRank) < limit
  }
}

/// What care costs the patient today, by kind of facility and insurance.
struct PriceNotice {
  /// Yuan out of pocket per unit of outpatient cost weight, `[kind][insurance]`.
  var outOfPocket: [Double]
  /// Yuan out of pocket whatever the weight, by kind.
  var surcharge: [Double]
  /// Inpatient reimbursement in points, `[kind][insurance][filed, unfiled]`.
  var points: [Double]

  init(kinds: Int) {
    outOfPocket = Array(repeating: 0, count: kinds * 2)
    surcharge = Array(repeating: 0, count: kinds)
    points = Array(repeating: 0, count: kinds * 4)
  }
}

/// What postings change today.
struct PostingNotice {
  /// Shift of utility by facility.
  var shift: [Double]
  /// Share of untreatable cases that a posted specialist can treat, by facility.
  var skill: [Double]
  /// Physicians on duty added to a clinic, negative for donors.
  var physicians: [Double]

  init(_ plan: CountyPlan) {
    shift = Array(repeating: 0, count: plan.map.facilities.count)
    skill = Array(repeating: 0, count: plan.map.facilities.count)
    physicians = Array(repeating: 0, count: plan.facilities.clinics.count)
  }
}

/// Which share of patients files for care out of the city without a referral.
struct FilingNotice {
  let share: Double

  /// Whether a patient files in time although nobody referred them.
  func includes(_ episode: Episode) -> Bool {
    Double(episode.filingRank) < share * 256
  }
}

/// How readily step-down is offered and accepted today.
struct StepDownNotice {
  /// Chance that an eligible patient is offered and the family accepts.
  let chance: Double
}
