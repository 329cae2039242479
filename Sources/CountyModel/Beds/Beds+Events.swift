import Engine
import Geography
import Probability

extension Beds {
  mutating func handle(_ event: Event, in world: inout World) {
    switch event {
    case .admissionDue(let patient): admissionDue(patient, in: &world)
    case .waitEnds(let patient): waitEnds(patient, in: &world)
    case .stable(let patient): stable(patient, in: &world)
    case .stayEnds(let patient): stayEnds(patient, in: &world)
    case .leaves(let patient): leaves(patient, in: &world)
    case .bedCleaned(let patient): bedCleaned(patient, in: &world)
    }
  }

  private mutating func admissionDue(_ patient: EpisodeID, in world: inout World) {
    world.episodes[patient].since = world.now
    guard world.notices.services.isOpen(world.episodes[patient].facility) else {
      return sendFromClosed(patient, in: &world)
    }
    seekBed(patient, in: &world)
  }

  private mutating func waitEnds(_ patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    if let line = world.lines.line(of: patient) { world.lines.remove(patient, from: line) }
    world.ledger.add(.refusals, lane: kind(of: episode.ward).lane)
    refuse(patient, in: &world)
  }

  /// Stable: on to a township bed if one is free, else wait for one in the present bed.
  private mutating func stable(_ patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    let township = townshipWithBed(for: episode, in: world)
    world.ledger.add(.stepDownsOffered)
    world.bookStepDown(.requested, from: episode.facility, to: township)
    let wards = stepDownWards(at: township, in: world)
    if let ward = wards.first(where: { self.wards[$0].free > 0 }) {
      return stepDown(patient, to: ward, in: &world)
    }
    world.schedule(
      .beds(.stayEnds(patient)),
      for: patient,
      at: max(world.now, episode.stayEnds)
    )
    guard let ward = wards.first else { return }
    world.episodes[patient].traits.insert(.blocked)
    world.bookStepDown(.accepted, from: episode.facility, to: township)
    world.lines.append(patient, to: world.linePlan.line(.stepDown, of: ward))
  }

  /// The patient moves to a township bed for what is left of the stay.
  mutating func stepDown(_ patient: EpisodeID, to ward: WardID, in world: inout World) {
    let episode = world.episodes[patient]
    let left =
      max(0.5, (episode.stayEnds - world.now).inDays) * remainderFactor
      * world.notices.stepDown.remainder
    if !episode.traits.contains(.blocked) {
      world.bookStepDown(.accepted, from: episode.facility, to: wards[ward].facility)
    }
    world.bookStepDown(.arrived, from: episode.facility, to: wards[ward].facility)
    world.bookHospitalDischarge(from: episode.facility)
    world.ledger.add(.steppedDown, lane: kind(of: episode.ward).lane)
    world.ledger.add(.discharges, lane: kind(of: episode.ward).lane)
    world.ledger.add(
      .stayTime,
      lane: kind(of: episode.ward).lane,
      Int64((world.now - episode.bedSince).milliseconds)
    )
    world.handOff(.discharged(patient))
    let old = episode.ward
    vacate(patient, in: &world)
    world.episodes[patient].traits.remove(.blocked)
    world.episodes[patient].traits.insert(.steppedDown)
    world.episodes[patient].encounter &+= 1
    take(ward, in: &world)
    if wards[ward].place != .ward {
      world.ledger.add(.placeAdmissions, lane: Int(wards[ward].place.rawValue))
    }
    world.handOff(.movedDown(patient, to: ward))
    world.episodes[patient].stayEnds = world.now + .days(left)
    world.schedule(.beds(.stayEnds(patient)), for: patient, after: .days(left))
    clean(old, in: &world)
  }

  /// Cleans a bed whose patient has moved on; nobody's episode waits for it.
  private mutating func clean(_ ward: WardID, in world: inout World) {
    var nobody = Episode.blank
    nobody.facility = wards[ward].facility
    nobody.ward = ward
    nobody.traits = [.background]
    nobody.stage = .cleaning
    nobody.since = world.now
    let bed = world.begin(nobody)
    world.schedule(.beds(.bedCleaned(bed)), for: bed, after: .minutes(inputs.cleaning))
  }

  /// The patient lies in the township bed; from here on the township is paid.
  mutating func lieDown(_ patient: EpisodeID, in ward: WardID, in world: inout World) {
    world.episodes[patient].origin = world.episodes[patient].facility
    world.episodes[patient].facility = wards[ward].facility
    world.episodes[patient].ward = ward
    world.episodes[patient].bedSince = world.now
  }

  /// The stay is over clinically; the patient leaves when the discharge is settled.
  private mutating func stayEnds(_ patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    if episode.traits.contains(.blocked) { giveUpStepDown(patient, in: &world) }
    // Nobody has to leave the own home.
    if wards[episode.ward].place == .home { return leaves(patient, in: &world) }
    world.episodes[patient].stage = .leavingBed
    let instant = discharge(of: episode, in: &world)
    world.schedule(.beds(.leaves(patient)), for: patient, at: instant)
  }

  private mutating func giveUpStepDown(_ patient: EpisodeID, in world: inout World) {
    if let line = world.lines.line(of: patient) { world.lines.remove(patient, from: line) }
    world.episodes[patient].traits.remove(.blocked)
    world.referrals.withdraw()
  }

  private mutating func leaves(_ patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    let place = wards[episode.ward].place
    if place == .ward { bookDischarge(of: episode, in: &world) }
    vacate(patient, in: &world)
    world.episodes[patient].stage = .cleaning
    world.episodes[patient].since = world.now
    if !episode.traits.contains(.background) { world.handOff(.discharged(patient)) }
    if place == .home { return bedCleaned(patient, in: &world) }
    world.schedule(.beds(.bedCleaned(patient)), for: patient, after: .minutes(inputs.cleaning))
  }

  private func bookDischarge(of episode: Episode, in world: inout World) {
    let lane = kind(of: episode.ward).lane
    world.ledger.add(.discharges, lane: lane)
    world.ledger.add(
      .stayTime,
      lane: lane,
      Int64((world.now - episode.bedSince).milliseconds)
    )
    world.bookHospitalDischarge(from: episode.facility)
  }

  private mutating func bedCleaned(_ patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    let ward = episode.ward
    wards[ward].usedTime += Int64((world.now - episode.since).milliseconds)
    world.handOff(.closed(patient))
    free(ward, in: &world)
  }
}
