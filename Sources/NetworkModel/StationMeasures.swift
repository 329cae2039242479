import Engine

/// What is counted at a station while it runs.
struct StationMeasures: Sendable {
  private let scale: TimeScale
  private let servers: Int
  private let room: StationRoom
  private let waitLimits: [SimDuration]
  private var warm: SimInstant = .start

  /// How many are present, and for how long how many were.
  var present: LevelTimes
  /// How many wait.
  var waiting = TimeWeighted()
  private var offered = 0
  private var foundAllBusy = 0
  private var refused = 0
  private var waits = Tally()
  private var waitsAboveZero = Tally()
  private var stays = Tally()
  private var services = Tally()
  private var serviceCubes = Tally()
  private var overLimit: [Int]
  private var waitQuantiles = LogHistogram()
  private var stayQuantiles = LogHistogram()
  private var busySince: SimInstant?
  private var busyPeriods = Tally()

  init(_ inputs: StationInputs) {
    scale = inputs.scale
    servers = inputs.servers
    room = inputs.room
    waitLimits = inputs.waitLimits.map { inputs.scale.duration($0) }
    overLimit = Array(repeating: 0, count: waitLimits.count)
    // Enough to keep every state of a full station apart, and the small ones of any other.
    present = LevelTimes(top: max(inputs.servers + 1, 16))
  }

  /// Forgets everything but who is there.
  mutating func reset(at instant: SimInstant) {
    warm = instant
    present.reset(at: instant)
    waiting.reset(at: instant)
    (offered, foundAllBusy, refused) = (0, 0, 0)
    (waits, waitsAboveZero, stays) = (Tally(), Tally(), Tally())
    (services, serviceCubes, busyPeriods) = (Tally(), Tally(), Tally())
    overLimit = Array(repeating: 0, count: waitLimits.count)
    (waitQuantiles, stayQuantiles) = (LogHistogram(), LogHistogram())
  }

  /// Somebody comes and finds so many present.
  mutating func arrive(whenPresent level: Int, at instant: SimInstant) {
    offered += 1
    if level >= servers { foundAllBusy += 1 }
    if case .places(let places) = room, level >= places { refused += 1 }
  }

  /// The number present changes; a busy period begins or ends with an empty station.
  mutating func setPresent(_ level: Int, at instant: SimInstant) {
    if present.level == 0 {
      busySince = instant
    } else if level == 0, let since = busySince, since >= warm {
      busyPeriods.add(scale.units(instant - since))
    }
    present.set(level, at: instant)
  }

  /// A service of a length, in units, begins.
  mutating func draw(service: Double) {
    services.add(service)
    serviceCubes.add(service * service * service)
  }

  /// A customer leaves; they count if they came after the warm-up.
  mutating func complete(_ visit: Visit, at instant: SimInstant) {
    guard visit.arrived >= warm else { return }
    let wait = visit.began - visit.arrived
    let stay = instant - visit.arrived
    waits.add(scale.units(wait))
    stays.add(scale.units(stay))
    waitQuantiles.add(wait)
    stayQuantiles.add(stay)
    guard wait > .zero else { return }
    waitsAboveZero.add(scale.units(wait))
    for limit in waitLimits.indices where wait > waitLimits[limit] { overLimit[limit] += 1 }
  }

  /// Reads everything off at the end.
  func readings(capacity: Capacity, handled: UInt64, at end: SimInstant) -> StationReadings {
    var present = present
    present.settle(to: end)
    let length = scale.units(end - warm)
    return StationReadings(
      present: present,
      meanWaiting: waiting.mean(from: warm, to: end),
      meanBusy: scale.units(capacity.busyTime(to: end)) / length,
      length: length,
      offered: offered,
      foundAllBusy: foundAllBusy,
      refused: refused,
      waits: waits,
      waitsAboveZero: waitsAboveZero,
      stays: stays,
      services: services,
      serviceCubes: serviceCubes,
      busyPeriods: busyPeriods,
      overLimit: overLimit,
      wait95: waitQuantiles.percentile(0.95).map { scale.units($0) },
      stay95: stayQuantiles.percentile(0.95).map { scale.units($0) },
      handled: handled
    )
  }
}
