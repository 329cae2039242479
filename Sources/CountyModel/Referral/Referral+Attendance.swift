import Engine
import Geography
import Glibc

/// Whether somebody who is sent on goes.
extension Referral {
  /// Chance that a patient goes where they are sent.
  ///
  /// Its logit falls with the way and the price, rises with severity, and with a slot booked, a family
  /// doctor who follows up or a bond between the two facilities.
  func attendance(
    of patient: EpisodeID,
    at one: Alternative,
    in world: borrowing World
  ) -> Double {
    let episode = world.episodes[patient]
    var logit = inputs.attendance + inputs.attendancePerMinute * Double(one.minutes)
    logit += inputs.attendancePerSeverity * Double(episode.severity.index)
    if episode.traits.contains(.familyReferred) {
      if world.notices.reservedSlots > 0 { logit += inputs.attendanceBooked }
      logit += inputs.attendanceFollowed * world.notices.referral.followUp
    }
    if episode.traits.contains(.referred) {
      let bond = world.notices.communities.bond(episode.facility, one.facility)
      logit += bond * world.notices.communities.booking
    }
    logit += shift(ofPriceTo: episode, at: one, in: world)
    return 1 / (1 + exp(-logit))
  }

  /// Logit that the expected payment adds or takes, against a payment of the reference price.
  private func shift(
    ofPriceTo episode: Episode,
    at one: Alternative,
    in world: borrowing World
  ) -> Double {
    let care = episode.traits.contains(.needsBed) ? 1 : 0
    let perHundred = inputs.attendanceOutOfPocket[care]
    guard perHundred != 0 else { return 0 }
    let payment = world.choice.payment(of: episode, at: one, notices: world.notices)
    return perHundred * (payment - inputs.attendanceReferencePrice[care]) / 100
  }
}
