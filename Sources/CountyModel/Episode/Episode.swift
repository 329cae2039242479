import Engine
import Geography

/// What is known of one episode; 64 bytes, one cache line, no references.
struct Episode: BitwiseCopyable {
  /// Identity of the need: every draw of this patient is addressed by it.
  var need: UInt64
  var person: PersonID
  var settlement: SettlementID
  /// Where the patient is or is going.
  var facility: FacilityID
  /// Where the patient was before the last referral or transfer.
  var origin: FacilityID
  /// The hospital whose bay is held.
  var bay: FacilityID
  var clinic: ClinicID
  var ward: WardID
  var condition: UInt8
  var severity: Severity
  var age: UInt8
  /// Encounters so far: tells one draw of a kind from the next.
  var encounter: UInt8
  /// Readiness to file for care out of the city without a referral; the lowest file first.
  var filingRank: UInt8
  /// Days from the booking of the present visit to the visit.
  var lead: UInt8
  var income: IncomeFifth
  /// What the person will remember of the present visit, so far.
  var memory = VisitMemory()
  var traits: EpisodeTraits
  var stage: Stage
  /// Since when the patient is in the present line or bay.
  var since: SimInstant
  /// When the present bed was taken; before the first bed, when 120 was called.
  var bedSince: SimInstant
  /// When the clinical stay in the present bed ends.
  var stayEnds: SimInstant

  /// Where an episode stands; one place at a time.
  enum Stage: UInt8, BitwiseCopyable {
    case over, deciding, travelling, inLine, inConsultation, calling, withCrew
    case inBayLine, inBay, boarding, deferred, inBed, leavingBed, cleaning
    case awaitingTest, inTest, awaitingReport
  }
}

/// Yes-or-no facts about an episode.
struct EpisodeTraits: OptionSet, BitwiseCopyable {
  let rawValue: UInt32

  static let needsBed = EpisodeTraits(rawValue: 1 << 0)
  static let townshipBedSuffices = EpisodeTraits(rawValue: 1 << 1)
  static let elective = EpisodeTraits(rawValue: 1 << 2)
  static let emergency = EpisodeTraits(rawValue: 1 << 3)
  static let contracted = EpisodeTraits(rawValue: 1 << 4)
  static let employee = EpisodeTraits(rawValue: 1 << 5)
  /// Sent by a doctor to where the patient is now.
  static let referred = EpisodeTraits(rawValue: 1 << 6)
  /// Sent by the family doctor's team: a contracted resident referred by a grassroots facility.
  static let familyReferred = EpisodeTraits(rawValue: 1 << 7)
  /// A patient of another county, counted for occupancy only.
  static let background = EpisodeTraits(rawValue: 1 << 8)
  /// Brought by ambulance.
  static let conveyed = EpisodeTraits(rawValue: 1 << 9)
  /// Has been counted as a first contact.
  static let contacted = EpisodeTraits(rawValue: 1 << 10)
  /// Stays eligible for step-down.
  static let stepDown = EpisodeTraits(rawValue: 1 << 11)
  /// Holds a hospital bed and waits for a township bed.
  static let blocked = EpisodeTraits(rawValue: 1 << 12)
  /// Holds an emergency bay.
  static let inBay = EpisodeTraits(rawValue: 1 << 13)
  /// Has been seen at a hospital in this episode.
  static let hospitalSeen = EpisodeTraits(rawValue: 1 << 14)
  /// Has been refused a bed, and is on the way for that reason.
  static let refused = EpisodeTraits(rawValue: 1 << 15)
  /// Was already an inpatient when the run began.
  static let census = EpisodeTraits(rawValue: 1 << 16)
  /// Stayed in a township bed after step-down.
  static let steppedDown = EpisodeTraits(rawValue: 1 << 17)
  /// An ambulance is called for, or brings, the patient from one facility to another.
  static let inTransfer = EpisodeTraits(rawValue: 1 << 26)
  /// Has been sent on, once, to another county hospital with a bed.
  static let sentOn = EpisodeTraits(rawValue: 1 << 27)
  /// May lie in any ward of the hospital.
  static let pools = EpisodeTraits(rawValue: 1 << 28)
  /// Dies when the episode ends.
  static let fatal = EpisodeTraits(rawValue: 1 << 20)
  /// A follow-up of somebody on a register: called in, not seeking care.
  static let followUp = EpisodeTraits(rawValue: 1 << 21)
  /// Has booked a time slot.
  static let booked = EpisodeTraits(rawValue: 1 << 22)
  /// Carries the result of a test done in this episode.
  static let tested = EpisodeTraits(rawValue: 1 << 23)
  /// Will be sent for a test when the present consultation ends.
  static let testDue = EpisodeTraits(rawValue: 1 << 24)
  /// Between the order of a test and the end of the second consultation.
  static let returning = EpisodeTraits(rawValue: 1 << 25)
  /// Told by a grassroots doctor to go to a hospital, without a letter.
  static let advised = EpisodeTraits(rawValue: 1 << 29)
  /// On the way from one facility to another by referral or transfer.
  static let underway = EpisodeTraits(rawValue: 1 << 30)
}
