import Testing

@testable import CountyModel
@testable import Experiments

@Suite("Shadows of several replications")
struct ShadowTableTests {
  private static func shadow(
    _ value: Double,
    prediction: Double = 0.2,
    error: Double = 0.1,
    scope: Readings.Shadow.Scope = .whole
  ) -> Readings.Shadow {
    Readings.Shadow(
      id: "ward.medical",
      zh: "内科",
      en: "medical",
      value: value,
      prediction: prediction,
      margin: 0.02,
      standardError: error,
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

  @Test("What agrees within a tolerance that reaches the prediction is too little to compare")
  func tooFew() throws {
    // 0.02 + 3 · 0.125 = 0.395 around 0.14: a ward in which nobody waits would agree.
    let few = Self.shadow(0.1, prediction: 0.14, error: 0.125)
    let table = try #require(ShadowTable.of([[few]]).first)
    #expect(!table.isCompared && table.passes)
    #expect(table.scope?.en.hasPrefix("too few") == true)
    // Sixteen replications are enough: 0.02 + 0.375 / 4 = 0.114.
    let enough = try #require(ShadowTable.of(Array(repeating: [few], count: 16)).first)
    #expect(enough.isCompared && enough.passes)
  }

  @Test("What is apart however large the tolerance still warns")
  func apart() throws {
    let far = Self.shadow(0.6, prediction: 0.14, error: 0.125)
    let table = try #require(ShadowTable.of([[far]]).first)
    #expect(table.isCompared && !table.passes)
  }

  @Test("Where few wait by right a tolerance below ten points is compared, a larger one is not")
  func rare() throws {
    let sharp = Self.shadow(0, prediction: 0.005, error: 0.02)
    let blunt = Self.shadow(0, prediction: 0.005, error: 0.03)
    #expect(try #require(ShadowTable.of([[sharp]]).first).isCompared)
    #expect(try #require(ShadowTable.of([[blunt]]).first).isCompared == false)
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
