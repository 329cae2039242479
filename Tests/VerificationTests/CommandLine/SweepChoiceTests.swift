import Foundation
import Testing

/// Sweeps that go on, round by round, until the best point and policy is chosen.
///
/// Of the three points under two policies, the first point leaves its levers at nothing: `varied` is the
/// baseline there. So there are three candidates: the baseline, and `varied` at the other points.
@Suite("The choice of the best", .serialized)
struct SweepChoiceTests {
  private static func rule(_ indifference: String, from: Int, to: Int) -> String {
    "best: {measure: visits.grassrootsShare, indifference: \(indifference), confidence: 95%, "
      + "from: \(from), to: \(to)}"
  }

  private func choice(_ sweep: TinySweep, _ name: String) throws -> [String: Any] {
    try #require(try summary(sweep, name)["best"] as? [String: Any])
  }

  private func summary(_ sweep: TinySweep, _ name: String) throws -> [String: Any] {
    let file = sweep.out(name).appendingPathComponent("summary.json")
    let any = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    return try #require(any as? [String: Any])
  }

  @Test("Where much does not matter the first round decides, and the best mean is chosen")
  func chosen() throws {
    let sweep = try TinySweep(Self.rule("50%", from: 3, to: 6))
    defer { sweep.remove() }
    let swept = try Command.run(
      ["sweep", sweep.file, "--out", sweep.out("once").path, "--lang", "en"],
      environment: sweep.environment
    )
    #expect(swept.status == 0, "\(swept.problems)")
    #expect(sweep.shards("once").count == 3 * 2 * 3)
    #expect(swept.out.contains("The best in"), "\(swept.out)")
    #expect(swept.out.contains("leads every other by 50 points or more"), "\(swept.out)")
    let table = try choice(sweep, "once")
    #expect(table["compared"] as? Int == 3 && table["settled"] as? Bool == true)
    let chosen = try #require(table["chosen"] as? [String: Any])
    let mean = try #require((chosen["estimate"] as? [String: Any])?["mean"] as? Double)
    let rows = try #require(try summary(sweep, "once")["estimates"] as? [[String: Any]])
    let means = rows.filter { $0["measure"] as? String == "visits.grassrootsShare" }
      .compactMap { ($0["estimate"] as? [String: Any])?["mean"] as? Double }
    #expect(means.count == 3 * 2 && means.max() == mean, "\(means)")
  }

  @Test("Only those that may be the best go on, and at the most the choice is told to be open")
  func undecided() throws {
    let sweep = try TinySweep(Self.rule("0.0001%", from: 2, to: 3))
    defer { sweep.remove() }
    let path = sweep.out("parts").path
    #expect(try sweep.run(["sweep", sweep.file, "--out", path, "--emit", "plan"]).status == 0)
    #expect(try sweep.run(["run", "--from", path, "--task", "0-11"]).status == 0)
    let status = try sweep.run(["merge", path, "--status", "--lang", "en"])
    #expect(status.out.contains("the choice of the best asks for 3 more tasks"), "\(status.out)")
    let merged = try sweep.run(["merge", path, "--json"])
    #expect(merged.status == 7, "\(merged.problems)")
    #expect(merged.out.contains("\"settled\":false"), "\(merged.out)")
    #expect(merged.problems.contains("the choice of the best asks for 3 more"))
    #expect(try !choice(sweep, "parts").keys.contains("chosen"))
    #expect(try sweep.run(["sweep", path, "--emit", "slurm"]).status == 0)
    #expect(try sweep.run(["run", "--from", path, "--task", "12-14"]).status == 0)
    let settled = try Command.run(
      ["merge", path, "--lang", "en"],
      environment: sweep.environment
    )
    #expect(settled.status == 0, "\(settled.problems)")
    #expect(settled.problems.contains("is not decided: after 3 replications"))
    #expect(settled.problems.contains("3 of 3 candidates remain"), "\(settled.problems)")
    #expect(!settled.out.contains("The best in"), "\(settled.out)")
    let table = try choice(sweep, "parts")
    #expect((table["remaining"] as? [Any])?.count == 3 && !table.keys.contains("chosen"))
    #expect(sweep.shards("parts").count == 12 + 3)
  }

  @Test("A choice that was interrupted ends with the same bytes as one that was not")
  func interrupted() throws {
    let sweep = try TinySweep(Self.rule("0.0001%", from: 2, to: 4))
    defer { sweep.remove() }
    #expect(try sweep.sweep(into: "whole").status == 0)
    #expect(sweep.shards("whole").count == 12 + 3 * 2)
    _ = try sweep.interrupt(into: "cut", by: SIGKILL, afterShards: 14)
    #expect(try sweep.run(["sweep", sweep.out("cut").path, "--no-cache"]).status == 0)
    #expect(try sweep.contents("cut") == sweep.contents("whole"))
  }

  @Test("A sweep whose points and policies are all the same has nothing to choose")
  func nothingToChoose() throws {
    let sweep = try TinySweep(Self.rule("1%", from: 2, to: 4))
    defer { sweep.remove() }
    let text = try String(contentsOfFile: sweep.file, encoding: .utf8)
    let still = text.replacing("[0, 1, 2]", with: "[0]").replacing("[0%, 20%, 45%]", with: "[0%]")
    try Data(still.utf8).write(to: URL(fileURLWithPath: sweep.file))
    let swept = try sweep.sweep(into: "never")
    #expect(swept.status == 3, "\(swept.problems)")
    #expect(swept.problems.contains("nothing to choose"), "\(swept.problems)")
    #expect(swept.problems.contains("small.yaml:8:1"), "\(swept.problems)")
    #expect(!FileManager.default.fileExists(atPath: sweep.out("never").path))
    // A number of replications in place of the rule has nothing to choose either, and may.
    let counted = try sweep.sweep(into: "counted", ["--replications", "1", "--no-cache"])
    #expect(counted.status == 0, "\(counted.problems)")
  }
}
