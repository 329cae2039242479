import Geography
import Testing

@testable import CountyModel

/// Communities as the plans print them, on a made-up map whose towns bear the printed names.
@Suite("Medical communities")
struct CommunityTableTests {
  /// Yandu's nineteen township institutions (YD-11, YD-12, YD-13).
  private static let yandu: [(String, [String])] = [
    ("楼王", ["学富", "中兴", "北龙港", "滨湖", "大纵湖"]),
    ("秦南", ["尚庄", "北蒋", "鞍湖"]),
    ("大冈", ["郭猛", "葛武", "冈中"]),
    ("龙冈", ["潘黄", "盐龙", "张庄", "盐渎"]),
  ]

  @Test("Yandu: 1+5, 1+3 and 1+3 led by centres, and five led by public health, by name")
  func yanduAsPrinted() throws {
    let names = Self.yandu.flatMap { [$0.0] + $0.1 }
    let map = try Self.map(towns: names)
    var facts = Self.yandu.prefix(3).map { lead, members in
      Self.facts(lead, .centre, lead: Self.centre(lead), members: members)
    }
    let (base, others) = Self.yandu[3]
    facts.append(Self.facts("疾控", .publicHealth, lead: "区疾控中心", members: [base] + others))
    let table = CommunityTable(facts, map: map)
    // A town brings its centre and whatever branches and community centres stand there.
    for (row, (lead, members)) in Self.yandu.enumerated() {
      let community = CommunityID(row: row)
      let centres = table.members(of: community).filter {
        map.facilities[$0.row].kind == .townshipCentre
      }
      let led = row < 3
      #expect(centres.count == members.count + (led ? 0 : 1))
      #expect((table.lead(of: community) != nil) == led)
      let own = try #require(map.facilities.firstIndex { $0.name == Self.centre(lead) })
      #expect(table.community(of: FacilityID(row: own)) == community)
    }
  }

  @Test("Tongzhou: 11, 7 and 5 members of two hospitals and a centre; regrouping moves one")
  func tongzhouAsPrinted() throws {
    let towns = (1...23).map { "通\($0)" } + ["平潮"]
    let map = try Self.map(towns: towns)
    func three(_ first: Int) -> [CommunityFacts] {
      [
        Self.facts("rm", .hospital, lead: "GEN-1", members: towns[..<first].map(Self.centre)),
        Self.facts("zy", .hospital, lead: "TCM-1", members: towns[first..<18].map(Self.centre)),
        Self.facts(
          "pc",
          .centre,
          lead: Self.centre("平潮"),
          members: towns[18..<23].map(Self.centre)
        ),
      ]
    }
    let today = CommunityTable(three(11), map: map)
    #expect(today.all.map(\.members.count) == [11, 7, 5])
    #expect(today.all.map { $0.members.count + 1 }.reduce(0, +) == 26)
    let regrouped = CommunityTable(three(10), map: map)
    #expect(regrouped.all.map(\.members.count) == [10, 8, 5])
    let moved = try #require(map.facilities.firstIndex { $0.name == Self.centre("通11") })
    #expect(today.community(of: FacilityID(row: moved)) == CommunityID(row: 0))
    #expect(regrouped.community(of: FacilityID(row: moved)) == CommunityID(row: 1))
  }

  @Test("A village clinic that no list names follows the nearest township facility")
  func villagesFollow() throws {
    let map = try Self.map(towns: ["东", "西"])
    let facts = [Self.facts("east", .hospital, lead: "GEN-1", members: ["东"])]
    let table = CommunityTable(facts, map: map)
    var followers = 0
    for (row, facility) in map.facilities.enumerated() where facility.kind == .villageClinic {
      let nearest = try #require(
        map.facilities.indices.filter { map.facilities[$0].kind.tier == .township }.min {
          map.patientMinutes(from: facility.settlement, toFacility: $0)
            < map.patientMinutes(from: facility.settlement, toFacility: $1)
        }
      )
      let own = table.community(of: FacilityID(row: row))
      #expect(own == table.community(of: FacilityID(row: nearest)))
      if own != nil { followers += 1 }
    }
    #expect(followers > 0)
    let privately = try #require(map.facilities.firstIndex { $0.kind == .privateClinic })
    #expect(table.community(of: FacilityID(row: privately)) == nil)
  }

  @Test("What is named comes before all the rest, whatever the order of the list")
  func allIsTheRest() throws {
    let map = try Self.map(towns: ["东", "西"])
    let rest = Self.facts("rest", .hospital, lead: "GEN-1", members: ["all"])
    let west = Self.facts("west", .hospital, lead: "TCM-1", members: ["西"])
    for order in [[rest, west], [west, rest]] {
      let table = CommunityTable(order, map: map)
      let centre = try #require(map.facilities.firstIndex { $0.name == Self.centre("西") })
      let own = try #require(table.community(of: FacilityID(row: centre)))
      #expect(order[own.row].id == "west")
    }
  }

  /// What towns' centres are called on generated maps.
  private static func centre(_ town: String) -> String { "\(town)卫生院" }

  private static func facts(
    _ id: String,
    _ leader: CommunityFacts.Leader,
    lead: String,
    members: [String]
  ) -> CommunityFacts {
    CommunityFacts(
      id: id,
      zh: id,
      en: id,
      grouping: .today,
      leader: leader,
      lead: lead,
      members: members,
      tight: 0
    )
  }

  /// Tiny with other towns, one centre each.
  private static func map(towns: [String]) throws -> CountyMap {
    let facts = try TinyCounty.asWritten().inputs.facts
    let counts = facts.facilities
    let places = towns.enumerated().map { row, name in
      TownFacts(
        name: name,
        nameEn: "Town \(row)",
        kind: .town,
        role: row == 0 ? .seat : .outlying,
        populationWeight: 10,
        terrain: .plain,
        position: Point(x: -6 + Double(row % 6) * 2.2, y: -4 + Double(row / 6) * 2.2)
      )
    }
    return try SyntheticCounty.generate(
      from: CountyFacts(
        name: facts.name,
        nameEn: facts.nameEn,
        residents: facts.residents,
        ageShares: facts.ageShares,
        areaSquareKm: facts.areaSquareKm,
        outline: facts.outline,
        towns: places,
        settlements: SettlementFacts(
          total: towns.count * 2 + 6,
          neighbourhoods: 2,
          urbanShare: 0.02,
          rankSizeExponent: facts.settlements.rankSizeExponent,
          urbanDensity: facts.settlements.urbanDensity,
          villageDensity: facts.settlements.villageDensity,
          ruralElderTilt: facts.settlements.ruralElderTilt
        ),
        detour: facts.detour,
        speeds: facts.speeds,
        facilities: FacilityCounts(
          villageClinics: counts.villageClinics,
          communityStations: counts.communityStations,
          privateClinics: counts.privateClinics,
          townshipCentres: towns.count,
          townshipBranches: 0,
          communityCentres: 0,
          countyGeneral: counts.countyGeneral,
          countyTCM: counts.countyTCM,
          countyMCH: counts.countyMCH
        ),
        distantHospitals: facts.distantHospitals,
        ambulances: facts.ambulances,
        seed: facts.seed
      )
    )
  }
}
