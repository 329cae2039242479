import Engine
import Geography
import Probability

/// Ambulances from the call to clear.
struct Ambulance: ~Copyable {
  /// What can fall due here.
  enum Event: BitwiseCopyable {
    case nightBegins
    case nightEnds
    case callHandled(EpisodeID)
    case reachesScene(CrewID)
    case leavesScene(CrewID)
    case reachesHospital(CrewID)
    case handoverEnds(CrewID)
    case clears(CrewID)
    case reachesStation(CrewID)

    var word: UInt64 {
      switch self {
      case .nightBegins: 0
      case .nightEnds: 1
      case .callHandled(let patient): 1 << 48 | UInt64(patient.row)
      case .reachesScene(let crew): 2 << 48 | UInt64(crew.row)
      case .leavesScene(let crew): 3 << 48 | UInt64(crew.row)
      case .reachesHospital(let crew): 4 << 48 | UInt64(crew.row)
      case .handoverEnds(let crew): 5 << 48 | UInt64(crew.row)
      case .clears(let crew): 6 << 48 | UInt64(crew.row)
      case .reachesStation(let crew): 7 << 48 | UInt64(crew.row)
      }
    }
  }

  let posts: [CrewPost]
  let inputs: AmbulanceInputs
  let laws: MissionLaws
  let circle: CircleStandard
  private let levers: AmbulanceLevers
  var status: [CrewStatus]
  /// Which crew holds each conveyed patient, by crew.
  var patients: [EpisodeID?]
  private var stationsAdded = 0
  private var isNight = false
  /// Share of residents in the static circle: urban, rural, all.
  private var staticCircle: [Double] = []

  init(_ plan: CountyPlan) {
    posts = plan.crews
    inputs = plan.inputs.ambulance
    levers = plan.levers.ambulance
    laws = MissionLaws(plan.inputs.ambulance)
    circle = plan.inputs.facts.ambulances.standard
    status = Array(repeating: .offDuty, count: plan.crews.count)
    patients = Array(repeating: nil, count: plan.crews.count)
  }

  /// Starts the shifts.
  mutating func open(in world: inout World) {
    world.schedule(
      .ambulance(.nightEnds),
      for: .nightShift,
      at: world.instant(atMinute: inputs.nightHours[1])
    )
    isNight = true
    for row in posts.indices { report(CrewID(row: row), in: &world) }
  }

  /// Opens the stations that policy adds.
  mutating func turnDay(in world: inout World) {
    let added = Int(levers.stationsAdded.value(onDay: world.today.day))
    if staticCircle.isEmpty || added != stationsAdded {
      stationsAdded = added
      staticCircle = drawCircle(on: world.map)
    }
    for (lane, share) in staticCircle.enumerated() {
      world.ledger.set(.staticCircle, lane: lane, to: Int64((share * 1_000_000).rounded()))
    }
    for row in posts.indices where posts[row].candidate > 0 {
      report(CrewID(row: row), in: &world)
    }
  }

  /// Stations open now, as settlements.
  func openStations(of map: CountyMap) -> [Int] {
    map.stations.map(\.settlement) + map.candidateStations.prefix(stationsAdded).map(\.settlement)
  }

  private func drawCircle(on map: CountyMap) -> [Double] {
    let result = map.coverage.shareWithin(
      minutes: circle.urbanMinutes,
      rural: circle.ruralMinutes,
      of: openStations(of: map)
    )
    return [result.urban, result.rural, result.total]
  }

  /// Whether a crew should be on duty now.
  func isRostered(_ crew: CrewID) -> Bool {
    let post = posts[crew.row]
    return post.candidate <= stationsAdded && (!isNight || post.shift == .dayAndNight)
  }

  /// Comes on duty or goes off, unless on a mission; a mission is always finished.
  mutating func report(_ crew: CrewID, in world: inout World) {
    switch status[crew.row] {
    case .offDuty where isRostered(crew):
      standBy(crew, in: &world)
    case .standby where !isRostered(crew):
      status[crew.row] = .offDuty
    default: return
    }
  }

  mutating func turn(toNight night: NightOrDay, in world: inout World) {
    isNight = night == .night
    for row in posts.indices { report(CrewID(row: row), in: &world) }
    let next: Event = isNight ? .nightEnds : .nightBegins
    let minute = inputs.nightHours[isNight ? 1 : 0]
    var instant = world.instant(atMinute: minute)
    if instant <= world.now { instant = world.today.nextMidnight + .minutes(minute) }
    world.schedule(.ambulance(next), for: .nightShift, at: instant)
  }

  /// The two shifts.
  enum NightOrDay { case night, day }

  /// The crew is at its station and free: it takes the most urgent waiting call.
  mutating func standBy(_ crew: CrewID, in world: inout World) {
    status[crew.row] = .standby(at: posts[crew.row].settlement)
    takeWaitingCall(crew, in: &world)
  }
}
