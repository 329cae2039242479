/// Where ambulance stations stand, and where the next ones would.
struct StationSiting {
  let settlements: [Settlement]
  let travel: TravelTimes
  let facts: AmbulanceFacts

  /// What one more station would do.
  private struct Gain: Comparable {
    /// Residents newly inside the circle.
    let residents: Int
    /// Resident-minutes spared, which decides where nobody is newly covered.
    let minutes: Double

    static func < (left: Gain, right: Gain) -> Bool {
      (left.residents, left.minutes) < (right.residents, right.minutes)
    }
  }

  /// Existing stations: one at the general hospital, the others at the hospitals and health
  /// centres where each brings most residents into the circle, and elsewhere when these run out.
  func existing(startingAt hospital: Int, among doors: [Int]) -> [Int] {
    let atDoors = [hospital] + best(facts.stations - 1, among: doors, given: [hospital])
    let elsewhere = best(
      facts.stations - atDoors.count,
      among: Array(settlements.indices),
      given: atDoors
    )
    return atDoors + elsewhere
  }

  /// Candidates, in the order in which each brings most residents into the circle.
  func candidates(given stations: [Int]) -> [Int] {
    best(facts.candidates, among: Array(settlements.indices), given: stations)
  }

  private func best(_ count: Int, among places: [Int], given stations: [Int]) -> [Int] {
    var nearest = settlements.indices.map { home in
      stations.map { travel.minutes(from: $0, to: home, by: .ambulance) }.min()
        ?? TravelTimes.longestMinutes
    }
    var free = places.filter { !stations.contains($0) }
    var chosen: [Int] = []
    for _ in 0..<min(max(0, count), free.count) {
      let gains = free.map { gain(of: $0, beyond: nearest) }
      guard let best = gains.indices.max(by: { gains[$0] < gains[$1] }) else { break }
      let place = free.remove(at: best)
      chosen.append(place)
      nearest = nearest.enumerated().map { home, minutes in
        min(minutes, travel.minutes(from: place, to: home, by: .ambulance))
      }
    }
    return chosen
  }

  private func gain(of place: Int, beyond nearest: [Double]) -> Gain {
    var (residents, minutes) = (0, 0.0)
    for (home, known) in nearest.enumerated() {
      let here = travel.minutes(from: place, to: home, by: .ambulance)
      guard here < known else { continue }
      let limit = facts.standard.minutes(for: settlements[home].setting)
      minutes += (known - here) * Double(settlements[home].residents)
      if known > limit && here <= limit { residents += settlements[home].residents }
    }
    return Gain(residents: residents, minutes: minutes)
  }
}
