import Foundation
import Testing

@testable import Experiments

@Suite("The run folder")
struct RunFolderTests {
  private let path = NSTemporaryDirectory() + "countyflow-\(UUID().uuidString)"

  private func manifest(of study: String) throws -> String {
    try text(of: TableSample.contract(of: study))
  }

  private func text(of contract: Manifest.Contract) throws -> String {
    let environment = Manifest.Environment(
      threads: 1,
      startedAt: "",
      wallSeconds: 0,
      processorSeconds: 0,
      peakMemoryBytes: 0,
      eventsPerSecondPerCore: 0
    )
    return try CanonicalJSON.text(of: Manifest(contract: contract, environment: environment))
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

  @Test("A run is lost to no run of other inputs, policies or seed, nor to fewer replications")
  func loss() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let file = InputFile(name: "county.yaml", sha256: "ab")
    let held = TableSample.contract(of: "a", files: [file])
    #expect(RunFolder.loss(at: path, under: held) == nil)
    try RunFolder(at: path, forStudy: "a").write([("manifest.json", try text(of: held))])
    #expect(RunFolder.loss(at: path, under: held) == nil)
    let more = TableSample.contract(of: "a", replications: 3, files: [file])
    #expect(RunFolder.loss(at: path, under: more) == nil)
    let moved = InputFile(name: "copy/county.yaml", sha256: "ab")
    #expect(RunFolder.loss(at: path, under: TableSample.contract(of: "a", files: [moved])) == nil)
    let others: [(contract: Manifest.Contract, loss: String)] = [
      (TableSample.contract(of: "b", files: [file]), "it is of the study a"),
      (TableSample.contract(of: "a", seed: 9, files: [file]), "its seed is 1"),
      (
        TableSample.contract(of: "a", policies: ["package"], files: [file]),
        "it runs baseline, package"
      ),
      (TableSample.contract(of: "a", replications: 1, files: [file]), "it has 2 replications"),
      (TableSample.contract(of: "a"), "it was made from other files"),
    ]
    for other in others {
      #expect(RunFolder.loss(at: path, under: other.contract) == other.loss)
    }
    #expect(RunFolder.loss(at: path, under: [held]) == "it is not of a series")
  }

  @Test("A series that was stopped is taken up, and is lost to no shorter or other one")
  func seriesLoss() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let (one, two) = (TableSample.contract(of: "one"), TableSample.contract(of: "two"))
    let environment = Manifest.Environment(
      threads: 1,
      startedAt: "",
      wallSeconds: 0,
      processorSeconds: 0,
      peakMemoryBytes: 0,
      eventsPerSecondPerCore: 0
    )
    let series = StudySeries(id: "a", zh: "", en: "", note: "", rows: [])
    let manifests = [one, two].map { Manifest(contract: $0, environment: environment) }
    let held = SeriesManifest(of: series, members: manifests)
    let folder = try RunFolder(at: path, forStudy: "a")
    try folder.write([("manifest.json", try CanonicalJSON.text(of: held))])
    let third = TableSample.contract(of: "three")
    #expect(RunFolder.loss(at: path, under: [one, two, third]) == nil)
    #expect(RunFolder.loss(at: path, under: [one]) == "it has 2 studies")
    let other = TableSample.contract(of: "two", seed: 9)
    #expect(RunFolder.loss(at: path, under: [one, other]) == "two: its seed is 1")
    #expect(RunFolder.loss(at: path, under: one) == "it is not of one study")
  }

  @Test("A file in the place of the folder is refused before anything is run, and stays")
  func fileInItsPlace() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    try "mine".write(toFile: path, atomically: true, encoding: .utf8)
    let problem = FolderProblem.notWritable(
      path: path,
      reason: "it is not a folder that can be listed"
    )
    #expect(throws: problem) { try RunFolder(at: path, forStudy: "a") }
    #expect(throws: problem) { try RunFolder(newAt: path) }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
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
