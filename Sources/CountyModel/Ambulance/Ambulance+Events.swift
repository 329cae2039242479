import Engine
import Geography
import Probability

extension Ambulance {
  mutating func handle(_ event: Event, in world: inout World) {
    switch event {
    case .nightBegins: turn(toNight: .night, in: &world)
    case .nightEnds: turn(toNight: .day, in: &world)
    case .callHandled(let patient): callHandled(patient, in: &world)
    case .reachesScene(let crew): reachesScene(crew, in: &world)
    case .leavesScene(let crew): leavesScene(crew, in: &world)
    case .reachesHospital(let crew): reachesHospital(crew, in: &world)
    case .handoverEnds(let crew): handoverEnds(crew, in: &world)
    case .clears(let crew): clears(crew, in: &world)
    case .reachesStation(let crew): reachesStation(crew, in: &world)
    }
  }

  /// Somebody called 120: the call is answered and triaged.
  mutating func answer(callFor patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    world.episodes[patient].stage = .calling
    world.episodes[patient].since = world.now
    world.ledger.add(.calls)
    let minutes = world.streams.draw(laws.handling, at: Purpose.handling.at(episode.need))
    world.schedule(.ambulance(.callHandled(patient)), for: patient, after: .minutes(minutes))
  }

  private mutating func callHandled(_ patient: EpisodeID, in world: inout World) {
    if let crew = nearestCrew(to: world.episodes[patient].settlement, in: world) {
      dispatch(crew, to: patient, in: &world)
    } else {
      world.ledger.add(.callsQueued)
      world.lines.append(patient, to: world.linePlan.line(callLine(of: patient, world)))
    }
  }

  private func callLine(of patient: EpisodeID, _ world: borrowing World) -> LinePlan.CallLine {
    world.episodes[patient].severity == .severe ? .severe : .other
  }

  mutating func takeWaitingCall(_ crew: CrewID, in world: inout World) {
    for line in [LinePlan.CallLine.severe, .other] {
      guard let patient = world.lines.removeFirst(of: world.linePlan.line(line)) else { continue }
      return dispatch(crew, to: patient, in: &world)
    }
  }

  /// The free crew with the smallest expected arrival; ties go to the lowest number.
  ///
  /// The dispatcher knows the mean chute time and the road, not what this crew will really need.
  private func nearestCrew(to scene: SettlementID, in world: borrowing World) -> CrewID? {
    var nearest: CrewID?
    var best = Double.infinity
    for row in posts.indices {
      guard let (place, chute) = position(of: CrewID(row: row)), isRostered(CrewID(row: row)) else {
        continue
      }
      let minutes = chute + world.map.travel.minutes(from: place.row, to: scene.row, by: .ambulance)
      if minutes < best {
        best = minutes
        nearest = CrewID(row: row)
      }
    }
    return nearest
  }

  /// Where a free crew is, and its expected chute time.
  private func position(of crew: CrewID) -> (SettlementID, Double)? {
    switch status[crew.row] {
    case .standby(let place): (place, inputs.chute)
    case .returning(let place): (place, 0)
    default: nil
    }
  }

  private mutating func dispatch(_ crew: CrewID, to patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    let from: SettlementID
    var minutes = 0.0
    switch status[crew.row] {
    case .returning(let place):
      from = place
    default:
      from = posts[crew.row].settlement
      minutes = world.streams.draw(laws.chute, at: Purpose.chute.at(episode.need))
      world.ledger.add(.departures)
      if minutes <= 3 { world.ledger.add(.departuresInTime) }
    }
    status[crew.row] = .responding(patient)
    patients[crew.row] = patient
    world.episodes[patient].stage = .withCrew
    minutes += drive(from: from, to: episode.settlement, for: episode, leg: 0, in: &world)
    world.schedule(.ambulance(.reachesScene(crew)), for: crew, after: .minutes(minutes))
  }

  /// Minutes on the road: the matrix, the hour's traffic, and noise.
  private func drive(
    from start: SettlementID,
    to end: SettlementID,
    for episode: Episode,
    leg: UInt8,
    in world: inout World
  ) -> Double {
    let hour = Int((world.now - world.today.midnight).inMinutes / 60) % 24
    let free = world.map.travel.minutes(from: start.row, to: end.row, by: .ambulance)
    let noise = world.streams.draw(laws.travelNoise, at: Purpose.travelNoise.at(episode.need, leg))
    return free * inputs.traffic[hour] * noise
  }

