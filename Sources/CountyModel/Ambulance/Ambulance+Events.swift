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
    case .arrivesAlone(let patient): receive(patient, in: &world)
    }
  }

  /// Somebody called 120: the call is answered and triaged.
  mutating func answer(callFor patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    world.episodes[patient].stage = .calling
    world.episodes[patient].since = world.now
    world.episodes[patient].bedSince = world.now
    world.ledger.add(.calls)
    let minutes = world.streams.draw(laws.handling, at: Purpose.handling.at(episode.need))
    world.schedule(.ambulance(.callHandled(patient)), for: patient, after: .minutes(minutes))
  }

  private mutating func reachesScene(_ crew: CrewID, in world: inout World) {
    guard let patient = patients[crew.row] else { return }
    let episode = world.episodes[patient]
    become(.onScene(patient), crew, in: &world)
    if !episode.traits.contains(.inTransfer) { bookResponse(to: episode, in: &world) }
    let address = Purpose.scene.at(episode.need, occurrence(of: episode))
    let minutes = world.streams.draw(laws.scene, at: address)
    world.schedule(.ambulance(.leavesScene(crew)), for: crew, after: .minutes(minutes))
  }

  private func bookResponse(to episode: Episode, in world: inout World) {
    let response = world.now - episode.since
    let setting = world.map.settlements[episode.settlement.row].setting
    let limit = SimDuration.minutes(circle.minutes(for: setting))
    let lane = setting == .urban ? 0 : 1
    world.ledger.add(.responses, lane: lane)
    if response <= limit { world.ledger.add(.responsesInTime, lane: lane) }
    world.ledger.add(.responseTime, lane: lane, Int64(response.milliseconds))
    world.ledger.enter(response, in: .response, lane: lane)
    world.settlements.reached(
      at: episode.settlement,
      after: response,
      within: limit,
      yearPage: world.today.page.year
    )
  }

  private mutating func leavesScene(_ crew: CrewID, in world: inout World) {
    guard let patient = patients[crew.row] else { return }
    let episode = world.episodes[patient]
    let start = scene(of: episode, in: world)
    become(.conveying(patient), crew, in: &world)
    if !episode.traits.contains(.inTransfer) {
      world.episodes[patient].facility = destination(of: episode, in: world)
      world.episodes[patient].encounter = 1
    }
    let hospital = world.episodes[patient].facility
    let minutes = drive(
      crew,
      from: start,
      to: world.facilities.settlements[hospital.row],
      onward: world.map.facilities[hospital.row].onwardMinutes,
      for: episode,
      .toHospital,
      in: &world
    )
    world.schedule(.ambulance(.reachesHospital(crew)), for: crew, after: .minutes(minutes))
  }

  private mutating func reachesHospital(_ crew: CrewID, in world: inout World) {
    guard let patient = patients[crew.row] else { return }
    become(.atDoor(patient), crew, in: &world)
    bookDoor(of: patient, in: &world)
    guard !world.episodes[patient].traits.contains(.inTransfer) else {
      return arrive(patient, with: crew, in: &world)
    }
    if !world.episodes[patient].traits.contains(.contacted) {
      world.episodes[patient].traits.insert(.contacted)
      let kind = world.facilities.kind(world.episodes[patient].facility)
      world.ledger.add(.firstContacts, lane: kind.lane)
    }
    world.ledger.add(.conveyed)
    world.handOff(.conveyed(patient, by: crew))
  }

  /// The time from the call to the door of a hospital with the centre that the case needs.
  private func bookDoor(of patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    guard let centre = world.conditions.centre(for: episode), episode.bedSince != .start else {
      return
    }
    let first = !episode.traits.contains(.inTransfer)
    let capable = world.notices.centres.has(centre, at: episode.facility)
    if first { world.ledger.add(.criticalDoors, lane: centre) }
    guard capable else { return }
    if first { world.ledger.add(.criticalDoorsCapable, lane: centre) }
    let whole = world.now - episode.bedSince
    // The first capable door counts; what follows is another question.
    world.episodes[patient].bedSince = .start
    world.ledger.add(.capableDoors, lane: centre)
    world.ledger.add(.capableDoorTime, lane: centre, Int64(whole.milliseconds))
    world.ledger.enter(whole, in: .capableDoor, lane: centre)
  }

  /// A bay is free: the crew hands over at the bedside.
  mutating func handOver(_ patient: EpisodeID, in world: inout World) {
    let since = world.episodes[patient].since
    guard let hands = beginHandover(of: patient, in: &world) else { return }
    let whole = (world.now - since) + hands
    world.ledger.add(.handovers)
    world.ledger.add(.handoverTime, Int64(whole.milliseconds))
    world.ledger.enter(whole, in: .handover)
  }

  /// The crew hands over; returns how long that takes once somebody is there to take over.
  @discardableResult
  mutating func beginHandover(
    of patient: EpisodeID,
    in world: inout World
  ) -> SimDuration? {
    guard let row = patients.firstIndex(of: patient) else { return nil }
    let episode = world.episodes[patient]
    let address = Purpose.handover.at(episode.need, occurrence(of: episode))
    let hands = SimDuration.minutes(world.streams.draw(laws.handover, at: address))
    // From here on the bay answers for the patient, who may be gone before the crew is done.
    patients[row] = nil
    world.episodes[patient].traits.remove(.inTransfer)
    become(.handover(at: episode.facility), CrewID(row: row), in: &world)
    world.schedule(.ambulance(.handoverEnds(CrewID(row: row))), for: CrewID(row: row), after: hands)
    return hands
  }

  /// Cleaning, and the way back to the county if the hospital lies beyond it.
  private mutating func handoverEnds(_ crew: CrewID, in world: inout World) {
    guard case .handover(let hospital) = status[crew.row] else { return }
    become(.turnaround(at: world.facilities.settlements[hospital.row]), crew, in: &world)
    let minutes = inputs.turnaround + world.map.facilities[hospital.row].onwardMinutes
    world.schedule(.ambulance(.clears(crew)), for: crew, after: .minutes(minutes))
  }

  private mutating func clears(_ crew: CrewID, in world: inout World) {
    guard case .turnaround(let place) = status[crew.row] else { return }
    become(.returning(from: place), crew, in: &world)
    bases[crew.row] = nextBase(of: crew, in: world)
    if bases[crew.row] != posts[crew.row].settlement { world.ledger.add(.moveUps) }
    let minutes = freeMinutes(of: crew, from: place, to: bases[crew.row], in: world)
    world.schedule(.ambulance(.reachesStation(crew)), for: crew, after: .minutes(minutes))
    if isRostered(crew) { takeWaitingCall(crew, in: &world) }
  }

  private mutating func reachesStation(_ crew: CrewID, in world: inout World) {
    if isRostered(crew) {
      standBy(crew, in: &world)
    } else {
      become(.offDuty, crew, in: &world)
    }
  }
}
