import Foundation
import Testing

/// What a sweep leaves behind for readers: results file, page, and both while it is running.
@Suite("The results of a sweep", .serialized)
struct SweepResultsTests {
  /// What a command answered as JSON.
  private func object(_ result: Command.Result) throws -> [String: Any] {
    let any = try JSONSerialization.jsonObject(with: Data(result.out.utf8))
    return try #require(any as? [String: Any], "\(result.out) \(result.problems)")
  }

  private func merge(
    _ sweep: TinySweep,
    _ name: String,
    _ more: [String] = []
  ) throws -> [String: Any] {
    try object(try sweep.run(["merge", sweep.out(name).path, "--json"] + more))
  }

  private func page(_ sweep: TinySweep, _ name: String) throws -> String {
    try String(contentsOf: sweep.out(name).appendingPathComponent("report.html"), encoding: .utf8)
  }

  @Test("Serial, resumed, doubled or in another order: the results file has the same content")
  func sameStore() throws {
    let sweep = try TinySweep()
    defer { sweep.remove() }
    try sweep.sweep(into: "serial", ["--no-cache", "--threads", "1"])
    _ = try sweep.interrupt(into: "cut", by: SIGKILL, afterShards: 5, threads: 2)
    #expect(try sweep.run(["sweep", sweep.out("cut").path, "--no-cache"]).status == 0)
    let plan = ["sweep", sweep.file, "--out", sweep.out("parts").path, "--emit", "plan"]
    #expect(try sweep.run(plan).status == 0)
    for tasks in ["9-11,3", "0-4", "2-8", "5"] {
      let run = ["run", "--from", sweep.out("parts").path, "--task", tasks, "--no-cache"]
      #expect(try sweep.run(run).status == 0)
    }
    let hashes = try ["serial", "cut", "parts"].map { name in
      try #require(try merge(sweep, name)["storeHash"] as? String)
    }
    #expect(Set(hashes).count == 1 && hashes[0].count == 64)
    let store = sweep.out("serial").appendingPathComponent("results.sqlite").path
    let check = try object(try Command.run(["store", "check", store, "--json"]))
    #expect(check["contentHash"] as? String == hashes[0])
    let (tables, again) = (sweep.out("tables").path, sweep.out("again.sqlite").path)
    #expect(try Command.run(["store", "export", store, "--out", tables]).status == 0)
    #expect(try Command.run(["store", "import", tables, "--out", again]).status == 0)
    let copied = try object(try Command.run(["store", "check", again, "--json"]))
    #expect(copied["contentHash"] as? String == hashes[0])
  }

  @Test("Asked for months, a sweep keeps them, and they add up to its quarters")
  func months() throws {
    let sweep = try TinySweep("replications: 1\ndetail: months")
    defer { sweep.remove() }
    try sweep.sweep(into: "months")
    let own = try StoredReading.all(of: sweep.out("months")).filter {
      $0.measure == "visits.grassrootsShare" && $0.task == "3"
    }
    let quarter = try #require(own.first { $0.period == "202422" })
    let months = own.filter { ["202404", "202405", "202406"].contains($0.period) }
    #expect(months.count == 3)
    #expect(months.compactMap(\.above).reduce(0, +) == quarter.above)
    #expect(months.compactMap(\.below).reduce(0, +) == quarter.below)
    let without = try TinySweep("replications: 1\ndetail: moths")
    defer { without.remove() }
    let refused = try without.sweep(into: "moths")
    #expect(refused.status == 3, "\(refused.problems)")
    #expect(refused.problems.contains("did you mean `months`?"), "\(refused.problems)")
  }

