import Engine
import Geography
import Probability

/// Wards from the township to the city: admission, waiting, stay, step-down, discharge, cleaning.
///
/// A bed is taken for four separate times: the clinical stay, waiting for the next bed, the
/// discharge process, and cleaning.
struct Beds: ~Copyable {
  /// What can fall due here.
  enum Event: BitwiseCopyable {
    /// A planned admission falls due.
    case admissionDue(EpisodeID)
    /// The patient has waited for a bed as long as is allowed.
    case waitEnds(EpisodeID)
    /// The morning round finds the patient stable.
    case stable(EpisodeID)
    case stayEnds(EpisodeID)
    case leaves(EpisodeID)
    case bedCleaned(EpisodeID)

    var word: UInt64 {
      switch self {
      case .admissionDue(let patient): UInt64(patient.row)
      case .waitEnds(let patient): 1 << 48 | UInt64(patient.row)
      case .stable(let patient): 2 << 48 | UInt64(patient.row)
      case .stayEnds(let patient): 3 << 48 | UInt64(patient.row)
      case .leaves(let patient): 4 << 48 | UInt64(patient.row)
      case .bedCleaned(let patient): 5 << 48 | UInt64(patient.row)
      }
    }
  }

  var wards: Column<WardID, Ward>
  let table: [FacilityTable.Ward]
  let inputs: BedsInputs
  let levers: BedsLevers
  /// Share of a stay before a patient is stable, and what is left of it in a township bed.
  let acuteShare: Double
  let remainderFactor: Double
  let townTownship: [FacilityID]
  let overflow: [[WardKind]]
  var open: [LevelMeter]
  var taken: [LevelMeter]
  var careOpen = LevelMeter()
  var grassrootsOpen = LevelMeter()
  /// Patient time in beds, for Little's identity, and patients in beds.
  var bedTime: Int64 = 0
  var patientsInBeds = LevelMeter()

  init(_ plan: CountyPlan) {
    inputs = plan.inputs.beds
    levers = plan.levers.beds
    acuteShare = plan.inputs.referral.acuteShare
    remainderFactor = plan.inputs.referral.remainderFactor
    table = plan.facilities.wards
    let first = Ward(facility: FacilityID(row: 0), kind: .countyGeneral, ward: 0, beds: 0)
    wards = Column(repeating: first, count: table.count)
    for (row, one) in table.enumerated() {
      wards[WardID(row: row)] = Ward(
        facility: one.facility,
        kind: one.kind,
        ward: UInt8(one.ward.index),
        beds: 0
      )
    }
    townTownship = plan.nearestTownship()
    overflow = WardKind.allCases.map(\.overflow)
    open = Array(repeating: LevelMeter(), count: FacilityKind.allCases.count)
    taken = Array(repeating: LevelMeter(), count: FacilityKind.allCases.count)
  }

  /// A doctor decided to admit the patient here.
  mutating func admit(_ patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    guard let ward = ward(for: episode, in: world) else {
      // Not a referral: the referring doctor, or an expert who retains the case, would send the
      // patient straight back.
      return world.handOff(.refusedBed(patient))
    }
    world.episodes[patient].ward = ward
    world.episodes[patient].since = world.now
    if episode.traits.contains(.elective) {
      plan(patient, in: &world)
    } else {
      seekBed(patient, in: &world)
    }
  }

  /// Takes a free bed now, in the own ward or by overflow, or waits.
  mutating func seekBed(_ patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    if let ward = freeWard(for: episode, in: world) {
      return occupy(ward, by: patient, in: &world)
    }
    let elective = episode.traits.contains(.elective)
    let line: LinePlan.WardLine = elective ? .elective : .emergency
    world.lines.append(patient, to: world.linePlan.line(line, of: episode.ward))
    world.episodes[patient].stage = elective ? .deferred : .boarding
    world.ledger.add(elective ? .deferrals : .boardings, lane: kind(of: episode.ward).lane)
    let limit: SimDuration =
      elective ? .days(inputs.deferralLimit) : .minutes(inputs.boardingLimit)
    world.schedule(.beds(.waitEnds(patient)), for: patient, after: limit)
  }

