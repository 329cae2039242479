import Geography
import Testing

@Suite("Ambulance circles")
struct CoverageTests {
  /// A station at 0, an urban home at 1 and a rural home at 2, so many kilometres along streets.
  private func county(urbanAt urban: Double, ruralAt rural: Double) throws -> Coverage {
    let homes: [(Setting, Int)] = [(.urban, 0), (.urban, 300), (.rural, 100)]
    let settlements = homes.enumerated().map { index, home in
      Settlement(
        id: "S\(index)",
        name: "\(index)",
        nameEn: "\(index)",
        town: 0,
        position: Point(x: 0, y: 0),
        residents: home.1,
        setting: home.0,
        residentsByAge: [home.1, 0, 0, 0, 0, 0, 0, 0, 0],
        radius: 0.3
      )
    }
    let travel = try TravelTimes(
      roads: [
        Road(a: 0, b: 1, roadClass: .urbanStreet, kilometres: urban),
        Road(a: 0, b: 2, roadClass: .countyRoad, kilometres: rural),
      ],
      radii: settlements.map(\.radius),
      speeds: Ganyu.speeds
    )
    return Coverage(settlements: settlements, travel: travel)
  }

  @Test("Exactly 15 and exactly 30 minutes count as reached")
  func inclusive() throws {
    // 8.75 km at 35 km/h and 27.5 km at 55 km/h.
    let circle = try county(urbanAt: 8.75, ruralAt: 27.5)
      .shareWithin(minutes: 15, rural: 30, of: [0])
    #expect(circle.nearestMinutes[1] == 15)
    #expect(circle.nearestMinutes[2] == 30)
    #expect(circle.total == 1)
  }

  @Test("Seconds past the limit do not count, and each setting has its own limit")
  func beyond() throws {
    // 8.8 km at 35 km/h is 15.09 minutes: too late for the city, in time for a village.
    let circle = try county(urbanAt: 8.8, ruralAt: 8.8)
      .shareWithin(minutes: 15, rural: 30, of: [0])
    #expect(circle.urban == 0)
    #expect(circle.rural == 1)
    #expect(circle.total == 0.25)
  }

  @Test("One more station never leaves anybody farther away")
  func monotone() throws {
    let map = try Ganyu.map.get()
    var open = [map.stations[0].settlement]
    var before = map.coverage.shareWithin(minutes: 8, rural: 12, of: open)
    for station in map.stations.dropFirst() + map.candidateStations {
      open.append(station.settlement)
      let after = map.coverage.shareWithin(minutes: 8, rural: 12, of: open)
      #expect(after.urban >= before.urban)
      #expect(after.rural >= before.rural)
      #expect(zip(after.nearestMinutes, before.nearestMinutes).allSatisfy { $0 <= $1 })
      before = after
    }
  }

  @Test("Candidates open in the order in which they bring most residents into the circle")
  func candidates() throws {
    let facts = Ganyu.county(named: "赣榆区", "Ganyu", stations: 1, candidates: 5)
    let map = try SyntheticCounty.generate(from: facts)
    var open = map.stations.map(\.settlement)
    for candidate in map.candidateStations {
      func reached(with place: Int) -> Int {
        let circle = map.coverage.shareWithin(minutes: 15, rural: 30, of: open + [place])
        return circle.urbanResidents.reached + circle.ruralResidents.reached
      }
      let best = map.settlements.indices.map(reached).max()
      #expect(reached(with: candidate.settlement) == best)
      open.append(candidate.settlement)
    }
  }

  @Test("Stations stand at the general hospital and at health centres")
  func stationSites() throws {
    let map = try Ganyu.map.get()
    #expect(map.stations.count == 12)
    #expect(map.candidateStations.count == 8)
    #expect(map.stations[0].settlement == map.towns[0].centreSettlement)
    let doors = map.facilities.filter { $0.kind.tier == .township }.map(\.settlement)
    #expect(map.stations.dropFirst().allSatisfy { doors.contains($0.settlement) })
    #expect(map.candidateStations.allSatisfy { $0.isCandidate })
  }
}
