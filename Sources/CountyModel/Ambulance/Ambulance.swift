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
    /// A patient who was sent on reaches the next door without a crew.
    case arrivesAlone(EpisodeID)

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
      case .arrivesAlone(let patient): 8 << 48 | UInt64(patient.row)
      }
    }
  }

  private let lent = LentInPlace()
  let posts: [CrewPost]
  let inputs: AmbulanceInputs
  let laws: MissionLaws
  let circle: CircleStandard
  private let levers: AmbulanceLevers
  /// Written by `become` only, which keeps the meters.
  private(set) var status: [CrewStatus]
  /// Which crew holds each conveyed patient, by crew.
  var patients: [EpisodeID?]
  /// Where each crew stands by next.
  var bases: [SettlementID]
  var legs: [CrewLeg]
  private(set) var rules = DispatchRules()
  private var isNight = false
  private var onDuty = LevelMeter()
  private var busy = LevelMeter()
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
    bases = plan.crews.map(\.settlement)
    legs = Array(repeating: CrewLeg(), count: plan.crews.count)
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

  /// Announces how transfers go, sets the rules, and opens the stations that policy adds.
  mutating func turnDay(in world: inout World) {
    let share = inputs.transferShare
    world.notices.transfers = TransferNotice(shares: SIMD4(share[0], share[1], share[2], 0))
    let before = rules.stationsAdded
    rules = DispatchRules(levers, inputs, onDay: world.today.day, crews: posts.count)
    if staticCircle.isEmpty || rules.stationsAdded != before {
      staticCircle = drawCircle(on: world.map)
    }
    for (lane, share) in staticCircle.enumerated() {
      world.ledger.set(.staticCircle, lane: lane, to: Int64((share * 1_000_000).rounded()))
    }
    for row in posts.indices where posts[row].candidate > 0 || posts[row].vehicle == .helicopter {
      report(CrewID(row: row), in: &world)
    }
  }

  /// Stations open now, as settlements.
  func openStations(of map: CountyMap) -> [Int] {
    let added = map.candidateStations.prefix(rules.stationsAdded)
    return map.stations.map(\.settlement) + added.map(\.settlement)
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
    if post.vehicle == .helicopter { return rules.helicopter == .on && !isNight }
    return post.candidate <= rules.stationsAdded && (!isNight || post.shift == .dayAndNight)
  }

  /// Comes on duty or goes off, unless on a mission; a mission is always finished.
  mutating func report(_ crew: CrewID, in world: inout World) {
    switch status[crew.row] {
    case .offDuty where isRostered(crew):
      bases[crew.row] = posts[crew.row].settlement
      standBy(crew, in: &world)
    case .standby where !isRostered(crew):
      become(.offDuty, crew, in: &world)
    default: return
    }
  }

  mutating func turn(toNight night: NightOrDay, in world: inout World) {
    settle(at: world.now, in: &world)
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

  /// Lane of the ledger for the shift: 0 by day, 1 at night.
  var shiftLane: Int { isNight ? 1 : 0 }

  /// The crew is at its station and free: it takes the most urgent waiting call.
  mutating func standBy(_ crew: CrewID, in world: inout World) {
    become(.standby(at: bases[crew.row]), crew, in: &world)
    takeWaitingCall(crew, in: &world)
  }

  /// Changes what a crew is doing, and keeps account of crews on duty and busy.
  mutating func become(_ next: CrewStatus, _ crew: CrewID, in world: inout World) {
    let last = status[crew.row]
    status[crew.row] = next
    let duty = Self.onDuty(next) - Self.onDuty(last)
    let work = (next.isBusy ? 1 : 0) - (last.isBusy ? 1 : 0)
    let (now, lane) = (world.now, shiftLane)
    if duty != 0 {
      onDuty.change(by: Int64(duty), at: now, as: .crewTime, lane: lane, in: &world.ledger)
    }
    if work != 0 {
      busy.change(by: Int64(work), at: now, as: .missionTime, lane: lane, in: &world.ledger)
    }
  }

  private static func onDuty(_ status: CrewStatus) -> Int {
    if case .offDuty = status { return 0 }
    return 1
  }

  /// Books the crews' time up to an instant.
  mutating func settle(at instant: SimInstant, in world: inout World) {
    onDuty.settle(at: instant, as: .crewTime, lane: shiftLane, in: &world.ledger)
    busy.settle(at: instant, as: .missionTime, lane: shiftLane, in: &world.ledger)
  }
}
