import CountyModel
import Experiments
import Testing

@testable import Reports

@Suite("Coverage as text")
struct CoverageTextTests {
  @Test(
    "A row that is left out gives its reason in the language asked for",
    arguments: [
      (Language.zh, "只关系现金流", "cash flow only"), (.en, "cash flow only", "只关系现金流"),
    ]
  )
  func reason(language: Language, shown: String, hidden: String) {
    let row = PlanRow(
      id: "LYG-999",
      plan: "lianyungang",
      scope: .part,
      zh: "年终清算",
      en: "Annual clearing",
      reason: "只关系现金流 || cash flow only"
    )
    let use = PlanUse(policies: [], targets: [], figures: [])
    let text = CoverageText.table(PlanCoverage(rows: [row], use: use), language)
    #expect(text.contains(shown))
    #expect(!text.contains(hidden))
    #expect(!text.contains("||"))
  }

  @Test(
    "A policy that pulls a row's lever without naming it is marked",
    arguments: [[], ["LYG-67"]] as [[String]]
  )
  func marked(naming rows: [String]) {
    let course = Timeline(neutral: 0, level: 20, startDay: 0, rampDays: 0, endDay: nil)
    let policy = Policy(
      id: "penalty",
      zh: "",
      en: "",
      plan: rows,
      note: "",
      settings: [Policy.Setting(path: "finance.unreferredPenalty", course: course)]
    )
    let row = PlanRow(id: "LYG-67", plan: "p", scope: .inside, zh: "条", en: "row", reason: "")
    let coverage = PlanCoverage(
      rows: [row],
      use: PlanUse(policies: [PlanUse.PolicyUse(policy)], targets: [], figures: [])
    )
    #expect(CoverageText.table(coverage, .en).contains("policies/penalty"))
    #expect(CoverageText.table(coverage, .en).contains("(by its lever)") == rows.isEmpty)
    #expect(CoverageText.table(coverage, .zh).contains("（按杠杆）") == rows.isEmpty)
  }

  @Test("A name that a lever shares with the measure of its effect stands once")
  func onceNamed() throws {
    let name = "facilities.tertiary"
    let course = Timeline(neutral: 0, level: 1, startDay: 0, rampDays: 0, endDay: nil)
    let policy = Policy(
      id: "upgrade",
      zh: "",
      en: "",
      plan: ["LYG-11"],
      note: "",
      settings: [Policy.Setting(path: name, course: course)]
    )
    let row = PlanRow(id: "LYG-11", plan: "p", scope: .inside, zh: "条", en: "row", reason: "")
    let coverage = PlanCoverage(
      rows: [row],
      use: PlanUse(policies: [PlanUse.PolicyUse(policy)], targets: [], figures: [])
    )
    let line = try #require(coverage.lines.first)
    #expect(line.levers.contains(name) && line.measures.contains(name))
    let words = CoverageText.table(coverage, .en).split { " \n".contains($0) }
    #expect(words.count { $0 == name } == 1)
  }
}
