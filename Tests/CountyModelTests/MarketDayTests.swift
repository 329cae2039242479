import Engine
import Geography
import ScenarioFiles
import Testing

@testable import CountyModel

@Suite("Market days")
struct MarketDayTests {
  /// From Monday, 4 March 2024.
  private static let stretch = Stretch(
    start: CivilDate(dayNumber: Stretch.firstOf2024 + 63),
    days: 35,
    warmUp: 0
  )
  private static let clinic = 0

  @Test("Villages of outlying towns share their town's market days; seats and streets have none")
  func places() throws {
    let county = try tiny(every: 5, times: 1.3)
    let map = county.map
    let markets = MarketDays(county.inputs.population)
    let calendars = markets.ofSettlements(on: map)
    #expect(calendars.contains { $0 > 0 } && calendars.contains(0))
    for (home, calendar) in zip(map.settlements, calendars) {
      let town = map.towns[home.town]
      let hasMarket = town.role == .outlying && town.kind == .town && home.setting == .rural
      #expect((calendar > 0) == hasMarket)
      #expect(calendar < markets.calendars)
    }
    for town in map.towns {
      #expect(Set(town.settlements.map { calendars[$0] }.filter { $0 > 0 }).count <= 1)
    }
  }

  @Test("Every fifth day has m times the needs, and any five days have as many as before")
  func cycle() throws {
    let county = try tiny(every: 5, times: 1.3)
    let calendars = MarketDays(county.inputs.population).ofSettlements(on: county.map)
    let plain = try expectations(of: tiny(every: 0, times: 1.3))
    let with = try expectations(of: county)
    for settlement in calendars.indices {
      let ratios = zip(with, plain).map { after, before in
        after[settlement][Self.clinic] / before[settlement][Self.clinic]
      }
      if calendars[settlement] == 0 {
        #expect(ratios.allSatisfy { $0 == 1 })
      } else {
        let markets = ratios.indices.filter { abs(ratios[$0] - 1.3) < 1e-12 }
        #expect(markets == Array(stride(from: markets.first ?? 0, to: 35, by: 5)))
        #expect(markets.count == 7)
        for day in 0...30 {
          #expect(abs(ratios[day..<(day + 5)].reduce(0, +) - 5) < 1e-12)
        }
      }
      for (after, before) in zip(with, plain) {
        #expect(after[settlement].dropFirst() == before[settlement].dropFirst())
      }
    }
  }

  @Test("Over a cycle no need is added, whatever the cycle and the multiplier")
  func mean() throws {
    for (days, multiplier) in [(2, 2.0), (3, 1.5), (7, 1.9), (12, 2.0)] {
      let markets = MarketDays(try tiny(every: days, times: multiplier).inputs.population)
      for calendar in 0..<markets.calendars {
        let factors = (0..<days).map {
          markets.factor(of: calendar, on: CivilDate(dayNumber: -3 + $0))
        }
        #expect(abs(factors.reduce(0, +) - Double(days)) < 1e-12)
        #expect(factors.count { $0 == multiplier } == (calendar == 0 ? 0 : 1))
        #expect(factors.allSatisfy { $0 >= 0 })
      }
    }
  }

  @Test("No cycle, a market every day and a market that draws nobody change nothing; others do")
  func neutral() throws {
    var short = Self.stretch
    short.days = 10
    let plain = try tiny(every: 0, times: 1).readings(.baseline, short)
    for (days, multiplier) in [(0, 2.0), (1, 2.0), (5, 1.0)] {
      let readings = try tiny(every: days, times: multiplier).readings(.baseline, short)
      #expect(readings.fingerprint == plain.fingerprint)
      #expect(readings.needs == plain.needs)
      #expect(readings.counts == plain.counts)
    }
    let markets = try tiny(every: 5, times: 2).readings(.baseline, short)
    #expect(markets.fingerprint != plain.fingerprint)
    #expect(markets.identities.allSatisfy { $0.holds })
  }

  @Test(
    "Figures of markets that cannot be are refused",
    arguments: [
      ("marketCycle", "-1"), ("marketCycle", "13"), ("marketCycle", "2.5"),
      ("marketClinic", "0.9"), ("marketClinic", "2.1"),
    ]
  )
  func refused(_ key: String, _ value: String) {
    #expect(throws: DiagnosticList.self) {
      try TinyCounty(exchanging: [TinyCounty.giving(key, value)])
    }
  }

  private func tiny(every days: Int, times multiplier: Double) throws -> TinyCounty {
    try TinyCounty(exchanging: [
      TinyCounty.giving("marketCycle", "\(days)"),
      TinyCounty.giving("marketClinic", "\(multiplier)"),
    ])
  }

  /// Needs expected, by day, settlement and profile.
  private func expectations(of county: TinyCounty) throws -> [[[Double]]] {
    let plan = CountyPlan(county.scenario(.baseline, Self.stretch), map: county.map)
    var world = World(plan, seed: 1, replication: 0)
    let rates = needRates(of: plan, in: &world)
    return (0..<Self.stretch.days).map { day in
      plan.map.settlements.indices.map { settlement in
        NeedProfile.allCases.indices.map { rates.expected(settlement, $0, onDay: day) }
      }
    }
  }

  private func needRates(of plan: CountyPlan, in world: inout World) -> NeedRates {
    NeedRates(plan, residents: world.residents, streams: &world.streams)
  }
}
