import Engine
import Geography
import Testing

@testable import CountyModel

@Suite("What settlements know of facilities")
struct LearningTests {
  @Test("A wait of W moves the expectation E of the home settlement to (1 - a) E + a W")
  func learns() throws {
    var county = QuietCounty(try .asWritten())
    let general = try county.facility(.countyGeneral)
    let (home, other) = (SettlementID(row: 0), SettlementID(row: 1))
    #expect(try expected(at: general, by: home, in: county) == 12)
    county.world.choice.learn(.minutes(52), at: general, from: home)
    // 0.95 × 12 + 0.05 × 52, in single precision.
    #expect(abs(try expected(at: general, by: home, in: county) - 14) < 1e-5)
    #expect(try expected(at: general, by: other, in: county) == 12)
  }

  @Test("Where the learning rate is nothing, a wait teaches nothing")
  func learnsNothing() throws {
    let tiny = try TinyCounty(exchanging: [
      .init(old: "learningRate: 0.05", new: "learningRate: 0")
    ])
    var county = QuietCounty(tiny)
    let general = try county.facility(.countyGeneral)
    county.world.choice.learn(.minutes(52), at: general, from: SettlementID(row: 0))
    #expect(try expected(at: general, by: SettlementID(row: 0), in: county) == 12)
  }

  @Test("Nobody considers a facility twice, however few there are")
  func oneTownship() throws {
    let tiny = try TinyCounty(exchanging: [
      .init(old: "townshipCentres: 3", new: "townshipCentres: 1"),
      .init(old: "townshipBranches: 1", new: "townshipBranches: 0"),
      .init(old: "communityCentres: 1", new: "communityCentres: 0"),
    ])
    let alternatives = QuietCounty(tiny).plan.alternatives()
    for home in tiny.map.settlements.indices {
      let first = home * CountyPlan.mostAlternatives
      let considered = alternatives[first..<first + CountyPlan.mostAlternatives]
        .filter { $0.standing == .considered }
      #expect(considered.count == CountyPlan.mostAlternatives - 1)
      #expect(Set(considered.map(\.facility)).count == considered.count)
    }
  }

  private func expected(
    at facility: FacilityID,
    by home: SettlementID,
    in county: borrowing QuietCounty
  ) throws -> Double {
    for place in 0..<CountyPlan.mostAlternatives {
      let id = AlternativeID(row: home.row * CountyPlan.mostAlternatives + place)
      let one = county.world.choice[id]
      if one.facility == facility { return Double(one.expectedWait) }
    }
    throw TinyCounty.NotThere(text: "facility \(facility.row)")
  }
}
