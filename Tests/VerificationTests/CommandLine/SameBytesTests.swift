import Foundation
import Testing

@Suite("Same seed, same bytes")
struct SameBytesTests {
  /// What `compare` leaves behind under some options.
  private func compare(
    _ tiny: TinyScenario,
    _ options: [String],
    environment: [String: String] = [:],
    in workingFolder: URL? = nil
  ) throws -> (json: String, files: [String: Data]) {
    let out = tiny.folder.appendingPathComponent("out-\(UUID().uuidString)")
    let result = try Command.run(
      ["compare", tiny.study, "--json", "--quiet", "--out", out.path] + options,
      in: workingFolder,
      environment: environment
    )
    #expect(result.status == 0, "\(result.problems)")
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: out.path) {
      files[name] = try Data(contentsOf: out.appendingPathComponent(name))
    }
    return (result.out, files)
  }

  @Test("Threads, time zone, locale, home, folder: every file but the manifest is equal")
  func threads() throws {
    let tiny = try TinyScenario()
    defer { tiny.remove() }
    let one = try compare(tiny, ["--threads", "1"])
    let several = try compare(
      tiny,
      ["--threads", "3"],
      environment: ["TZ": "America/New_York", "LANG": "zh_CN.UTF-8", "HOME": "/nonexistent"],
      in: FileManager.default.temporaryDirectory
    )
    #expect(one.json == several.json)
    #expect(Set(one.files.keys) == Set(several.files.keys))
    #expect(
      Set(one.files.keys) == [
        "manifest.json", "readings.csv", "readings.json", "report.html", "results.sqlite",
        "scenario.resolved.json", "verdicts.csv",
      ]
    )
    for (name, bytes) in one.files where name != "manifest.json" {
      #expect(several.files[name] == bytes, "\(name)")
    }
  }

  @Test("A policy that pulls no lever differs from the baseline by exactly nothing")
  func neutral() throws {
    let tiny = try TinyScenario()
    defer { tiny.remove() }
    let run = try compare(tiny, [])
    let data = try #require(
      try JSONSerialization.jsonObject(with: Data(run.json.utf8)) as? [String: Any]
    )
    let prints = try #require(data["fingerprints"] as? [[String]])
    #expect(prints[0] == prints[1])
    #expect(prints[0] != prints[2])
    let lines = try #require(data["differences"] as? [[String: Any]])
    let same = lines.filter { $0["policy"] as? Int == 1 }
    #expect(!same.isEmpty)
    for line in same {
      let difference = try #require(line["difference"] as? [String: Any])
      #expect(difference["mean"] as? Double == 0)
      #expect(difference["halfWidth"] as? Double == 0)
      #expect(line["adjustedP"] as? Double == 1)
    }
  }

  @Test("Another seed gives other events")
  func seed() throws {
    let tiny = try TinyScenario()
    defer { tiny.remove() }
    let prints = try ["7", "8"].map { seed in
      let result = try Command.run(
        [
          "run", tiny.study, "--json", "--quiet", "--replications", "1", "--seed", seed,
          "--out", tiny.folder.appendingPathComponent("out-\(seed)").path,
        ])
      return try #require(result.out.firstMatch(of: /"fingerprints":\[\["[0-9a-f]+"/)).output
    }
    #expect(prints[0] != prints[1])
  }

  @Test("A folder with something else in it is refused before anything is run")
  func otherFolder() throws {
    let tiny = try TinyScenario()
    defer { tiny.remove() }
    let policies = tiny.folder.appendingPathComponent("policies").path
    let result = try Command.run(["run", tiny.study, "--out", policies])
    #expect(result.status == 4)
    #expect(result.problems.contains("E304"))
    let file = try Command.run(["run", tiny.study, "--out", policies + "/baseline.yaml"])
    #expect(file.status == 4)
    #expect(file.problems.contains("E305"))
  }

  @Test("The working folder, what holds it and the folder of the inputs are no place for results")
  func sharedFolder() throws {
    let tiny = try TinyScenario()
    defer { tiny.remove() }
    let (county, sweep) = ("../county.yaml", "../sweep.yaml")
    let work = tiny.folder.appendingPathComponent("work")
    let link = tiny.folder.appendingPathComponent("link")
    try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: tiny.folder)
    for command in [
      ["compare", "../quarter.yaml"], ["run", "../quarter.yaml"], ["sweep", sweep],
      ["synth", county],
    ] {
      for out in [".", "./", "..", "/", work.path, "../link/work", "new\nline"] {
        let result = try Command.run(command + ["--out", out], in: work)
        #expect(result.status == 3, "\(command) \(out): \(result.problems)")
        #expect(result.problems.contains("E302"), "\(command) \(out): \(result.problems)")
      }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: work.path).isEmpty)
    let held = try FileManager.default.contentsOfDirectory(atPath: tiny.folder.path).sorted()
    for command in ["compare", "run", "sweep"] {
      let file = command == "sweep" ? tiny.folder.path + "/sweep.yaml" : tiny.study
      let result = try Command.run([command, file, "--out", tiny.folder.path])
      #expect(result.status == 3, "\(command): \(result.problems)")
      #expect(result.problems.contains("is the folder of"), "\(command): \(result.problems)")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: tiny.folder.path).sorted() == held)
  }

  @Test("A folder without a name and a link to one are refused, and nothing lands behind the link")
  func linkedFolder() throws {
    let tiny = try TinyScenario()
    defer { tiny.remove() }
    let behind = tiny.folder.appendingPathComponent("behind")
    let link = tiny.folder.appendingPathComponent("link")
    try FileManager.default.createDirectory(at: behind, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: behind)
    let county = tiny.folder.appendingPathComponent("county.yaml").path
    let sweep = tiny.folder.appendingPathComponent("sweep.yaml").path
    for command in [
      ["compare", tiny.study], ["run", tiny.study], ["synth", county], ["sweep", sweep],
    ] {
      for (out, code) in [
        ("", "E302"), (" ", "E302"), (link.path, "E303"), (link.path + "/", "E303"),
        (link.path + "/.", "E303"),
      ] {
        let result = try Command.run(command + ["--out", out], in: tiny.folder)
        #expect(result.status == 3, "\(command) \(out): \(result.problems)")
        #expect(result.problems.contains(code), "\(command) \(out): \(result.problems)")
      }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: behind.path).isEmpty)
  }

  @Test("A folder keeps its comparison from another policy, seed or number of replications")
  func otherRun() throws {
    let tiny = try TinyScenario()
    defer { tiny.remove() }
    let out = tiny.folder.appendingPathComponent("rx")
    let to = ["--quiet", "--out", out.path]
    #expect(try Command.run(["compare", tiny.study] + to).status == 0)
    let readings = try Data(contentsOf: out.appendingPathComponent("readings.json"))
    for (command, words) in [
      (["run", tiny.study, "--policy", "package"], "it runs baseline, again, package"),
      (["compare", tiny.study, "--seed", "9"], "its seed is 7"),
      (["compare", tiny.study, "--replications", "1"], "it has 2 replications"),
    ] {
      let result = try Command.run(command + to)
      #expect(result.status == 4, "\(command)")
      #expect(
        result.problems.contains("E304") && result.problems.contains(words),
        "\(result.problems)"
      )
    }
    let same = try Command.run(["compare", tiny.study] + to)
    #expect(same.status == 0, "\(same.problems)")
    #expect(try Data(contentsOf: out.appendingPathComponent("readings.json")) == readings)
    let more = try Command.run(["compare", tiny.study, "--replications", "3"] + to)
    #expect(more.status == 0, "\(more.problems)")
  }

  @Test("An interrupted run ends with 130 and leaves nothing behind")
  func interrupted() throws {
    let tiny = try TinyScenario()
    defer { tiny.remove() }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Command.path)
    process.arguments = ["compare", tiny.study, "--quiet", "--replications", "500"]
    process.currentDirectoryURL = tiny.folder
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let results = tiny.folder.appendingPathComponent("notebooks-out")
    // The folder appears once the study is read and the runs begin.
    while process.isRunning, !FileManager.default.fileExists(atPath: results.path) {
      usleep(20_000)
    }
    usleep(300_000)
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    #expect(try FileManager.default.contentsOfDirectory(atPath: results.path).isEmpty)
  }
}
