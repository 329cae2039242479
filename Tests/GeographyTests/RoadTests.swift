import Geography
import Testing

@Suite("Roads of the county")
struct RoadTests {
  /// A default county (P-27): half a million people, 4 streets, 12 towns, 5 of them in mountains.
  private func mountainCounty() throws -> CountyMap {
    let towns = (1...16).map { number in
      TownFacts(
        name: "第\(number)镇",
        nameEn: "Town \(number)",
        kind: number <= 4 ? .street : .town,
        role: number == 1 ? .seat : .outlying,
        populationWeight: number == 1 ? 4 : 1,
        terrain: number > 11 ? .mountain : .hilly,
        position: nil
      )
    }
    return try SyntheticCounty.generate(
      from: Ganyu.county(
        named: "某县",
        "Some County",
        residents: 500_000,
        towns: towns,
        outline: .drawn(elongation: 1.6)
      )
    )
  }

  @Test("Streets lie in the city, mountain roads in the mountains")
  func classes() throws {
    let map = try mountainCounty()
    for road in map.roads {
      let ends = [map.settlements[road.a], map.settlements[road.b]]
      let isCity = ends.allSatisfy { $0.setting == .urban }
      #expect((road.roadClass == .urbanStreet) == isCity)
      if road.roadClass == .mountainRoad { #expect(ends.contains { $0.town >= 11 }) }
    }
    let classes = Set(map.roads.map(\.roadClass))
    #expect(classes == Set(RoadClass.allCases))
  }

  @Test("Streets of the county are urban as the seat is")
  func streets() throws {
    let map = try mountainCounty()
    let urbanTowns = Set(map.settlements.filter { $0.setting == .urban }.map(\.town))
    #expect(urbanTowns == [0, 1, 2, 3])
  }

  @Test("No road is shorter than the crow flies")
  func lengths() throws {
    let map = try Ganyu.map.get()
    for road in map.roads {
      let straight = map.settlements[road.a].position
        .distance(to: map.settlements[road.b].position)
      #expect(road.kilometres >= straight)
    }
  }

  @Test("From any town to any other one can keep to county roads and streets")
  func trunkNetwork() throws {
    let map = try Ganyu.map.get()
    let trunk = map.roads.filter { $0.roadClass == .countyRoad || $0.roadClass == .urbanStreet }
    var reached = Set([map.towns[0].centreSettlement])
    var grown = true
    while grown {
      grown = false
      for road in trunk where reached.contains(road.a) != reached.contains(road.b) {
        reached.formUnion([road.a, road.b])
        grown = true
      }
    }
    #expect(map.towns.allSatisfy { reached.contains($0.centreSettlement) })
  }
}
