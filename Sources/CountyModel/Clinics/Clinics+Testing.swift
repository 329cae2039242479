import Engine
import Geography
import Probability

extension Clinics {
  /// Whether the doctor sends a patient for a test: the case needs one, the facility can do it, and
  /// no result from elsewhere will do.
  func orders(testFor patient: EpisodeID, in world: inout World) -> Bool {
    let episode = world.episodes[patient]
    guard world.notices.tests.offersAny(at: episode.facility),
      let need = world.testNeeded(by: episode)
    else { return false }
    let place = TestNotice.place(need.kind, at: episode.facility)
    guard need.rarity < world.notices.tests.scope[place] else { return false }
    guard episode.traits.contains(.tested) else { return true }
    let address = Purpose.recognition.at(episode.need, episode.encounter)
    let lane = world.facilities.kind(episode.facility).lane
    if world.streams.uniform(at: address) < world.notices.tests.recognised {
      world.ledger.add(.recognised, lane: lane)
      return false
    }
    world.ledger.add(.repeated, lane: lane)
    return true
  }

  /// What a test that the facility could not do before adds to the chance of treatment.
  func informed(_ chance: Double, _ episode: Episode, in world: borrowing World) -> Double {
    guard world.notices.tests.gain > 0, episode.traits.contains(.tested),
      let need = world.testNeeded(by: episode)
    else {
      return chance
    }
    let place = TestNotice.place(need.kind, at: episode.facility)
    guard need.rarity >= world.notices.tests.usualScope[place],
      need.rarity < world.notices.tests.scope[place]
    else { return chance }
    return chance + world.notices.tests.gain * (1 - chance)
  }
}
