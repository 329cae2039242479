import Engine
import Geography
import Probability

/// From a need to a door: whether to seek care, and where.
struct FirstContact {
  /// What can fall due here.
  enum Event: BitwiseCopyable {
    /// A person reaches the chosen facility.
    case arrives(EpisodeID)

    var word: UInt64 {
      switch self {
      case .arrives(let patient): UInt64(patient.row)
      }
    }
  }

  private let levers: FirstContactLevers
  private let hospitalHours: HourlyProfile
  private let grassrootsHours: HourlyProfile
  private let opening: ClosedRange<Double>
  private let triesElsewhere: Double

  init(_ plan: CountyPlan) {
    levers = plan.levers.firstContact
    let inputs = plan.inputs
    hospitalHours = HourlyProfile(hourWeights: inputs.firstContact.hospitalHours)
    grassrootsHours = HourlyProfile(hourWeights: inputs.firstContact.grassrootsHours)
    let sessions = inputs.clinics.grassrootsSessions
    opening = sessions[0]...sessions[3]
    triesElsewhere = inputs.clinics.triesElsewhere
  }

  mutating func turnDay(in world: inout World) {
    let guidance = levers.guidance.value(onDay: world.today.day)
    world.choice.turnDay(weekday: world.today.weekday, guidance: guidance)
  }

  mutating func handle(_ event: Event, in world: inout World) {
    switch event {
    case .arrives(let patient): arrive(patient, in: &world)
    }
  }

  /// A need arose: seek care or not, and where.
  mutating func decide(_ patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    let night = episode.traits.contains(.emergency) && !isOpen(at: world.now, world.today)
    let serious = episode.severity == .severe || episode.traits.contains(.needsBed)
    go(patient, within: night && serious ? .hospitals : .everywhere, avoiding: nil, in: &world)
  }

  /// The line was too long: try elsewhere, or give up.
  mutating func decideAgain(_ patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    let address = Purpose.giveUp.at(episode.need, episode.encounter)
    guard episode.encounter < 4, world.streams.uniform(at: address) < triesElsewhere else {
      return giveUp(patient, because: .wait, in: &world)
    }
    go(patient, within: .everywhere, avoiding: episode.facility, in: &world)
  }

  private mutating func go(
    _ patient: EpisodeID,
    within scope: FacilityChoice.Scope,
    avoiding avoided: FacilityID?,
    in world: inout World
  ) {
    let episode = world.episodes[patient]
    let outcome = world.choice.choose(
      for: episode,
      within: scope,
      avoiding: avoided,
      usual: world.usualFacility(of: episode.person),
      at: Purpose.choice.at(episode.need, episode.encounter),
      notices: world.notices,
      streams: world.streams
    )
    switch outcome {
    case .selfCare:
      giveUp(patient, because: .choice, in: &world)
    case .facility(let id):
      world.episodes[patient].encounter &+= 1
      world.send(patient, to: world.choice[id], arriving: arrival(of: patient, at: id, in: world))
    }
  }

  /// Clinic needs arrive by the hour profile of the facility; emergencies leave at once.
  private func arrival(
    of patient: EpisodeID,
    at id: AlternativeID,
    in world: borrowing World
  ) -> SimInstant {
    let episode = world.episodes[patient]
    let one = world.choice[id]
    let travel = SimDuration.minutes(Double(one.minutes))
    guard !episode.traits.contains(.emergency), episode.encounter == 1 else {
      return world.now + travel
    }
    let uniform = world.streams.uniform(at: Purpose.visitHour.at(episode.need))
    let hours = one.kind.isGrassroots ? grassrootsHours : hospitalHours
    return max(world.now, world.instant(atMinute: hours.instant(ofShare: uniform) * 60))
  }

  private mutating func arrive(_ patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    let kind = world.facilities.kind(episode.facility)
    if !episode.traits.contains(.contacted) {
      world.episodes[patient].traits.insert(.contacted)
      world.ledger.add(.firstContacts, lane: kind.lane)
    }
    if kind == .outOfCity { return world.handOff(.reachedBeyond(patient)) }
    let serious = episode.severity == .severe || !isOpen(at: world.now, world.today)
    if kind.hasEmergency, episode.traits.contains(.emergency), serious {
      world.handOff(.presentedAtEmergency(patient))
    } else {
      world.handOff(.presentedAtClinic(patient))
    }
  }

  private enum Reason: Int { case choice, wait }

  private func giveUp(_ patient: EpisodeID, because reason: Reason, in world: inout World) {
    let episode = world.episodes[patient]
    world.ledger.add(.unmet, lane: reason.rawValue)
    world.settlements.unmet(at: episode.settlement, yearPage: world.today.page.year)
    world.handOff(.closed(patient))
  }

  private func isOpen(at instant: SimInstant, _ today: Today) -> Bool {
    opening.contains((instant - today.midnight).inMinutes)
  }
}

extension World {
  /// The facility a person used last.
  func usualFacility(of person: PersonID) -> FacilityID? {
    let usual = residents[person].usual
    return usual == 0 ? nil : FacilityID(row: Int(usual) - 1)
  }

  /// Sends a patient on the way to a facility.
  mutating func send(_ patient: EpisodeID, to one: Alternative, arriving instant: SimInstant) {
    episodes[patient].origin = episodes[patient].facility
    episodes[patient].facility = one.facility
    episodes[patient].stage = .travelling
    schedule(.firstContact(.arrives(patient)), for: patient, at: instant)
  }
}
