import Foundation

/// A sweep over one quarter of the made-up county: two levers, two policies, 12 tasks.
struct TinySweep {
  let tiny: TinyScenario
  var folder: URL { tiny.folder }
  var file: String { folder.appendingPathComponent("small.yaml").path }
  /// Shards are not shared with other tests.
  var environment: [String: String] {
    ["COUNTYFLOW_CACHE": folder.appendingPathComponent("cache").path]
  }
  static let tasks = 12

  init(_ changes: String = "replications: 2") throws {
    tiny = try TinyScenario()
    try Data(
      """
      schema: countyflow/sweep/1
      id: small
      name: {zh: 小扫描, en: Small sweep}
      study: quarter.yaml
      design: list
      run: [baseline, varied]
      measures: [visits.grassrootsShare, admissions.inCountyShare]
      \(changes)
      vary:
        workforce.countyPosted: [0, 1, 2]
        familyDoctor.general: {values: [0%, 20%, 45%], since: 2024-04-01}

      """.utf8
    ).write(to: URL(fileURLWithPath: file))
  }

  func remove() { tiny.remove() }

  /// A folder for results, by name.
  func out(_ name: String) -> URL { folder.appendingPathComponent(name) }

  /// Runs `countyflow` with the cache of this sweep, or without.
  func run(_ arguments: [String]) throws -> Command.Result {
    try Command.run(arguments + ["--quiet"], environment: environment)
  }

  /// Runs the whole sweep without a cache.
  @discardableResult
  func sweep(into name: String, _ options: [String] = ["--no-cache"]) throws -> Command.Result {
    try run(["sweep", file, "--out", out(name).path] + options)
  }

  /// Every file of a folder of results, by its path, without the copies of the inputs.
  func contents(_ name: String) throws -> [String: Data] {
    var contents: [String: Data] = [:]
    let paths = try FileManager.default.subpathsOfDirectory(atPath: out(name).path)
    for path in paths where !path.hasPrefix("inputs/") {
      let url = out(name).appendingPathComponent(path)
      let kind = try url.resourceValues(forKeys: [.isDirectoryKey])
      if kind.isDirectory != true { contents[path] = try Data(contentsOf: url) }
    }
    return contents
  }

  /// Names of the shards in a folder of results.
  func shards(_ name: String) -> [String] {
    let folder = out(name).appendingPathComponent("shards").path
    let held = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return held.filter { !$0.hasPrefix(".") }.sorted()
  }

  /// Begins the sweep and sends a signal once so many shards are there.
  ///
  /// What it says goes into the file `told`, if somebody listens.
  ///
  /// - Returns: The exit status; below 0 for the signal that ended it.
  func interrupt(
    into name: String,
    by signal: Int32,
    afterShards count: Int,
    threads: Int = 1,
    telling told: URL? = nil
  ) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Command.path)
    process.arguments = [
      "sweep", file, "--out", out(name).path, "--no-cache", "--quiet", "--threads", "\(threads)",
    ]
    process.environment = ProcessInfo.processInfo.environment
      .merging(environment) { $1 }
    if let told { try Data().write(to: told) }
    process.standardError = try told.map { try FileHandle(forWritingTo: $0) } ?? .nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let manifest = out(name).appendingPathComponent("sweep.json").path
    while process.isRunning {
      let begun = FileManager.default.fileExists(atPath: manifest)
      if begun, shards(name).count >= count {
        kill(process.processIdentifier, signal)
        break
      }
      Thread.sleep(forTimeInterval: 0.002)
    }
    process.waitUntilExit()
    return process.terminationReason == .exit
      ? process.terminationStatus : -process.terminationStatus
  }
}
