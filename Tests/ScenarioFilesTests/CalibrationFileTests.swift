import Experiments
import Foundation
import ScenarioFiles
import Testing

@Suite("Calibration files")
struct CalibrationFileTests {
  private static let tiny = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Scenarios/tiny")
  private static let shipped = tiny.appendingPathComponent("calibration.yaml")

  /// A copy of the folder in which the shipped file is changed; taken away after `work`.
  private func changed<Answer>(
    _ replacements: [(old: String, new: String)],
    table: String? = nil,
    _ work: (String) throws -> Answer
  ) throws -> Answer {
    var text = try String(contentsOf: Self.shipped, encoding: .utf8)
    for (old, new) in replacements {
      #expect(text.contains(old))
      text = text.replacing(old, with: new)
    }
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("calibration-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: Self.tiny, to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("calibration.yaml")
    try Data(text.utf8).write(to: file)
    if let table { try Data(table.utf8).write(to: folder.appendingPathComponent("seen.csv")) }
    return try work(file.path)
  }

  @Test("The shipped file is read: inputs with what the county says now, and observations")
  func shipped() throws {
    let loaded = try LoadedCalibration(Self.shipped.path)
    #expect(loaded.calibration.inputs.map(\.path) == ["referral.refers", "clinics.noShow"])
    #expect(loaded.calibration.inputs.map(\.now) == [0.08, 0.144])
    #expect(loaded.calibration.inputs[0].range == 0.02...0.2)
    #expect(loaded.calibration.observed.map(\.value) == [0.01148, 0.05916])
    #expect(loaded.calibration.method == .simplex)
    let overridden = try LoadedCalibration(Self.shipped.path, seed: 9, replications: 5)
    #expect(overridden.base.seed == 9 && overridden.calibration.replications == 5)
  }

  @Test("Only as much is run as was observed")
  func period() throws {
    let end = try changed([("period: 2024", "period: 2024Q2")]) {
      "\(try LoadedCalibration($0).base.end)"
    }
    #expect(end == "2024-07-01")
  }

  @Test("Observations may stand in a table, in Chinese or English heads")
  func table() throws {
    let text = try String(contentsOf: Self.shipped, encoding: .utf8)
    let list = try #require(text.range(of: "observed:\n")).lowerBound
    let table = "指标,时段,观测值,误差,来源\nreferral.upShare,2024,1.148%,0.064%,自身\n"
    let loaded = try changed([(String(text[list...]), "observed: seen.csv\n")], table: table) {
      try LoadedCalibration($0).calibration.observed
    }
    let wanted = ObservedValue(
      measure: "referral.upShare",
      period: "2024",
      value: 0.01148,
      error: 0.00064,
      source: "自身"
    )
    #expect(loaded == [wanted])
  }

  @Test("The points of the answer are laid over copies of the files, as solved and not as facts")
  func overlay() throws {
    let overlay = try LoadedCalibration(Self.shipped.path).overlay(of: [0.065, 0.2])
    let names = overlay.files.map(\.name)
    #expect(names.contains(overlay.study) && !names.contains(overlay.table))
    #expect(overlay.answers.map { $0["path"] } == ["referral.refers", "clinics.noShow"])
    #expect(overlay.answers.map { $0["value"] } == ["0.065", "0.2"])
    #expect(overlay.answers.allSatisfy { $0["valueStanding"] == "solved" })
  }

  @Test(
    "What a file gets wrong is told with what would be right",
    arguments: [
      ("referral.upShare", "referral.upShar", DiagnosticCode.unknownKey, "referral.upShare"),
      ("period: 2024", "period: 2025", .outOfRange, "2024"),
      ("error: 0.064%", "error: 0", .outOfRange, "above 0"),
      ("error: 0.064%", "error: lots", .wrongValue, "0.064%"),
      ("method: simplex", "method: simplexx", .unknownWord, "simplex"),
      ("method: simplex", "method: abc", .missingKey, "accept"),
      ("method: simplex", "method: simplex\naccept: 10%", .conflict, "keep one"),
      ("method: simplex", "method: abc\naccept: 0", .outOfRange, "above 0"),
      ("method: simplex", "method: abc\naccept: 5%\ntolerance: 1", .conflict, "keep one"),
      ("points: 40", "points: 2", .wrongCount, "more than 2"),
      ("from: 2%, to: 20%", "from: 20%, to: 2%", .outOfRange, "more than"),
      ("  referral.refers", "  workforce.countyPosted", .wrongValue, "uncertain"),
      ("  referral.refers", "  referral.referz", .unknownKey, "referral.refers"),
    ]
  )
  func mistakes(_ old: String, _ new: String, _ code: DiagnosticCode, _ words: String) throws {
    let found = try changed([(old, new)]) { FileValidator.validate([$0]).errors }
    #expect(found.first?.code == code, "\(found)")
    let told = found.first.map { "\($0.message) \($0.expected ?? "") \($0.help ?? "")" } ?? ""
    #expect(told.contains(words) || code == .wrongValue, "\(told)")
  }

  @Test("A county that takes its figures from answers already is refused")
  func answers() throws {
    let county = "schema: countyflow/county/1\n"
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("calibration-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: Self.tiny, to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("county.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data(text.replacing(county, with: county + "answers: a.csv\n").utf8).write(to: file)
    try Data("path,value,valueSource\nclinics.noShow,20%,x\n".utf8)
      .write(to: folder.appendingPathComponent("a.csv"))
    #expect(throws: DiagnosticList.self) {
      try LoadedCalibration(folder.appendingPathComponent("calibration.yaml").path)
    }
  }
}
