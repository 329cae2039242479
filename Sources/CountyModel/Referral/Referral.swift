import Engine
import Geography
import Glibc
import Probability

/// Referrals upwards, transfers of those refused a bed, and care beyond the city.
///
/// Step-down is offered by the wards themselves; this department announces the rules.
struct Referral {
  private let inputs: ReferralInputs
  private let levers: ReferralLevers
  private var retained = 0.0

  init(_ plan: CountyPlan) {
    inputs = plan.inputs.referral
    levers = plan.levers.referral
  }

  /// Announces the rules of the day.
  mutating func turnDay(in world: inout World) {
    let day = world.today.day
    retained = levers.retained.value(onDay: day)
    let open = 1 - levers.certificate.value(onDay: day)
    world.notices.filing = FilingNotice(share: inputs.filesDirectly * open)
    let added = levers.stepDownOffers.value(onDay: day)
    world.notices.stepDown = StepDownNotice(
      chance: min(1, inputs.offers + added) * min(1, inputs.accepts + added)
    )
  }

  /// A doctor cannot treat the patient here: refer to a hospital, or beyond the county.
  mutating func refer(_ patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    let kind = world.facilities.kind(episode.facility)
    let words = world.streams.words(at: Purpose.attendance.at(episode.need, episode.encounter))
    if kind.tier == .county, RandomStreams.unit(words.z) < retained {
      world.ledger.add(.retained)
      return treatHere(patient, in: &world)
    }
    if RandomStreams.unit(words.x) < inputs.refers {
      write(patient, from: kind, in: &world)
    } else {
      // Told to go to a hospital on their own: no referral, no priority, no filing.
      world.ledger.add(.sentAlone, lane: kind.lane)
      world.episodes[patient].traits.subtract([.referred, .familyReferred])
    }
    let scope: FacilityChoice.Scope = kind.isGrassroots ? .hospitals : .beyond
    guard let id = destination(of: patient, within: scope, in: world) else {
      return leave(patient, in: &world)
    }
    let one = world.choice[id]
    guard RandomStreams.unit(words.y) < attendance(of: patient, at: one, in: world) else {
      return leave(patient, in: &world)
    }
    if world.episodes[patient].traits.contains(.referred) {
      world.ledger.add(.attended, lane: one.kind.lane)
    }
    go(patient, to: one, in: &world)
  }

  /// No bed at the present hospital in time: on to the next hospital, in the end out of the county.
  mutating func transfer(_ patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    guard !episode.traits.contains(.background) else {
      return world.handOff(.closed(patient))
    }
    world.episodes[patient].traits.formUnion([.refused, .referred])
    guard let id = destination(of: patient, within: .beyond, in: world) else {
      return leave(patient, in: &world)
    }
    go(patient, to: world.choice[id], in: &world)
  }

  /// Care out of the city has no line of its own: it is counted, paid and over.
  mutating func receiveBeyond(_ patient: EpisodeID, in world: inout World) {
    if world.episodes[patient].traits.contains(.needsBed) {
      world.countAdmission(of: patient)
      world.handOff(.discharged(patient))
    } else {
      world.remember(patient)
      world.handOff(.visitEnded(patient))
    }
    world.handOff(.closed(patient))
  }

  /// A visiting expert makes the case treatable at the county hospital.
  private func treatHere(_ patient: EpisodeID, in world: inout World) {
    if world.episodes[patient].traits.contains(.needsBed) {
      world.handOff(.decisionToAdmit(patient))
    } else {
      world.handOff(.leftBay(patient))
      world.handOff(.closed(patient))
    }
  }

  private func destination(
    of patient: EpisodeID,
    within scope: FacilityChoice.Scope,
    in world: borrowing World
  ) -> AlternativeID? {
    let episode = world.episodes[patient]
    let outcome = world.choice.choose(
      for: episode,
      within: scope,
      avoiding: episode.facility,
      usual: nil,
      at: Purpose.referralChoice.at(episode.need, episode.encounter),
      notices: world.notices,
      streams: world.streams
    )
    guard case .facility(let id) = outcome else { return nil }
    return id
  }

  /// Logit of attendance: falls with travel, rises with severity and with a booked slot.
  private func attendance(
    of patient: EpisodeID,
    at one: Alternative,
    in world: borrowing World
  ) -> Double {
    let episode = world.episodes[patient]
    var logit = inputs.attendance + inputs.attendancePerMinute * Double(one.minutes)
    logit += inputs.attendancePerSeverity * Double(episode.severity.index)
    if episode.traits.contains(.familyReferred), world.notices.reservedSlots > 0 {
      logit += inputs.attendanceBooked
    }
    return 1 / (1 + exp(-logit))
  }

  private func go(_ patient: EpisodeID, to one: Alternative, in world: inout World) {
    world.handOff(.leftBay(patient))
    world.episodes[patient].encounter &+= 1
    world.send(patient, to: one, arriving: world.now + .minutes(Double(one.minutes)))
  }

  /// Writes a referral; the family doctor's own patients carry it as such.
  private func write(_ patient: EpisodeID, from kind: FacilityKind, in world: inout World) {
    world.ledger.add(.referredUp, lane: kind.lane)
    world.episodes[patient].traits.insert(.referred)
    if kind.isGrassroots, world.episodes[patient].traits.contains(.contracted) {
      world.episodes[patient].traits.insert(.familyReferred)
    }
  }

  private func leave(_ patient: EpisodeID, in world: inout World) {
    world.ledger.add(.referralLost)
    world.handOff(.leftBay(patient))
    world.handOff(.closed(patient))
  }
}
