import Engine
import Geography

/// What departments announce at midnight and others may rely on for the day.
///
/// Departments are strangers: they read the notice, not each other. It cannot be copied, or every
/// choice would copy it.
struct Notices: ~Copyable {
  private let lent = LentInPlace()
  var contracts: ContractNotice
  var prices: PriceNotice
  var postings: PostingNotice
  var staffing: StaffNotice
  var occupancy: OccupancyNotice
  var filing: FilingNotice
  var stepDown: StepDownNotice
  var payment: PaymentNotice
  var communities: CommunityNotice
  var referral = ReferralNotice()
  /// Share of county specialist capacity reserved for family-doctor referrals.
  var reservedSlots = 0.0
  var transfers = TransferNotice()
  var centres: CentreNotice
  var services: ServiceNotice
  var tests: TestNotice
  var process: ProcessNotice
  var gate = GateNotice()

  init(_ plan: CountyPlan) {
    contracts = ContractNotice(general: 0, key: 0)
    prices = PriceNotice(
      kinds: FacilityKind.allCases.count,
      facilities: plan.map.facilities.count
    )
    postings = PostingNotice(plan)
    staffing = StaffNotice(clinics: plan.facilities.clinics.count)
    occupancy = OccupancyNotice(facilities: plan.map.facilities.count)
    filing = FilingNotice(share: 0)
    stepDown = StepDownNotice(facilities: plan.map.facilities.count)
    communities = CommunityNotice(plan)
    centres = CentreNotice(facilities: plan.map.facilities.count)
    payment = PaymentNotice(kinds: FacilityKind.allCases.count)
    services = ServiceNotice(facilities: plan.map.facilities.count)
    tests = TestNotice(facilities: plan.map.facilities.count)
    process = ProcessNotice(facilities: plan.map.facilities.count)
  }
}

/// Who has a family-doctor contract today: the willing first.
struct ContractNotice {
  let general: UInt32
  let key: UInt32
  /// How strongly a contract binds, against today's evidence.
  var strength = 1.0
  /// Share at target that the teams add to the registers.
  var control = 0.0
  /// Share of the follow-ups that the contracted would miss and do not.
  var followUpReach = 0.0

  /// Whether a resident's rank lies within today's rate; a visitor has no contract.
  func include(_ resident: Residents.Resident) -> Bool {
    guard !resident.traits.contains(.visitor) else { return false }
    let limit = resident.traits.contains(.keyGroup) ? key : general
    return UInt32(resident.contractRank) < limit
  }
}

/// What care costs the patient today, by facility, kind and insurance.
struct PriceNotice {
  /// Yuan out of pocket per unit of outpatient cost weight, `[facility][insurance]`.
  var outOfPocket: [Double]
  /// The same for a filed chronic disease.
  var chronicOutOfPocket: [Double]
  /// Yuan out of pocket whatever the weight, by facility.
  var surcharge: [Double]
  /// Share of the chronic co-payment at grassroots that the contract package bears.
  var package = 0.0
  /// Inpatient reimbursement in points, `[kind][insurance][filed or referred, neither]`.
  var points: [Double]
  /// Yuan out of pocket for a stay, in the rows of `points`: per unit of inpatient cost weight, and
  /// whatever the weight, for the part of the deductible that would else be reimbursed.
  var stay: [Double]
  var deductible: [Double]

