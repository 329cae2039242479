import Foundation
import Testing

@testable import Experiments

@Suite("The table of outcomes")
struct OutcomeTableTests {
  private let table = TableSample.table(
    baseline: [[0.6, 0.61], [0.62, 0.6212345678]],
    policy: [[0.6, 0.66], [0.62, 0.69]],
    target: TableSample.target(0.7)
  )

  @Test("A table read back from its file is the same table")
  func roundTrip() throws {
    let text = try CanonicalJSON.text(of: table)
    let again = try CanonicalJSON.decode(OutcomeTable.self, from: Data(text.utf8))
    #expect(again == table)
    #expect(try CanonicalJSON.text(of: again) == text)
  }

  @Test("Comparing a policy with itself gives differences of exactly zero")
  func itself() throws {
    let same = TableSample.table(
      baseline: [[0.6, 0.61], [0.62, 0.63]],
      policy: [[0.6, 0.61], [0.62, 0.63]],
      target: TableSample.target(0.7)
    )
    let rows = same.differences(of: ["visits.grassrootsShare"], year: 2025)
    let row = try #require(rows.first)
    #expect(row.difference == Estimate(mean: 0, halfWidth: 0, n: 2))
    #expect(row.adjustedP == 1)
  }

  @Test("The other way round a difference has the other sign and the same width")
  func otherWayRound() throws {
    let (one, two): ([[Double?]], [[Double?]]) = (
      [[0.6, 0.61], [0.62, 0.64]], [[0.6, 0.5], [0.6, 0.7]]
    )
    func difference(_ baseline: [[Double?]], _ policy: [[Double?]]) throws -> Estimate {
      let table = TableSample.table(
        baseline: baseline,
        policy: policy,
        target: TableSample.target(0.7)
      )
      let rows = table.differences(of: ["visits.grassrootsShare"], year: 2025)
      return try #require(rows.first?.difference)
    }
    let (there, back) = (try difference(one, two), try difference(two, one))
    #expect(there.mean == -back.mean && there.mean != 0)
    #expect(there.halfWidth == back.halfWidth && there.n == back.n)
  }

  @Test("A year that was not run has no estimate")
  func otherYear() {
    #expect(table.estimate(of: "visits.grassrootsShare", policy: 0, year: 2030) == nil)
    #expect(table.estimate(of: "no.such", policy: 0, year: 2025) == nil)
  }

  @Test("Numbers leave with ten significant digits and no trailing zero")
  func digits() {
    #expect(DecimalText.text(of: 0.123456789012) == "0.123456789")
    #expect(DecimalText.text(of: 12) == "12")
    #expect(DecimalText.text(of: -0.5) == "-0.5")
    #expect(DecimalText.text(of: 1.0 / 3) == "0.3333333333")
  }
}