  private mutating func reachesScene(_ crew: CrewID, in world: inout World) {
    guard let patient = patients[crew.row] else { return }
    let episode = world.episodes[patient]
    status[crew.row] = .onScene(patient)
    let response = world.now - episode.since
    let setting = world.map.settlements[episode.settlement.row].setting
    let limit = SimDuration.minutes(circle.minutes(for: setting))
    let lane = setting == .urban ? 0 : 1
    world.ledger.add(.responses, lane: lane)
    if response <= limit { world.ledger.add(.responsesInTime, lane: lane) }
    world.ledger.add(.responseTime, lane: lane, Int64(response.milliseconds))
    world.ledger.enter(response, in: .response, lane: lane)
    let page = world.today.page.year
    world.settlements.reached(
      at: episode.settlement,
      after: response,
      within: limit,
      yearPage: page
    )
    let minutes = world.streams.draw(laws.scene, at: Purpose.scene.at(episode.need))
    world.schedule(.ambulance(.leavesScene(crew)), for: crew, after: .minutes(minutes))
  }

  /// To the county general hospital; it is the one with the emergency centres.
  private mutating func leavesScene(_ crew: CrewID, in world: inout World) {
    guard let patient = patients[crew.row] else { return }
    let episode = world.episodes[patient]
    let hospital = destination(of: episode, in: world)
    status[crew.row] = .conveying(patient)
    world.episodes[patient].facility = hospital
    world.episodes[patient].encounter = 1
    let door = world.facilities.settlements[hospital.row]
    let minutes = drive(from: episode.settlement, to: door, for: episode, leg: 1, in: &world)
    world.schedule(.ambulance(.reachesHospital(crew)), for: crew, after: .minutes(minutes))
  }

  /// The nearest county hospital that can treat a case of this severity most of the time.
  private func destination(of episode: Episode, in world: borrowing World) -> FacilityID {
    var best = world.facilities.hospitals[0]
    var bestMinutes = Double.infinity
    for hospital in world.facilities.hospitals {
      let kind = world.facilities.kind(hospital)
      guard kind == .countyGeneral || (kind == .countyTCM && episode.severity != .severe) else {
        continue
      }
      let minutes = world.map.ambulanceMinutes(
        from: episode.settlement.row,
        toFacility: hospital.row
      )
      if minutes < bestMinutes {
        bestMinutes = minutes
        best = hospital
      }
    }
    return best
  }

  private mutating func reachesHospital(_ crew: CrewID, in world: inout World) {
    guard let patient = patients[crew.row] else { return }
    status[crew.row] = .atDoor(patient)
    if !world.episodes[patient].traits.contains(.contacted) {
      world.episodes[patient].traits.insert(.contacted)
      let kind = world.facilities.kind(world.episodes[patient].facility)
      world.ledger.add(.firstContacts, lane: kind.lane)
    }
    world.ledger.add(.conveyed)
    world.handOff(.conveyed(patient, by: crew))
  }

  /// A bay is free: the crew hands over at the bedside.
  mutating func handOver(_ patient: EpisodeID, in world: inout World) {
    guard let row = patients.firstIndex(of: patient) else { return }
    let episode = world.episodes[patient]
    let minutes = world.streams.draw(laws.handover, at: Purpose.handover.at(episode.need))
    let whole = (world.now - episode.since) + .minutes(minutes)
    // From here on the bay answers for the patient, who may be gone before the crew is done.
    patients[row] = nil
    status[row] = .handover(at: world.facilities.settlements[episode.bay.row])
    world.ledger.add(.handovers)
    world.schedule(
      .ambulance(.handoverEnds(CrewID(row: row))),
      for: CrewID(row: row),
      after: .minutes(minutes)
    )
    bookHandover(whole, in: &world)
  }

  private mutating func handoverEnds(_ crew: CrewID, in world: inout World) {
    guard case .handover(let place) = status[crew.row] else { return }
    status[crew.row] = .turnaround(at: place)
    world.schedule(.ambulance(.clears(crew)), for: crew, after: .minutes(inputs.turnaround))
  }

  private mutating func clears(_ crew: CrewID, in world: inout World) {
    guard case .turnaround(let place) = status[crew.row] else { return }
    status[crew.row] = .returning(from: place)
    let home = posts[crew.row].settlement
    let minutes = world.map.travel.minutes(from: place.row, to: home.row, by: .ambulance)
    world.schedule(.ambulance(.reachesStation(crew)), for: crew, after: .minutes(minutes))
    if isRostered(crew) { takeWaitingCall(crew, in: &world) }
  }

  private mutating func reachesStation(_ crew: CrewID, in world: inout World) {
    if isRostered(crew) {
      standBy(crew, in: &world)
    } else {
      status[crew.row] = .offDuty
    }
  }

  private func bookHandover(_ whole: SimDuration, in world: inout World) {
    world.ledger.add(.handoverTime, Int64(whole.milliseconds))
    world.ledger.enter(whole, in: .handover)
  }
}
