import Engine
import Geography

/// What is kept for the patients of family doctors, and until when.
extension Clinics {
  /// Announces the day's reserve, holds physicians back and sets the clock for their release.
  mutating func reserve(in world: inout World) {
    let day = world.today.day
    let share = levers.reserved.value(onDay: day)
    let held = levers.reservedHeld.value(onDay: day)
    let release = levers.reservedRelease.value(onDay: day)
    world.notices.reservedSlots = share
    // Reserved capacity released at midnight or before is not there when the doors open.
    let keeps = release < 1440 ? held : 0
    for row in table.indices where table[row].kind.tier == .county {
      let clinic = ClinicID(row: row)
      let staff = Double(clinics[clinic].staff)
      clinics[clinic].held = Int16(((share * staff).rounded() * keeps).rounded())
      offer(share * staff * consultations, at: clinic, in: &world)
    }
    world.appointments.turn(
      to: world.today,
      share: levers.timeSlots.value(onDay: day),
      protected: share * held,
      release: release
    )
    if share * keeps > 0, release > 0 {
      let instant = world.today.nextMidnight + .minutes(-release)
      world.schedule(.clinics(.releasesReserved), for: .reservedRelease, at: instant)
    }
  }

  /// Places reserved today, for the books.
  private mutating func offer(_ places: Double, at clinic: ClinicID, in world: inout World) {
    let whole = Int16(clamping: Int(places))
    clinics[clinic].reservedLeft = whole
    if whole > 0 { world.ledger.add(.reservedPlaces, Int64(whole)) }
  }

  /// A patient of a family doctor has come: one reserved place fewer.
  mutating func useReserved(at clinic: ClinicID, in world: inout World) {
    guard clinics[clinic].reservedLeft > 0 else { return }
    clinics[clinic].reservedLeft -= 1
    world.ledger.add(.reservedUsed)
  }

  /// What nobody has asked for is open to everybody.
  mutating func releaseReserved(in world: inout World) {
    for row in table.indices where clinics[ClinicID(row: row)].held > 0 {
      clinics[ClinicID(row: row)].held = 0
      callNext(at: ClinicID(row: row), in: &world)
    }
  }

  /// Consultations of one hospital physician in a day's sessions.
  private var consultations: Double {
    let edges = inputs.hospitalSessions
    let minutes = edges[1] - edges[0] + edges[3] - edges[2]
    return minutes / inputs.consultation[FacilityKind.countyGeneral.lane]
  }
}
