import Engine
import Geography

extension Clinics {
  /// Books the wait of a patient who has just been called, and what their home learns from it.
  mutating func count(
    _ patient: EpisodeID,
    after wait: SimDuration,
    at clinic: ClinicID,
    in world: inout World
  ) {
    let episode = world.episodes[patient]
    guard !episode.traits.contains(.background) else { return }
    let kind = Int(clinics[clinic].kind)
    guard !episode.traits.contains(.returning) else {
      world.ledger.add(.returnWaits, lane: kind)
      return world.ledger.add(.returnWaitTime, lane: kind, Int64(wait.milliseconds))
    }
    let milliseconds = Int64(wait.milliseconds)
    world.ledger.add(.waits, lane: kind)
    world.ledger.add(.waitTime, lane: kind, milliseconds)
    world.ledger.enter(wait, in: .consultation, lane: kind)
    if table[clinic.row].kind.tier == .county {
      let walkIn = episode.traits.isDisjoint(with: [.booked, .referred])
      let lane = walkIn ? 0 : episode.traits.contains(.booked) ? 1 : 2
      world.ledger.add(.waitsByAccess, lane: lane)
      world.ledger.add(.waitTimeByAccess, lane: lane, milliseconds)
    }
    if episode.traits.contains(.familyReferred) {
      world.ledger.add(.familyReferredWaits, lane: kind)
      world.ledger.add(.familyReferredWaitTime, lane: kind, milliseconds)
      useReserved(at: clinic, in: &world)
    }
    if isMorning(episode.since, world.today), table[clinic.row].kind.tier == .county {
      world.ledger.add(.morningWaits)
      world.ledger.add(.morningWaitTime, milliseconds)
      world.ledger.enter(wait, in: .countyMorning)
    }
    if let specialty = table[clinic.row].specialty {
      world.ledger.add(.specialtyWaits, lane: specialty)
      world.ledger.add(.specialtyWaitTime, lane: specialty, milliseconds)
    }
    let desks = inputs.cashier[kind] - world.notices.process.spared[episode.facility.row]
    world.ledger.add(.cashierTime, lane: kind, Int64((desks * 60_000).rounded()))
    let days = episode.traits.contains(.booked) ? episode.lead : 0
    let booking = world.choice.minutes(worth: days, to: episode.severity)
    // Somebody who was called in learns nothing for the choice of a facility.
    guard !episode.traits.contains(.followUp) else { return }
    world.noteWait(wait + booking, of: patient)
    world.choice.learn(wait + booking, at: episode.facility, from: episode.settlement)
  }

  private func isMorning(_ instant: SimInstant, _ today: Today) -> Bool {
    (480...600).contains((instant - today.midnight).inMinutes)
  }
}
