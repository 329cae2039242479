import ArgumentParser
import Experiments
import Foundation
import Reports

/// Checks the engine against queues whose answers are known.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check the engine against queues whose answers are known."
  )

  @Argument(help: "The file of cases.", completion: .file(extensions: ["json"]))
  var cases = "Scenarios/verification/analytic-cases.json"

  @Option(help: "How long to run: smoke, ci or nightly.")
  var profile: Length = .smoke

  @Option(help: "Seed of every draw, a whole number from 0.")
  var seed: UInt64 = 20_240_101

  @Option(help: "Cases at a time; changes nothing but the wait. Default: one a processor.")
  var threads: Int?

  @OptionGroup var output: OutputOptions

  func run() async throws {
    guard FileManager.default.isReadableFile(atPath: cases) else {
      throw Stop(.file, "E101: \(cases): no such file, or it cannot be read")
    }
    let report = try await verify()
    try Screen.answer(
      output.json
        ? try CanonicalJSON.text(of: VerificationSummary(of: report)) + "\n"
        : VerificationText.render(report)
    )
    guard report.passed else { throw Stop(.checkFailed) }
  }

  private func verify() async throws -> VerificationReport {
    let (cases, profile, seed) = (cases, profile.profile, seed)
    let threads = output.threads(from: threads)
    do {
      return try await StopSignals.run {
        try await AnalyticVerifier.run(
          casesFile: cases,
          profile: profile,
          seed: seed,
          threads: threads
        )
      }
    } catch let stop as Stop {
      throw stop
    } catch {
      throw Stop(.scenario, "\(cases): \(error)")
    }
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
