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
    }
  }

  private mutating func consultationEnds(_ patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    let clinic = episode.clinic
    let kind = Int(clinics[clinic].kind)
    clinics[clinic].busy -= 1
    busy[kind].change(by: -1, at: world.now, as: .busyTime, lane: kind, in: &world.ledger)
    leaveWhenDone(clinic, in: &world)
    callNext(at: clinic, in: &world)
    if episode.traits.contains(.background) { return world.handOff(.closed(patient)) }
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
    guard clinics[clinic].doors == .closing else { return }
    let kind = Int(clinics[clinic].kind)
    let waiting =
      world.lines.count(of: world.linePlan.line(.referred, of: clinic))
      + world.lines.count(of: world.linePlan.line(.walkIn, of: clinic))
    guard waiting == 0 else { return }
    let leaving = clinics[clinic].onDuty - clinics[clinic].busy
    let overtime = Int64((world.now - clinics[clinic].closedAt).milliseconds)
    world.ledger.add(.overtime, lane: kind, overtime * Int64(leaving))
    change(onDutyAt: clinic, to: clinics[clinic].busy, in: &world)
    if clinics[clinic].busy == 0 { clinics[clinic].doors = .closed }
  }

  private mutating func patienceEnds(_ patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    let sent = episode.traits.contains(.referred)
    let line = world.linePlan.line(sent ? .referred : .walkIn, of: episode.clinic)
    world.lines.remove(patient, from: line)
    leaveLine(after: world.now - episode.since, in: &world)
    world.ledger.add(.gaveUp, lane: Int(clinics[episode.clinic].kind))
    if episode.traits.contains(.background) { return world.handOff(.closed(patient)) }
    world.choice.learn(world.now - episode.since, at: episode.facility, from: episode.settlement)
    world.handOff(.seeksElsewhere(patient))
  }

  /// Four edges a day: doors open, lunch, doors open again, day over.
  private mutating func sessionEdge(_ hours: Hours, in world: inout World) {
    let place = Int(hours.rawValue)
    let edge = nextEdge[place]
    for row in table.indices where self.hours(of: ClinicID(row: row)) == hours {
      let clinic = ClinicID(row: row)
      switch edge {
      case 0, 2: open(clinic, in: &world)
      case 1: rest(clinic, in: &world)
      default: close(clinic, in: &world)
      }
    }
    nextEdge[place] = (edge + 1) % 4
    scheduleEdge(hours, in: &world)
  }

  private mutating func open(_ clinic: ClinicID, in world: inout World) {
    clinics[clinic].doors = .open
    change(onDutyAt: clinic, to: clinics[clinic].staff, in: &world)
    callNext(at: clinic, in: &world)
  }

  private mutating func rest(_ clinic: ClinicID, in world: inout World) {
    clinics[clinic].doors = .breakTime
    change(onDutyAt: clinic, to: clinics[clinic].busy, in: &world)
  }

  /// The patients inside are still seen; physicians leave as the line empties.
  private mutating func close(_ clinic: ClinicID, in world: inout World) {
    clinics[clinic].doors = .closing
    clinics[clinic].closedAt = world.now
    callNext(at: clinic, in: &world)
    leaveWhenDone(clinic, in: &world)
  }

  private mutating func change(
    onDutyAt clinic: ClinicID,
    to physicians: Int16,
    in world: inout World
  ) {
    let kind = Int(clinics[clinic].kind)
    let step = Int64(physicians) - Int64(clinics[clinic].onDuty)
    onDuty[kind].change(by: step, at: world.now, as: .dutyTime, lane: kind, in: &world.ledger)
    clinics[clinic].onDuty = physicians
  }

  func scheduleEdge(_ hours: Hours, in world: inout World) {
    let place = Int(hours.rawValue)
    let edge = nextEdge[place]
    let minute = sessions[place][edge]
    var instant = world.instant(atMinute: minute)
    if edge == 0, instant <= world.now { instant = world.today.nextMidnight + .minutes(minute) }
    let bell: Bell = hours == .grassroots ? .grassrootsSession : .hospitalSession
    world.schedule(.clinics(.sessionEdge(hours)), for: bell, at: instant)
  }
}
