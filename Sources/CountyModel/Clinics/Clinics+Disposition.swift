import Engine
import Geography
import Probability

extension Clinics {
  /// What the doctor decides: treat, admit, or refer; by the patient's own luck.
  func dispose(of patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    let kind = world.facilities.kind(episode.facility)
    let words = world.streams.words(
      at: Purpose.disposition.at(episode.need, episode.encounter)
    )
    var chance = world.conditions.treats(episode.condition, episode.severity, at: kind.tier)
    chance += world.notices.postings.skill[episode.facility.row] * (1 - chance)
    let treatable = RandomStreams.unit(words.x) < chance
    if episode.traits.contains(.needsBed) {
      let suits = kind.tier != .township || episode.traits.contains(.townshipBedSuffices)
      let hasBeds = kind.tier == .township || kind.tier == .county || kind.tier == .city
      if hasBeds, suits, treatable {
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
}

extension World {
  /// Books a visit, by kind of facility, and lets the person remember where it was.
  mutating func remember(_ patient: EpisodeID) {
    let episode = episodes[patient]
    let kind = facilities.kind(episode.facility)
    ledger.add(.visits, lane: kind.lane)
    settlements.visit(at: episode.settlement, of: kind, yearPage: today.page.year)
    residents[episode.person].usual = UInt16(episode.facility.row + 1)
    if episode.traits.contains(.contracted) { ledger.add(.contractedVisits, lane: kind.lane) }
    guard !kind.isGrassroots else { return }
    if !episode.traits.contains(.hospitalSeen) {
      episodes[patient].traits.insert(.hospitalSeen)
      let lane = episode.traits.contains(.referred) ? 1 : 0
      ledger.add(.hospitalFirstVisits, lane: lane)
    }
  }
}
