import Geography
import Testing

@Suite("A county drawn from a few facts")
struct SyntheticCountyTests {
  let facts = Ganyu.facts
  let map: CountyMap

  init() throws {
    map = try Ganyu.map.get()
  }

  @Test("The same facts give the same map, bit for bit")
  func repeatable() throws {
    #expect(try SyntheticCounty.generate(from: facts) == map)
  }

  @Test("Another seed gives another map")
  func seedMatters() throws {
    let other = try SyntheticCounty.generate(from: Ganyu.county(named: "赣榆区", "Ganyu", seed: 2))
    #expect(other.settlements.map(\.position) != map.settlements.map(\.position))
  }

  @Test("Nobody is lost: settlements add up to the county")
  func everyoneLivesSomewhere() {
    #expect(map.settlements.reduce(0) { $0 + $1.residents } == 1_003_844)
    #expect(map.settlements.allSatisfy { $0.residents > 0 })
  }

  @Test("Age bands add up to each settlement and to the county's age structure")
  func ages() {
    for settlement in map.settlements {
      #expect(settlement.residentsByAge.reduce(0, +) == settlement.residents)
      #expect(settlement.residentsByAge.allSatisfy { $0 >= 0 })
    }
    for (band, share) in facts.ageShares.enumerated() {
      let people = map.settlements.reduce(0) { $0 + $1.residentsByAge[band] }
      #expect(abs(Double(people) - share * Double(facts.residents)) < 1)
    }
  }

  @Test("The odds of being old are higher in villages by the stated tilt")
  func elders() {
    func odds(_ setting: Setting) -> Double {
      let homes = map.settlements.filter { $0.setting == setting }
      let all = homes.reduce(0) { $0 + $1.residents }
      let old = homes.reduce(0) { $0 + $1.residentsByAge[7] + $1.residentsByAge[8] }
      return Double(old) / Double(all - old)
    }
    // Rounding to whole people moves a settlement's band by less than one.
    #expect(abs(odds(.rural) / odds(.urban) - facts.settlements.ruralElderTilt) < 0.005)
  }

  @Test("There are as many settlements as asked, and most villages have 800 to 3,500 people")
  func settlementSizes() {
    #expect(map.settlements.count == 469)
    #expect(map.settlements.count { $0.setting == .urban } == 42)
    let villages = map.settlements.filter { $0.setting == .rural }
    let ordinary = villages.count { (800...3500).contains($0.residents) }
    #expect(ordinary * 10 >= villages.count * 9)
  }

  @Test("Urban residents are the stated share, all in streets and the seat")
  func urbanShare() {
    let urban = map.settlements.filter { $0.setting == .urban }
    let people = urban.reduce(0) { $0 + $1.residents }
    #expect(abs(Double(people) / Double(facts.residents) - 0.22) < 1e-6)
    #expect(urban.allSatisfy { map.towns[$0.town].isSeat || map.towns[$0.town].kind == .street })
  }

  @Test("Towns list their own settlements, centre first, and no two places coincide")
  func townsAndPlaces() {
    for (index, town) in map.towns.enumerated() {
      #expect(town.centreSettlement == town.settlements.lowerBound)
      #expect(town.settlements.allSatisfy { map.settlements[$0].town == index })
      #expect(map.settlements[town.centreSettlement].position == town.centre)
    }
    #expect(Set(map.settlements.map(\.position)).count == map.settlements.count)
    #expect(Set(map.settlements.map(\.id)).count == map.settlements.count)
  }

  @Test("One more town leaves the draws of the others as they were")
  func addingATown() throws {
    let apart = Ganyu.towns.map { town in
      TownFacts(
        name: town.name,
        nameEn: town.nameEn,
        kind: town.kind,
        role: town.role,
        populationWeight: town.populationWeight,
        terrain: town.terrain,
        position: nil
      )
    }
    func centres(_ towns: [TownFacts]) throws -> [Point] {
      let facts = Ganyu.county(named: "某县", "Some", towns: towns, outline: .drawn(elongation: 1.5))
      return try SyntheticCounty.generate(from: facts).towns.map(\.centre)
    }
    let fewer = try centres(Array(apart.dropLast()))
    let all = try centres(apart)
    #expect(Array(all.dropLast()) == fewer)
  }
}
