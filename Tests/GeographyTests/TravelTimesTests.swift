import Geography
import Testing

@Suite("Minutes by road")
struct TravelTimesTests {
  let map: CountyMap

  init() throws {
    map = try Ganyu.map.get()
  }

  /// One step of the matrix, 1/64 minute.
  private let step = 1.0 / 64

  @Test("The way there is as long as the way back, and no journey takes no time")
  func symmetric() {
    var faults = 0
    for mode in TravelMode.allCases {
      for from in map.settlements.indices {
        for to in map.settlements.indices {
          let there = map.travel.minutes(from: from, to: to, by: mode)
          let back = map.travel.minutes(from: to, to: from, by: mode)
          if there != back || there <= 0 { faults += 1 }
        }
      }
    }
    #expect(faults == 0)
  }

  @Test("A detour over a third place is never shorter")
  func triangle() {
    var faults = 0
    let places = Array(stride(from: 0, to: map.settlements.count, by: 5))
    for from in places {
      for to in places {
        let direct = map.travel.minutes(from: from, to: to, by: .car)
        for over in places {
          let first = map.travel.minutes(from: from, to: over, by: .car)
          let second = map.travel.minutes(from: over, to: to, by: .car)
          // Three rounded times are off by at most half a step each.
          if direct > first + second + 1.5 * step { faults += 1 }
        }
      }
    }
    #expect(faults == 0)
  }

  @Test("Times agree with every route tried one by one (Floyd and Warshall)")
  func floydWarshall() throws {
    let roads = [
      Road(a: 0, b: 1, roadClass: .urbanStreet, kilometres: 3.5),
      Road(a: 1, b: 2, roadClass: .countyRoad, kilometres: 11),
      Road(a: 0, b: 2, roadClass: .villageRoad, kilometres: 9),
      Road(a: 2, b: 3, roadClass: .mountainRoad, kilometres: 7),
      Road(a: 3, b: 4, roadClass: .villageRoad, kilometres: 2.2),
      Road(a: 1, b: 4, roadClass: .countyRoad, kilometres: 30),
      Road(a: 4, b: 5, roadClass: .countyRoad, kilometres: 6),
    ]
    let count = 6
    let travel = try TravelTimes(
      roads: roads,
      radii: [Double](repeating: 0.5, count: count),
      speeds: Ganyu.speeds
    )
    for mode in TravelMode.allCases {
      var minutes = [[Double]](
        repeating: [Double](repeating: 1e9, count: count),
        count: count
      )
      for place in 0..<count { minutes[place][place] = 0 }
      for road in roads {
        let time =
          road.kilometres / Ganyu.speeds.of(mode).kilometresPerHour(on: road.roadClass) * 60
        minutes[road.a][road.b] = min(minutes[road.a][road.b], time)
        minutes[road.b][road.a] = min(minutes[road.b][road.a], time)
      }
      for over in 0..<count {
        for from in 0..<count {
          for to in 0..<count {
            minutes[from][to] = min(minutes[from][to], minutes[from][over] + minutes[over][to])
          }
        }
      }
      for from in 0..<count {
        for to in 0..<count where to != from {
          let found = travel.minutes(from: from, to: to, by: mode)
          #expect(abs(found - minutes[from][to]) <= step / 2 + 1e-9)
        }
      }
    }
  }

  @Test("A patient takes whichever of e-bike and car gets there first, door to door")
  func patients() throws {
    let travel = try TravelTimes(
      roads: [
        Road(a: 0, b: 1, roadClass: .villageRoad, kilometres: 1.5),
        Road(a: 1, b: 2, roadClass: .countyRoad, kilometres: 30),
      ],
      radii: [0.3, 0.3, 0.3],
      speeds: Ganyu.speeds
    )
    // 1.5 km: e-bike 5 + 2 minutes, car 3 + 8. 30 km: e-bike 90 + 2, car 40 + 8.
    #expect(travel.patientMinutes(from: 0, to: 1) == 7)
    #expect(travel.patientMinutes(from: 1, to: 2) == 48)
    #expect(travel.patientMinutes(from: 0, to: 0) > 2)
  }

  @Test("A place without a road is refused")
  func unreachable() {
    #expect(throws: GenerationError.unreachable(settlement: 2)) {
      try TravelTimes(
        roads: [Road(a: 0, b: 1, roadClass: .villageRoad, kilometres: 1)],
        radii: [0.3, 0.3, 0.3],
        speeds: Ganyu.speeds
      )
    }
  }

  @Test("Roads to the town centres are longer than the crow flies by the detour factors")
  func detour() throws {
    // On a plain, with one factor, the sum over journeys must come out at exactly that factor.
    let plain = Ganyu.towns.map { town in
      TownFacts(
        name: town.name,
        nameEn: town.nameEn,
        kind: town.kind,
        role: town.role,
        populationWeight: town.populationWeight,
        terrain: .plain,
        position: town.position
      )
    }
    let map = try SyntheticCounty.generate(from: Ganyu.county(named: "某县", "Some", towns: plain))
    let even = ModeSpeeds(
      urbanStreet: 60,
      countyRoad: 60,
      villageRoad: 60,
      mountainRoad: 60,
      accessMinutes: 0
    )
    // At 60 km/h a minute is a kilometre.
    let travel = try TravelTimes(
      roads: map.roads,
      radii: map.settlements.map(\.radius),
      speeds: SpeedTable(eBike: even, car: even, ambulance: even)
    )
    var (byRoad, straight) = (0.0, 0.0)
    for town in map.towns {
      for home in map.settlements.indices where home != town.centreSettlement {
        byRoad += travel.minutes(from: home, to: town.centreSettlement, by: .car)
        straight += map.settlements[home].position.distance(to: town.centre)
      }
    }
    #expect(abs(byRoad / straight - 1.30) < 0.005)
  }
}
