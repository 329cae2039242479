import Engine
import Geography
import Probability

extension Clinics {
  mutating func handle(_ event: Event, in world: inout World) {
    switch event {
    case .sessionEdge(let hours): sessionEdge(hours, in: &world)
    case .consultationEnds(let patient): consultationEnds(patient, in: &world)
    case .patienceEnds(let patient): patienceEnds(patient, in: &world)
    case .returns(let patient): receive(patient, in: &world)
    case .releasesReserved: releaseReserved(in: &world)
    }
  }

  private mutating func consultationEnds(_ patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    let clinic = episode.clinic
    let kind = Int(clinics[clinic].kind)
    // Whoever was seen will remember where; until then the next patient is called.
    world.residents.fetch(episode.person)
    clinics[clinic].busy -= 1
    busy[kind].change(by: -1, at: world.now, as: .busyTime, lane: kind, in: &world.ledger)
    leaveWhenDone(clinic, in: &world)
    callNext(at: clinic, in: &world)
    if episode.traits.contains(.background) { return world.handOff(.closed(patient)) }
    if episode.traits.contains(.followUp) { return world.handOff(.followedUp(patient)) }
    if episode.traits.contains(.testDue) {
      world.episodes[patient].traits.remove(.testDue)
      world.episodes[patient].traits.insert(.returning)
      return world.handOff(.testOrdered(patient))
    }
    world.episodes[patient].traits.subtract([.returning, .booked])
    world.remember(patient)
    world.handOff(.visitEnded(patient))
    dispose(of: patient, in: &world)
  }

  /// At lunch, whoever is done leaves; after the doors have closed, a physician whom nobody needs
  /// goes home.
  private mutating func leaveWhenDone(_ clinic: ClinicID, in world: inout World) {
    if clinics[clinic].doors == .breakTime {
      return change(onDutyAt: clinic, to: clinics[clinic].busy, in: &world)
    }
    guard clinics[clinic].doors == .closing, waiting(at: clinic, in: world) == 0 else { return }
    let kind = Int(clinics[clinic].kind)
    let leaving = clinics[clinic].onDuty - clinics[clinic].busy
    let overtime = Int64((world.now - clinics[clinic].closedAt).milliseconds)
    world.ledger.add(.overtime, lane: kind, overtime * Int64(leaving))
    change(onDutyAt: clinic, to: clinics[clinic].busy, in: &world)
    if clinics[clinic].busy == 0 { clinics[clinic].doors = .closed }
  }

  private mutating func patienceEnds(_ patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    world.lines.remove(patient, from: line(of: episode, in: world))
    world.episodes[patient].traits.remove(.booked)
    clinics[episode.clinic].line.leave(at: world.now, after: world.now - episode.since)
    world.ledger.add(.gaveUp, lane: Int(clinics[episode.clinic].kind))
    if episode.traits.contains(.background) { return world.handOff(.closed(patient)) }
    if !episode.traits.contains(.followUp) {
      world.choice.learn(world.now - episode.since, at: episode.facility, from: episode.settlement)
    }
    world.handOff(.seeksElsewhere(patient))
  }

  mutating func change(onDutyAt clinic: ClinicID, to physicians: Int16, in world: inout World) {
    let kind = Int(clinics[clinic].kind)
    let step = Int64(physicians) - Int64(clinics[clinic].onDuty)
    onDuty[kind].change(by: step, at: world.now, as: .dutyTime, lane: kind, in: &world.ledger)
    clinics[clinic].onDuty = physicians
  }

  /// After the doors have closed: see those inside, and leave as the line empties.
  mutating func finish(_ clinic: ClinicID, in world: inout World) {
    clinics[clinic].doors = .closing
    clinics[clinic].closedAt = world.now
    callNext(at: clinic, in: &world)
    leaveWhenDone(clinic, in: &world)
  }
}
