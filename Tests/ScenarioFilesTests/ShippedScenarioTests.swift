import CountyModel
import Experiments
import Foundation
import Testing

@testable import ScenarioFiles

/// Every scenario file, read without laying its county out.
@Suite("Scenarios that are shipped")
struct ShippedScenarioTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Scenarios")

  private static func files(in folder: String) throws -> [String] {
    let folder = root.appendingPathComponent(folder)
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(".yaml") }.map { folder.appendingPathComponent($0).path }
  }

  private static func counties() throws -> [String] {
    let folder = root.appendingPathComponent("counties")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .map { folder.appendingPathComponent("\($0)/county.yaml").path }
  }

  /// The errors in the files that a library opened, one line each; a warning may be meant.
  private static func problems(of library: Library) -> [String] {
    library.desk.diagnostics.errors.map { "\($0.path):\($0.line): \($0.message)" }
  }

  private static func isRead(_ path: String, by library: Library) -> Bool {
    let document = library.open(path: path)
    switch SchemaKind.of(path) {
    case .study?:
      guard let study = StudyReader(library).read(document) else { return false }
      PolicyDesk(library).check(study, in: document.source)
      return true
    case .studies?: return SeriesReader(library).read(document) != nil
    case .goal?: return GoalReader(library).read(document) != nil
    case .sweep?: return SweepReader(library).read(document) != nil
    case .calibration?: return CalibrationReader(library).read(document) != nil
    default: return false
    }
  }

  @Test("Every study, series, goal, sweep and calibration is good, with all files that it names")
  func studies() throws {
    // One library for all: what they share is read once.
    let library = Library()
    let paths = try Self.files(in: "studies")
    try #require(!paths.isEmpty)
    for path in paths {
      #expect(Self.isRead(path, by: library), "\(path)")
    }
    #expect(Self.problems(of: library) == [])
  }

  @Test("Every plan, policy, county and region is good")
  func parts() throws {
    let library = Library()
    for path in try Self.files(in: "plans") {
      #expect(!PlanReader(desk: library.desk).read(library.open(path: path)).isEmpty, "\(path)")
    }
    for path in try Self.files(in: "policies") {
      #expect(PolicyFileReader(library).read(library.open(path: path)) != nil, "\(path)")
    }
    for path in try Self.counties() {
      #expect(CountyReader(library).county(library.open(path: path)) != nil, "\(path)")
    }
    for path in try Self.files(in: "regions") {
      #expect(RegionReader(library).region(library.open(path: path)) != nil, "\(path)")
    }
    #expect(Self.problems(of: library) == [])
  }

  @Test("Every shock can be laid over all policies of a study")
  func shocks() throws {
    let library = Library()
    let path = Self.root.appendingPathComponent("studies/ganyu.yaml").path
    let study = try #require(StudyReader(library).read(library.open(path: path)))
    let reader = ShockReader(library)
    let paths = try Self.files(in: "shocks")
    let shocks = paths.flatMap(reader.read(path:))
    #expect(!paths.isEmpty && shocks.count == paths.count)
    let policies = reader.policies(study.policies, under: shocks, in: study.period)
    #expect(policies.count == 1 + shocks.count * study.policies.count)
    #expect(Self.problems(of: library) == [])
  }

  @Test("Every row that the model should hold is covered, every one in part is covered or excused")
  func coverage() throws {
    let coverage = try CoverageLoader.load(scenarios: Self.root.path)
    #expect(coverage.gaps.map(\.row) == [])
    #expect(coverage.count(.inside, .covered) == 154)
    #expect(coverage.lines.filter { $0.scope == .inside && $0.standing != .covered }.isEmpty)
    let unexcused = coverage.lines.filter {
      $0.scope == .part && $0.standing != .covered && $0.reason.isEmpty
    }
    #expect(unexcused.map(\.row) == [])
  }

  @Test("A policy names rows that a plan has, and pulls a lever of each that has one")
  func names() throws {
    let library = Library()
    let rows = try Self.files(in: "plans").flatMap {
      PlanReader(desk: library.desk).read(library.open(path: $0))
    }
    let policies = try (Self.files(in: "policies") + Self.files(in: "shocks")).compactMap {
      PolicyFileReader(library).read(library.open(path: $0))
    }
    for policy in policies {
      let pulled = policy.settings.filter { $0.level != $0.lever.neutral }.map(\.lever.path)
      for name in policy.plan {
        let meant = rows.filter { $0.isMeant(by: name) }
        #expect(!meant.isEmpty, "\(policy.id) names \(name), a row of no plan")
        for row in meant {
          let levers = LeverCatalogue.all.filter { $0.plan.contains(where: row.isMeant) }
          let isExercised = levers.isEmpty || levers.contains { pulled.contains($0.path) }
          #expect(isExercised, "\(policy.id) names \(row.id) and pulls none of its levers")
        }
      }
    }
  }
}
