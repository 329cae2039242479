import Engine
import Geography
import Probability

extension Ambulance {
  /// The two drives of a mission; each has its own luck.
  enum Drive: UInt8 { case toScene, toHospital }

  /// Minutes on the way: the matrix or the flight, the hour's traffic, and noise.
  func drive(
    _ crew: CrewID,
    from start: SettlementID,
    to end: SettlementID,
    onward: Double = 0,
    for episode: Episode,
    _ drive: Drive,
    in world: inout World
  ) -> Double {
    let leg = occurrence(of: episode) &* 2 &+ drive.rawValue
    let noise = world.streams.draw(laws.travelNoise, at: Purpose.travelNoise.at(episode.need, leg))
    let free = freeMinutes(of: crew, from: start, to: end, in: world)
    guard posts[crew.row].vehicle == .ambulance else { return free * noise }
    let hour = Int((world.now - world.today.midnight).inMinutes / 60) % 24
    // Beyond the county the road is a motorway: it has no rush hour.
    return (free * inputs.traffic[hour] + onward) * noise
  }

  /// Minutes without traffic: by road, or in a straight line with start and landing.
  func freeMinutes(
    of crew: CrewID,
    from start: SettlementID,
    to end: SettlementID,
    in world: borrowing World
  ) -> Double {
    guard posts[crew.row].vehicle == .helicopter else {
      return world.map.travel.minutes(from: start.row, to: end.row, by: .ambulance)
    }
    let settlements = world.map.settlements
    let distance = settlements[start.row].position.distance(to: settlements[end.row].position)
    return inputs.airStart + 60 * distance / inputs.airSpeed
  }

  /// The hospital a crew makes for.
  ///
  /// A crew that knows the centres goes to the nearest county hospital with the one that the case
  /// needs; otherwise to the nearest general hospital, or to the TCM hospital unless severe.
  func destination(of episode: Episode, in world: borrowing World) -> FacilityID {
    if let centre = world.conditions.centre(for: episode),
      world.streams.uniform(at: Purpose.capableDoor.at(episode.need)) < rules.capableDoor,
      let capable = world.nearestHospital(
        to: episode.settlement,
        where: { world.notices.centres.has(centre, at: $0) }
      )
    {
      return capable
    }
    let ordinary = world.nearestHospital(to: episode.settlement) { hospital in
      switch world.facilities.kind(hospital) {
      case .countyGeneral: true
      case .countyTCM: episode.severity != .severe
      default: false
      }
    }
    return ordinary ?? world.facilities.hospitals[0]
  }
}

extension World {
  /// The county hospital nearest by ambulance among those that meet a condition; the first at ties.
  func nearestHospital(
    to place: SettlementID,
    where holds: (FacilityID) -> Bool
  ) -> FacilityID? {
    var nearest: FacilityID?
    var best = Double.infinity
    for hospital in facilities.hospitals
    where facilities.kind(hospital).tier == .county && notices.services.isOpen(hospital)
      && holds(hospital)
    {
      let minutes = map.ambulanceMinutes(from: place.row, toFacility: hospital.row)
      if minutes < best {
        best = minutes
        nearest = hospital
      }
    }
    return nearest
  }
}
