import Engine
import Geography
import Glibc
import Probability

/// Referrals upwards, transfers of those refused a bed, and care beyond the city.
///
/// Step-down is offered by the wards themselves; this department announces the rules.
struct Referral: ~Copyable {
  private let lent = LentInPlace()
  let inputs: ReferralInputs
  private let levers: ReferralLevers
  private let hospitals: [FacilityID]
  private var rules = Rules()

  /// What holds today.
  private struct Rules {
    /// Share of would-be referrals out of the county that invited experts keep.
    var retained = 0.0
    /// Share of referrals out of the county that are audited.
    var audit = 0.0
    /// Share of village cases sent to the township first.
    var stepwise = 0.0
    /// Share of TCM and MCH cases sent to the general hospital first.
    var inDistrict = 0.0
    /// Share of those told to go who get a letter after all.
    var firstVisit = 0.0
    /// Logit shift of writing a letter.
    var upIncentive = 0.0
  }

  init(_ plan: CountyPlan) {
    inputs = plan.inputs.referral
    levers = plan.levers.referral
    hospitals = plan.facilities.hospitals
  }

  /// Announces the rules of the day.
  mutating func turnDay(in world: inout World) {
    let day = world.today.day
    rules.retained = levers.retained.value(onDay: day)
    rules.audit = levers.audit.value(onDay: day)
    let catalogue = levers.catalogue.value(onDay: day)
    rules.stepwise = inputs.stepwise + (1 - inputs.stepwise) * catalogue
    rules.inDistrict = levers.inDistrictFirst.value(onDay: day)
    rules.firstVisit = levers.firstVisit.value(onDay: day)
    rules.upIncentive = levers.upIncentive.value(onDay: day)
    let open = 1 - levers.certificate.value(onDay: day)
    world.notices.filing = FilingNotice(share: inputs.filesDirectly * open)
    world.notices.referral.greenChannel = levers.greenChannel.value(onDay: day)
    world.notices.referral.followUp = levers.followUp.value(onDay: day)
    announceStepDown(day, in: &world)
  }

  /// Who is ready to send down and to be sent down today.
  private func announceStepDown(_ day: Int, in world: inout World) {
    let added = levers.stepDownOffers.value(onDay: day)
    let channel = levers.downChannel.value(onDay: day)
    let incentive = levers.downIncentive.value(onDay: day)
    let accepts = Self.shifted(
      min(1, inputs.accepts + added),
      by: channel * inputs.channelAccepts
    )
    let payment = world.notices.payment
    let accepting = payment.accepting(accepts)
    world.notices.stepDown.purses = payment.purses
    for hospital in hospitals {
      let tight = world.notices.communities.tight(at: hospital)
      let shift =
        incentive + channel * inputs.channelOffers
        + tight * world.notices.communities.responsibility
      let offers = Self.shifted(min(1, inputs.offers + added), by: shift)
      let own = payment.purses.purse(of: hospital)
      world.notices.stepDown.chances[hospital.row] = payment.offering(offers, on: own) * accepting
      world.notices.stepDown.chancesOfOthers[hospital.row] =
        payment.offering(offers, on: 0) * accepting
    }
    world.notices.stepDown.remainder = 1 + channel * (inputs.channelRemainder - 1)
  }

