import Foundation
import Testing

@testable import Experiments

@Suite("The run folder")
struct RunFolderTests {
  private let path = NSTemporaryDirectory() + "countyflow-\(UUID().uuidString)"

  private func manifest(of study: String) throws -> String {
    let environment = Manifest.Environment(
      threads: 1,
      startedAt: "",
      wallSeconds: 0,
      processorSeconds: 0,
      peakMemoryBytes: 0,
      eventsPerSecondPerCore: 0
    )
    return try CanonicalJSON.text(
      of: Manifest(contract: TableSample.contract(of: study), environment: environment)
    )
  }

  @Test("A run of the same study is replaced, another study's is left alone")
  func replace() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let folder = try RunFolder(at: path, forStudy: "a")
    try folder.write([("manifest.json", try manifest(of: "a")), ("readings.csv", "old")])
    try RunFolder(at: path, forStudy: "a").write([("readings.csv", "new")])
    let text = try String(contentsOfFile: path + "/readings.csv", encoding: .utf8)
    #expect(text == "new")
    #expect(throws: FolderProblem.notEmpty(path: path)) {
      try RunFolder(at: path, forStudy: "b")
    }
    let held = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    #expect(held == ["manifest.json", "readings.csv"])
  }

  @Test("A file that cannot be written leaves no other file behind")
  func allOrNothing() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let folder = try RunFolder(at: path, forStudy: "a")
    #expect(throws: FolderProblem.self) {
      try folder.write(
        [("one.txt", "1"), ("below/further/two.txt", "2")],
        making: [RunFolder.MadeFile("three.txt") { _ in throw POSIXError(.ENOSPC) }]
      )
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: path).isEmpty)
    folder.abandon()
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test("A name may lead into folders below, which are made")
  func foldersBelow() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    try RunFolder(at: path, forStudy: "a").write([("below/further/two.txt", "2")])
    let text = try String(contentsOfFile: path + "/below/further/two.txt", encoding: .utf8)
    #expect(text == "2")
  }

  @Test("A text file is not a results file")
  func notARun() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    try "hello".write(toFile: path, atomically: true, encoding: .utf8)
    #expect(throws: FolderProblem.notARun(path: path, reason: "not a results file")) {
      try RunFolder.table(at: path)
    }
  }
}
