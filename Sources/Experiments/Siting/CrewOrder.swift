internal import CountyModel
internal import Geography
internal import Glibc

/// The crews of a shift, and in which order they are sent to whom: the nearest station first.
struct CrewOrder {
  /// Minutes of free flow from each crew's station, by place and crew.
  let minutes: [[Double]]
  /// Crews by place, the preferred first.
  let preferred: [[Int]]

  /// The order in which crews go to some settlements; of the stations, the one of the seat is first.
  init(
    to places: [Int],
    from stations: [Int],
    during shift: AmbulanceService.Shift,
    on map: CountyMap
  ) {
    let crews = stations.indices.flatMap { station in
      Array(
        repeating: stations[station],
        count: station == 0 ? shift.crewsAtSeat : shift.crewsPerStation
      )
    }
    let minutes = places.map { place in
      crews.map { map.travel.minutes(from: $0, to: place, by: .ambulance) }
    }
    self.minutes = minutes
    preferred = minutes.map { row in
      crews.indices.sorted { (row[$0], $0) < (row[$1], $1) }
    }
  }
}

extension AmbulanceService {
  /// Chance that a journey of a median takes no longer than what is left; handling and chute are
  /// taken at their means.
  func chance(ofJourney median: Double, within left: Double) -> Double {
    guard left > 0 else { return 0 }
    return 0.5 * erfc(log(median / left) / travelSigma / 2.0.squareRoot())
  }
}
