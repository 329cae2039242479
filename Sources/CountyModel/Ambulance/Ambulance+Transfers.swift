import Engine
import Geography
import Probability

/// Patients on the way from one facility to another.
extension Ambulance {
  /// The patient is to go to another facility: with a crew of the same fleet, or alone.
  ///
  /// The bay is free from now on. If those who wait for a crew kept it, and crews waited at the door
  /// for a bay, each could wait for the other for ever.
  mutating func transfer(
    _ patient: EpisodeID,
    to facility: FacilityID,
    in world: inout World
  ) {
    let conveyed = world.goesByAmbulance(patient)
    let start = world.episodes[patient].facility
    world.episodes[patient].origin = start
    world.episodes[patient].facility = facility
    world.episodes[patient].encounter &+= 1
    world.handOff(.leftBay(patient))
    guard conveyed else {
      world.episodes[patient].stage = .travelling
      let place = world.facilities.settlements[start.row].row
      let minutes = world.map.patientMinutes(from: place, toFacility: facility.row)
      return world.schedule(
        .ambulance(.arrivesAlone(patient)),
        for: patient,
        after: .minutes(minutes)
      )
    }
    world.episodes[patient].traits.insert(.inTransfer)
    world.episodes[patient].stage = .calling
    world.episodes[patient].since = world.now
    world.ledger.add(.transfers, lane: world.facilities.kind(start).lane)
    callHandled(patient, in: &world)
  }

  /// A crew brings a transferred patient to the door.
  mutating func arrive(_ patient: EpisodeID, with crew: CrewID, in world: inout World) {
    let episode = world.episodes[patient]
    world.bookArrival(patient)
    world.ledger.add(.transfersArrived)
    world.ledger.add(.transferTime, Int64((world.now - episode.since).milliseconds))
    let kind = world.facilities.kind(episode.facility)
    if kind != .outOfCity, !isExpectedInWard(episode, at: kind) {
      world.episodes[patient].traits.insert(.conveyed)
      return world.handOff(.conveyed(patient, by: crew))
    }
    // No bay to wait for: the crew hands over in the ward.
    beginHandover(of: patient, in: &world)
    world.handOff(kind == .outOfCity ? .reachedBeyond(patient) : .decisionToAdmit(patient))
  }

  /// A transferred patient arrives without a crew.
  func receive(_ patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    world.bookArrival(patient)
    let kind = world.facilities.kind(episode.facility)
    let expected = isExpectedInWard(episode, at: kind)
    world.handOff(expected ? .decisionToAdmit(patient) : .presentedAtEmergency(patient))
  }

  /// Whether a ward of the county has said that it has a bed.
  private func isExpectedInWard(_ episode: Episode, at kind: FacilityKind) -> Bool {
    episode.traits.contains(.sentOn) && kind.tier == .county
  }
}

extension World {
  /// Whether a patient of a township or county facility is moved by ambulance, by severity.
  ///
  /// Only those who fell ill suddenly are. Planned admissions travel by themselves, and what a
  /// village clinic calls is an ordinary ambulance.
  func goesByAmbulance(_ patient: EpisodeID) -> Bool {
    let episode = episodes[patient]
    let tier = facilities.kind(episode.facility).tier
    guard tier == .township || tier == .county,
      episode.traits.contains(.emergency),
      episode.traits.isDisjoint(with: [.elective, .background])
    else { return false }
    let address = Purpose.conveyance.at(episode.need, episode.encounter)
    return streams.uniform(at: address) < notices.transfers.shares[episode.severity.index]
  }
}