  /// A doctor cannot treat the patient here: refer upwards, or beyond the county.
  mutating func refer(_ patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    let kind = world.facilities.kind(episode.facility)
    let words = world.streams.words(at: Purpose.attendance.at(episode.need, episode.encounter))
    if kind.tier == .county, keeps(episode, luck: RandomStreams.unit(words.z), in: &world) {
      return treatHere(patient, in: &world)
    }
    world.noteFailure(of: patient)
    bookOnward(episode, kind, in: &world)
    // Whoever found no bed elsewhere goes on for another reason now.
    world.episodes[patient].traits.remove(.refused)
    let letter = chanceOfLetter(for: episode, from: kind, in: world)
    if RandomStreams.unit(words.x) < world.approving(episode, at: kind, letter) {
      write(patient, from: kind, in: &world)
    } else {
      // Told to go to a hospital on their own: no referral, no priority, no filing.
      world.ledger.add(.sentAlone, lane: kind.lane)
      world.episodes[patient].traits.subtract([.referred, .familyReferred])
      if kind.isGrassroots { world.episodes[patient].traits.insert(.advised) }
    }
    guard let id = destination(of: patient, from: kind, in: world) else {
      return leave(patient, because: .nowhere, in: &world)
    }
    let one = world.choice[id]
    book(.requested, of: world.episodes[patient], to: one.kind, in: &world)
    let needed = world.catalogue.level(of: episode)
    if needed > kind.tier.level, one.kind.tier.level <= max(needed, .county) {
      book(.appropriate, of: world.episodes[patient], to: one.kind, in: &world)
    }
    guard RandomStreams.unit(words.y) < attendance(of: patient, at: one, in: world) else {
      return leave(patient, because: .choice, in: &world)
    }
    if world.episodes[patient].traits.contains(.referred) {
      world.ledger.add(.attended, lane: one.kind.lane)
    }
    world.ledger.add(.sentTo, lane: one.kind.lane)
    go(patient, to: one, in: &world)
  }

