import Testing

@testable import CountyModel

@Suite("Measures of rich and poor")
struct EquityTests {
  private static let incomes = [9_215, 20_442, 32_195, 50_220, 95_055]
  private static let stretch = Stretch(days: 14, warmUp: 0)

  /// Two weeks in which a yuan weighs the same on all, and as its share of an income.
  private static let unfelt = Result {
    try TinyCounty.with(incomes: incomes, elasticity: 0).readings(.baseline, stretch)
  }
  private static let felt = Result {
    try TinyCounty.with(incomes: incomes, elasticity: 1).readings(.baseline, stretch)
  }

  @Test("Who is born, dies, leaves or comes back is counted in the fifth")
  func present() throws {
    var years = YearsOfTiny(try .asWritten(), days: 400)
    years.run()
    let present = years.world.residents.present
    let byIncome = years.world.residents.presentByIncome
    #expect(byIncome.reduce(0, +) == present)
    for fifth in IncomeFifth.allCases {
      let counted = years.world.residents.count { $0.traits.income == fifth }
      #expect(byIncome[fifth.lane] == counted)
    }
  }

  @Test("Without elasticity income is counted, and nothing else knows of it")
  func neutral() throws {
    let unfelt = try Self.unfelt.get()
    let alike = try TinyCounty.with(
      incomes: [40_000, 40_000, 40_000, 40_000, 40_000],
      elasticity: 0
    )
    .readings(.baseline, Self.stretch)
    let differ = (0..<Count.rows).filter { unfelt.lanes(ofRow: $0) != alike.lanes(ofRow: $0) }
    #expect(differ == [Count.incomeDays.row])
  }

  @Test("Where money weighs by income, the poor stay at home more and pay more of what they have")
  func direction() throws {
    let felt = try Self.felt.get()
    let unfelt = try Self.unfelt.get()
    func value(_ id: String, _ readings: Readings) throws -> Double {
      try #require(readings.first("equity.\(id)"))
    }
    #expect(try value("unmetPoorest", felt) > value("unmetRichest", felt) + 0.02)
    #expect(try value("visitsPoorest", felt) < value("visitsRichest", felt))
    #expect(try value("burdenPoorest", felt) > value("burdenRichest", felt))
    #expect(try value("unmetConcentration", felt) < value("unmetConcentration", unfelt) - 0.02)
    #expect(try value("visitsConcentration", felt) > value("visitsConcentration", unfelt))
    #expect(try value("pocketConcentration", felt) > value("pocketConcentration", unfelt))
    // Of the national fifths, with residents in equal parts.
    let gini = try value("incomeGini", felt)
    #expect(abs(gini - 0.389) < 0.01)
  }

  @Test("Fifths add up to all: residents, needs, visits, needs without care, money")
  func sums() throws {
    let readings = try Self.felt.get()
    func total(_ counts: [Count]) -> Int64 {
      counts.reduce(0) { $0 + readings.lanes(of: $1).reduce(0, +) }
    }
    #expect(total([.residentDaysByIncome]) == total([.residentDays]))
    #expect(total([.needsByIncome]) == total([.needs]))
    #expect(total([.visitsByIncome]) == total([.visits]))
    #expect(total([.unmetByIncome]) == total([.unmet]))
    #expect(total([.pocketByIncome]) == total([.outpatientPocket, .inpatientPocket]))
    #expect(total([.catastrophicByIncome]) == total([.catastrophicPeople]))
    for lane in IncomeFifth.allCases.map(\.lane) {
      #expect(readings.total(.visitsByIncome, lane: lane) > 0)
    }
  }

  @Test("The concentration index is the mean of 2R − 1 over what is counted")
  func index() throws {
    let readings = try Self.felt.get()
    let visits = IncomeFifth.allCases.map {
      Double(readings.total(.visitsByIncome, lane: $0.lane))
    }
    let ranks = [0.1, 0.3, 0.5, 0.7, 0.9]
    let leaning = zip(visits, ranks).reduce(0) { $0 + $1.0 * (2 * $1.1 - 1) }
    let value = try #require(readings.first("equity.visitsConcentration"))
    #expect(abs(value - leaning / visits.reduce(0, +)) < 1e-12)
  }
}
