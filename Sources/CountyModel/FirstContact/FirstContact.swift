import Engine
import Geography
import Probability

/// From a need to a door: whether to seek care, and where.
struct FirstContact: ~Copyable {
  /// What can fall due here.
  enum Event: BitwiseCopyable {
    /// A person reaches the chosen facility.
    case arrives(EpisodeID)
    /// A person does not keep the appointment.
    case missesSlot(EpisodeID)

    var word: UInt64 {
      switch self {
      case .arrives(let patient): UInt64(patient.row)
      case .missesSlot(let patient): 1 << 48 | UInt64(patient.row)
      }
    }
  }

  private let lent = LentInPlace()
  let inputs: FirstContactInputs
  /// Of those who book, the share who want to come today.
  let sameDayShare: Double
  /// Minutes that a wrong turning costs.
  let misroutedMinutes: Double
  let levers: FirstContactLevers
  /// Where in the order of a roll-out a facility stands, `[facility]`.
  let rollout: [Double]
  private let hospitalHours: HourlyProfile
  private let grassrootsHours: HourlyProfile
  private let opening: ClosedRange<Double>
  private let triesElsewhere: Double

  init(_ plan: CountyPlan, streams: borrowing RandomStreams) {
    levers = plan.levers.firstContact
    inputs = plan.inputs.firstContact
    sameDayShare = plan.inputs.clinics.sameDayShare
    misroutedMinutes = plan.inputs.clinics.misroutedMinutes
    hospitalHours = HourlyProfile(hourWeights: inputs.hospitalHours)
    grassrootsHours = HourlyProfile(hourWeights: inputs.grassrootsHours)
    let sessions = plan.inputs.clinics.grassrootsSessions
    opening = sessions[0]...sessions[3]
    triesElsewhere = plan.inputs.clinics.triesElsewhere
    rollout = Rollout.centralPharmacy.ranks(of: plan.map.facilities, streams)
  }

  mutating func handle(_ event: Event, in world: inout World) {
    switch event {
    case .arrives(let patient): arrive(patient, in: &world)
    case .missesSlot(let patient): world.handOff(.missedSlot(patient))
    }
  }

  /// A need arose: seek care or not, and where.
  mutating func decide(_ patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    let night = episode.traits.contains(.emergency) && !isOpen(at: world.now, in: world)
    let serious = episode.severity == .severe || episode.traits.contains(.needsBed)
    let scope: FacilityChoice.Scope =
      if isExpected(episode, in: world) || night && serious {
        .hospitals
      } else {
        keepsRule(episode, in: world) ? .grassroots : .everywhere
      }
    go(patient, within: scope, avoiding: nil, in: &world)
  }

  /// Whether a hospital treats the patient already: nobody asks whether and where to go first.
  private func isExpected(_ episode: Episode, in world: borrowing World) -> Bool {
    world.conditions.isCourse[Int(episode.condition)]
  }

  /// Whether somebody sees a grassroots doctor first because the rule says so.
  private func keepsRule(_ episode: Episode, in world: borrowing World) -> Bool {
    let gate = world.notices.gate
    guard gate.strength > 0, gate.binds(episode) else { return false }
    return world.streams.uniform(at: Purpose.gate.at(episode.need)) < gate.strength
  }

  /// The line was too long: try elsewhere, or give up.
  mutating func decideAgain(_ patient: EpisodeID, in world: inout World) {
    world.noteFailure(of: patient)
    let episode = world.episodes[patient]
    let address = Purpose.giveUp.at(episode.need, episode.encounter)
    guard episode.encounter < 4, world.streams.uniform(at: address) < triesElsewhere else {
      return giveUp(patient, because: .gaveUp, in: &world)
    }
    let scope: FacilityChoice.Scope =
      if isExpected(episode, in: world) {
        .hospitals
      } else {
        keepsRule(episode, in: world) ? .grassroots : .everywhere
      }
    go(patient, within: scope, avoiding: episode.facility, in: &world)
  }

