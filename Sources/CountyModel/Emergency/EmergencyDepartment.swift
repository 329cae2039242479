import Engine
import Geography
import Probability

/// Emergency departments: bays, triage, and patients who board until a ward has a bed.
struct EmergencyDepartment: ~Copyable {
  /// What can fall due here.
  enum Event: BitwiseCopyable {
    case bayTimeEnds(EpisodeID)
    case patienceEnds(EpisodeID)

    var word: UInt64 {
      switch self {
      case .bayTimeEnds(let patient): UInt64(patient.row)
      case .patienceEnds(let patient): 1 << 48 | UInt64(patient.row)
      }
    }
  }

  /// The bays of one hospital.
  struct Bays {
    let hospital: FacilityID
    /// Bays before policy, and bays open today.
    let allBays: Int
    var bays: Int
    var taken = 0
  }

  private let lent = LentInPlace()
  private(set) var hospitals: [Bays]
  let inputs: EmergencyInputs
  let levers: EmergencyLevers
  private let observation: Distribution
  private let stay: Distribution
  private let decision: Distribution
  private let patience: Distribution

  init(_ plan: CountyPlan) {
    inputs = plan.inputs.emergency
    levers = plan.levers.emergency
    let inputs = plan.inputs.emergency
    hospitals = plan.facilities.hospitals.map { hospital in
      let bays =
        switch plan.facilities.kind(hospital) {
        case .countyGeneral: inputs.bays[0]
        case .countyTCM: inputs.bays[1]
        case .countyMCH: inputs.bays[2]
        default: inputs.bays[3]
        }
      return Bays(hospital: hospital, allBays: Int(bays), bays: Int(bays))
    }
    observation = Law.lognormal(median: inputs.observationStay, sigma: inputs.staySigma)
    stay = Law.lognormal(median: inputs.stay, sigma: inputs.staySigma)
    decision = Law.lognormal(median: inputs.decision, sigma: inputs.staySigma)
    patience = Law.exponential(mean: inputs.patience)
  }

  mutating func handle(_ event: Event, in world: inout World) {
    switch event {
    case .bayTimeEnds(let patient): bayTimeEnds(patient, in: &world)
    case .patienceEnds(let patient): patienceEnds(patient, in: &world)
    }
  }

  /// A walk-in patient.
  mutating func receive(_ patient: EpisodeID, in world: inout World) {
    triage(patient, in: &world)
    guard world.episodes[patient].stage == .inBayLine,
      world.episodes[patient].severity != .severe
    else { return }
    let episode = world.episodes[patient]
    let address = Purpose.patience.at(episode.need, episode.encounter)
    let minutes = world.streams.draw(patience, at: address)
    world.schedule(.emergency(.patienceEnds(patient)), for: patient, after: .minutes(minutes))
  }

  /// A patient whom a crew brings; the crew stays until a bay is free.
  mutating func receive(_ patient: EpisodeID, from crew: CrewID, in world: inout World) {
    triage(patient, in: &world)
  }

  private mutating func triage(_ patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    guard let place = world.facilities.hospital(episode.facility) else {
      preconditionFailure("only hospitals take emergencies")
    }
    let line: LinePlan.BayLine = episode.severity == .severe ? .critical : .other
    world.episodes[patient].stage = .inBayLine
    world.episodes[patient].since = world.now
    world.mark(patient)
    world.lines.append(patient, to: world.linePlan.line(line, ofHospital: place))
    callNext(at: place, in: &world)
  }

  /// Opens so many bays; a bay that is taken closes when it is left.
  mutating func open(_ bays: Int, at place: Int, in world: inout World) {
    let more = bays > hospitals[place].bays
    hospitals[place].bays = bays
    if more { callNext(at: place, in: &world) }
  }

  private mutating func callNext(at place: Int, in world: inout World) {
    while hospitals[place].taken < hospitals[place].bays {
      let critical = world.linePlan.line(.critical, ofHospital: place)
      let other = world.linePlan.line(.other, ofHospital: place)
      guard
        let patient = world.lines.removeFirst(of: critical) ?? world.lines.removeFirst(of: other)
      else { return }
      start(patient, at: place, in: &world)
    }
  }

