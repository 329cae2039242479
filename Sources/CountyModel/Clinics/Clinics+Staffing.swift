import Engine
import Geography
import Probability

extension Clinics {
  /// Rings the bells of the first day.
  mutating func open(in world: inout World) {
    for hours in Hours.allCases { scheduleEdge(hours, in: &world) }
  }

  /// Who is on duty today, what is reserved, and how long the desks take.
  mutating func turnDay(in world: inout World) {
    let day = world.today.day
    let county = levers.countyPhysicians.value(onDay: day)
    for (row, kind) in world.facilities.kinds.enumerated() where world.notices.services.open[row] {
      world.ledger.add(.facilityDays, lane: kind.lane)
    }
    byHour.turn(toWeekday: world.today.weekday)
    let staffing = DayStaffing(on: world.today.date, inputs)
    for row in table.indices {
      let clinic = ClinicID(row: row)
      let multiplier = table[row].kind.tier == .county ? county : 1
      let share = staffing.share(at: table[row].kind)
      clinics[clinic].staff = staff(of: row, multiplier: multiplier, share: share, in: &world)
      byHour.expect(clinics[clinic].staff, at: clinic)
      let lane = table[row].kind.lane
      world.ledger.add(.dutyDays, lane: lane, Int64(clinics[clinic].staff))
    }
    reserve(in: &world)
    announceProcess(in: &world)
  }

  /// Time at desks: what is spared today, who loses the way, and how long the evening is.
  private mutating func announceProcess(in world: inout World) {
    let day = world.today.day
    evening = levers.evening.value(onDay: day)
    world.notices.process.evening = evening
    let triage = levers.triage.value(onDay: day)
    world.notices.process.misrouted = inputs.misrouted * (1 - triage)
    world.notices.process.noShow = inputs.noShow * (1 - levers.reminders.value(onDay: day))
    let payLater = levers.payLater.value(onDay: day)
    let reorganised = levers.bigOutpatient.value(onDay: day)
    for (row, kind) in world.facilities.kinds.enumerated() {
      var spared = 0.0
      if kind.tier == .county { spared = payLater }
      if kind.tier == .township, rollout[row] < reorganised { spared = inputs.reorganisedSaves }
      world.notices.process.spared[row] = spared * inputs.cashier[kind.lane]
    }
  }

  /// Books the levels of staff up to midnight.
  mutating func settle(at instant: SimInstant, in world: inout World) {
    for kind in FacilityKind.allCases.map(\.lane) {
      onDuty[kind].settle(at: instant, as: .dutyTime, lane: kind, in: &world.ledger)
      busy[kind].settle(at: instant, as: .busyTime, lane: kind, in: &world.ledger)
    }
  }

  /// Physicians on duty: base, less absence and rounds, at weekends and on holidays fewer, plus or
  /// minus postings.
  ///
  /// A fraction of a physician is there on that fraction of days; a single-handed clinic finds
  /// a locum.
  private func staff(
    of row: Int,
    multiplier: Double,
    share: Double,
    in world: inout World
  ) -> Int16 {
    let staffing = world.notices.staffing
    let facility = table[row].facility
    guard !staffing.closed[row], world.notices.services.isOpen(facility) else { return 0 }
    let own = table[row].physicians * multiplier * staffing.establishment[row]
    let lent = table[row].kind.isGrassroots ? world.notices.services.physicians[facility.row] : 0
    let posted = world.notices.postings.physicians[row] + lent
    let base = own + posted
    let minutes = inputs.consultation[table[row].kind.lane]
    let there = max(0, own * staffing.presence[row] + posted - staffing.rounds[row])
    world.appointments.expect(there, at: ClinicID(row: row), consulting: minutes)
    guard base > 0 else { return 0 }
    let expected = there * share
    let whole = expected.rounded(.down)
    let day = UInt64(bitPattern: Int64(world.today.date.dayNumber))
    let address = Purpose.staffing.at(table[row].luck &+ day)
    let extra: Double = world.streams.uniform(at: address) < expected - whole ? 1 : 0
    let grassroots = table[row].kind.isGrassroots
    return Int16(max(whole + extra, grassroots && base >= 0.5 ? 1 : 0))
  }
}
