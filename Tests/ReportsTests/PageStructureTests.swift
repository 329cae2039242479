import Foundation
import Testing

@testable import Experiments
@testable import Reports

@Suite("The report page")
struct PageStructureTests {
  private let table = CountySample.table()
  private let page = DrawnPage(CountySample.table())

  @Test("Every policy and every target stands in both languages")
  func everyone() throws {
    let (zh, en) = (try page.edition(.zh), try page.edition(.en))
    for policy in table.policies {
      #expect(zh.holds(policy.zh))
      #expect(en.holds(policy.en))
    }
    for target in table.targets {
      #expect(zh.holds(target.zh))
      #expect(en.holds(target.en))
    }
  }

  @Test("Chinese comes first, and both say that the data are synthetic")
  func languages() throws {
    let (zh, en) = (try page.edition(.zh), try page.edition(.en))
    let order = page.text.matches(of: /<main class="edition only-(zh|en)"/).map { String($0.1) }
    #expect(order == ["zh", "en"])
    #expect(zh.holds("合成数据"))
    #expect(en.holds("synthetic data"))
    #expect(zh.holds("合成县域") && !zh.holds("Synthetic county"))
    #expect(en.holds("Synthetic county") && !en.holds("合成县域"))
  }

  @Test("A county built mostly from other places is not called a forecast")
  func notForecast() throws {
    let even = DrawnPage(CountySample.table())
    // One fact of two figures is half, not most of them assumed.
    #expect(!even.holds("不是对甲县的预测"))
    let source = SourceTable(
      path: "a",
      zh: nil,
      en: nil,
      value: "1",
      standing: "proxy",
      id: nil,
      source: ""
    )
    let mixed = try CountySample.table().with(sources: [source])
    #expect(DrawnPage(mixed).holds("不是对甲县的预测"))
  }

  @Test("The chance of meeting a target is said not to be computed")
  func chance() throws {
    #expect(try page.edition(.zh).holds("未计算"))
    #expect(try page.edition(.en).holds("not computed"))
  }

  @Test("A deadline outside the run has no verdict")
  func lateDeadline() throws {
    #expect(try page.edition(.zh).holds("本次运行没有 2030 年的结果"))
  }

  @Test("Where the baseline alone has nothing to measure, the package is judged all the same")
  func nothingInBaseline() throws {
    let page = try DrawnPage(table.withoutBaseline()).edition(.zh)
    #expect(page.holds("现状不变时没有可计算的数据（分母为零；目标：2027 年达到 70% 以上）"))
    #expect(page.holds("采用“一揽子政策”后为 66.6"))
    #expect(!page.holds("本次运行没有 2027 年的结果"))
  }

  @Test("A broken identity is shown with its two sides")
  func brokenIdentity() throws {
    #expect(try page.edition(.zh).holds("6 次不成立，例如 7 ≠ 6"))
  }

  @Test("A borrowed policy is labelled")
  func borrowed() throws {
    #expect(try page.edition(.zh).holds("借用其他方案的措施"))
  }

  @Test("One replication gives words instead of an interval")
  func oneReplication() {
    let page = DrawnPage(CountySample.table(replications: 1))
    #expect(page.holds("仅一次重复，无区间"))
    #expect(page.holds("(one run, no interval)"))
    #expect(page.holds("any of these verdicts may be chance"))
    #expect(!page.holds("Dashed: not clear after Holm"))
    #expect(!page.holds("adjusted together by Holm"))
  }

  @Test("Two replications come with the advice to use more, four without")
  func twoReplications() {
    let advice = "--replications 4"
    #expect(page.holds(advice))
    #expect(VerdictText.render(table).contains(advice))
    let more = CountySample.table(replications: 4)
    #expect(!DrawnPage(more).holds(advice))
    #expect(!VerdictText.render(more).contains(advice))
  }

  @Test("The same outcome gives the same bytes")
  func determinism() {
    let isSame = DrawnPage(table).text == page.text
    #expect(isSame)
  }

  @Test("A study without targets, map, sources or quarters still has a page")
  func bareStudy() throws {
    #expect(try DrawnPage(table.bare()).holds("</html>"))
  }
}

extension OutcomeTable {
  /// This table as JSON with some keys replaced, read again.
  private func edited(_ edit: (inout [String: Any]) throws -> Void) throws -> OutcomeTable {
    let data = Data(try CanonicalJSON.text(of: self).utf8)
    var object = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    try edit(&object)
    return try CanonicalJSON.decode(
      OutcomeTable.self,
      from: JSONSerialization.data(withJSONObject: object)
    )
  }

  /// This table with other sources.
  func with(sources: [SourceTable]) throws -> OutcomeTable {
    let text = try CanonicalJSON.text(of: sources)
    let list = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try edited { $0["sources"] = list }
  }

  /// This table where the first measure divides by zero under the first policy.
  func withoutBaseline() throws -> OutcomeTable {
    try edited { object in
      var annual = try #require(object["annual"] as? [[[[Any]]]])
      for run in annual[0].indices { annual[0][run][0] = years.map { _ in NSNull() } }
      object["annual"] = annual
    }
  }

  /// This table with nothing but policies and measures.
  func bare() throws -> OutcomeTable {
    try edited { object in
      object["targets"] = []
      object["sources"] = []
      object["measures"] = []
      object["map"] = [
        "borders": [], "towns": [], "settlements": [], "roads": [], "facilities": [],
        "stations": [], "staticCircle": [],
      ]
    }
  }
}
