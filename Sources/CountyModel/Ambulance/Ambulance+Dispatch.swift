import Engine
import Geography
import Probability

extension Ambulance {
  /// Where the crew must go: to the patient's home, or to the facility that sends the patient on.
  func scene(of episode: Episode, in world: borrowing World) -> SettlementID {
    episode.traits.contains(.inTransfer)
      ? world.facilities.settlements[episode.origin.row] : episode.settlement
  }

  /// The line in which a call waits.
  func callLine(of episode: Episode) -> LinePlan.CallLine {
    if episode.traits.contains(.inTransfer) { return .transfer }
    return episode.severity == .severe ? .severe : .other
  }

  /// Tells the first mission of an episode from later ones, in addresses of chance.
  func occurrence(of episode: Episode) -> UInt8 {
    episode.traits.contains(.inTransfer) ? episode.encounter : 0
  }

  mutating func takeWaitingCall(_ crew: CrewID, in world: inout World) {
    for line in LinePlan.CallLine.allCases {
      let place = world.linePlan.line(line)
      guard let first = world.lines.first(of: place), suits(crew, world.episodes[first]) else {
        continue
      }
      world.lines.remove(first, from: place)
      return dispatch(crew, to: first, in: &world)
    }
  }

  /// The call is handled: a free crew goes, or one on the way to a lesser call, or nobody yet.
  mutating func callHandled(_ patient: EpisodeID, in world: inout World) {
    world.ledger.add(.callsHandled, lane: shiftLane)
    if send(to: patient, in: &world) { return }
    world.ledger.add(.callsQueued, lane: shiftLane)
    let line = callLine(of: world.episodes[patient])
    world.lines.append(patient, to: world.linePlan.line(line))
  }

  private mutating func send(to patient: EpisodeID, in world: inout World) -> Bool {
    let episode = world.episodes[patient]
    let free = nearestCrew(to: episode, in: world)
    if rules.redispatch == .on, callLine(of: episode) == .severe,
      let other = nearestDivertible(to: episode, in: world),
      other.minutes + inputs.divertGain < free?.minutes ?? .infinity
    {
      divert(other.crew, to: patient, in: &world)
      return true
    }
    guard let free else { return false }
    dispatch(free.crew, to: patient, in: &world)
    return true
  }

  /// A crew and the minutes in which it is expected.
  private struct Offer {
    let crew: CrewID
    let minutes: Double
  }

  /// The free crew with the smallest expected arrival; ties go to the lowest number.
  ///
  /// The dispatcher knows the mean chute time and the road, not what this crew will really need.
  /// Under the rule of zones, crews of the station nearest to the scene come first.
  private func nearestCrew(to episode: Episode, in world: borrowing World) -> Offer? {
    var nearest: Offer?
    var nearestZone = Double.infinity
    let scene = scene(of: episode, in: world)
    for row in posts.indices {
      let crew = CrewID(row: row)
      guard let (place, chute) = position(of: crew), isRostered(crew), suits(crew, episode) else {
        continue
      }
      let minutes = chute + freeMinutes(of: crew, from: place, to: scene, in: world)
      let zone = rules.zones == .on ? zoneMinutes(of: crew, to: scene, in: world) : 0
      if zone < nearestZone || (zone == nearestZone && minutes < nearest?.minutes ?? .infinity) {
        nearest = Offer(crew: crew, minutes: minutes)
        nearestZone = zone
      }
    }
    return nearest
  }

  /// Minutes by road from a crew's own station: the order of the list of a zone.
  private func zoneMinutes(
    of crew: CrewID,
    to scene: SettlementID,
    in world: borrowing World
  ) -> Double {
    let home = posts[crew.row].settlement.row
    return world.map.travel.minutes(from: home, to: scene.row, by: .ambulance)
  }

  /// The nearest crew on the way to a call that is not severe.
  private func nearestDivertible(to episode: Episode, in world: borrowing World) -> Offer? {
    var nearest: Offer?
    let scene = scene(of: episode, in: world)
    for row in posts.indices {
      let crew = CrewID(row: row)
      guard case .responding(let other) = status[row], posts[row].vehicle == .ambulance,
        callLine(of: world.episodes[other]) != .severe
      else { continue }
      let place = legs[row].nearerEnd(at: world.now)
      let minutes =
        legs[row].minutesToStart(at: world.now)
        + freeMinutes(of: crew, from: place, to: scene, in: world)
      if minutes < nearest?.minutes ?? .infinity {
        nearest = Offer(crew: crew, minutes: minutes)
      }
    }
    return nearest
  }

  /// A helicopter is for severe calls from outside; a road crew takes anybody.
  private func suits(_ crew: CrewID, _ episode: Episode) -> Bool {
    posts[crew.row].vehicle == .ambulance || callLine(of: episode) == .severe
  }

  /// Where a free crew is, and its expected chute time.
  private func position(of crew: CrewID) -> (SettlementID, Double)? {
    switch status[crew.row] {
    case .standby(let place): (place, chute(of: crew))
    case .returning(let place): (place, 0)
    default: nil
    }
  }

  private func chute(of crew: CrewID) -> Double {
    crew.row < rules.independentCrews ? inputs.chuteIndependent : inputs.chute
  }

  private mutating func dispatch(_ crew: CrewID, to patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    var from = bases[crew.row]
    var minutes = 0.0
    if case .returning(let place) = status[crew.row] {
      from = place
    } else {
      let law = crew.row < rules.independentCrews ? laws.chuteIndependent : laws.chute
      let address = Purpose.chute.at(episode.need, occurrence(of: episode))
      minutes = world.streams.draw(law, at: address)
      world.ledger.add(.departures)
      if minutes <= 3 { world.ledger.add(.departuresInTime) }
    }
    respond(crew, to: patient, from: from, after: minutes, in: &world)
  }

  /// Turns a crew to a severe call; whoever it was going to is handled anew, before all others.
  private mutating func divert(_ crew: CrewID, to patient: EpisodeID, in world: inout World) {
    guard case .responding(let other) = status[crew.row] else { return }
    let from = legs[crew.row].nearerEnd(at: world.now)
    let minutes = legs[crew.row].minutesToStart(at: world.now)
    world.ledger.add(.diversions)
    world.episodes[other].stage = .calling
    respond(crew, to: patient, from: from, after: minutes, in: &world)
    guard !send(to: other, in: &world) else { return }
    let line = callLine(of: world.episodes[other])
    world.lines.prepend(other, to: world.linePlan.line(line))
  }

  private mutating func respond(
    _ crew: CrewID,
    to patient: EpisodeID,
    from start: SettlementID,
    after wait: Double,
    in world: inout World
  ) {
    let episode = world.episodes[patient]
    become(.responding(patient), crew, in: &world)
    patients[crew.row] = patient
    world.episodes[patient].stage = .withCrew
    let scene = scene(of: episode, in: world)
    let drive = drive(crew, from: start, to: scene, for: episode, .toScene, in: &world)
    legs[crew.row] = CrewLeg(
      from: start,
      to: scene,
      begins: world.now + .minutes(wait),
      ends: world.now + .minutes(wait + drive)
    )
    world.schedule(.ambulance(.reachesScene(crew)), for: crew, after: .minutes(wait + drive))
  }
}
