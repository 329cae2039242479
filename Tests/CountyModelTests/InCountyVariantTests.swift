import Geography
import Testing

@testable import CountyModel

@Suite("Which hospitals count as in the county")
struct InCountyVariantTests {
  private static let run = Result { try TinyCounty.asWritten().readings() }

  @Test(
    "City hospitals counted in and the general hospital counted out change the share by what they do",
    arguments: [("visits", Count.visits), ("admissions", Count.admissions)]
  )
  func variants(_ name: String, _ count: Count) throws {
    let readings = try Self.run.get()
    func parts(_ id: String) throws -> Readings.Parts {
      let measure = try #require(Measure.named("\(name).\(id)"))
      return try #require(readings.parts(of: measure, inYear: 2024))
    }
    func done(by kind: FacilityKind) -> Int64 {
      readings.total(count, lane: kind.lane)
    }
    let plain = try parts("inCountyShare")
    let withCity = try parts("inCountyShareWithCity")
    let withoutGeneral = try parts("inCountyShareWithoutGeneral")
    let inside = try #require(plain.numerator)
    #expect(withCity.numerator == inside + done(by: .cityHospital))
    #expect(withoutGeneral.numerator == inside - done(by: .countyGeneral))
    #expect(withCity.denominator == plain.denominator)
    #expect(withoutGeneral.denominator == plain.denominator)
    #expect(withoutGeneral.value < plain.value && plain.value <= withCity.value)
  }
}
