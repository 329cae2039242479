import Foundation
import Testing

/// Sweeps that go on, round by round, until they are precise.
@Suite("The rounds of a precision", .serialized)
struct SweepRoundsTests {
  private static let rule =
    "precision: {measure: admissions.inCountyShare, relative: 1.5%, from: 2, to: 6}"

  @Test("Merged after its first round, a sweep says that more is asked for, and how to go on")
  func unsettled() throws {
    let sweep = try TinySweep(Self.rule)
    defer { sweep.remove() }
    let path = sweep.out("parts").path
    #expect(try sweep.run(["sweep", sweep.file, "--out", path, "--emit", "plan"]).status == 0)
    #expect(try sweep.run(["run", "--from", path, "--task", "0-11"]).status == 0)
    #expect(try sweep.run(["merge", path, "--status"]).out.contains("Not settled"))
    let merged = try sweep.run(["merge", path, "--json"])
    #expect(merged.status == 7, "\(merged.problems)")
    #expect(merged.out.contains("\"complete\":true"), "\(merged.out)")
    #expect(merged.out.contains("\"settled\":false"), "\(merged.out)")
    #expect(merged.problems.contains("--emit slurm"), "\(merged.problems)")
    let words = try #require(merged.problems.firstMatch(of: /countyflow (sweep \S+) runs them/))
    let partial = try sweep.run(["merge", path, "--partial", "--lang", "en"])
    #expect(partial.status == 0 && partial.out.contains("Not settled"), "\(partial.out)")
    let page = try String(
      contentsOf: sweep.out("parts").appendingPathComponent("report.html"),
      encoding: .utf8
    )
    #expect(page.contains("Not settled"))
    let resumed = try sweep.run(words.output.1.split(separator: " ").map(String.init))
    #expect(resumed.status == 0, "\(resumed.problems)")
    let settled = try sweep.run(["merge", path, "--json"])
    #expect(settled.status == 0 && settled.out.contains("\"settled\":true"), "\(settled.out)")
    #expect(try sweep.sweep(into: "whole").status == 0)
    #expect(try sweep.contents("parts") == sweep.contents("whole"))
  }

  @Test("A precision that the most replications do not reach is told everywhere")
  func missed() throws {
    let sweep = try TinySweep(
      "precision: {measure: admissions.inCountyShare, relative: 0.001%, from: 2, to: 3}"
    )
    defer { sweep.remove() }
    let path = sweep.out("few").path
    let swept = try Command.run(
      ["sweep", sweep.file, "--out", path, "--lang", "en"],
      environment: sweep.environment
    )
    #expect(swept.status == 0, "\(swept.problems)")
    let words = "does not hold within 0.001% of the mean after 3 replications"
    #expect(swept.problems.contains("warning: The precision is not reached"), "\(swept.problems)")
    #expect(swept.problems.contains(words), "\(swept.problems)")
    func text(_ name: String) throws -> String {
      try String(contentsOf: sweep.out("few").appendingPathComponent(name), encoding: .utf8)
    }
    #expect(try text("report.html").contains(words))
    let any = try JSONSerialization.jsonObject(with: Data(text("summary.json").utf8))
    let table = try #require((any as? [String: Any])?["precision"] as? [String: Any])
    #expect(table["settled"] as? Bool == true && table["most"] as? Int == 3)
    let missed = try #require(table["missed"] as? [[String: Any]])
    #expect(missed.count == 3 * 2)
    #expect(missed.allSatisfy { $0["replications"] as? Int == 3 })
    #expect(missed.allSatisfy { ($0["reached"] as? Double ?? 0) > 0.000_01 })
  }
}
