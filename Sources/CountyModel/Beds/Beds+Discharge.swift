import Engine
import Geography
import Probability

extension Beds {
  /// When a patient whose stay is over leaves: in the hours in which discharges are settled.
  ///
  /// A discharge due at the weekend may wait for Monday. Settlement at the bedside starts as soon as
  /// the stay is over and takes a part of the time.
  func discharge(of episode: Episode, in world: inout World) -> SimInstant {
    let address = Purpose.discharge.at(episode.need, episode.encounter)
    let words = world.streams.words(at: address)
    let (from, until) = (inputs.dischargeHours[0], inputs.dischargeHours[1])
    let share = RandomStreams.unit(words.x)
    let hospital = kind(of: episode.ward).hasEmergency
    let atBedside = hospital && RandomStreams.unit(words.z) < rules.bedside
    if hospital { world.ledger.add(.settledDischarges, lane: atBedside ? 1 : 0) }
    let factor = atBedside ? inputs.bedsideFactor : 1
    var minute = from + share * (until - from)
    if atBedside {
      let now = (world.now - world.today.midnight).inMinutes
      let start = now > until ? from : max(from, now)
      minute = min(max(minute, start), start + share * (until - from) * factor)
      if now > until { minute = from + share * (until - from) * factor }
    }
    var day = world.today.day
    if world.instant(atMinute: minute) < world.now { day += 1 }
    let weekday = world.clock.date(at: world.clock.midnight(ofDay: day)).weekday
    let delay = inputs.weekendDelay * factor
    if weekday >= 5, RandomStreams.unit(words.y) < delay { day += 7 - weekday }
    return world.clock.midnight(ofDay: day) + .minutes(minute)
  }

  /// Time a city bed is held while the deposit is paid; none for those who pay none.
  func desk(of episode: Episode, in kind: FacilityKind, in world: borrowing World) -> SimDuration {
    guard kind.tier == .city, !episode.traits.contains(.background) else { return .zero }
    let uniform = world.streams.uniform(at: Purpose.deposit.at(episode.need, episode.encounter))
    return uniform < rules.zeroDeposit ? .zero : .minutes(inputs.admissionDesk)
  }

  /// Whether a township has a joint ward with the county.
  func hasJointWard(at township: FacilityID) -> Bool {
    guard rules.jointWards > 0, let place = townshipPlaces[township.row] else { return false }
    return place < Int((rules.jointWards * Double(conversion.count)).rounded())
  }

  /// Where a stable patient may go, best first: care, medical and nursing-home beds.
  func stepDownWards(at township: FacilityID, in world: borrowing World) -> [WardID] {
    let own = [WardKind.care, .medical].compactMap { world.facilities.ward(at: township, $0) }
    guard rules.nursingBeds > 0, let place = townshipPlaces[township.row] else { return own }
    return own + [nursingWard(place)]
  }
}
