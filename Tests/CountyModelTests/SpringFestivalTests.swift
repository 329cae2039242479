import Engine
import Testing

@testable import CountyModel

@Suite("The Spring Festival")
struct SpringFestivalTests {
  @Test(
    "Eve to seventh day are the festival week, the next two weeks the rebound",
    arguments: [(2024, 2, 10), (2025, 1, 29)]
  )
  func phases(_ year: Int, _ month: Int, _ day: Int) throws {
    let first = try #require(CivilDate(year: year, month: month, day: day))
    let phases = (-2...21).map { SpringFestival.phase(of: first.adding(days: $0)) }
    #expect(phases.first == .ordinary)
    #expect(phases[1...8].allSatisfy { $0 == .week })
    #expect(phases[9...22].allSatisfy { $0 == .rebound })
    #expect(phases.last == .ordinary)
  }

  @Test("The festival days differ from year to year")
  func moves() throws {
    let date = try #require(CivilDate(year: 2025, month: 2, day: 10))
    #expect(SpringFestival.phase(of: date) == .rebound)
    let same = try #require(CivilDate(year: 2024, month: 2, day: 10))
    #expect(SpringFestival.phase(of: same) == .week)
  }
}
