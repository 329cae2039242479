import Foundation
import Testing

/// What stays when manifest, shards and results of a folder no longer fit each other.
@Suite("A sweep whose folder was changed", .serialized)
struct SweepKeepingTests {
  @Test("A manifest that was changed after its shards were made is told, and nothing is replaced")
  func changedManifest() throws {
    let sweep = try TinySweep()
    defer { sweep.remove() }
    try sweep.sweep(into: "whole", [])
    let whole = try sweep.contents("whole")
    let file = sweep.out("whole").appendingPathComponent("sweep.json")
    let text = try String(contentsOf: file, encoding: .utf8)
    let path = sweep.out("whole").path
    let changes = [
      ("\"values\":[2,0.45]", "\"values\":[2.5,0.45]", "8-11", "at 2, and sweep.json 2.5"),
      ("\"workforce.countyPosted\"", "\"beds.pooling\"", "0-11", "and sweep.json beds.pooling"),
    ]
    for (old, new, tasks, words) in changes {
      try Data(text.replacing(old, with: new).utf8).write(to: file)
      let status = try sweep.run(["merge", path, "--status", "--json"])
      #expect(status.out.contains("\"missing\":\"\(tasks)\""), "\(status.out)")
      let merged = try Command.run(["merge", path], environment: sweep.environment)
      #expect(merged.status == 7, "\(merged.problems)")
      #expect(merged.problems.contains(words), "\(merged.problems)")
      #expect(merged.problems.contains("does not fit the shards of tasks \(tasks)"))
      for (name, bytes) in try sweep.contents("whole") where name != "sweep.json" {
        #expect(bytes == whole[name], "\(name)")
      }
    }
    try Data(text.utf8).write(to: file)
    #expect(try sweep.run(["merge", path]).status == 0)
    #expect(try sweep.contents("whole") == whole)
  }

  @Test("Without a single shard that can be used, the results that are there stay")
  func nothingUsable() throws {
    let sweep = try TinySweep()
    defer { sweep.remove() }
    try sweep.sweep(into: "whole", [])
    let (path, file) = (
      sweep.out("whole").path, sweep.out("whole").appendingPathComponent("sweep.json")
    )
    func expectRefused(_ arguments: [String]) throws {
      let before = try sweep.contents("whole")
      let run = try sweep.run(arguments)
      #expect(run.status == 7, "\(arguments): \(run.problems)")
      #expect(run.problems.contains("stay as they are"), "\(arguments): \(run.problems)")
      #expect(try sweep.contents("whole") == before, "\(arguments)")
    }
    // Of another model, every shard has another key.
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data(text.replacing(/"model":"[^"]*"/, with: "\"model\":\"0\"").utf8).write(to: file)
    try expectRefused(["report", path])
    try Data(text.utf8).write(to: file)
    try FileManager.default.removeItem(at: sweep.out("whole").appendingPathComponent("shards"))
    try expectRefused(["report", path])
    try expectRefused(["merge", path, "--partial"])
  }

  @Test("A plan that lost its empty folder of shards on the way is run all the same")
  func noShardFolder() throws {
    let sweep = try TinySweep()
    defer { sweep.remove() }
    let path = sweep.out("plan").path
    #expect(try sweep.run(["sweep", sweep.file, "--out", path, "--emit", "plan"]).status == 0)
    let shards = sweep.out("plan").appendingPathComponent("shards")
    try FileManager.default.removeItem(at: shards)
    let run = try sweep.run(["run", "--from", path, "--task", "3"])
    #expect(run.status == 0 && sweep.shards("plan").count == 1, "\(run.problems)")
    try FileManager.default.removeItem(at: shards)
    let resumed = try sweep.run(["sweep", path])
    #expect(resumed.status == 0, "\(resumed.problems)")
    #expect(sweep.shards("plan").count == TinySweep.tasks)
  }
}
