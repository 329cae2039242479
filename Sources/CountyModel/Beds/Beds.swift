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

  private let lent = LentInPlace()
  var wards: Column<WardID, Ward>
  let table: [FacilityTable.Ward]
  let inputs: BedsInputs
  let levers: BedsLevers
  /// Share of a stay before a patient is stable, and what is left of it in a township bed.
  let acuteShare: Double
  let remainderFactor: Double
  var townTownship: [FacilityID]
  /// Township facilities that are open, opened sites included, by kind and id.
  var openTownships: [FacilityID]
  /// Which facilities were open when these were found.
  var edition = 0
  let overflow: [[WardKind]]
  let pool: [[WardKind]]
  /// The other way round: whose patients may lie in a ward, by overflow and by pooling.
  let overflowing: [WardKindSet]
  let pooling: [WardKindSet]
  /// The rules of the day, written at midnight.
  var rules = BedRules()
  /// By township facility: its share of the residents in units of 10,000, and what has been turned
  /// to care because it stood empty.
  let catchments: [Double]
  var conversion: [WardConversion]
  /// Place of each township facility among the townships, by facility.
  let townshipPlaces: [Int?]
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
    wards = plan.wards()
    townTownship = plan.nearestTownship()
    openTownships = plan.facilities.townships
    overflow = WardKind.allCases.map(\.overflow)
    pool = WardKind.allCases.map(\.pool)
    overflowing = WardKind.allCases.map { host in WardKindSet { $0.overflow.contains(host) } }
    pooling = WardKind.allCases.map { host in WardKindSet { $0.pool.contains(host) } }
    let townships = plan.facilities.townships
    catchments = townships.map { Double(plan.map.facilities[$0.row].catchment) / 10_000 }
    conversion = Array(repeating: WardConversion(), count: townships.count)
    townshipPlaces = plan.map.facilities.indices.map { row in
      townships.firstIndex { $0.row == row }
    }
    open = Array(repeating: LevelMeter(), count: FacilityKind.allCases.count)
    taken = Array(repeating: LevelMeter(), count: FacilityKind.allCases.count)
  }

  /// A doctor decided to admit the patient here.
  mutating func admit(_ patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    guard world.notices.services.isOpen(episode.facility) else {
      return sendFromClosed(patient, in: &world)
    }
    if isTreatedWithoutWard(patient, in: &world) { return }
    guard let ward = ward(for: episode, at: episode.facility, in: world) else {
      return refuse(patient, in: &world)
    }
    world.episodes[patient].ward = ward
    world.episodes[patient].since = world.now
    markPooling(patient, in: &world)
    if episode.traits.contains(.elective) {
      plan(patient, in: &world)
    } else {
      seekBed(patient, in: &world)
    }
  }

  /// Takes a free bed now, in the own ward or by overflow, or waits.
  mutating func seekBed(_ patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    let unplanned = !episode.traits.contains(.elective)
    if unplanned { wards[episode.ward].asked += 1 }
    if let ward = freeWard(for: episode, in: world) {
      return occupy(ward, by: patient, in: &world)
    }
    if unplanned { wards[episode.ward].boarded += 1 }
    let elective = episode.traits.contains(.elective)
    let line: LinePlan.WardLine =
      elective ? world.takesGreenChannel(episode) ? .stepDown : .elective : .emergency
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
    var whole = 0.0
    for later in 1...7 { whole += inputs.electiveWeekdays[(today + later) % 7] }
    var left = RandomStreams.unit(words.x) * whole
    var ahead = 1
    for later in 1...7 {
      ahead = later
      left -= inputs.electiveWeekdays[(today + later) % 7]
      if left < 0 { break }
    }
    // The green channel admits the next day, whatever the day of the week.
    if world.takesGreenChannel(episode) { ahead = 1 }
    if !episode.traits.contains(.background) {
      world.bookPlannedAdmission(of: episode, daysAhead: ahead)
    }
    let (from, until) = (inputs.plannedHours[0], inputs.plannedHours[1])
    let minute = from + RandomStreams.unit(words.y) * (until - from)
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
    if isOutlier(episode, in: world) { world.ledger.add(.outliers, lane: kind.lane) }
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
    let end = world.now + .days(days) + desk(of: episode, in: kind, in: world)
    world.episodes[patient].stayEnds = end
    let eligible = episode.traits.contains(.stepDown) && kind.tier == .county
    let joint = eligible && hasJointWard(at: township(for: episode, in: world))
    let acute = joint ? min(acuteShare, inputs.jointAcuteShare) : acuteShare
    var chance = world.notices.stepDown.chance(of: episode)
    if joint { chance += (1 - chance) * inputs.jointUptake }
    let address = Purpose.stepDown.at(episode.need, episode.encounter)
    let round = morningRound(after: world.now + .days(days * acute), world)
    // A short stay is over before the round that could shorten it.
    if eligible, round < end, world.streams.uniform(at: address) < chance {
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
    if isOutlier(episode, in: world) { mean *= rules.outlierStay }
    let law = Law.lognormal(mean: mean, sd: mean * inputs.stayVariation)
    let address = Purpose.stay.at(episode.need, episode.encounter)
    return min(inputs.longestStay, max(0.25, world.streams.draw(law, at: address)))
  }

  /// The next round.
  private func morningRound(after instant: SimInstant, _ world: borrowing World) -> SimInstant {
    let day = world.clock.dayIndex(at: instant)
    let round = world.clock.midnight(ofDay: day) + .minutes(inputs.round)
    return round >= instant ? round : world.clock.midnight(ofDay: day + 1) + .minutes(inputs.round)
  }
}
