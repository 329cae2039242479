import Experiments
import Foundation
import ScenarioFiles
import Testing

@Suite("Goal files")
struct GoalFileTests {
  private static let tiny = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Scenarios/tiny")

  /// The shipped goal with one line changed, in a copy beside the files it names.
  private func problems(replacing old: String, with new: String) throws -> [Diagnostic] {
    let text = try String(
      contentsOf: Self.tiny.appendingPathComponent("goal.yaml"),
      encoding: .utf8
    )
    #expect(text.contains(old))
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("goal-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: Self.tiny, to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("goal.yaml")
    try text.replacing(old, with: new).write(to: file, atomically: true, encoding: .utf8)
    return FileValidator.validate([file.path]).errors
  }

  @Test("The shipped goal is read: its levers, steps and targets")
  func shipped() throws {
    let loaded = try GoalLoader.load(Self.tiny.appendingPathComponent("goal.yaml").path)
    #expect(loaded.goal.levers.map(\.levels.count) == [7, 3])
    #expect(loaded.goal.study.targets.map(\.id) == ["LYG-37"])
    #expect(loaded.goal.plans == 21)
  }

  @Test("A strength beyond the lever's plausible range is refused")
  func beyondRange() throws {
    let found = try problems(replacing: "most: 60%", with: "most: 160%")
    #expect(found.map(\.code) == [.outOfRange])
  }

  @Test("A lever that does not exist is refused with the nearest")
  func unknownLever() throws {
    let found = try problems(replacing: "familyDoctor.general", with: "familyDoctor.generl")
    #expect(found.map(\.code) == [.unknownName])
    #expect(found.first?.help?.contains("familyDoctor.general") == true)
  }

  @Test("A target that the study does not have is refused")
  func unknownTarget() throws {
    let found = try problems(replacing: "[LYG-37]", with: "[LYG-99]")
    #expect(found.map(\.code) == [.unknownName])
  }

  @Test(
    "A confidence beyond 0.51 to 0.9999 is refused, with what 95 was to be",
    arguments: [("95", "did you mean 0.95?"), ("1.0", nil), ("0", nil), ("50%", nil)]
  )
  func confidence(_ written: String, _ help: String?) throws {
    let found = try problems(replacing: "confidence: 95%", with: "confidence: \(written)")
    #expect(found.map(\.code) == [.outOfRange])
    #expect(found.first?.help == help)
  }

  @Test(
    "A search beyond the study, within a quarter, or before the target's year is refused",
    arguments: ["2025-01-01", "2024-02-01", "2023-07-01"]
  )
  func searchStretch(_ day: String) throws {
    let found = try problems(
      replacing: "budget: 40",
      with: "budget: 40\nsearch: {runs: 1, until: \(day)}"
    )
    #expect(found.map(\.code) == [.outOfRange])
    #expect(found.first?.keyPath == "search.until")
  }

  @Test("Finalists are judged by years or by margins, and by nothing else")
  func test() throws {
    #expect(try problems(replacing: "budget: 40", with: "budget: 40\ntest: margins").isEmpty)
    let found = try problems(replacing: "budget: 40", with: "budget: 40\ntest: margin")
    #expect(found.count == 1)
    #expect(found.first?.help?.contains("margins") == true)
  }

  @Test("A zone that reaches certainty is refused")
  func certainty() throws {
    let found = try problems(replacing: "indifference: 7%", with: "indifference: 10%")
    #expect(found.map(\.code) == [.outOfRange])
  }
}
