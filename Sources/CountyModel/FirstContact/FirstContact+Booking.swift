import Engine
import Geography
import Probability

/// Appointments at county hospitals, visits online, and wrong turnings.
extension FirstContact {
  /// Books a time slot for those who book at all, and sends them there; `false` where they come
  /// without.
  mutating func keepsAppointment(
    _ patient: EpisodeID,
    at one: Alternative,
    wishing minute: Double,
    in world: inout World
  ) -> Bool {
    let episode = world.episodes[patient]
    let words = world.streams.words(at: Purpose.booking.at(episode.need))
    world.ledger.add(.ownVisits)
    guard RandomStreams.unit(words.x) < world.appointments.share else { return false }
    let specialty = world.conditions.specialty[Int(episode.condition)]
    guard let clinic = world.facilities.clinic(at: one.facility, for: specialty),
      let slot = world.appointments.book(
        at: clinic,
        wishing: minute,
        from: RandomStreams.unit(words.y) < sameDayShare ? 0 : 1,
        after: (world.now - world.today.midnight).inMinutes + Double(one.minutes),
        on: world.today
      )
    else { return false }
    world.ledger.add(.slotsBooked)
    world.ledger.add(.slotDays, Int64(slot.lead))
    world.episodes[patient].traits.insert(.booked)
    world.episodes[patient].lead = UInt8(clamping: slot.lead)
    let within = RandomStreams.unit(words.w) * world.appointments.minutes
    let instant = world.instant(atMinute: Double(slot.lead) * 1440 + slot.minute + within)
    world.send(patient, to: one, arriving: instant)
    // Whoever has it from today for today keeps it.
    if slot.lead > 0, RandomStreams.unit(words.z) < world.notices.process.noShow {
      world.schedule(.firstContact(.missesSlot(patient)), for: patient, at: instant)
    }
    return true
  }

  /// Minutes that a walk-in loses at the wrong desk of a county hospital.
  func detour(of episode: Episode, in world: inout World) -> Double {
    let share = world.notices.process.misrouted
    guard share > 0,
      world.streams.uniform(at: Purpose.process.at(episode.need)) < share
    else { return 0 }
    world.ledger.add(.misrouted)
    return misroutedMinutes
  }

  func goesOnline(_ patient: EpisodeID, to one: Alternative, in world: borrowing World) -> Bool {
    world.choice.goesOnline(
      world.episodes[patient],
      to: one,
      notices: world.notices,
      streams: world.streams
    )
  }

  /// An online visit is paid and over; it is counted apart from visits at the door.
  mutating func seeOnline(_ patient: EpisodeID, at one: Alternative, in world: inout World) {
    world.episodes[patient].facility = one.facility
    world.ledger.add(.onlineVisits, lane: one.kind.lane)
    let episode = world.episodes[patient]
    if world.isRemembered(episode) {
      world.residents[episode.person].use(one.facility, remembering: VisitMemory())
    }
    world.handOff(.visitEnded(patient))
    world.handOff(.closed(patient))
  }
}
