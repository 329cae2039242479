import Testing

@testable import Experiments

@Suite("Whether the warm-up is long enough")
struct WarmUpCheckTests {
  /// Four years of one share under one policy: a season, some luck, and whatever is added.
  private func table(
    replications: Int = 6,
    years: Int = 4,
    adding more: (Int) -> Double
  ) -> OutcomeTable {
    let seasons = [0.03, 0, -0.02, 0.01]
    let quarterly = (0..<replications).map { run in
      (0..<4 * years).map { quarter in
        // Luck of ± 0.001 without any order.
        let luck = Double((run * 31 + quarter * 17) % 11 - 5) / 5000
        return Double?(0.6 + seasons[quarter % 4] + luck + more(quarter))
      }
    }
    return TableSample.quarterly(quarterly, firstYear: 2024)
  }

  private func check(_ table: OutcomeTable) -> WarmUpCheck? {
    WarmUpCheck(of: table, measures: ["visits.grassrootsShare", "no.such"])
  }

  @Test("Two quarters that begin 5 points higher are found, with their size; seasons are not")
  func transient() throws {
    let found = try #require(check(table { $0 < 2 ? 0.05 : 0 }))
    let finding = try #require(found.findings.first)
    #expect(found.findings.count == 1 && found.looked == 1)
    #expect(finding.periods == 2 && found.period == .quarters)
    #expect(!finding.drifts)
    // A season's mean over four years takes a quarter of the 5 points along: 3.75 are left at the
    // beginning, and six of the other fourteen quarters lose 1.25.
    #expect(abs(finding.difference.mean - (0.0375 + 0.0125 * 6 / 14)) < 0.001)
    #expect(finding.adjustedP < 0.001)
  }

  @Test("A steady baseline, whatever its season, is not doubted")
  func steady() throws {
    let found = try #require(check(table { _ in 0 }))
    #expect(found.findings.isEmpty && found.looked == 1)
  }

  @Test("What moves to the end has no steady state to cut to, and is not called a short warm-up")
  func trend() throws {
    let found = try #require(check(table { 0.01 * Double($0) }))
    #expect(found.findings.isEmpty && found.looked == 1)
  }

  @Test("One replication, or fewer than three years without months, cannot tell")
  func tooLittle() {
    #expect(check(table(replications: 1) { _ in 0 }) == nil)
    #expect(check(table(years: 2) { _ in 0 }) == nil)
    #expect(check(year(replications: 1) { _ in 0 }) == nil)
  }

  /// Twelve months of one share: a winter of 2 points, some luck, and whatever is added.
  private func year(replications: Int = 6, adding more: (Int) -> Double) -> OutcomeTable {
    let season = [0.02, 0.02, 0.01, 0, 0, 0, 0, 0, 0, 0, 0.01, 0.02]
    let values = (0..<replications).map { run in
      season.indices.map { month in
        // Luck of ± 0.001 without any order.
        let luck = Double((run * 31 + month * 17) % 13 - 6) / 6000
        return 0.6 + season[month] + luck + more(month)
      }
    }
    var table = table(replications: replications, years: 1) { _ in 0 }
    table.months = MonthsTable(
      months: (1...12).map { $0 < 10 ? "2024-0\($0)" : "2024-\($0)" },
      measures: ["visits.grassrootsShare"],
      values: [values]
    )
    return table
  }

  @Test("A year whose first month begins 10 points lower is found by months, with its size")
  func shortTransient() throws {
    let found = try #require(check(year { $0 == 0 ? -0.1 : 0 }))
    let finding = try #require(found.findings.first)
    #expect(found.period == .months && found.looked == 1)
    // MSER takes February, which is winter too, along.
    #expect(finding.periods == 2 && !finding.drifts)
    // January and December are alike but for the 10 points and luck.
    #expect(abs(finding.difference.mean + 0.1) < 0.002)
    #expect(finding.adjustedP < 0.001)
  }

  @Test("A winter at both ends of a year is no transient, though MSER cuts it off")
  func winter() throws {
    let found = try #require(check(year { _ in 0 }))
    #expect(found.findings.isEmpty && found.looked == 1)
  }
}
