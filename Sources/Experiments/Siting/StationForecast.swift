internal import CountyModel
internal import Geography
internal import NetworkModel

/// What the hypercube says of a set of stations, from calls and means alone.
public struct StationForecast: Encodable, Sendable, Hashable {
  /// Share of calls reached within the circle's limit of the call, 0 to 1.
  public let inTime: Double
  /// Mean minutes from the call to the scene, of calls for which a crew is free.
  public let response: Double
  /// Share of calls that find all crews busy, 0 to 1.
  public let allBusy: Double
  /// Share of time that a crew on duty is busy, 0 to 1, mean over crews.
  public let workload: Double
}

/// Calls and means by which stations are forecast.
struct StationCalls {
  /// Calls a day of each settlement.
  let daily: [Double]
  /// Mean minutes from the hospital's door to the end of the handover.
  let door: Double
  let service: AmbulanceService
  let standard: CircleStandard

  /// The forecast for stations, the one of the seat first; nothing when the calls are more than the
  /// crews can answer.
  ///
  /// Missions take what they take on average with these stations; day and night are reckoned apart
  /// and weighted by their calls. Crews are sent from their stations, the nearest first.
  func forecast(_ stations: [Int], on map: CountyMap) -> StationForecast? {
    var parts: [(weight: Double, forecast: StationForecast)] = []
    for shift in service.shifts where shift.callShare > 0 && shift.minutes > 0 {
      guard let forecast = forecast(stations, on: map, during: shift) else { return nil }
      parts.append((shift.callShare, forecast))
    }
    let whole = parts.reduce(0) { $0 + $1.weight }
    guard whole > 0 else { return nil }
    func mean(_ value: (StationForecast) -> Double) -> Double {
      parts.reduce(0) { $0 + $1.weight * value($1.forecast) } / whole
    }
    return StationForecast(
      inTime: mean(\.inTime),
      response: mean(\.response),
      allBusy: mean(\.allBusy),
      workload: mean(\.workload)
    )
  }

  /// Mean minutes of a mission, were the nearest station always free.
  func mission(from stations: [Int], on map: CountyMap) -> Double {
    let weights = daily.reduce(0, +)
    let travel = daily.indices.reduce(0.0) { sum, home in
      sum + daily[home] * (nearest(stations, to: home, on: map) + hospital(from: home, on: map))
    }
    let traffic = service.shifts.reduce(0) { $0 + $1.callShare * $1.traffic }
    return fixedMinutes + (weights > 0 ? travel / weights : 0) * traffic * service.meanNoise
  }

  private var fixedMinutes: Double { service.chute + service.scene + door + service.turnaround }

  private func nearest(_ stations: [Int], to home: Int, on map: CountyMap) -> Double {
    stations.map { map.travel.minutes(from: $0, to: home, by: .ambulance) }.min() ?? 0
  }

  /// Minutes from a settlement to the nearest general hospital, where the model takes most patients.
  private func hospital(from home: Int, on map: CountyMap) -> Double {
    map.facilities.indices.filter { map.facilities[$0].kind == .countyGeneral }
      .map { map.ambulanceMinutes(from: home, toFacility: $0) }.min() ?? 0
  }

  private func forecast(
    _ stations: [Int],
    on map: CountyMap,
    during shift: AmbulanceService.Shift
  ) -> StationForecast? {
    let homes = daily.indices.filter { daily[$0] > 0 }
    let crews = CrewOrder(to: homes, from: stations, during: shift, on: map)
    let minutes = crews.minutes
    let rates = homes.map { daily[$0] * shift.callShare / shift.minutes }
    let calls = rates.reduce(0, +)
    let conveyance = zip(homes, rates).reduce(0) { sum, home in
      sum + home.1 * hospital(from: home.0, on: map)
    }
    var travel = zip(minutes, rates).reduce(0) { $0 + $1.1 * ($1.0.min() ?? 0) }
    var found: HypercubeApproximation?
    // The way depends on who is free and who is free on the way; it settles in a few rounds.
    for _ in 0..<8 {
      let mission =
        fixedMinutes + (travel + conveyance) / calls * shift.traffic * service.meanNoise
      found = try? HypercubeApproximation(
        rates: rates,
        mission: mission,
        order: crews.preferred,
        whenAllBusy: .waits
      )
      guard let found else { return nil }
      travel = homes.indices.reduce(0) { sum, atom in
        let answered = 1 - found.allBusy
        guard answered > 0 else { return sum }
        let way = zip(found.shares[atom], minutes[atom]).reduce(0) { $0 + $1.0 * $1.1 }
        return sum + rates[atom] * way / answered
      }
    }
    guard let found else { return nil }
    var inTime = 0.0
    for (atom, home) in homes.enumerated() {
      let limit = standard.minutes(for: map.settlements[home].setting)
      let left = limit - service.handling - service.chute
      for (unit, share) in found.shares[atom].enumerated() {
        let median = minutes[atom][unit] * shift.traffic
        inTime += rates[atom] * share * service.chance(ofJourney: median, within: left)
      }
    }
    return StationForecast(
      inTime: inTime / calls,
      response: service.handling + service.chute
        + travel / calls * shift.traffic * service.meanNoise,
      allBusy: found.allBusy,
      workload: found.workloads.reduce(0, +) / Double(found.workloads.count)
    )
  }
}
