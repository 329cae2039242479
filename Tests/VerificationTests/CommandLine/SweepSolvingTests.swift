import Foundation
import Testing

@Suite("Solving constants before a sweep", .serialized)
struct SweepSolvingTests {
  private static let outer = 8

  private func sweep() throws -> TinySweep {
    try TinySweep(
      """
      replications: 1
      outer: \(Self.outer)
      uncertain: {"firstContact.travel[0]": {from: -0.04, to: -0.01, source: B-34}}
      """
    )
  }

  /// Outer points whose constants the cache holds.
  private func solved(_ sweep: TinySweep) -> [URL] {
    let cache = sweep.out("cache")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: cache.path)) ?? []
    return names.filter { $0.hasPrefix("solved-") }.sorted().map(cache.appendingPathComponent)
  }

  /// Begins the sweep and sends a signal once the constants of so many outer points are kept.
  ///
  /// - Returns: The exit status, below 0 for the signal that ended it, and what it said.
  private func interrupt(
    _ sweep: TinySweep,
    by signal: Int32,
    afterSolved count: Int
  ) throws -> (status: Int32, told: String) {
    let told = sweep.out("told-\(signal)")
    try Data().write(to: told)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Command.path)
    process.arguments = ["sweep", sweep.file, "--out", sweep.out("cut").path, "--quiet"]
    process.environment = ProcessInfo.processInfo.environment.merging(sweep.environment) { $1 }
    process.standardError = try FileHandle(forWritingTo: told)
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    while process.isRunning {
      if solved(sweep).count >= count {
        kill(process.processIdentifier, signal)
        break
      }
      Thread.sleep(forTimeInterval: 0.002)
    }
    process.waitUntilExit()
    let status = process.terminationStatus
    return (
      process.terminationReason == .exit ? status : -status,
      try String(contentsOf: told, encoding: .utf8)
    )
  }

  @Test("Stopped while constants are solved, it says so, and the same command goes on from there")
  func stopped() throws {
    let sweep = try sweep()
    defer { sweep.remove() }
    var known = 0
    for (signal, after) in [(SIGINT, 1), (SIGTERM, 4)] {
      let (status, told) = try interrupt(sweep, by: signal, afterSolved: after)
      #expect(status == 128 + signal, "\(told)")
      #expect(told.contains("Go on with the same command"), "\(told)")
      let kept = solved(sweep).count
      #expect(kept >= after && kept < Self.outer && kept > known, "\(kept)")
      #expect(told.contains("\(kept) of \(Self.outer) outer points are kept"), "\(told)")
      #expect(!FileManager.default.fileExists(atPath: sweep.out("cut").path))
      known = kept
    }
    let before = try solved(sweep).map { try Data(contentsOf: $0) }
    #expect(try sweep.sweep(into: "cut", []).status == 0)
    #expect(solved(sweep).count == Self.outer)
    let after = try solved(sweep).map { try Data(contentsOf: $0) }
    #expect(Set(before).isSubset(of: Set(after)))
    // Without a cache nothing is looked up.
    #expect(try sweep.sweep(into: "whole").status == 0)
    #expect(try sweep.contents("cut") == sweep.contents("whole"))
  }

  @Test("A dry run tells what is still to be solved: what is damaged or of another county, too")
  func dryRun() throws {
    let sweep = try sweep()
    defer { sweep.remove() }
    func unsolved(_ options: [String] = []) throws -> Int? {
      let dry = try sweep.sweep(into: "never", ["--dry-run", "--json"] + options)
      #expect(dry.status == 0, "\(dry.problems)")
      let any = try JSONSerialization.jsonObject(with: Data(dry.out.utf8))
      let solving = (any as? [String: Any])?["solving"] as? [String: Any]
      return solving?["outerPoints"] as? Int
    }
    #expect(try unsolved() == Self.outer)
    let told = try sweep.sweep(into: "never", ["--dry-run", "--lang", "en"]).out
    #expect(told.contains("solved at \(Self.outer) outer points"), "\(told)")
    #expect(solved(sweep).isEmpty)
    #expect(try sweep.sweep(into: "first", []).status == 0)
    #expect(try unsolved() == nil)
    #expect(try unsolved(["--no-cache"]) == Self.outer)
    let file = try #require(solved(sweep).first)
    let sound = try Data(contentsOf: file)
    try Data(sound.dropLast(9)).write(to: file)
    #expect(try unsolved() == 1)
    #expect(try sweep.sweep(into: "second", []).status == 0)
    #expect(try Data(contentsOf: file) == sound)
    #expect(try sweep.contents("first") == sweep.contents("second"))
    // What was observed decides the constants, although no run depends on it.
    let county = sweep.folder.appendingPathComponent("county.yaml")
    let text = try String(contentsOf: county, encoding: .utf8)
    let changed = text.replacingOccurrences(of: "observed: 7.2,", with: "observed: 7.21,")
    #expect(changed != text)
    try Data(changed.utf8).write(to: county)
    #expect(try unsolved() == Self.outer)
  }
}