  /// No bed in time: a township's patients go to a hospital, a hospital's leave the county.
  mutating func transfer(_ patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    guard !episode.traits.contains(.background) else {
      return world.handOff(.closed(patient))
    }
    let kind = world.facilities.kind(episode.facility)
    world.noteFailure(of: patient)
    bookOnward(episode, kind, in: &world)
    world.episodes[patient].traits.formUnion([.refused, .referred])
    let scope: FacilityChoice.Scope = kind.isGrassroots ? .hospitals : .beyond
    guard let id = choose(for: world.episodes[patient], within: scope, in: world) else {
      return leave(patient, because: .nowhere, in: &world)
    }
    book(.requested, of: world.episodes[patient], to: world.choice[id].kind, in: &world)
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

  /// Whether a case that the county hospital could not treat stays there all the same: invited
  /// experts come, or an audit finds that the case belongs to a county hospital.
  private func keeps(_ episode: Episode, luck: Double, in world: inout World) -> Bool {
    if luck < rules.retained {
      world.ledger.add(.retained)
      return true
    }
    guard rules.audit > 0, world.catalogue.level(of: episode) <= .county else { return false }
    let address = Purpose.audit.at(episode.need, episode.encounter)
    guard world.streams.uniform(at: address) < rules.audit else { return false }
    world.ledger.add(.turnedBack)
    return true
  }

  /// A visiting expert or the hospital's own second look makes the case treatable here.
  private func treatHere(_ patient: EpisodeID, in world: inout World) {
    if world.episodes[patient].traits.contains(.needsBed) {
      world.handOff(.decisionToAdmit(patient))
    } else {
      world.handOff(.leftBay(patient))
      world.handOff(.closed(patient))
    }
  }

  /// Chance of a letter: doctors write one rather when the way is long, the case is serious, or the
  /// patient is their own.
  private func chanceOfLetter(
    for episode: Episode,
    from kind: FacilityKind,
    in world: borrowing World
  ) -> Double {
    let way = Double(world.catalogue.hospitalMinutes[episode.settlement.row])
    var shift = inputs.letterPerMinute * way
    shift += inputs.letterPerSeverity * Double(episode.severity.index)
    if kind.isGrassroots, episode.traits.contains(.contracted) { shift += inputs.letterContracted }
    shift += rules.upIncentive
    let chance = Self.shifted(inputs.refers, by: shift)
    return kind.isGrassroots ? chance + (1 - chance) * rules.firstVisit : chance
  }

  /// Where the patient is sent: by the catalogue one level up, then by capability.
  private func destination(
    of patient: EpisodeID,
    from kind: FacilityKind,
    in world: borrowing World
  ) -> AlternativeID? {
    let episode = world.episodes[patient]
    let luck = world.streams.words(at: Purpose.stepwise.at(episode.need, episode.encounter))
    switch kind.tier {
    case .village, .privateClinic:
      if world.catalogue.suitsGrassroots(episode), RandomStreams.unit(luck.x) < rules.stepwise,
        let id = choose(for: episode, within: .townships, in: world)
      {
        return id
      }
      return choose(for: episode, within: .hospitals, in: world)
    case .township: return choose(for: episode, within: .hospitals, in: world)
    case .county:
      if kind != .countyGeneral, RandomStreams.unit(luck.y) < rules.inDistrict,
        let id = choose(for: episode, within: .generals, in: world)
      {
        return id
      }
      return choose(for: episode, within: .beyond, in: world)
    case .city, .outOfCity: return choose(for: episode, within: .beyond, in: world)
    }
  }

  private func choose(
    for episode: Episode,
    within scope: FacilityChoice.Scope,
    in world: borrowing World
  ) -> AlternativeID? {
    let outcome = world.choice.choose(
      for: episode,
      within: scope,
      avoiding: episode.facility,
      referredBy: episode.facility,
      usual: nil,
      at: Purpose.referralChoice.at(episode.need, episode.encounter),
      notices: world.notices,
      streams: world.streams
    )
    guard case .facility(let id) = outcome else { return nil }
    return id
  }

  private func go(_ patient: EpisodeID, to one: Alternative, in world: inout World) {
    let origin = world.episodes[patient].facility
    if world.goesByAmbulance(patient) {
      world.bookSetOff(patient, from: origin, to: one.facility)
      return world.handOff(.transferred(patient, to: one.facility))
    }
    world.handOff(.leftBay(patient))
    world.episodes[patient].encounter &+= 1
    world.send(patient, to: one, arriving: world.now + .minutes(Double(one.minutes)))
    world.bookSetOff(patient, from: origin, to: one.facility)
  }

  /// Writes a referral; the family doctor's own patients carry it as such.
  private func write(_ patient: EpisodeID, from kind: FacilityKind, in world: inout World) {
    world.ledger.add(.referredUp, lane: kind.lane)
    world.episodes[patient].traits.insert(.referred)
    if kind.isGrassroots, world.episodes[patient].traits.contains(.contracted) {
      world.episodes[patient].traits.insert(.familyReferred)
    }
  }

  /// Why a referral ends before it begins; lanes of the ledger.
  private enum Loss: Int { case choice, nowhere }

  private func leave(_ patient: EpisodeID, because loss: Loss, in world: inout World) {
    world.ledger.add(.referralLost, lane: loss.rawValue)
    world.handOff(.leftBay(patient))
    world.handOff(.closed(patient))
  }

  private func book(
    _ stage: ReferralBooks.Stage,
    of episode: Episode,
    to kind: FacilityKind,
    in world: inout World
  ) {
    world.referrals.book(
      stage,
      from: world.facilities.kind(episode.facility),
      to: kind,
      because: episode.reasonToRefer,
      yearPage: world.today.page.year
    )
  }

  /// Somebody who was sent here is sent on.
  private func bookOnward(_ episode: Episode, _ kind: FacilityKind, in world: inout World) {
    guard episode.traits.contains(.referred), episode.encounter > 1 else { return }
    world.referrals.book(
      .onward,
      from: world.facilities.kind(episode.origin),
      to: kind,
      because: episode.reasonToRefer,
      yearPage: world.today.page.year
    )
  }

  /// A chance whose logit is shifted; unchanged to the bit when the shift is nothing.
  static func shifted(_ chance: Double, by shift: Double) -> Double {
    guard shift != 0, chance > 0, chance < 1 else { return chance }
    return 1 / (1 + (1 - chance) / chance * exp(-shift))
  }
}
