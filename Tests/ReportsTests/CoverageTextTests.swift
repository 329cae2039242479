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
}
