import Foundation
import Testing

@testable import Experiments

@Suite("Worked numbers of the statistics")
struct WorkedStatisticsTests {
  private static func cases() throws -> [AnalyticCase] {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appendingPathComponent("Scenarios/verification/analytic-cases.json")
    return try CasesFile.cases(in: file.path).filter { $0.family == StatisticsCheck.family }
  }

  @Test("Every number of every method in the shipped file holds")
  func shipped() throws {
    let cases = try Self.cases()
    #expect(cases.count == 22)
    for wanted in cases {
      let rows = try StatisticsCheck.judge(wanted)
      #expect(!rows.isEmpty)
      for row in rows {
        #expect(row.verdict == .pass, "\(wanted.id) \(row.row): \(row.estimate) for \(row.exact)")
      }
    }
  }

  @Test("A method that nobody computes fails instead of being passed over")
  func unknown() throws {
    let stranger = AnalyticCase(
      id: "stranger",
      family: StatisticsCheck.family,
      inputs: .fields([:]),
      expected: .fields(["value": .number(1)]),
      run: .nothing
    )
    #expect(try StatisticsCheck.judge(stranger).map(\.verdict) == [.fail])
  }

  @Test("A number one unit off in its last printed digit fails")
  func oneUnitOff() throws {
    let wanted = try #require(try Self.cases().first { $0.id == "z-quantiles" })
    let moved = AnalyticCase(
      id: wanted.id,
      family: wanted.family,
      inputs: wanted.inputs,
      expected: .fields(["values": .numbers([1.28155156555] + Array(repeating: 0, count: 6))]),
      run: .nothing
    )
    #expect(try StatisticsCheck.judge(moved).first?.verdict == .fail)
  }
}
