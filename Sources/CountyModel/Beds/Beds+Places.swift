import Engine
import Geography
import Probability

/// Care that takes no hospital ward: home beds, nursing homes, day care.
extension Beds {
  /// The home beds of a township facility.
  func homeWard(_ place: Int) -> WardID { WardID(row: table.count + place) }

  /// The nursing-home beds near a township facility.
  func nursingWard(_ place: Int) -> WardID {
    WardID(row: table.count + conversion.count + place)
  }

  /// Opens home and nursing-home beds by the residents of each catchment.
  mutating func openPlaces(in world: inout World) {
    for place in conversion.indices {
      let home = (catchments[place] * rules.homeBeds).rounded()
      let nursing = (catchments[place] * rules.nursingBeds).rounded()
      setBeds(Int32(home), of: homeWard(place), in: &world)
      setBeds(Int32(nursing), of: nursingWard(place), in: &world)
    }
  }

  /// A township patient who can be treated by day or at home is; returns whether that is so.
  mutating func isTreatedWithoutWard(_ patient: EpisodeID, in world: inout World) -> Bool {
    let episode = world.episodes[patient]
    guard rules.dayCare > 0 || rules.homeBeds > 0, episode.severity != .severe,
      let place = townshipPlaces[episode.facility.row]
    else { return false }
    if comesByDay(episode, in: world) {
      treatByDay(patient, in: &world)
      return true
    }
    let home = homeWard(place)
    let address = Purpose.homeBed.at(episode.need, episode.encounter)
    guard wards[home].free > 0, world.streams.uniform(at: address) < inputs.homeEligible else {
      return false
    }
    lieAtHome(patient, in: home, in: &world)
    return true
  }

  /// What TCM treats by day: whatever can be planned, rehabilitation, and pain of back and joints.
  private static let byDay = [Specialty.tcm.index, Specialty.orthopaedics.index]

  private func comesByDay(_ episode: Episode, in world: borrowing World) -> Bool {
    let specialty = world.conditions.specialty[Int(episode.condition)]
    guard rules.dayCare > 0, episode.traits.contains(.elective) || Self.byDay.contains(specialty)
    else { return false }
    let address = Purpose.dayCare.at(episode.need, episode.encounter)
    return world.streams.uniform(at: address) < rules.dayCare * inputs.dayCareEligible
  }

  /// A course of day sessions: no bed by night, and a bill without bed days.
  private mutating func treatByDay(_ patient: EpisodeID, in world: inout World) {
    world.episodes[patient].bedSince = world.now
    world.ledger.add(.dayCases)
    world.handOff(.discharged(patient))
    world.handOff(.closed(patient))
  }

  private mutating func lieAtHome(
    _ patient: EpisodeID,
    in home: WardID,
    in world: inout World
  ) {
    take(home, in: &world)
    world.episodes[patient].ward = home
    world.episodes[patient].stage = .inBed
    world.episodes[patient].bedSince = world.now
    world.ledger.add(.placeAdmissions, lane: Int(Ward.Place.home.rawValue))
    let episode = world.episodes[patient]
    let days = stay(of: episode, in: kind(of: home), in: &world) * inputs.homeStay
    world.episodes[patient].stayEnds = world.now + .days(days)
    world.schedule(.beds(.stayEnds(patient)), for: patient, after: .days(days))
  }
}
