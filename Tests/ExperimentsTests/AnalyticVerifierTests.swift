import Experiments
import Testing

/// How these tests were built.
private enum Build {
  static let isOptimised: Bool = {
    var isOptimised = true
    // An assertion is evaluated in debug builds only.
    assert({ isOptimised = false }() == ())
    return isOptimised
  }()
}

/// Theory needs tens of millions of events: these run in optimised builds only.
@Suite("Queueing theory", .enabled(if: Build.isOptimised))
struct AnalyticVerifierTests {
  private let casesFile =
    #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }
    + "/Scenarios/verification/analytic-cases.json"

  private func rows(family: String, threads: Int) async throws -> VerificationReport {
    try await AnalyticVerifier.run(
      casesFile: casesFile,
      families: [family],
      profile: .smoke,
      seed: 20_240_101,
      threads: threads
    )
  }

  @Test("Single-server queues agree with M/M/1, for one thread and for three alike")
  func singleServer() async throws {
    let alone = try await rows(family: "M/M/1", threads: 1)
    let together = try await rows(family: "M/M/1", threads: 3)
    #expect(alone.passed, "\(alone.rows.filter { $0.verdict != .pass })")
    #expect(alone.rows == together.rows)
    #expect(abs(alone.limit - 4.4813) < 5e-5)
  }

  @Test("Full wards refuse as Erlang says, whatever the law of stay")
  func lossSystems() async throws {
    let report = try await rows(family: "M/G/c/c (Erlang B)", threads: 2)
    #expect(report.passed, "\(report.rows.filter { $0.verdict == .fail })")
  }

  @Test("A family that is not in the file is refused by name")
  func unknownFamily() async {
    await #expect(throws: CasesFileProblem.family("M/X/1")) {
      _ = try await rows(family: "M/X/1", threads: 1)
    }
  }
}
