import Engine
import Geography
import Probability

extension Clinics {
  /// Rings the bells of the first day.
  mutating func open(in world: inout World) {
    for hours in Hours.allCases { scheduleEdge(hours, in: &world) }
  }

  /// Who is on duty today, and what is reserved.
  mutating func turnDay(in world: inout World) {
    let day = world.today.day
    let reserved = levers.reserved.value(onDay: day)
    let held = levers.reservedHeld.value(onDay: day)
    let county = levers.countyPhysicians.value(onDay: day)
    world.notices.reservedSlots = reserved
    for kind in world.facilities.kinds { world.ledger.add(.facilityDays, lane: kind.lane) }
    for row in table.indices {
      let clinic = ClinicID(row: row)
      let multiplier = table[row].kind.tier == .county ? county : 1
      let staff = staff(of: row, multiplier: multiplier, in: &world)
      clinics[clinic].staff = staff
      let share = table[row].kind.tier == .county ? reserved : 0
      let kept = (share * Double(staff)).rounded()
      clinics[clinic].held = Int16((kept * held).rounded())
    }
  }

  /// Books the levels of staff up to midnight.
  mutating func settle(at instant: SimInstant, in world: inout World) {
    for kind in FacilityKind.allCases.map(\.lane) {
      onDuty[kind].settle(at: instant, as: .dutyTime, lane: kind, in: &world.ledger)
      busy[kind].settle(at: instant, as: .busyTime, lane: kind, in: &world.ledger)
    }
    inLine.settle(at: instant, as: .lineTime, lane: 0, in: &world.ledger)
  }

  /// Physicians on duty: base, less absence, at weekends fewer, plus or minus postings.
  ///
  /// A fraction of a physician is there on that fraction of days; a single-handed clinic finds
  /// a locum.
  private func staff(of row: Int, multiplier: Double, in world: inout World) -> Int16 {
    let base = table[row].physicians * multiplier + world.notices.postings.physicians[row]
    guard base > 0 else { return 0 }
    let weekday = world.today.weekday
    let week = weekday < 5 ? 1 : inputs.weekendStaffing[weekday - 5]
    let expected = base * (1 - absence) * week
    let whole = expected.rounded(.down)
    let address = Purpose.staffing.at(
      UInt64(row) << 32 | UInt64(UInt32(bitPattern: Int32(world.today.date.dayNumber)))
    )
    let extra: Double = world.streams.uniform(at: address) < expected - whole ? 1 : 0
    let grassroots = table[row].kind.isGrassroots
    return Int16(max(whole + extra, grassroots && base >= 0.5 ? 1 : 0))
  }
}
