import Engine
import Geography
import Glibc
import Probability

/// How the payment in force tilts what doctors decide, in logits against fee for service.
///
/// Everything is zero while payment is as in the baseline, or where providers do not respond; a chance
/// that is not tilted comes back as it went in, bit for bit. Tilts by kind of facility, per unit of the
/// condition's cost weight.
struct PaymentNotice {
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
  /// The hospital's offer of step-down, and the family's acceptance of it.
  var offer = 0.0
  var accept = 0.0

  init(kinds: Int) {
    retain = Array(repeating: 0, count: kinds)
    retainContracted = retain
    keep = retain
    admit = retain
    approveVisit = retain
    approveStay = retain
  }

  /// A chance moved by a number of logits; certainties stay what they are.
  static func tilted(_ chance: Double, by logit: Double) -> Double {
    guard logit != 0, chance > 0, chance < 1 else { return chance }
    let odds = chance / (1 - chance) * exp(logit)
    return odds / (1 + odds)
  }

  /// Chance that a hospital offers step-down.
  func offering(_ chance: Double) -> Double { Self.tilted(chance, by: offer) }

  /// Chance that a family accepts it.
  func accepting(_ chance: Double) -> Double { Self.tilted(chance, by: accept) }
}

extension World {
  /// Chance that the doctor treats or admits the patient here.
  func keeping(_ episode: Episode, at kind: FacilityKind, _ chance: Double) -> Double {
    let condition = Int(episode.condition)
    if episode.traits.contains(.needsBed) {
      let tilt = notices.payment.keep[kind.lane]
      return PaymentNotice.tilted(chance, by: tilt * conditions.inpatientCost[condition])
    }
    var tilt = notices.payment.retain[kind.lane]
    if episode.traits.contains(.contracted) { tilt += notices.payment.retainContracted[kind.lane] }
    return PaymentNotice.tilted(chance, by: tilt * conditions.outpatientCost[condition])
  }

  /// Chance that the doctor approves of a referral.
  func approving(_ episode: Episode, at kind: FacilityKind, _ chance: Double) -> Double {
    let condition = Int(episode.condition)
    if episode.traits.contains(.needsBed) {
      let tilt = notices.payment.approveStay[kind.lane]
      return PaymentNotice.tilted(chance, by: tilt * conditions.inpatientCost[condition])
    }
    let tilt = notices.payment.approveVisit[kind.lane]
    return PaymentNotice.tilted(chance, by: tilt * conditions.outpatientCost[condition])
  }

  /// Lets the doctor's threshold for a bed follow the payment: the patient's own luck, drawn when the
  /// need arose, is held against the moved chance, so the sickest are admitted under any payment.
  mutating func weighAdmission(of patient: EpisodeID) {
    let episode = episodes[patient]
    let tilt = notices.payment.admit[facilities.kind(episode.facility).lane]
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
