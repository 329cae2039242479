import Engine
import Geography
import Probability

/// Who is away today: leave and illness in spells, yearly training, and village doctors' rotation.
///
/// A clinic's physicians are numbered person-equivalents; each draw is addressed by clinic, person
/// and spell, so that one more physician, or a policy, moves nobody else's leave.
struct StaffAbsence {
  private let absence: Double
  private let spell: Int
  private let trainingDays: Int
  private let clinics: [FacilityTable.Clinic]
  private let townshipPhysicians: Double

  init(_ plan: CountyPlan) {
    let inputs = plan.inputs.workforce
    absence = inputs.absence
    spell = max(1, Int(inputs.leaveSpell.rounded()))
    trainingDays = min(365, max(1, Int(inputs.trainingLength.rounded())))
    clinics = plan.facilities.clinics
    townshipPhysicians = clinics.reduce(0) { $0 + ($1.kind.tier == .township ? $1.physicians : 0) }
  }

  /// Share of the physicians of the clinic at `row` who are present, 0 to 1, when `trained` township
  /// physicians of the county are sent to training a year.
  func presence(
    ofClinic row: Int,
    trained: Double,
    on today: Today,
    streams: borrowing RandomStreams
  ) -> Double {
    let physicians = clinics[row].physicians
    let training = clinics[row].kind.tier == .township ? trained / max(1, townshipPhysicians) : 0
    guard absence > 0 || training > 0 else { return 1 }
    var away = 0.0
    for person in 0..<Int(physicians.rounded(.up)) {
      let weight = min(1, physicians - Double(person))
      let key = clinics[row].luck &+ UInt64(person) << 40
      if isOnLeave(key, on: today, streams) || isInTraining(key, training, on: today, streams) {
        away += weight
      }
    }
    return max(0, 1 - away / physicians)
  }

  /// Whether a village clinic is closed because its doctor is at the yearly training and nobody
  /// stands in (YD-25, WD-41).
  func closes(
    clinic row: Int,
    days: Double,
    substitute: Double,
    on today: Today,
    streams: borrowing RandomStreams
  ) -> Bool {
    guard days > 0, clinics[row].kind.tier == .village else { return false }
    let key = clinics[row].luck &+ 1 << 60
    guard isAway(key, for: Int(days.rounded()), as: .training, on: today, streams) else {
      return false
    }
    let address = Purpose.substitute.at(key &+ UInt64(today.date.year))
    return streams.uniform(at: address) >= substitute
  }

  /// Leave and illness: time is cut into spells, each taken off with the chance of absence.
  ///
  /// Every person's spells begin on days of their own.
  private func isOnLeave(
    _ person: UInt64,
    on today: Today,
    _ streams: borrowing RandomStreams
  ) -> Bool {
    guard absence > 0 else { return false }
    let day = today.date.dayNumber + Int(truncatingIfNeeded: person &* 7919 % UInt64(spell))
    let address = Purpose.leave.at(person &+ UInt64(day / spell))
    return streams.uniform(at: address) < absence
  }

  private func isInTraining(
    _ person: UInt64,
    _ chance: Double,
    on today: Today,
    _ streams: borrowing RandomStreams
  ) -> Bool {
    guard chance > 0 else { return false }
    let address = Purpose.training.at(person &+ UInt64(today.date.year), 1)
    guard streams.uniform(at: address) < chance else { return false }
    return isAway(person, for: trainingDays, as: .training, on: today, streams)
  }

  /// Whether the one spell of the year, whose first day is a person's own luck, covers today.
  private func isAway(
    _ person: UInt64,
    for days: Int,
    as purpose: Purpose,
    on today: Today,
    _ streams: borrowing RandomStreams
  ) -> Bool {
    let year = today.date.year
    guard let first = CivilDate(year: year, month: 1, day: 1) else { return false }
    let luck = streams.uniform(at: purpose.at(person &+ UInt64(year)))
    let start = first.dayNumber + Int(luck * Double(max(1, 365 - days)))
    return (start..<start + days).contains(today.date.dayNumber)
  }
}