  init(kinds: Int, facilities: Int) {
    outOfPocket = Array(repeating: 0, count: facilities * 2)
    chronicOutOfPocket = outOfPocket
    surcharge = Array(repeating: 0, count: facilities)
    points = Array(repeating: 0, count: kinds * 4)
    stay = points
    deductible = points
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

/// Who is at work today, by clinic.
struct StaffNotice {
  /// Share of the clinic's own physicians who are neither on leave nor in training.
  var presence: [Double]
  /// Physicians there are to be against today.
  var establishment: [Double]
  /// Clinics that nobody opens today.
  var closed: [Bool]
  /// Physicians whom the day's ward rounds keep from the clinic.
  var rounds: [Double]

  init(clinics: Int) {
    presence = Array(repeating: 1, count: clinics)
    establishment = Array(repeating: 1, count: clinics)
    closed = Array(repeating: false, count: clinics)
    rounds = Array(repeating: 0, count: clinics)
  }
}

/// How full the wards were at midnight.
struct OccupancyNotice {
  /// Beds that somebody lies in or that are being cleaned, `[facility]`; those in homes and nursing
  /// homes are not on a ward.
  var taken: [Int]

  init(facilities: Int) { taken = Array(repeating: 0, count: facilities) }
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
  /// Chance that an eligible patient is offered step-down and the family accepts, by facility: of those
  /// whom the budget of the facility's own community pays for, and of others.
  var chances: [Double]
  var chancesOfOthers: [Double]
  /// Whose budget the chances are by.
  var purses = PurseMap()
  /// Stay left after the move against what it would be without a joint ward.
  var remainder = 1.0

  init(facilities: Int) {
    chances = Array(repeating: 0, count: facilities)
    chancesOfOthers = chances
  }

  /// Chance of a patient in a hospital.
  func chance(of episode: Episode) -> Double {
    let hospital = episode.facility
    return purses.ownPurse(of: hospital, treating: episode.settlement) > 0
      ? chances[hospital.row] : chancesOfOthers[hospital.row]
  }
}

/// What referred patients may count on today.
struct ReferralNotice {
  /// Share of referred patients whom the green channel also admits first (TZ-20).
  var greenChannel = 0.0
  /// Share of family doctors' patients who come back to their doctor after the hospital (TZ-33).
  var followUp = 0.0
}

/// How the facilities of a community work together today.
struct CommunityNotice {
  /// Who belongs to whom.
  var table: CommunityTable
  /// How far each community works as one house, 0 to 1.
  var tight: [Double]
  /// Share of what a facility's pharmacy lacks against its lead's that a common formulary supplies,
  /// times what it lacks, by facility.
  var drugs: [Double]
  /// Share of tests done at one member that another need not repeat, by community.
  var records: [Double]
  /// Share of a member's absent physicians whom the lead replaces.
  var cover = 0.0
  /// Share of patients who are offered the beds of the hospital's own community before others.
  var beds = 0.0
  /// Utility of the own lead in referrals, logit of booked attendance, and the lead's readiness to
  /// send down, at full tightness.
  let leadPreference: Double
  let booking: Double
  let responsibility: Double
  /// Share of a consultation that repeats what a referring member has done.
  let workup: Double

  init(_ plan: CountyPlan) {
    table = plan.communities
    tight = table.all.map(\.tight)
    drugs = Array(repeating: 0, count: plan.map.facilities.count)
    records = Array(repeating: 0, count: table.all.count)
    leadPreference = plan.inputs.community.leadPreference
    booking = plan.inputs.community.booking
    responsibility = plan.inputs.community.responsibility
    workup = plan.inputs.community.workup
  }

  /// The lead of the community that each settlement belongs to; `nil` for none.
  var leadsOfHomes: [FacilityID?] {
    table.homes.map { home in home.flatMap { table.lead(of: $0) } }
  }

  /// The lead of the community that a facility belongs to; `nil` for none.
  func lead(over facility: FacilityID) -> FacilityID? {
    table.community(of: facility).flatMap { table.lead(of: $0) }
  }

  /// The lead of a facility's community or, where there is none, the first lead of the county.
  ///
  /// - Returns: `nil` where no community has a lead.
  func leadOrFirst(for facility: FacilityID) -> FacilityID? {
    lead(over: facility) ?? table.all.lazy.compactMap(\.lead).first
  }

  /// How tight the community of a facility is; 0 outside communities.
  func tight(at facility: FacilityID) -> Double {
    table.community(of: facility).map { tight[$0.row] } ?? 0
  }

  /// How tightly two facilities are bound together; 0 when they are not.
  func bond(_ one: FacilityID, _ other: FacilityID) -> Double {
    table.unites(one, other) ? tight(at: one) : 0
  }

  /// Utility that a referring facility's community adds to a destination: its own lead first.
  func preference(of destination: FacilityID, from origin: FacilityID) -> Double {
    guard let community = table.community(of: origin), table.lead(of: community) == destination
    else { return 0 }
    return leadPreference * tight[community.row]
  }

  /// Share of the tests done at one facility that another repeats all the same.
  func repeats(from one: FacilityID, at other: FacilityID) -> Double {
    guard table.unites(one, other), let community = table.community(of: one) else { return 1 }
    return 1 - records[community.row]
  }
}

/// How often a transfer between facilities goes by ambulance today.
struct TransferNotice {
  /// Chance by severity.
  var shares = SIMD4<Double>()
}

/// Which emergency centres each facility has today.
struct CentreNotice {
  /// One bit a centre, by facility.
  private var masks: [UInt8]

  init(facilities: Int) { masks = Array(repeating: 0, count: facilities) }

  /// Announces the centres of a facility.
  mutating func set(_ centres: UInt8, at facility: FacilityID) { masks[facility.row] = centres }

  /// Whether a facility has what a case needs; `nil` needs nothing.
  func has(_ centre: Int?, at facility: FacilityID) -> Bool {
    guard let centre else { return true }
    return masks[facility.row] & (1 << UInt8(centre)) != 0
  }
}
