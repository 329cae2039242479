import Foundation
import Testing

/// Section K of the bad-input list: names of results that not every system allows.
@Suite("Names of results")
struct OutputNameTests {
  @Test(
    "A name that Windows does not allow, or that is too long, is refused before anything is run",
    arguments: [
      "CON", "nul.txt", "Lpt1", "COM¹.a", "a:b", "a?b", "new/aux/run", "mine.", "mine ",
      String(repeating: "x", count: 121), String(repeating: "县", count: 100),
    ]
  )
  func refused(_ out: String) throws {
    let sweep = try TinySweep()
    defer { sweep.remove() }
    let held = try FileManager.default.contentsOfDirectory(atPath: sweep.folder.path).sorted()
    for command in [["compare", sweep.tiny.study], ["sweep", sweep.file, "--emit", "plan"]] {
      let result = try Command.run(command + ["--out", out], in: sweep.folder)
      #expect(result.status == 3, "\(command[0]) \(out): \(result.problems)")
      #expect(result.problems.contains("E302"), "\(command[0]) \(out): \(result.problems)")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: sweep.folder.path).sorted() == held)
  }

  @Test("A folder that is there is called what it is called, and 120 characters are not too many")
  func allowed() throws {
    let sweep = try TinySweep()
    defer { sweep.remove() }
    let old = sweep.out("a:b")
    try FileManager.default.createDirectory(at: old, withIntermediateDirectories: true)
    for out in ["a:b/console", "a:b", String(repeating: "x", count: 120), "./县域.1"] {
      let result = try Command.run(
        ["sweep", sweep.file, "--emit", "plan", "--out", out, "--quiet"],
        in: sweep.folder
      )
      // What was made within it is no sweep.
      let expected: Int32 = out == "a:b" ? 4 : 0
      #expect(result.status == expected, "\(out): \(result.problems)")
    }
  }

  @Test("A log of events gets such a name as little as a folder, and never writes through a link")
  func files() throws {
    let tiny = try TinyScenario()
    defer { tiny.remove() }
    let link = tiny.folder.appendingPathComponent("link.csv")
    let behind = tiny.folder.appendingPathComponent("behind.csv")
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: behind)
    for (log, status, code) in [
      ("prn.csv", 3, "E302"), ("a|b.csv", 3, "E302"), ("link.csv", 4, "E304"),
    ] {
      let result = try Command.run(
        ["run", tiny.study, "--replications", "1", "--event-log", log],
        in: tiny.folder
      )
      #expect(result.status == Int32(status), "\(log): \(result.problems)")
      #expect(result.problems.contains(code), "\(log): \(result.problems)")
    }
    #expect(!FileManager.default.fileExists(atPath: behind.path))
  }
}
