import Testing

@testable import CountyModel
@testable import Experiments

@Suite("Shadows of several replications")
struct ShadowTableTests {
  private static func shadow(
    _ value: Double,
    scope: Readings.Shadow.Scope = .whole
  ) -> Readings.Shadow {
    Readings.Shadow(
      id: "ward.medical",
      zh: "内科",
      en: "medical",
      value: value,
      prediction: 0.1,
      margin: 0.02,
      standardError: 0.1,
      scope: scope
    )
  }

  @Test("The standard error shrinks with replications, the margin does not")
  func tolerance() throws {
    let tables = ShadowTable.of([0.2, 0.3, 0.2, 0.3].map { [Self.shadow($0)] })
    let table = try #require(tables.first)
    // 0.02 + 3 · 0.1 / √4 = 0.17.
    #expect(abs(table.tolerance - 0.17) < 1e-9)
    #expect(abs(table.value - 0.25) < 1e-9 && table.passes)
    #expect(table.scope == nil)
  }

  @Test("What one replication could not compare is not compared")
  func scope() throws {
    let nothing = Readings.Shadow.Scope.nothing(zh: "无", en: "none")
    let tables = ShadowTable.of([[Self.shadow(0.9)], [Self.shadow(0.9, scope: nothing)]])
    let table = try #require(tables.first)
    #expect(!table.isCompared && table.passes)
    #expect(table.scope?.en == "none")
  }
}
