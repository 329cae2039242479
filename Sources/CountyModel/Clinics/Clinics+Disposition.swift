import Engine
import Geography
import Probability

extension Clinics {
  /// What the doctor decides: treat, admit, or refer; by the patient's own luck.
  func dispose(of patient: EpisodeID, in world: inout World) {
    world.weighAdmission(of: patient)
    let episode = world.episodes[patient]
    let kind = world.facilities.kind(episode.facility)
    let words = world.streams.words(
      at: Purpose.disposition.at(episode.need, episode.encounter)
    )
    var chance = world.conditions.treats(episode.condition, episode.severity, at: kind.tier)
    let specialty = world.conditions.specialty[Int(episode.condition)]
    chance = world.notices.services.raise(
      chance,
      at: episode.facility,
      episode.severity,
      of: specialty
    )
    let expected = chance
    chance += world.notices.postings.skill[episode.facility.row] * (1 - chance)
    chance = informed(chance, episode, in: world)
    chance = world.keeping(episode, at: kind, chance)
    let treatable = RandomStreams.unit(words.x) < chance
    let surprise = (treatable ? 1 : 0) - expected
    world.choice.experience(surprise, at: episode.facility, from: episode.settlement)
    if episode.traits.contains(.needsBed) {
      let suits =
        kind.tier != .township || episode.traits.contains(.townshipBedSuffices)
        || admitsBeyond(episode, in: world)
      let hasBeds = kind.tier == .township || kind.tier == .county || kind.tier == .city
      // A township bed that is good enough is one in which the township treats the case: its chance
      // of treating outpatients of that severity would count the same thing twice.
      let able = treatable || (kind.tier == .township && suits)
      if hasBeds, suits, able {
        world.handOff(.decisionToAdmit(patient))
      } else {
        world.handOff(.referredUp(patient))
      }
    } else if treatable {
      world.handOff(.closed(patient))
    } else {
      world.handOff(.referredUp(patient))
    }
  }

  /// Whether a township institution of a grade admits a case for which an ordinary township bed will
  /// not do; by the patient's own luck.
  private func admitsBeyond(_ episode: Episode, in world: borrowing World) -> Bool {
    let chance = world.notices.services.admits(at: episode.facility, episode.severity)
    guard chance > 0 else { return false }
    return world.streams.uniform(at: Purpose.beyondTownship.at(episode.need)) < chance
  }
}

extension World {
  /// Books a visit, by kind of facility, and lets the person remember where and how it was.
  mutating func remember(_ patient: EpisodeID) {
    let episode = episodes[patient]
    let kind = facilities.kind(episode.facility)
    ledger.add(.visits, lane: kind.lane)
    ledger.add(.visitsByIncome, lane: episode.income.lane)
    settlements.visit(at: episode.settlement, of: kind, yearPage: today.page.year)
    bookSuitability(of: patient, at: kind)
    if isRemembered(episode), !keepsUsual(episode, at: kind) {
      residents[episode.person].use(episode.facility, remembering: episode.memory)
    }
    episodes[patient].memory = VisitMemory()
    let contracted = episode.traits.contains(.contracted)
    ledger.add(contracted ? .contractedVisits : .uncontractedVisits, lane: kind.lane)
    guard !kind.isGrassroots else { return }
    if !episode.traits.contains(.hospitalSeen) {
      episodes[patient].traits.insert(.hospitalSeen)
      let sent = episode.traits.contains(.referred)
      let lane = sent ? 1 : episode.traits.contains(.advised) ? 2 : 0
      ledger.add(.hospitalFirstVisits, lane: lane)
    }
  }
}
