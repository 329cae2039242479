import Testing

@testable import CountyModel

@Suite("What is declared")
struct CatalogueTests {
  @Test("Measures have unique names, both titles and a definition in words")
  func measures() {
    #expect(repeated(Measure.all.map(\.id)).isEmpty)
    for measure in Measure.all {
      #expect(!measure.zh.isEmpty && !measure.en.isEmpty && !measure.means.isEmpty, "\(measure.id)")
    }
  }

  @Test("Levers have unique paths, both titles, and a neutral value inside their range")
  func levers() {
    #expect(repeated(LeverCatalogue.all.map(\.path)).isEmpty)
    for lever in LeverCatalogue.all {
      #expect(!lever.zh.isEmpty && !lever.en.isEmpty, "\(lever.path)")
      #expect(lever.range.contains(lever.neutral), "\(lever.path)")
      #expect(lever.range.lowerBound < lever.range.upperBound, "\(lever.path)")
    }
  }

  @Test("Inputs have unique paths and both titles")
  func inputs() {
    #expect(repeated(CountyInputs.declarations.map(\.path)).isEmpty)
    for input in CountyInputs.declarations {
      #expect(!input.zh.isEmpty && !input.en.isEmpty, "\(input.path)")
    }
  }

  private func repeated(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { !seen.insert($0).inserted }
  }
}
