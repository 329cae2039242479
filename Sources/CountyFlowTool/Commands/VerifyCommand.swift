import ArgumentParser
import Experiments
import Foundation
import Reports
import ScenarioFiles

/// Checks the engine against queues whose answers are known.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check the engine against queues whose answers are known."
  )

  @Argument(help: "The file of cases.", completion: .file(extensions: ["json"]))
  var file: String?

  @Option(
    name: .customLong("cases"),
    help: "The file of cases, as an option. Default: Scenarios/verification/analytic-cases.json.",
    completion: .file(extensions: ["json"])
  )
  var fileOption: String?

  @Option(name: .customLong("case"), help: "Only the case or family of this name; repeatable.")
  var only: [String] = []

  @Option(help: "How long to run: smoke, ci or nightly.")
  var profile: Length = .smoke

  @Option(
    help: "Seed of every draw, a whole number from 0. Default: 20240101; nightly, a fresh one."
  )
  var seed: UInt64?

  @Option(help: "Cases at a time; changes nothing but the wait. Default: one a processor.")
  var threads: Int?

  @OptionGroup var output: OutputOptions

  func run() async throws {
    if file != nil, fileOption != nil {
      throw ValidationError("the file of cases is given twice: \(file ?? "") and --cases")
    }
    let cases = file ?? fileOption ?? "Scenarios/verification/analytic-cases.json"
    guard FileManager.default.isReadableFile(atPath: cases) else {
      throw Stop(.file, "E101: \(cases): no such file, or it cannot be read")
    }
    let report = try await verify(cases)
    try Screen.answer(
      output.json
        ? try CanonicalJSON.text(of: VerificationSummary(of: report)) + "\n"
        : VerificationText.render(report)
    )
    guard report.passed else { throw Stop(.checkFailed) }
  }

  private func verify(_ cases: String) async throws -> VerificationReport {
    let (profile, only) = (profile.profile, only)
    let seed = seed ?? freshSeed()
    let threads = output.threads(from: threads)
    do {
      return try await StopSignals.run {
        try await AnalyticVerifier.run(
          casesFile: cases,
          only: only,
          profile: profile,
          seed: seed,
          threads: threads,
          readNetwork: { try NetworkLoader.inputs(inText: $0, named: $1) }
        )
      }
    } catch let stop as Stop {
      throw stop
    } catch let problem as CasesFileProblem {
      throw Stop(.commandLine, "\(cases): \(problem)")
    } catch {
      throw Stop(.scenario, "\(cases): \(error)")
    }
  }

  /// The fixed seed, or for a nightly run a new one, which is logged so that the night can be
  /// repeated.
  private func freshSeed() -> UInt64 {
    guard profile == .nightly else { return 20_240_101 }
    let seed = UInt64.random(in: 0..<1 << 62)
    Screen.tell("seed \(seed)\n")
    return seed
  }
}

/// How long a verification runs, as the command line names it.
enum Length: String, ExpressibleByArgument, CaseIterable {
  case smoke, ci, nightly

  var profile: VerificationProfile {
    switch self {
    case .smoke: .smoke
    case .ci: .ci
    case .nightly: .nightly
    }
  }
}
