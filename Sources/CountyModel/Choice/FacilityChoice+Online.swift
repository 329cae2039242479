import Geography
import Glibc
import Probability

/// Visits to a county hospital's internet clinic instead of its door: no travel and no line, at a
/// price of their own.
///
/// Going online is a second choice within the hospital, so it adds no alternative: the hospital gains
/// ln(1 + exp ΔV), and of those who choose it 1 / (1 + exp −ΔV) stay at home with the telephone.
extension FacilityChoice {
  /// What being offered an online visit adds to a hospital.
  func onlineGain(
    of one: Alternative,
    for person: Chooser,
    notices: borrowing Notices,
    streams: borrowing RandomStreams
  ) -> Double {
    guard isOffered(to: person.episode, streams) else { return 0 }
    return log1p(exp(advantage(of: one, for: person, notices: notices)))
  }

  /// Whether somebody who has chosen a hospital sees its doctor online.
  func goesOnline(
    _ episode: Episode,
    to one: Alternative,
    notices: borrowing Notices,
    streams: borrowing RandomStreams
  ) -> Bool {
    guard online > 0, one.kind.tier == .county, isOffered(to: episode, streams) else {
      return false
    }
    let person = Chooser(
      episode,
      usual: nil,
      treats: treats,
      minds: inputs,
      weighing: money
    )
    let chance = 1 / (1 + exp(-advantage(of: one, for: person, notices: notices)))
    let words = streams.words(at: Purpose.online.at(episode.need, episode.encounter))
    return RandomStreams.unit(words.y) < chance
  }

  private func isOffered(to episode: Episode, _ streams: borrowing RandomStreams) -> Bool {
    guard episode.traits.isDisjoint(with: [.needsBed, .emergency, .referred]) else { return false }
    let fit = treats.online(episode.condition, episode.severity)
    guard fit > 0 else { return false }
    let words = streams.words(at: Purpose.online.at(episode.need))
    return RandomStreams.unit(words.x) < fit * online
  }

  private func advantage(
    of one: Alternative,
    for person: Chooser,
    notices: borrowing Notices
  ) -> Double {
    let travel = person.travel * Double(one.minutes)
    let wait = person.wait * Double(one.expectedWait)
    let saved = (1 - inputs.onlinePrice) * yuan(at: one, for: person, notices: notices)
    return inputs.onlineConstant - travel - wait - person.outOfPocket * saved
  }
}
