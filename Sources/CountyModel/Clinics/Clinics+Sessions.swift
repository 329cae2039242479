import Engine
import Geography

extension Clinics {
  /// The doors open, close for lunch, open again and close; where there is an evening session, some
  /// of the physicians stay for it.
  mutating func sessionEdge(_ hours: Hours, in world: inout World) {
    let place = Int(hours.rawValue)
    let edge = nextEdge[place]
    let stays = edge == .ends && hours == .grassroots && evening > 0
    for row in table.indices where self.hours(of: ClinicID(row: row)) == hours {
      let clinic = ClinicID(row: row)
      switch edge {
      case .opens, .opensAgain: open(clinic, in: &world)
      case .rests: rest(clinic, in: &world)
      case .ends where stays: thinOut(clinic, in: &world)
      case .ends, .eveningEnds: finish(clinic, in: &world)
      }
    }
    nextEdge[place] = following(edge, evening: stays ? .held : .none)
    scheduleEdge(hours, in: &world)
  }

  private enum Evening { case none, held }

  private func following(_ edge: Edge, evening: Evening) -> Edge {
    switch edge {
    case .opens: .rests
    case .rests: .opensAgain
    case .opensAgain: .ends
    case .ends: evening == .held ? .eveningEnds : .opens
    case .eveningEnds: .opens
    }
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

  /// Those on evening duty stay, at least one where anybody worked today; the others finish what
  /// they are doing.
  private mutating func thinOut(_ clinic: ClinicID, in world: inout World) {
    let duty = Int16((Double(clinics[clinic].staff) * inputs.dutyShare).rounded())
    let staying = min(clinics[clinic].staff, max(1, duty))
    change(onDutyAt: clinic, to: max(staying, clinics[clinic].busy), in: &world)
    callNext(at: clinic, in: &world)
  }

  func scheduleEdge(_ hours: Hours, in world: inout World) {
    let place = Int(hours.rawValue)
    let edge = nextEdge[place]
    let minute =
      edge == .eveningEnds ? sessions[place][3] + evening : sessions[place][edge.rawValue]
    var instant = world.instant(atMinute: minute)
    if edge == .opens, instant <= world.now {
      instant = world.today.nextMidnight + .minutes(minute)
    }
    let bell: Bell = hours == .grassroots ? .grassrootsSession : .hospitalSession
    world.schedule(.clinics(.sessionEdge(hours)), for: bell, at: instant)
  }
}
