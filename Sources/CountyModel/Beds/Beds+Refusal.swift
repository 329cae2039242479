import Engine
import Geography
import Probability

extension Beds {
  /// No bed here: another county hospital is asked once, then the patient is sent on, from a township to
  /// a hospital and from a hospital beyond the county.
  ///
  /// Not a referral: the referring doctor, or an expert who retains the case, would send the
  /// patient straight back.
  func refuse(_ patient: EpisodeID, in world: inout World) {
    guard let other = otherHospital(for: world.episodes[patient], in: world) else {
      return world.handOff(.refusedBed(patient))
    }
    world.noteFailure(of: patient)
    world.ledger.add(.foundElsewhere, lane: world.facilities.kind(other).lane)
    world.episodes[patient].traits.insert(.sentOn)
    world.handOff(.transferred(patient, to: other))
  }

  /// The facility has closed since the admission was decided: a township's patients go to a
  /// hospital of the county, a hospital's to another one.
  func sendFromClosed(_ patient: EpisodeID, in world: inout World) {
    let episode = world.episodes[patient]
    guard world.facilities.kind(episode.facility).isGrassroots,
      !episode.traits.contains(.background)
    else { return refuse(patient, in: &world) }
    world.handOff(.referredUp(patient))
  }

  /// The nearest other county hospital that has a bed for the patient now, if anybody asks; where a
  /// community shares its beds, the nearest of the community first.
  private func otherHospital(
    for episode: Episode,
    in world: borrowing World
  ) -> FacilityID? {
    guard episode.traits.isDisjoint(with: [.sentOn, .background]),
      world.facilities.kind(episode.facility).tier == .county
    else { return nil }
    let address = Purpose.countySearch.at(episode.need, episode.encounter)
    guard world.streams.uniform(at: address) < rules.countySearch else { return nil }
    let here = world.facilities.settlements[episode.facility.row]
    if isForOwnCommunity(episode, in: world) {
      let member = world.nearestHospital(to: here) { hospital in
        world.notices.communities.table.unites(episode.facility, hospital)
          && canTake(episode, at: hospital, in: world)
      }
      if let member { return member }
    }
    return world.nearestHospital(to: here) { canTake(episode, at: $0, in: world) }
  }

  /// Whether another hospital has the centre the case needs and a free bed for it.
  private func canTake(
    _ episode: Episode,
    at hospital: FacilityID,
    in world: borrowing World
  ) -> Bool {
    let own = world.conditions.ward[Int(episode.condition)]
    let centre = world.conditions.centre(for: episode)
    guard hospital != episode.facility, world.notices.centres.has(centre, at: hospital),
      let ward = world.facilities.ward(at: hospital, own)
    else { return false }
    return freeWard(near: ward, for: episode, in: world) != nil
  }
}
