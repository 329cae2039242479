import Foundation
import Testing

@Suite("A series that is stopped", .serialized)
struct SeriesStopTests {
  /// A quarter of the made-up county, then a study of years that no test waits for.
  private func series(in tiny: TinyScenario) throws -> String {
    let quarter = try String(contentsOfFile: tiny.study, encoding: .utf8)
    let long =
      quarter
      .replacing("id: quarter", with: "id: long")
      .replacing("end: 2024-07-01", with: "end: 2029-04-01")
      .replacing("replications: 2", with: "replications: 1000")
    try Data(long.utf8).write(to: tiny.folder.appendingPathComponent("long.yaml"))
    let file = tiny.folder.appendingPathComponent("series.yaml")
    try Data(
      """
      schema: countyflow/studies/1
      id: both
      name: {zh: 两项, en: Both}
      studies:
        - {study: quarter.yaml}
        - {study: long.yaml}
      matrix:
        - {measure: visits.grassrootsShare, name: {zh: 基层, en: Grassroots}}

      """.utf8
    ).write(to: file)
    return file.path
  }

  @Test(
    "A signal after the first study is heard, and that study stays",
    arguments: [SIGINT, SIGTERM]
  )
  func betweenStudies(_ signal: Int32) throws {
    let tiny = try TinyScenario()
    defer { tiny.remove() }
    let out = tiny.folder.appendingPathComponent("out")
    let told = tiny.folder.appendingPathComponent("told")
    try Data().write(to: told)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Command.path)
    process.arguments = [
      "compare", try series(in: tiny), "--out", out.path, "--quiet", "--threads", "2",
    ]
    process.standardError = try FileHandle(forWritingTo: told)
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let first = out.appendingPathComponent("quarter/readings.json").path
    while process.isRunning, !FileManager.default.fileExists(atPath: first) {
      Thread.sleep(forTimeInterval: 0.002)
    }
    kill(process.processIdentifier, signal)
    let patience = Date(timeIntervalSinceNow: 60)
    while process.isRunning, Date() < patience { Thread.sleep(forTimeInterval: 0.01) }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    let words = try String(contentsOf: told, encoding: .utf8)
    #expect(process.terminationReason == .exit, "still running after a minute: \(words)")
    #expect(process.terminationStatus == 128 + signal, "\(words)")
    #expect(words.contains("stopped; the studies that were finished before are written"))
    #expect(FileManager.default.fileExists(atPath: first))
    #expect(FileManager.default.fileExists(atPath: out.appendingPathComponent("matrix.csv").path))
    let second = out.appendingPathComponent("long/readings.json").path
    #expect(!FileManager.default.fileExists(atPath: second))
    // What was laid side by side is enough to draw the page of the series again.
    let page = out.appendingPathComponent("report.html")
    let drawn = try Data(contentsOf: page)
    try FileManager.default.removeItem(at: page)
    let again = try Command.run(["report", out.path, "--lang", "en"])
    #expect(again.status == 0, "\(again.problems)")
    #expect(try Data(contentsOf: page) == drawn)
    #expect(again.out.contains("simulated in full"), "a quarter is no year: \(again.out)")
    let salvage = try Command.run(["report", out.path, "--salvage"])
    #expect(salvage.status == 2 && salvage.problems.contains("--salvage is for runs"))
  }
}