  /// A planned admission gets a day within the coming week, by the weekday profile.
  private mutating func plan(_ patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    let address = Purpose.electiveDay.at(episode.need, episode.encounter)
    let words = world.streams.words(at: address)
    let today = world.today.weekday
    let weights = (1...7).map { inputs.electiveWeekdays[(today + $0) % 7] }
    var left = RandomStreams.unit(words.x) * weights.reduce(0, +)
    var ahead = 1
    for (place, weight) in weights.enumerated() {
      ahead = place + 1
      left -= weight
      if left < 0 { break }
    }
    let minute = 480 + RandomStreams.unit(words.y) * 240
    let due = world.today.midnight + .days(Double(ahead)) + .minutes(minute)
    world.episodes[patient].stage = .travelling
    world.schedule(.beds(.admissionDue(patient)), for: patient, at: due)
  }

  /// The patient lies down.
  mutating func occupy(_ ward: WardID, by patient: EpisodeID, in world: inout World) {
    let waited = world.now - world.episodes[patient].since
    take(ward, in: &world)
    world.episodes[patient].ward = ward
    world.episodes[patient].stage = .inBed
    world.episodes[patient].bedSince = world.now
    world.handOff(.leftBay(patient))
    let episode = world.episodes[patient]
    let kind = kind(of: ward)
    if !episode.traits.contains(.background) {
      world.countAdmission(of: patient)
      if !episode.traits.contains(.elective), kind.tier == .county {
        world.ledger.add(.bedWaits, lane: kind.lane)
        world.ledger.add(.bedWaitTime, lane: kind.lane, Int64(waited.milliseconds))
        world.ledger.enter(waited, in: .boarding, lane: kind.lane)
      }
    }
    beginStay(of: patient, in: kind, in: &world)
  }

  private mutating func beginStay(
    of patient: EpisodeID,
    in kind: FacilityKind,
    in world: inout World
  ) {
    let episode = world.episodes[patient]
    let days = stay(of: episode, in: kind, in: &world)
    let end = world.now + .days(days)
    world.episodes[patient].stayEnds = end
    let eligible = episode.traits.contains(.stepDown) && kind.tier == .county
    let address = Purpose.stepDown.at(episode.need, episode.encounter)
    let round = morningRound(after: world.now + .days(days * acuteShare), world)
    // A short stay is over before the round that could shorten it.
    if eligible, round < end,
      world.streams.uniform(at: address) < world.notices.stepDown.chance
    {
      world.schedule(.beds(.stable(patient)), for: patient, at: round)
    } else {
      world.schedule(.beds(.stayEnds(patient)), for: patient, at: end)
    }
  }

  /// Clinical stay, days: lognormal, by condition and tier, cut at the longest stay.
  func stay(
    of episode: Episode,
    in kind: FacilityKind,
    in world: inout World
  ) -> Double {
    var mean = world.conditions.stay[Int(episode.condition)]
    switch kind.tier {
    case .township: mean *= inputs.townshipStay
    case .city where episode.traits.contains(.background): mean = inputs.cityBackgroundStay
    case .city: mean *= inputs.cityStay
    default: break
    }
    let law = Law.lognormal(mean: mean, sd: mean * inputs.stayVariation)
    let address = Purpose.stay.at(episode.need, episode.encounter)
    return min(inputs.longestStay, max(0.25, world.streams.draw(law, at: address)))
  }

  /// The next round at nine in the morning.
  private func morningRound(after instant: SimInstant, _ world: borrowing World) -> SimInstant {
    let day = world.clock.dayIndex(at: instant)
    let round = world.clock.midnight(ofDay: day) + .hours(9)
    return round >= instant ? round : world.clock.midnight(ofDay: day + 1) + .hours(9)
  }
}
