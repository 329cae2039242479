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
    seekBed(patient, in: &world)
  }

  private mutating func waitEnds(_ patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    let line: LinePlan.WardLine = episode.stage == .deferred ? .elective : .emergency
    world.lines.remove(patient, from: world.linePlan.line(line, of: episode.ward))
    world.ledger.add(.refusals, lane: kind(of: episode.ward).lane)
    world.handOff(.refusedBed(patient))
  }

  /// Stable: on to a township bed near home if one is free, else wait for one in the present bed.
  private mutating func stable(_ patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    let township = townTownship[episode.settlement.row]
    world.ledger.add(.stepDownsOffered)
    let wards = [WardKind.care, .medical].compactMap {
      world.facilities.ward(at: township, $0)
    }
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
    world.lines.append(patient, to: world.linePlan.line(.stepDown, of: ward))
  }

  /// The patient moves to a township bed for what is left of the stay.
  mutating func stepDown(_ patient: EpisodeID, to ward: WardID, in world: inout World) {
    let episode = world.episodes[patient]
    let left = max(0.5, (episode.stayEnds - world.now).inDays) * remainderFactor
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
    world.handOff(.movedDown(patient, to: ward))
    world.episodes[patient].stayEnds = world.now + .days(left)
    world.schedule(.beds(.stayEnds(patient)), for: patient, after: .days(left))
    free(old, in: &world)
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
    world.episodes[patient].stage = .leavingBed
    let address = Purpose.discharge.at(episode.need, episode.encounter)
    let words = world.streams.words(at: address)
    let from = inputs.dischargeHours[0]
    let minute = from + RandomStreams.unit(words.x) * (inputs.dischargeHours[1] - from)
    var day = world.today.day
    if world.instant(atMinute: minute) < world.now { day += 1 }
    let weekday = world.clock.date(at: world.clock.midnight(ofDay: day)).weekday
    if weekday >= 5, RandomStreams.unit(words.y) < inputs.weekendDelay { day += 7 - weekday }
    let instant = world.clock.midnight(ofDay: day) + .minutes(minute)
    world.schedule(.beds(.leaves(patient)), for: patient, at: instant)
  }

  private mutating func giveUpStepDown(_ patient: EpisodeID, in world: inout World) {
    let township = townTownship[world.episodes[patient].settlement.row]
    for kind in [WardKind.care, .medical] {
      guard let ward = world.facilities.ward(at: township, kind) else { continue }
      world.lines.remove(patient, from: world.linePlan.line(.stepDown, of: ward))
      break
    }
    world.episodes[patient].traits.remove(.blocked)
  }

  private mutating func leaves(_ patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    let lane = kind(of: episode.ward).lane
    world.ledger.add(.discharges, lane: lane)
    world.ledger.add(
      .stayTime,
      lane: lane,
      Int64((world.now - episode.bedSince).milliseconds)
    )
    vacate(patient, in: &world)
    world.episodes[patient].stage = .cleaning
    if !episode.traits.contains(.background) { world.handOff(.discharged(patient)) }
    world.schedule(.beds(.bedCleaned(patient)), for: patient, after: .minutes(inputs.cleaning))
  }

  private mutating func bedCleaned(_ patient: EpisodeID, in world: inout World) {
    let ward = world.episodes[patient].ward
    world.handOff(.closed(patient))
    free(ward, in: &world)
  }
}
