import Engine
import Geography

extension Ambulance {
  /// Where a crew that clears goes: to its own station, or to where it covers most.
  ///
  /// Under the rule of move-up: the open station with the largest marginal expected coverage, given
  /// the crews that are free. A crew t minutes away covers a settlement with 1 − t / limit; the n-th
  /// nearest is needed only when the others are busy, and adds (1 − q) qⁿ⁻¹ of that.
  /// - Complexity: O(settlements × stations × crews)
  /// - Source: Jagtenberg, Bhulai & van der Mei (2015), dynamic MEXCLP; gradual cover after Berman,
  ///   Krass & Drezner (2003).
  func nextBase(of crew: CrewID, in world: borrowing World) -> SettlementID {
    let own = posts[crew.row].settlement
    guard rules.moveUp == .on, posts[crew.row].vehicle == .ambulance, isRostered(crew) else {
      return own
    }
    let free = posts.indices.filter { $0 != crew.row && isStandIn($0) }.map { bases[$0].row }
    let stations = openStations(of: world.map)
    let gains = gains(at: stations, besides: free, in: world)
    var best = stations.firstIndex(of: own.row) ?? 0
    for place in stations.indices where gains[place] > gains[best] { best = place }
    return SettlementID(row: stations[best])
  }

  /// What one more crew at each station would add, in residents.
  private func gains(
    at stations: [Int],
    besides free: [Int],
    in world: borrowing World
  ) -> [Double] {
    var gains = [Double](repeating: 0, count: stations.count)
    for (home, settlement) in world.map.settlements.enumerated() {
      let limit = circle.minutes(for: settlement.setting)
      let others = free.map { world.map.travel.minutes(from: $0, to: home, by: .ambulance) }
      for (place, station) in stations.enumerated() {
        let minutes = world.map.travel.minutes(from: station, to: home, by: .ambulance)
        guard minutes < limit else { continue }
        var worth = Double(settlement.residents) * (1 - minutes / limit)
        for other in others where other <= minutes { worth *= inputs.busyShare }
        gains[place] += worth
      }
    }
    return gains
  }

  /// Whether another crew is free and on the ground.
  private func isStandIn(_ row: Int) -> Bool {
    guard posts[row].vehicle == .ambulance else { return false }
    switch status[row] {
    case .standby, .returning: return true
    default: return false
    }
  }
}
