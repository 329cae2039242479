extension CountyMap {
  /// This county with other ambulance stations, all open; the first is the one at the seat.
  ///
  /// - Precondition: There is a station.
  public func with(stations: [AmbulanceStation]) -> CountyMap {
    precondition(!stations.isEmpty, "a county needs a station")
    return CountyMap(
      border: border,
      towns: towns,
      settlements: settlements,
      roads: roads,
      facilities: facilities,
      stations: stations,
      candidateStations: [],
      travel: travel
    )
  }

  /// Settlement of the general hospital, where the first station belongs.
  public var seatSettlement: Int {
    facilities.first { $0.kind == .countyGeneral }?.settlement ?? 0
  }

  /// Stations at some settlements, the one at or nearest to the general hospital first.
  ///
  /// Stations and candidates that the county knows keep their ids and names.
  public func stations(at places: [Int]) -> [AmbulanceStation] {
    let seat = seatSettlement
    let order = places.sorted { one, other in
      let (a, b) = (
        one == seat ? 0 : travel.minutes(from: seat, to: one, by: .ambulance),
        other == seat ? 0 : travel.minutes(from: seat, to: other, by: .ambulance)
      )
      return (a, one) < (b, other)
    }
    let known = stations + candidateStations
    let first = order.prefix(1)
    return (first + places.sorted().filter { $0 != first.first }).map { place in
      let home = settlements[place]
      let match = known.first { $0.settlement == place }
      return AmbulanceStation(
        id: match?.id ?? "AO-\(home.id)",
        name: match?.name ?? "\(home.name)急救站",
        nameEn: match?.nameEn ?? "\(home.nameEn) Ambulance Station",
        settlement: place,
        setting: home.setting,
        standing: .existing
      )
    }
  }
}
