import Engine
import Geography
import Testing

@testable import CountyModel

@Suite("Needs against their expectation")
struct NeedExpectationTests {
  private static let measure = "population.needsOverExpected"
  /// From Monday, 4 March 2024: four weeks of March and one of April, no New Year before or in them.
  private static let spring = Stretch(
    start: CivilDate(dayNumber: Stretch.firstOf2024 + 63),
    days: 35,
    warmUp: 7
  )

  @Test("On average as many arise as were expected, and they vary as Poisson days of varying rate")
  func mean() throws {
    let county = try TinyCounty.asWritten()
    let runs = (UInt32(0)..<20).map {
      county.readings(.baseline, Stretch(days: 14, warmUp: 7, replication: $0))
    }
    let measured = Effect(try runs.map { try #require($0.first(Self.measure)) - 1 })
    #expect(abs(measured.standardErrors) < 4, "\(measured)")
    let shadows = try runs.map { run in try #require(run.shadows.first { $0.id == "needs" }) }
    let whole = Effect(shadows.map { $0.value - 1 })
    #expect(abs(whole.standardErrors) < 4, "\(whole)")
    // With 19 degrees of freedom χ²/19 lies between 0.2 and 2.8 but once in ten thousand times.
    let predicted = try #require(shadows.first).standardError
    let ratio = 20 * whole.standardError * whole.standardError / (predicted * predicted)
    #expect((0.2...2.8).contains(ratio), "\(ratio)")
  }

  @Test("Without the chance of days, months hold the sum of the rates of their days, and no others")
  func months() throws {
    let county = try TinyCounty(exchanging: [TinyCounty.giving("dayVariation", "0")])
    let plan = CountyPlan(county.scenario(.baseline, Self.spring), map: county.map)
    var world = World(plan, seed: 1, replication: 0)
    let rates = needRates(of: plan, in: &world)
    let readings = county.readings(.baseline, Self.spring)
    // A week of warm-up, then the rest of March.
    for (month, days) in [7..<35, 35..<42].enumerated() {
      var expected = 0.0
      for day in days {
        for home in plan.map.settlements.indices {
          for profile in 0..<NeedRates.profiles {
            expected += rates.expected(home, profile, onDay: day)
          }
        }
      }
      let booked = readings.total(.needsExpected, lane: 0, month: month)
      // Less than a thousandth waits on either side of a month.
      #expect(abs(Double(booked) - 1000 * expected) < 1.01)
      #expect(expected > 100 && readings.total(.needsArisen, lane: 0, month: month) > 0)
    }
  }

  @Test("The chance of days moves what arises, and nothing of what is expected")
  func chance() throws {
    let without = try TinyCounty(exchanging: [TinyCounty.giving("dayVariation", "0")])
      .readings(.baseline, Self.spring)
    let with = try TinyCounty.asWritten().readings(.baseline, Self.spring)
    #expect(with.lanes(of: .needsExpected) == without.lanes(of: .needsExpected))
    #expect(with.lanes(of: .needsArisen) != without.lanes(of: .needsArisen))
  }

  @Test(
    "No policy moves either side, not even a surge of needs",
    arguments: [("finance.countyOutpatientPrice", 50.0), ("shocks.needs", 1.5)]
  )
  func policies(_ lever: String, _ level: Double) throws {
    let county = try TinyCounty.asWritten()
    let stretch = Stretch(days: 10, warmUp: 4)
    let baseline = county.readings(.baseline, stretch)
    let other = county.readings(try .pulling([lever: level]), stretch)
    #expect(other.fingerprint != baseline.fingerprint)
    for count in [Count.needsArisen, .needsExpected] {
      #expect(other.lanes(of: count) == baseline.lanes(of: count))
      #expect(baseline.total(count, lane: 0) > 0)
    }
  }

  private func needRates(of plan: CountyPlan, in world: inout World) -> NeedRates {
    NeedRates(plan, residents: world.residents, streams: &world.streams)
  }

  @Test("What is less than a thousandth of a need waits, and is not lost")
  func rest() {
    var expectation = NeedExpectation()
    let booked = (0..<10).map { _ in
      expectation.take(300_000, variation: 0)
      return expectation.thousandths()
    }
    #expect(booked == [0, 0, 0, 1, 0, 0, 1, 0, 0, 1])
  }

  @Test("Beside an expectation of 100 needs, 110 are one standard error too many")
  func shadow() throws {
    var expectation = NeedExpectation()
    #expect(expectation.shadow(of: 0) == nil)
    expectation.take(100_000_000_000, variation: 0)
    let steady = try #require(expectation.shadow(of: 110))
    #expect(abs(steady.value - 1.1) < 1e-12 && abs(steady.standardError - 0.1) < 1e-12)
    #expect(steady.prediction == 1 && steady.passes)
    // A day more of 100 that varies by a tenth: 200 + 10² = 300.
    expectation.take(100_000_000_000, variation: 0.1)
    let varying = try #require(expectation.shadow(of: 200))
    #expect(abs(varying.standardError - 300.0.squareRoot() / 200) < 1e-12)
  }
}
