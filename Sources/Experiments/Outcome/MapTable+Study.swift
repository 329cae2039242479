internal import CountyModel
internal import Engine
internal import Geography

extension MapTable {
  init(of study: Study, readings: [[Readings]]) {
    let map = study.map
    self.init(
      border: map.border.map { [DecimalText.rounded($0.x), DecimalText.rounded($0.y)] },
      towns: map.towns.map(TownTable.init),
      settlements: map.settlements.indices.map {
        SettlementTable(of: map.settlements[$0], place: $0, readings: readings)
      },
      roads: map.roads.map { RoadTable(a: $0.a, b: $0.b, kind: "\($0.roadClass)") },
      facilities: map.facilities.map { FacilityTable(of: $0, on: map) },
      stations: StationTable.all(of: study),
      staticCircle: readings.map { $0[0].staticCircle.map(DecimalText.rounded) }
    )
  }
}

extension TownTable {
  init(_ town: Town) {
    self.init(
      zh: town.name,
      en: town.nameEn,
      kind: "\(town.kind)",
      x: DecimalText.rounded(town.centre.x),
      y: DecimalText.rounded(town.centre.y)
    )
  }
}

extension FacilityTable {
  init(of facility: Facility, on map: CountyMap) {
    let position = map.settlements[facility.settlement].position
    self.init(
      id: facility.id,
      zh: facility.name,
      en: facility.nameEn,
      kind: "\(facility.kind)",
      tier: "\(facility.kind.tier)",
      settlement: facility.settlement,
      x: DecimalText.rounded(position.x),
      y: DecimalText.rounded(position.y)
    )
  }
}

extension StationTable {
  /// Stations open today, then the candidates that some policy opens by the end of the run.
  static func all(of study: Study) -> [StationTable] {
    let everywhere = Array(study.policies.indices)
    let lastDay = study.end.days(since: study.runStart) - 1
    let added = study.policies.map { policy in
      policy.settings.first { $0.path == "ambulance.stationsAdded" }
        .map { Int($0.course.value(onDay: lastDay)) } ?? 0
    }
    let open = study.map.stations.map {
      StationTable(of: $0, on: study.map, policies: everywhere)
    }
    let opened = study.map.candidateStations.enumerated().map { place, station in
      StationTable(of: station, on: study.map, policies: everywhere.filter { added[$0] > place })
    }
    return open + opened.filter { !$0.policies.isEmpty }
  }

  private init(of station: AmbulanceStation, on map: CountyMap, policies: [Int]) {
    let position = map.settlements[station.settlement].position
    self.init(
      id: station.id,
      zh: station.name,
      en: station.nameEn,
      x: DecimalText.rounded(position.x),
      y: DecimalText.rounded(position.y),
      policies: policies
    )
  }
}
