import CountyModel
import Testing

@testable import Reports

@Suite("Levers, measures and inputs as text")
struct CatalogueTextTests {
  @Test("Units and directions are words of the language asked for, not names in the program")
  func words() {
    let chinese = CatalogueText.measures(.zh).split { " \n".contains($0) }
    let inside = [
      "share", "ratio", "minutes", "days", "perYear", "yuan", "higher", "lower", "neutral",
    ]
    #expect(!chinese.contains { inside.contains(String($0)) })
    #expect(CatalogueText.measures(.en).contains("per year"))
  }

  @Test("No title shows the name of a specialty in the program", arguments: Language.allCases)
  func specialties(language: Language) {
    let titles =
      LeverCatalogue.all.map { language.pick(zh: $0.zh, en: $0.en) }
      + Measure.all.map { language.pick(zh: $0.zh, en: $0.en) }
    #expect(!titles.contains { $0.hasSuffix("tcm") || $0.hasSuffix("sense") })
  }
}
