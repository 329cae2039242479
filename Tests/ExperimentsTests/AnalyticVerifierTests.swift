import Experiments
import Foundation
import ScenarioFiles
import Testing

/// The verifier itself, on runs short enough for a debug build; that theory holds at full length
/// is checked by `countyflow verify`.
@Suite("The verifier")
struct AnalyticVerifierTests {
  /// A case of one queue with 50 % load, whose mean number is stated by the test.
  private func file(meanNumber: Double, family: String = "M/M/1", row: String = "L") throws -> URL {
    let text = """
      {"cases": [{"id": "half", "family": "\(family)",
        "inputs": {"arrival_rate": 0.5, "service_rate": 1.0, "servers": 1},
        "expected": {"\(row)": {"value": \(meanNumber)}},
        "run": {"replications": 40, "warmup_time": 50.0, "ci_profile_total_time": 1e6}}]}
      """
    let place = FileManager.default.temporaryDirectory
      .appendingPathComponent("cases-\(UUID().uuidString).json")
    try Data(text.utf8).write(to: place)
    return place
  }

  private func report(
    _ file: URL,
    only: [String] = [],
    threads: Int = 2
  ) async throws -> VerificationReport {
    defer { try? FileManager.default.removeItem(at: file) }
    return try await AnalyticVerifier.run(
      casesFile: file.path,
      only: only,
      profile: .smoke,
      seed: 1,
      threads: threads,
      readNetwork: { try NetworkLoader.inputs(inText: $0, named: $1) }
    )
  }

  @Test("A true answer passes, and threads change nothing")
  func truth() async throws {
    // One customer on average: load over (1 - load).
    let alone = try await report(file(meanNumber: 1), threads: 1)
    let together = try await report(file(meanNumber: 1), threads: 3)
    #expect(alone.passed && alone.rows == together.rows)
    #expect(abs(alone.limit - 4.4813) < 5e-5)
  }

  @Test("An answer ten per cent off fails")
  func falsehood() async throws {
    let report = try await report(file(meanNumber: 1.1))
    #expect(report.rows.map(\.verdict) == [.fail])
  }

  @Test("A family that nobody knows fails instead of being passed over")
  func unknownFamily() async throws {
    let report = try await report(file(meanNumber: 1, family: "M/X/1"))
    #expect(!report.passed && report.rows[0].row == "family M/X/1 is not known")
  }

  @Test("A quantity that nobody knows fails instead of being passed over")
  func unknownRow() async throws {
    let report = try await report(file(meanNumber: 1, row: "Lx"))
    #expect(!report.passed && report.rows[0].row == "Lx is not known")
  }

  @Test("A case that is not in the file is refused by name")
  func unknownCase() async throws {
    let file = try file(meanNumber: 1)
    await #expect(throws: CasesFileProblem.noCase("third", known: ["half"])) {
      _ = try await report(file, only: ["third"])
    }
  }
}