  /// The facility has closed since the visit was booked or ordered: another one takes the patient.
  mutating func redirect(_ patient: EpisodeID, in world: inout World) {
    // The wait at the clinic that sent the patient to a test here is nothing to remember elsewhere.
    world.episodes[patient].memory = VisitMemory()
    let episode = world.episodes[patient]
    world.ledger.add(.foundClosed)
    guard episode.encounter < 8 else { return giveUp(patient, because: .gaveUp, in: &world) }
    let sent = episode.traits.contains(.referred)
    let grassroots = world.facilities.kind(episode.facility).isGrassroots
    let scope: FacilityChoice.Scope =
      isExpected(episode, in: world) || sent && !grassroots ? .hospitals : .everywhere
    go(patient, within: scope, avoiding: episode.facility, in: &world)
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
      referredBy: nil,
      usual: world.usualFacility(of: episode.person),
      at: Purpose.choice.at(episode.need, episode.encounter),
      notices: world.notices,
      streams: world.streams
    )
    switch outcome {
    case .selfCare(let hindrance):
      giveUp(patient, because: UnmetReason(hindrance), in: &world)
    case .facility(let id):
      let one = world.choice[id]
      if goesOnline(patient, to: one, in: world) { return seeOnline(patient, at: one, in: &world) }
      world.episodes[patient].encounter &+= 1
      setOut(patient, to: one, in: &world)
    }
  }

  /// On the way: by appointment at a county hospital for those who book, else at one's own hour.
  private mutating func setOut(
    _ patient: EpisodeID,
    to one: Alternative,
    in world: inout World
  ) {
    let episode = world.episodes[patient]
    guard !episode.traits.contains(.emergency), episode.encounter == 1 else {
      let travel = SimDuration.minutes(Double(one.minutes))
      return world.send(patient, to: one, arriving: world.now + travel)
    }
    let uniform = world.streams.uniform(at: Purpose.visitHour.at(episode.need))
    // Asked in place: a profile taken out would be counted for the while.
    let hour =
      one.kind.isGrassroots
      ? grassrootsHours.instant(ofShare: uniform) : hospitalHours.instant(ofShare: uniform)
    var minute = hour * 60
    if one.kind.tier == .county {
      if keepsAppointment(patient, at: one, wishing: minute, in: &world) { return }
      minute += detour(of: episode, in: &world)
    }
    world.send(patient, to: one, arriving: max(world.now, world.instant(atMinute: minute)))
  }

  private mutating func arrive(_ patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    let kind = world.facilities.kind(episode.facility)
    world.bookArrival(patient)
    guard world.notices.services.isOpen(episode.facility) else {
      world.episodes[patient].traits.remove(.booked)
      return world.handOff(.foundClosed(patient))
    }
    if !episode.traits.contains(.contacted) {
      world.episodes[patient].traits.insert(.contacted)
      world.ledger.add(.firstContacts, lane: kind.lane)
      world.bookContact(of: episode)
      world.bookJourney(of: episode, to: kind)
    }
    if kind == .outOfCity { return world.handOff(.reachedBeyond(patient)) }
    let serious = episode.severity == .severe || !isOpen(at: world.now, in: world)
    if kind.hasEmergency, episode.traits.contains(.emergency), serious {
      world.handOff(.presentedAtEmergency(patient))
    } else {
      world.handOff(.presentedAtClinic(patient))
    }
  }

  /// The patient did not keep the appointment, and looks no further.
  mutating func giveUpSlot(_ patient: EpisodeID, in world: inout World) {
    world.ledger.add(.missedSlots)
    giveUp(patient, because: .missedSlot, in: &world)
  }

  private func giveUp(_ patient: EpisodeID, because reason: UnmetReason, in world: inout World) {
    let episode = world.episodes[patient]
    world.ledger.add(.unmet, lane: reason.rawValue)
    world.ledger.add(.unmetByIncome, lane: episode.income.lane)
    world.settlements.unmet(
      at: episode.settlement,
      because: reason,
      yearPage: world.today.page.year
    )
    world.handOff(.closed(patient))
  }

  private func isOpen(at instant: SimInstant, in world: borrowing World) -> Bool {
    let minute = (instant - world.today.midnight).inMinutes
    return minute >= opening.lowerBound
      && minute <= opening.upperBound + world.notices.process.evening
  }
}

extension World {
  /// Sends a patient on the way to a facility.
  mutating func send(_ patient: EpisodeID, to one: Alternative, arriving instant: SimInstant) {
    episodes[patient].origin = episodes[patient].facility
    episodes[patient].facility = one.facility
    episodes[patient].stage = .travelling
    schedule(.firstContact(.arrives(patient)), for: patient, at: instant)
  }
}
