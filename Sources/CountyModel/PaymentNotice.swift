import Engine
import Geography
import Glibc
import Probability

/// How the payment in force tilts what doctors decide, in logits against fee for service.
///
/// Everything is zero while payment is as in the baseline, or where providers do not respond; a chance
/// that is not tilted comes back as it went in, bit for bit. Tilts by purse and kind of facility
/// (`row(of:on:)`), per unit of the condition's cost weight.
struct PaymentNotice {
  /// Whose budget a patient is treated on.
  var purses = PurseMap()
  private let kinds: Int
  /// Treating a patient who needs no bed here instead of referring on.
  var retain: [Double]
  /// The same, added for residents with a family-doctor contract.
  var retainContracted: [Double]
  /// Admitting here, instead of referring on, one who needs a bed.
  var keep: [Double]
  /// Seeing a need for a bed at all.
  var admit: [Double]
  /// Approving a referral out of the county: who needs no bed, who needs one.
  var approveVisit: [Double]
  var approveStay: [Double]
  /// The hospital's offer of step-down, by purse, and the family's acceptance of it.
  var offer: [Double]
  var accept = 0.0

  /// Nothing is tilted, for so many purses: nobody's, then those of communities.
  init(kinds: Int, purses: Int = 1) {
    self.kinds = kinds
    retain = Array(repeating: 0, count: kinds * purses)
    retainContracted = retain
    keep = retain
    admit = retain
    approveVisit = retain
    approveStay = retain
    offer = Array(repeating: 0, count: purses)
  }

  /// Row of what a kind of facility does on a purse of its own; on 0, of what it does for a fee.
  func row(of kind: FacilityKind, on purse: Int) -> Int { purse * kinds + kind.lane }

  /// Row of what a facility does for a patient who is there.
  func row(of kind: FacilityKind, for episode: Episode) -> Int {
    row(of: kind, on: purses.ownPurse(of: episode.facility, treating: episode.settlement))
  }

  /// A chance moved by a number of logits; certainties stay what they are.
  static func tilted(_ chance: Double, by logit: Double) -> Double {
    guard logit != 0, chance > 0, chance < 1 else { return chance }
    let odds = chance / (1 - chance) * exp(logit)
    return odds / (1 + odds)
  }

  /// Chance that a hospital offers step-down to those whom a purse insures.
  func offering(_ chance: Double, on purse: Int) -> Double {
    Self.tilted(chance, by: offer[purse])
  }

  /// Chance that a family accepts it.
  func accepting(_ chance: Double) -> Double { Self.tilted(chance, by: accept) }
}

extension World {
  /// Chance that the doctor treats or admits the patient here.
  func keeping(_ episode: Episode, at kind: FacilityKind, _ chance: Double) -> Double {
    let condition = Int(episode.condition)
    let row = notices.payment.row(of: kind, for: episode)
    if episode.traits.contains(.needsBed) {
      let tilt = notices.payment.keep[row]
      return PaymentNotice.tilted(chance, by: tilt * conditions.inpatientCost[condition])
    }
    var tilt = notices.payment.retain[row]
    if episode.traits.contains(.contracted) { tilt += notices.payment.retainContracted[row] }
    return PaymentNotice.tilted(chance, by: tilt * conditions.outpatientCost[condition])
  }

  /// Chance that the doctor approves of a referral.
  func approving(_ episode: Episode, at kind: FacilityKind, _ chance: Double) -> Double {
    let condition = Int(episode.condition)
    let row = notices.payment.row(of: kind, for: episode)
    if episode.traits.contains(.needsBed) {
      let tilt = notices.payment.approveStay[row]
      return PaymentNotice.tilted(chance, by: tilt * conditions.inpatientCost[condition])
    }
    let tilt = notices.payment.approveVisit[row]
    return PaymentNotice.tilted(chance, by: tilt * conditions.outpatientCost[condition])
  }

  /// Lets the doctor's threshold for a bed follow the payment: the patient's own luck, drawn when the
  /// need arose, is held against the moved chance, so the sickest are admitted under any payment.
  mutating func weighAdmission(of patient: EpisodeID) {
    let episode = episodes[patient]
    let kind = facilities.kind(episode.facility)
    let tilt = notices.payment.admit[notices.payment.row(of: kind, for: episode)]
    guard tilt != 0, !episode.traits.contains(.background) else { return }
    let chance = conditions.chances(Int(episode.condition), episode.severity).needsBed
    let moved = PaymentNotice.tilted(
      chance,
      by: tilt * conditions.inpatientCost[Int(episode.condition)]
    )
    let luck = RandomStreams.unit(streams.words(at: Purpose.luck.at(episode.need)).x)
    if luck < moved {
      episodes[patient].traits.insert(.needsBed)
    } else {
      episodes[patient].traits.remove(.needsBed)
    }
  }
}
