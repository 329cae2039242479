import Foundation
import Testing

/// Section L of the bad-input list: what the command line refuses, and how it ends.
@Suite("Mistakes on the command line")
struct MistakeTests {
  @Test("A misspelt command is answered with the right one")
  func command() throws {
    let result = try Command.run(["rnu", "study.yaml"])
    #expect(result.status == 2)
    #expect(result.problems.contains("did you mean `run`?"))
    #expect(result.out.isEmpty)
  }

  @Test("A command of the Python client is answered with how it is written")
  func client() throws {
    let result = try Command.run(["notebook", "notebooks-out/run"])
    #expect(result.status == 2)
    #expect(result.problems.contains("python -m countyflow notebook RUN"), "\(result.problems)")
  }

  @Test("A misspelt option is answered with the right one")
  func option() throws {
    let result = try Command.run(["run", "study.yaml", "--sed", "5"])
    #expect(result.status == 2)
    #expect(result.problems.contains("--seed"))
  }

  @Test(
    "A value that an option cannot take ends with 2",
    arguments: [
      ["run", "study.yaml", "--seed", "abc"], ["run", "study.yaml", "--seed"],
      ["run", "study.yaml", "--threads", "0"], ["compare", "study.yaml", "--replications", "0"],
      ["describe", "leveers"], ["run", "study.yaml", "--lang", "fr"], ["run"],
    ]
  )
  func value(_ arguments: [String]) throws {
    let result = try Command.run(arguments)
    #expect(result.status == 2)
    #expect(result.out.isEmpty)
    #expect(!result.problems.isEmpty)
  }

  @Test("A missing study ends with 4, and the problem comes as JSON when asked")
  func missing() throws {
    #expect(try Command.run(["run", "no-such.yaml"]).status == 4)
    let result = try Command.run(["validate", "no-such.yaml", "--errors", "json"])
    #expect(result.status == 4)
    #expect(result.problems.contains("\"E101\""))
  }

  @Test("A measure that --precision-of names wrongly is answered before anything is simulated")
  func measure() throws {
    let tiny = try TinyScenario()
    defer { tiny.remove() }
    let run = ["run", tiny.study, "--precision", "2%", "--precision-of"]
    for name in ["visits.grasrootsShare", "grassrootsShare"] {
      let result = try Command.run(run + [name], in: tiny.folder)
      #expect(result.status == 2, "\(result.problems)")
      #expect(
        result.problems.contains("did you mean")
          && result.problems.contains("`visits.grassrootsShare`"),
        "\(result.problems)"
      )
    }
    let made = tiny.folder.appendingPathComponent("notebooks-out").path
    #expect(!FileManager.default.fileExists(atPath: made))
  }

  @Test("A full device ends with 4, an address space too small with 6")
  func limits() throws {
    let full = try shell("'\(Command.path)' describe kpis > /dev/full")
    #expect(full.status == 4 && full.problems.contains("E306"), "\(full.problems)")
    let small = try shell("ulimit -v 200000; '\(Command.path)' describe kpis > /dev/null")
    #expect(small.status == 6 && small.problems.contains("E605"), "\(small.problems)")
  }

  /// What a line of the shell ends with and says on stderr; a few words, which a pipe holds.
  private func shell(_ line: String) throws -> (status: Int32, problems: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", line]
    process.standardOutput = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardError = pipe
    try process.run()
    let told = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: told, as: UTF8.self))
  }

  @Test("A file that is no run cannot be reported, and a folder that is not there is missing")
  func noRun() throws {
    let result = try Command.run(["report", #filePath])
    #expect(result.status == 5)
    #expect(result.problems.contains("E502"))
    #expect(try Command.run(["report", "/no/such/folder"]).status == 4)
  }

  @Test("What the model knows is listed as JSON, the same every time")
  func describe() throws {
    for subject in ["levers", "kpis", "inputs"] {
      let one = try Command.run(["describe", subject, "--json"])
      #expect(one.status == 0)
      #expect(one.out.contains("\"schema\":\"countyflow/describe/1\""))
      #expect(try Command.run(["describe", subject, "--json"]).out == one.out)
    }
  }
}
