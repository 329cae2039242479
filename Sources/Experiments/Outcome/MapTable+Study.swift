internal import CountyModel
internal import Engine
internal import Geography

extension MapTable {
  /// How far people go for a physician: half an hour, door to door.
  static let catchment = FloatingCatchment(reachMinutes: 30)

  init(of study: Study, readings: [[Readings]]) {
    let parts = CountyOnMap.all(of: study)
    self.init(
      borders: parts.map { part in part.county.map.border.map { part.position(of: $0) } },
      towns: parts.flatMap { part in part.county.map.towns.map { TownTable($0, on: part) } },
      settlements: parts.flatMap { part in
        let reached = part.physiciansReached
        return part.county.map.settlements.indices.map {
          SettlementTable(
            on: part,
            place: $0,
            physiciansReached: reached[$0] * 10_000,
            readings: readings
          )
        }
      },
      roads: parts.flatMap { part in
        part.county.map.roads.map {
          RoadTable(
            a: part.firstSettlement + $0.a,
            b: part.firstSettlement + $0.b,
            kind: "\($0.roadClass)"
          )
        }
      },
      facilities: parts.flatMap { part in
        part.county.map.facilities.map { FacilityTable(of: $0, on: part) }
      },
      stations: parts.flatMap { StationTable.all(of: study, on: $0) },
      staticCircle: readings.map { $0[0].staticCircle.map(DecimalText.rounded) }
    )
  }
}

/// A county with its place in the lists and on the map of its region.
struct CountyOnMap {
  let county: StudyCounty
  /// Place of its first settlement and of its first town in the lists of the region.
  let firstSettlement: Int
  let firstTown: Int

  /// The counties of a study, one after another.
  static func all(of study: Study) -> [CountyOnMap] {
    var settlements = 0
    var towns = 0
    return study.counties.map { county in
      defer {
        settlements += county.map.settlements.count
        towns += county.map.towns.count
      }
      return CountyOnMap(county: county, firstSettlement: settlements, firstTown: towns)
    }
  }

  /// Physicians within reach of each settlement, per resident.
  var physiciansReached: [Double] {
    let physicians = county.map.facilities.map {
      county.inputs.physicians(at: $0).reduce(0, +)
    }
    return county.map.access(supply: physicians, within: MapTable.catchment)
  }

  /// Kilometres east and north in the region.
  func position(of point: Point) -> [Double] {
    [DecimalText.rounded(county.place.x + point.x), DecimalText.rounded(county.place.y + point.y)]
  }

  /// Where a settlement lies in the region.
  func position(ofSettlement place: Int) -> [Double] {
    position(of: county.map.settlements[place].position)
  }
}

extension TownTable {
  init(_ town: Town, on part: CountyOnMap) {
    let position = part.position(of: town.centre)
    self.init(
      zh: town.name,
      en: town.nameEn,
      kind: "\(town.kind)",
      x: position[0],
      y: position[1]
    )
  }
}

extension FacilityTable {
  init(of facility: Facility, on part: CountyOnMap) {
    let position = part.position(ofSettlement: facility.settlement)
    self.init(
      id: facility.id,
      zh: facility.name,
      en: facility.nameEn,
      kind: "\(facility.kind)",
      tier: "\(facility.kind.tier)",
      settlement: part.firstSettlement + facility.settlement,
      x: position[0],
      y: position[1]
    )
  }
}

extension StationTable {
  /// Stations open today, then the candidates that some policy opens by the end of the run.
  static func all(of study: Study, on part: CountyOnMap) -> [StationTable] {
    let everywhere = Array(study.policies.indices)
    let lastDay = study.end.days(since: study.runStart) - 1
    let added = study.policies.map { policy in
      policy.within(part.county.en).settings.first { $0.path == "ambulance.stationsAdded" }
        .map { Int($0.course.value(onDay: lastDay)) } ?? 0
    }
    let map = part.county.map
    let open = map.stations.map { StationTable(of: $0, on: part, policies: everywhere) }
    let opened = map.candidateStations.enumerated().map { place, station in
      StationTable(of: station, on: part, policies: everywhere.filter { added[$0] > place })
    }
    return open + opened.filter { !$0.policies.isEmpty }
  }

  private init(of station: AmbulanceStation, on part: CountyOnMap, policies: [Int]) {
    let position = part.position(ofSettlement: station.settlement)
    self.init(
      id: station.id,
      zh: station.name,
      en: station.nameEn,
      x: position[0],
      y: position[1],
      policies: policies
    )
  }
}
