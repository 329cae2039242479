import Foundation
import Testing

@Suite("The commands that look for values")
struct GoalCommandTests {
  /// A goal over one quarter of the made-up county, in its folder.
  private func goal(
    in tiny: TinyScenario,
    atLeast value: String,
    _ change: (String) -> String = { $0 }
  ) throws -> String {
    let study = try String(contentsOfFile: tiny.study, encoding: .utf8)
    let file = tiny.folder.appendingPathComponent("aim.yaml")
    try Data(study.replacing("atLeast: 70%", with: "atLeast: \(value)").utf8)
      .write(to: URL(fileURLWithPath: tiny.study))
    let text = """
      schema: countyflow/goal/1
      id: aim
      name: {zh: 目标, en: Aim}
      study: quarter.yaml
      targets: [T-1]
      probability: 90%
      indifference: 7%
      confidence: 95%
      budget: 10
      finalists: 2
      test: margins
      search: {runs: 1}
      from: 2024-04-01
      levers:
        - {lever: workforce.countyPosted, least: 0, most: 2, levels: 3, cost: 4}

      """
    try Data(change(text).utf8).write(to: file)
    return file.path
  }

  private func levers(_ file: String, _ tiny: TinyScenario) throws -> Command.Result {
    try Command.run(
      ["optimise", "levers", file, "--quiet", "--threads", "1"],
      environment: ["COUNTYFLOW_CACHE": tiny.folder.appendingPathComponent("cache").path]
    )
  }

  @Test("A target that every plan reaches is reached by the cheapest, and again from the cache")
  func reached() throws {
    let tiny = try TinyScenario()
    defer { tiny.remove() }
    let file = try goal(in: tiny, atLeast: "10%")
    let first = try levers(file, tiny)
    #expect(first.status == 0, "\(first.problems)")
    #expect(first.out.contains("workforce.countyPosted 0; cost 0"), "\(first.out)")
    #expect(first.out.contains("one-sided tolerance limits"))
    let cache = tiny.folder.appendingPathComponent("cache").path
    let kept = try FileManager.default.contentsOfDirectory(atPath: cache).count
    #expect(kept > 4)
    #expect(try levers(file, tiny).out == first.out)
    #expect(try FileManager.default.contentsOfDirectory(atPath: cache).count == kept)
  }

  @Test("When no strength will do, the nearest plan and the target that binds are told, with 1")
  func unreachable() throws {
    let tiny = try TinyScenario()
    defer { tiny.remove() }
    let result = try levers(try goal(in: tiny, atLeast: "99%"), tiny)
    #expect(result.status == 1, "\(result.problems)")
    #expect(result.out.contains("no finalist reaches all targets"), "\(result.out)")
    #expect(result.out.contains("The nearest: workforce.countyPosted 2"), "\(result.out)")
    #expect(result.out.contains("reached in 0/4 runs, a chance of 0%"), "\(result.out)")
    #expect(result.out.contains("The target that binds: Grassroots visit share"), "\(result.out)")
  }

  @Test("What a goal gets wrong is told at its place, and nothing is run")
  func mistakes() throws {
    let cases: [(old: String, new: String, words: String)] = [
      ("[T-1]", "[T-2]", "did you mean `T-1`?"),
      ("workforce.countyPosted", "workforce.countyPostd", "did you mean `workforce.countyPosted`?"),
      ("least: 0, most: 2", "least: 2, most: 2", "there is nothing to choose"),
      ("search: {runs: 1}", "search: {runs: 0}", "a plan is tried by a run"),
      ("search: {runs: 1}", "search: {until: 2024-06-01}", "whole quarters"),
      ("test: margins", "test: marginz", "did you mean `margins`?"),
    ]
    for one in cases {
      let tiny = try TinyScenario()
      defer { tiny.remove() }
      let file = try goal(in: tiny, atLeast: "10%") { $0.replacing(one.old, with: one.new) }
      let result = try levers(file, tiny)
      #expect(result.status == 3, "\(one.new): \(result.problems)")
      #expect(result.problems.contains(one.words), "\(one.new): \(result.problems)")
      #expect(result.out.isEmpty)
    }
  }

  @Test("Constants that are solved are left as they are, and a county without observations is told")
  func calibrate() throws {
    let tiny = try TinyScenario()
    defer { tiny.remove() }
    let study = tiny.folder.appendingPathComponent("tiny.yaml").path
    let result = try Command.run(["calibrate", study, "--quiet", "--json", "--threads", "1"])
    #expect(result.status == 0, "\(result.problems)")
    #expect(result.out.contains("\"held\":[]") && result.out.contains("\"solved\":true"))
    let county = tiny.folder.appendingPathComponent("county.yaml")
    let text = try String(contentsOf: county, encoding: .utf8)
    try Data(text.replacing("part: solved", with: "part: predicted").utf8).write(to: county)
    let refused = try Command.run(["calibrate", study, "--quiet"])
    #expect(refused.status == 3, "\(refused.problems)")
    #expect(refused.problems.contains("part: solved"))
  }
}