  private mutating func start(_ patient: EpisodeID, at place: Int, in world: inout World) {
    hospitals[place].taken += 1
    let episode = world.episodes[patient]
    let kind = world.facilities.kind(episode.facility)
    let wait = world.now - episode.since
    world.episodes[patient].stage = .inBay
    world.episodes[patient].traits.insert(.inBay)
    world.episodes[patient].bay = episode.facility
    world.ledger.add(.bayWaits, lane: kind.lane)
    world.ledger.add(.bayWaitTime, lane: kind.lane, Int64(wait.milliseconds))
    let minutes = world.streams.draw(
      law(for: episode, in: &world),
      at: Purpose.bayStay.at(episode.need, episode.encounter)
    )
    world.schedule(.emergency(.bayTimeEnds(patient)), for: patient, after: .minutes(minutes))
    if episode.traits.contains(.conveyed) { world.handOff(.bayReady(patient)) }
  }

  /// The time in the bay: until the decision to admit, under observation, or to treat and release.
  private func law(for episode: Episode, in world: inout World) -> Distribution {
    guard !episode.traits.contains(.needsBed) else { return decision }
    let address = Purpose.observation.at(episode.need, episode.encounter)
    guard world.streams.uniform(at: address) < inputs.observed[episode.severity.index] else {
      return stay
    }
    world.ledger.add(.observations, lane: world.facilities.kind(episode.facility).lane)
    return observation
  }

  private mutating func patienceEnds(_ patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    if let place = world.facilities.hospital(episode.facility) {
      world.lines.remove(patient, from: world.linePlan.line(.other, ofHospital: place))
    }
    let lane = world.facilities.kind(episode.facility).lane
    world.ledger.add(.gaveUp, lane: lane)
    world.ledger.add(.leftUnseen, lane: lane)
    world.handOff(.seeksElsewhere(patient))
  }

  /// The emergency visit is over: admit, send on, or let go.
  private mutating func bayTimeEnds(_ patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    let tier = world.facilities.kind(episode.facility).tier
    world.remember(patient)
    world.handOff(.visitEnded(patient))
    let chance = world.notices.services.raise(
      world.conditions.treats(episode.condition, episode.severity, at: tier),
      at: episode.facility,
      episode.severity,
      of: world.conditions.specialty[Int(episode.condition)]
    )
    let address = Purpose.disposition.at(episode.need, episode.encounter)
    let treatable = world.streams.uniform(at: address) < chance
    world.episodes[patient].traits.remove(.conveyed)
    if let capable = nextDoor(for: episode, in: world) {
      world.noteFailure(of: patient)
      world.ledger.add(.sentToCentre, lane: world.facilities.kind(episode.facility).lane)
      return world.handOff(.transferred(patient, to: capable))
    }
    switch (treatable, episode.traits.contains(.needsBed)) {
    case (true, true):
      // Boarding: the bay stays taken until a ward has a bed.
      world.handOff(.decisionToAdmit(patient))
    case (true, false):
      world.handOff(.leftBay(patient))
      world.handOff(.closed(patient))
    case (false, _):
      world.handOff(.referredUp(patient))
    }
  }

  /// The nearest other county hospital with the centre that the case needs and this one lacks.
  private func nextDoor(for episode: Episode, in world: borrowing World) -> FacilityID? {
    guard let centre = world.conditions.centre(for: episode),
      !world.notices.centres.has(centre, at: episode.facility)
    else { return nil }
    let here = world.facilities.settlements[episode.facility.row]
    return world.nearestHospital(to: here) { world.notices.centres.has(centre, at: $0) }
  }

  /// The patient leaves the bay, if in one.
  mutating func release(_ patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    guard episode.traits.contains(.inBay),
      let place = world.facilities.hospital(episode.bay)
    else { return }
    world.episodes[patient].traits.remove(.inBay)
    hospitals[place].taken -= 1
    callNext(at: place, in: &world)
  }
}