  @Test("A lever and the figure of the same path are varied together and told apart everywhere")
  func leverAndFigure() throws {
    let sweep = try TinySweep()
    defer { sweep.remove() }
    let both = ["beds.careShare=0,30%,60%", "county.beds.careShare=20%,25%,30%"]
    let swept = try sweep.sweep(into: "both", both.flatMap { ["--vary", $0] })
    #expect(swept.status == 0, "\(swept.problems)")
    func text(_ name: String) throws -> String {
      try String(contentsOf: sweep.out("both").appendingPathComponent(name), encoding: .utf8)
    }
    #expect(try text("points.csv").contains(",beds.careShare,county.beds.careShare,"))
    let last = try text("shards/" + (try #require(sweep.shards("both").last)))
    #expect(last.contains("{\"path\":\"beds.careShare\",\"value\":0.6}"))
    #expect(last.contains("{\"path\":\"county.beds.careShare\",\"value\":0.3}"))
    // The figure moves the baseline, which no lever does.
    let manifest = try text("sweep.json")
    let baselines = manifest.matches(of: /"scenarios":\["([0-9a-f]{64})"/).map(\.output.1)
    #expect(Set(baselines).count == 3)
    let again = try sweep.sweep(into: "both", both.flatMap { ["--vary", $0] })
    #expect(again.status == 0, "\(again.problems)")
  }

  @Test("Partial results can be read at any moment, and say that they are partial")
  func partial() throws {
    let sweep = try TinySweep()
    defer { sweep.remove() }
    let plan = ["sweep", sweep.file, "--out", sweep.out("slow").path, "--emit", "plan"]
    #expect(try sweep.run(plan).status == 0)
    #expect(try merge(sweep, "slow", ["--partial"])["shards"] as? Int == 0)
    #expect(try page(sweep, "slow").contains("0 of 12 tasks"))
    let run = ["run", "--from", sweep.out("slow").path, "--task", "0-4,8"]
    #expect(try sweep.run(run).status == 0)
    let whole = try sweep.run(["merge", sweep.out("slow").path])
    #expect(whole.status == 7 && whole.problems.contains("5-7,9-11"), "\(whole.problems)")
    let part = try merge(sweep, "slow", ["--partial"])
    #expect(part["complete"] as? Bool == false && part["shards"] as? Int == 6)
    #expect(try page(sweep, "slow").contains("6 of 12 tasks"))
    let store = sweep.out("slow").appendingPathComponent("results.sqlite").path
    let tables = try object(try Command.run(["store", "check", store, "--json"]))["tables"]
    let rows = try #require(tables as? [[String: Any]])
    #expect(rows.first { $0["name"] as? String == "replications" }?["rows"] as? Int == 6)
    let sources = try #require(rows.first { $0["name"] as? String == "sources" }?["rows"] as? Int)
    #expect(sources > 100, "a row for each figure of the county")
    #expect(try sweep.run(["sweep", sweep.out("slow").path]).status == 0)
    #expect(try merge(sweep, "slow")["complete"] as? Bool == true)
    #expect(try !page(sweep, "slow").contains("of 12 tasks are done"))
    try sweep.sweep(into: "whole", [])
    #expect(try sweep.contents("slow") == sweep.contents("whole"))
  }

  @Test("Shards under names of another version are told when tasks are missing")
  func otherVersion() throws {
    let sweep = try TinySweep()
    defer { sweep.remove() }
    let plan = ["sweep", sweep.file, "--out", sweep.out("old").path, "--emit", "plan"]
    #expect(try sweep.run(plan).status == 0)
    let shards = sweep.out("old").appendingPathComponent("shards")
    try Data("{}".utf8).write(to: shards.appendingPathComponent("000000-old.json"))
    let merged = try sweep.run(["merge", sweep.out("old").path])
    #expect(merged.status == 7)
    #expect(merged.problems.contains("another file, 000000-old.json, is of other work"))
    #expect(merged.problems.contains("another version"), "\(merged.problems)")
  }

  @Test("A merge that is killed leaves a whole results file or none")
  func killed() throws {
    let sweep = try TinySweep()
    defer { sweep.remove() }
    try sweep.sweep(into: "whole", [])
    let whole = try sweep.contents("whole")
    let store = sweep.out("whole").appendingPathComponent("results.sqlite")
    for delay in [0.0, 0.02, 0.05, 0.1, 0.2] {
      try? FileManager.default.removeItem(at: store)
      let process = Process()
      process.executableURL = URL(fileURLWithPath: Command.path)
      process.arguments = ["merge", sweep.out("whole").path, "--quiet"]
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      Thread.sleep(forTimeInterval: delay)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      if let left = FileManager.default.contents(atPath: store.path) {
        #expect(left == whole["results.sqlite"], "after \(delay) s")
      }
      #expect(try sweep.run(["merge", sweep.out("whole").path]).status == 0)
      #expect(try sweep.contents("whole") == whole, "after \(delay) s")
    }
  }

  @Test("`report` draws the page of a sweep again, byte for byte, and nothing else")
  func report() throws {
    let sweep = try TinySweep()
    defer { sweep.remove() }
    try sweep.sweep(into: "whole", [])
    let whole = try sweep.contents("whole")
    for name in ["report.html", "summary.json"] {
      try FileManager.default.removeItem(at: sweep.out("whole").appendingPathComponent(name))
    }
    let drawn = try sweep.run(["report", sweep.out("whole").path])
    #expect(drawn.status == 0, "\(drawn.problems)")
    let now = try sweep.contents("whole")
    #expect(now["report.html"] == whole["report.html"] && now["summary.json"] == nil)
    let text = try page(sweep, "whole")
    for words in ["基层就诊率", "Grassroots visit share", "workforce.countyPosted", "T-1"] {
      #expect(text.contains(words), "\(words)")
    }
    #expect(try sweep.run(["report", sweep.out("whole").path, "--salvage"]).status == 2)
  }

  @Test("A dry run tells runs, events, time and memory before anything is written")
  func dryRun() throws {
    let sweep = try TinySweep()
    defer { sweep.remove() }
    let dry = try object(try sweep.sweep(into: "never", ["--dry-run", "--json"]))
    // Three points, two policies, two replications. The baseline is the same at every point, and
    // so is the varied policy at the first one, where both levers are neutral.
    #expect(dry["tasks"] as? Int == 3 * 2 * 2)
    #expect(dry["runs"] as? Int == 2 + 2 * 2)
    for key in ["events", "processorSeconds", "wallSeconds", "memoryBytes"] {
      let value = try #require(dry[key] as? Double)
      #expect(value > 0, "\(key)")
    }
    let told = try sweep.sweep(into: "never", ["--dry-run", "--lang", "en"]).out
    for word in ["events", "processor time", "memory", "different runs"] {
      #expect(told.contains(word), "\(told)")
    }
    #expect(!FileManager.default.fileExists(atPath: sweep.out("never").path))
    // What was foretold is what is done: the events of all different runs, within a fifth.
    try sweep.sweep(into: "whole")
    var events: [String: Double] = [:]
    for name in sweep.shards("whole") {
      let file = sweep.out("whole").appendingPathComponent("shards/\(name)")
      let any = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
      let shard = try #require(any as? [String: Any])
      let key = try #require(shard["key"] as? String)
      events[key] = shard["events"] as? Double
    }
    let all = events.values.reduce(0, +)
    #expect(events.count == 6)
    let foretold = try #require(dry["events"] as? Double)
    #expect(abs(foretold / all - 1) < 0.2, "\(foretold) \(all)")
  }
}
