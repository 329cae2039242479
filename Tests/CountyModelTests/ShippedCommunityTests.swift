import Foundation
import Geography
import ScenarioFiles
import Testing

@testable import CountyModel

/// The communities of the counties that are shipped, against the printed plans.
@Suite("Medical communities that are shipped")
struct ShippedCommunityTests {
  /// A community as its plan prints it.
  private struct Printed {
    let leader: CommunityFacts.Leader
    /// The facility that leads; `nil` for public health, which has none.
    let lead: String?
    let members: [String]
  }

  /// TZ-07: section 4(1) of Tongzhou's plan, 26 institutions with those that lead.
  private static var tongzhou: [Printed] {
    [
      Printed(
        leader: .hospital,
        lead: "通州区人民医院",
        members: [
          "区第二人民医院（城北社区卫生服务中心）", "二甲中心卫生院", "石港中心卫生院", "二甲镇卫生院", "石港镇卫生院",
          "兴仁镇兴仁卫生院", "兴仁镇四安卫生院", "十总镇骑岸卫生院", "西亭镇卫生院", "东社镇东社卫生院",
          "兴东街道社区卫生服务中心",
        ]
      ),
      Printed(
        leader: .hospital,
        lead: "通州区中医院",
        members: [
          "十总镇十总卫生院", "东社镇五甲卫生院", "城区社区卫生服务中心", "城南社区卫生服务中心", "城西社区卫生服务中心",
          "先锋街道社区卫生服务中心", "川姜镇卫生院",
        ]
      ),
      Printed(
        leader: .centre,
        lead: "平潮中心卫生院",
        members: ["刘桥中心卫生院", "刘桥镇卫生院", "平潮镇平潮卫生院", "平潮镇平东卫生院", "五接镇卫生院"]
      ),
    ]
  }

  /// YD-12 and YD-13: section 4(1)1 of Yandu's plan, nineteen township institutions.
  private static var yandu: [Printed] {
    [
      Printed(
        leader: .centre,
        lead: "楼王中心卫生院",
        members: ["学富镇卫生院", "中兴卫生院", "北龙港卫生院", "滨湖卫生院", "大纵湖镇卫生院"]
      ),
      Printed(leader: .centre, lead: "秦南中心卫生院", members: ["尚庄镇卫生院", "北蒋卫生院", "鞍湖卫生院"]),
      Printed(leader: .centre, lead: "大冈中心卫生院", members: ["郭猛镇卫生院", "葛武卫生院", "冈中卫生院"]),
      Printed(
        leader: .publicHealth,
        lead: nil,
        members: [
          "龙冈镇卫生院", "潘黄街道社区卫生服务中心", "盐龙街道社区卫生服务中心", "张庄街道社区卫生服务中心",
          "盐渎街道社区卫生服务中心",
        ]
      ),
    ]
  }

  @Test("Tongzhou: two hospitals and a centre lead 11, 7 and 5 members, by name")
  func tongzhouAsPrinted() throws {
    let county = try Self.county("tongzhou")
    let today = Self.table(of: county, .today)
    #expect(today.all.map(\.members.count) == [11, 7, 5])
    Self.expect(today, toBe: Self.tongzhou, in: county)
  }

  @Test("Tongzhou, regrouped: the same 26 institutions, two of them under another lead")
  func tongzhouRegrouped() throws {
    let county = try Self.county("tongzhou")
    let (today, later) = (Self.table(of: county, .today), Self.table(of: county, .planned))
    #expect(later.all.map(\.members.count) == [9, 7, 7])
    #expect(later.all.map(\.lead) == today.all.map(\.lead))
    let moved = today.all.flatMap(\.members).filter {
      today.community(of: $0) != later.community(of: $0)
    }
    #expect(Self.names(of: moved, in: county) == ["兴仁镇兴仁卫生院", "兴仁镇四安卫生院"])
  }

  @Test("Yandu: 1+5, 1+3 and 1+3 led by centres, and five led by public health, by name")
  func yanduAsPrinted() throws {
    let county = try Self.county("yandu")
    let today = Self.table(of: county, .today)
    #expect(today.all.map(\.members.count) == [5, 3, 3, 5])
    Self.expect(today, toBe: Self.yandu, in: county)
  }

  @Test("Yandu, regrouped: one hospital leads the fourteen of the three areas; public health stays")
  func yanduRegrouped() throws {
    let county = try Self.county("yandu")
    let later = Self.table(of: county, .planned)
    let areas = Self.yandu.prefix(3).flatMap { [$0.lead].compactMap(\.self) + $0.members }
    #expect(areas.count == 14)
    Self.expect(
      later,
      toBe: [Printed(leader: .hospital, lead: "盐城市第三人民医院", members: areas), Self.yandu[3]],
      in: county
    )
  }

  private static func expect(
    _ table: CommunityTable,
    toBe printed: [Printed],
    in county: LoadedCounty
  ) {
    #expect(table.all.map(\.leader) == printed.map(\.leader))
    for (one, wanted) in zip(table.all, printed) {
      #expect(one.lead.map { county.map.facilities[$0.row].name } == wanted.lead, "\(one.en)")
      #expect(names(of: one.members, in: county) == Set(wanted.members), "\(one.en)")
      #expect(one.members.count == wanted.members.count, "\(one.en)")
    }
  }

  private static func names(of facilities: [FacilityID], in county: LoadedCounty) -> Set<String> {
    Set(facilities.map { county.map.facilities[$0.row].name })
  }

  private static func table(
    of county: LoadedCounty,
    _ grouping: CommunityFacts.Grouping
  ) -> CommunityTable {
    let facts = county.inputs.communities.filter { $0.grouping == grouping }
    return CommunityTable(facts, map: county.map)
  }

  private static func county(_ name: String) throws -> LoadedCounty {
    let file = TinyCounty.package.appendingPathComponent("Scenarios/counties/\(name)/county.yaml")
    return try CountyLoader.load(file.path)
  }
}
