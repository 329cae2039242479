import Engine
import Geography
import Probability

/// Beds that the members of a medical community share.
extension Beds {
  /// Whether a patient is offered the beds of the present hospital's own community before others; by the
  /// patient's own luck.
  func isForOwnCommunity(_ episode: Episode, in world: borrowing World) -> Bool {
    let share = world.notices.communities.beds
    guard share > 0 else { return false }
    let address = Purpose.communityBed.at(episode.need, episode.encounter)
    return world.streams.uniform(at: address) < share
  }

  /// The township to which a stable patient steps down: the one nearest to the home, or the hospital's
  /// own member that is.
  ///
  /// - Complexity: O(townships) for those offered their hospital's own community
  func township(for episode: Episode, in world: borrowing World) -> FacilityID {
    let nearest = townTownship[episode.settlement.row]
    guard world.notices.communities.beds > 0,
      !world.notices.communities.table.unites(episode.facility, nearest),
      isForOwnCommunity(episode, in: world)
    else { return nearest }
    return member(near: episode.settlement, of: episode.facility, in: world) ?? nearest
  }

  /// The same while it has a bed; if it is full, the one nearest to the home when that has one.
  ///
  /// Whose joint ward let the patient leave the hospital early takes care of the patient: a township
  /// without one does not stand in for one with.
  func townshipWithBed(for episode: Episode, in world: borrowing World) -> FacilityID {
    let (first, nearest) = (
      township(for: episode, in: world), townTownship[episode.settlement.row]
    )
    guard first != nearest, hasJointWard(at: nearest) || !hasJointWard(at: first),
      !hasFreeBed(at: first, in: world), hasFreeBed(at: nearest, in: world)
    else { return first }
    return nearest
  }

  private func hasFreeBed(at township: FacilityID, in world: borrowing World) -> Bool {
    stepDownWards(at: township, in: world).contains { wards[$0].free > 0 }
  }

  /// The open township facility with beds nearest to a settlement in a hospital's own community.
  private func member(
    near home: SettlementID,
    of hospital: FacilityID,
    in world: borrowing World
  ) -> FacilityID? {
    var nearest: FacilityID?
    var least = Double.infinity
    for township in openTownships
    where world.notices.communities.table.unites(hospital, township)
      && !stepDownWards(at: township, in: world).isEmpty
    {
      let minutes = world.map.patientMinutes(from: home.row, toFacility: township.row)
      if minutes < least { (nearest, least) = (township, minutes) }
    }
    return nearest
  }
}
