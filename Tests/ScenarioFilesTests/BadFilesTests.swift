import Foundation
import ScenarioFiles
import Testing

@Suite("Bad scenario files")
struct BadFilesTests {
  @Test("Every bad file leads to its code, its exit code and its words", arguments: Expectation.all)
  func isRefused(_ expectation: Expectation) throws {
    let folder = try ScratchFolder()
    try folder.writeGoodFiles()
    let path = try file(of: expectation, in: folder)
    let before = try folder.contents()
    let report = FileValidator.validate([path])
    #expect(Set(report.all.map(\.code.rawValue)) == expectation.codes, "\(report.text)")
    #expect(report.exitCode() == expectation.exit, "\(report.text)")
    for words in expectation.says {
      #expect(report.text.contains(words), "\(words) is missing in:\n\(report.text)")
    }
    if let place = expectation.place, let first = report.all.first {
      #expect("\(first.line):\(first.column)" == place, "\(report.text)")
    }
    for excerpt in report.all.compactMap(\.excerpt) {
      // A character that cannot be seen is written as its number.
      #expect(excerpt.line.unicodeScalars.count <= 120 * "U+202E".count)
    }
    #expect(try folder.contents() == before, "a check must write nothing")
    #expect(FileValidator.validate([path]) == report, "the same text every time")
  }

  @Test("Every bad file has an expectation")
  func nothingUnexpected() {
    let expected = Set(Expectation.all.map(\.name))
    let files = Expectation.files.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix("part-") }
    for file in files {
      #expect(expected.contains(String(file.dropLast(".yaml".count))), "\(file)")
    }
    for folder in Expectation.files where !folder.contains(".") {
      #expect(expected.contains(folder), "\(folder)")
    }
    for name in GeneratedFixtures.makers.keys.sorted() {
      #expect(expected.contains(name), "\(name)")
    }
  }

  @Test("Every code has a bad file", arguments: DiagnosticCode.allCases)
  func everyCodeIsShown(_ code: DiagnosticCode) {
    #expect(Expectation.all.contains { $0.codes.contains(code.rawValue) }, "\(code.rawValue)")
  }

  /// The fixture in the scratch folder, made or copied with the files it may name.
  private func file(of expectation: Expectation, in folder: ScratchFolder) throws -> String {
    if let make = GeneratedFixtures.makers[expectation.name] {
      return try make(folder, expectation.name + ".yaml")
    }
    let tables = Expectation.folder.appendingPathComponent(expectation.name)
    if FileManager.default.fileExists(atPath: tables.path) {
      return try TableFixture.install(tables, in: folder)
    }
    for file in Expectation.files
    where file == expectation.name + ".yaml" || file.hasPrefix("part-") {
      try FileManager.default.copyItem(
        at: Expectation.folder.appendingPathComponent(file),
        to: folder.url.appendingPathComponent(file)
      )
    }
    return folder.path(expectation.name + ".yaml")
  }
}
