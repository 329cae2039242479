import Geography

@testable import CountyModel

extension CountyMap {
  /// The same county with some of its parts exchanged.
  func with(
    settlements: [Settlement]? = nil,
    facilities: [Facility]? = nil,
    candidateStations: [AmbulanceStation]? = nil
  ) -> CountyMap {
    CountyMap(
      border: border,
      towns: towns,
      settlements: settlements ?? self.settlements,
      roads: roads,
      facilities: facilities ?? self.facilities,
      stations: stations,
      candidateStations: candidateStations ?? self.candidateStations,
      travel: travel
    )
  }

  /// East and west exchanged, and other titles on every place; names in files stay.
  var mirroredAndRetitled: CountyMap {
    with(
      settlements: settlements.map { one in
        Settlement(
          id: one.id,
          name: "镜" + one.name,
          nameEn: "Mirror " + one.nameEn,
          town: one.town,
          position: Point(x: -one.position.x, y: one.position.y),
          residents: one.residents,
          setting: one.setting,
          residentsByAge: one.residentsByAge,
          radius: one.radius
        )
      },
      facilities: facilities.map { $0.copy(title: "Mirror") }
    )
  }

  /// The same county with one more settlement, before all others and at the end of a road of its
  /// own, so that nobody's way leads through it.
  func with(first settlement: Settlement) throws -> CountyMap {
    let lane = Road(a: 0, b: 1, roadClass: .villageRoad, kilometres: 50)
    let roads = [lane] + roads.map { $0.moved(by: 1) }
    let all = [settlement] + settlements
    return CountyMap(
      border: border,
      towns: towns,
      settlements: all,
      roads: roads,
      facilities: facilities.map { $0.copy(settlement: $0.settlement + 1) },
      stations: stations.map { $0.moved(by: 1) },
      candidateStations: candidateStations.map { $0.moved(by: 1) },
      travel: try TravelTimes(
        roads: roads,
        radii: all.map(\.radius),
        speeds: travel.speeds
      )
    )
  }

  /// The same county with so many times the people.
  func times(_ factor: Int) -> CountyMap {
    with(
      settlements: settlements.map { $0.times(factor) },
      facilities: facilities.map { $0.copy(catchment: $0.catchment * factor) }
    )
  }

  /// The same county with two settlements at the spot of each, to which all ways are as long.
  func withEverySettlementHalved() throws -> CountyMap {
    let count = settlements.count
    let all = settlements.map(\.halves.0) + settlements.map(\.halves.1)
    let known = TravelMode.allCases.map { mode in
      let minutes = all.indices.flatMap { from in
        all.indices.map { travel.minutes(from: from % count, to: $0 % count, by: mode) }
      }
      return (mode, minutes)
    }
    return CountyMap(
      border: border,
      towns: towns,
      settlements: all,
      roads: roads,
      facilities: facilities,
      stations: stations,
      candidateStations: candidateStations,
      travel: try TravelTimes(
        roads: roads,
        radii: all.map(\.radius),
        speeds: travel.speeds,
        known: Dictionary(uniqueKeysWithValues: known)
      )
    )
  }
}

extension Facility {
  /// The same facility with some of its facts exchanged.
  func copy(
    id: String? = nil,
    title: String? = nil,
    kind: FacilityKind? = nil,
    settlement: Int? = nil,
    onwardMinutes: Double? = nil,
    catchment: Int? = nil
  ) -> Facility {
    Facility(
      id: id ?? self.id,
      name: title ?? name,
      nameEn: title ?? nameEn,
      kind: kind ?? self.kind,
      settlement: settlement ?? self.settlement,
      town: town,
      catchment: catchment ?? self.catchment,
      onwardMinutes: onwardMinutes ?? self.onwardMinutes,
      onwardKilometres: onwardKilometres
    )
  }
}

extension Settlement {
  /// The same settlement with more people of one age band.
  func with(further people: Int, ofBand band: Int) -> Settlement {
    var ages = residentsByAge
    ages[band] += people
    return copy(id: id, residentsByAge: ages)
  }

  /// The same place without its people, under a name of its own.
  func empty(id: String) -> Settlement {
    copy(id: id, residentsByAge: residentsByAge.map { _ in 0 })
  }

  /// The same place with so many times the people.
  func times(_ factor: Int) -> Settlement {
    copy(id: id, residentsByAge: residentsByAge.map { $0 * factor })
  }

  /// Two places at the same spot, with half the people each.
  var halves: (Settlement, Settlement) {
    let second = residentsByAge.map { $0 / 2 }
    let first = zip(residentsByAge, second).map { $0 - $1 }
    return (
      copy(id: id, residentsByAge: first), copy(id: id + "-SECOND", residentsByAge: second)
    )
  }

  private func copy(id: String, residentsByAge: [Int]) -> Settlement {
    Settlement(
      id: id,
      name: name,
      nameEn: nameEn,
      town: town,
      position: position,
      residents: residentsByAge.reduce(0, +),
      setting: setting,
      residentsByAge: residentsByAge,
      radius: radius
    )
  }
}

extension Road {
  fileprivate func moved(by rows: Int) -> Road {
    Road(a: a + rows, b: b + rows, roadClass: roadClass, kilometres: kilometres)
  }
}

extension AmbulanceStation {
  fileprivate func moved(by rows: Int) -> AmbulanceStation {
    AmbulanceStation(
      id: id,
      name: name,
      nameEn: nameEn,
      settlement: settlement + rows,
      setting: setting,
      standing: standing
    )
  }
}
