import ArgumentParser
import Experiments
import Foundation
import Reports
import ScenarioFiles

/// What the command line overrides of every simulation.
struct DrawOptions: ParsableArguments {
  @Option(help: "Seed of every draw, a whole number from 0. Default: the study's own.")
  var seed: UInt64?

  @Option(help: "Replications of each policy, from 1. Default: the study's own.")
  var replications: Int?

  @Option(help: "Runs at a time; changes nothing but the wait. Default: one a processor.")
  var threads: Int?

  mutating func validate() throws {
    if let replications, !(1...10_000).contains(replications) {
      throw ValidationError("--replications is \(replications); expected 1 to 10000")
    }
    if let threads, threads < 1 {
      throw ValidationError("--threads is \(threads); expected 1 or more")
    }
  }
}

/// Options of every command that simulates a study.
struct RunOptions: ParsableArguments {
  @Argument(help: "The study file.", completion: .file(extensions: ["yaml", "yml"]))
  var study: String

  @OptionGroup var draws: DrawOptions

  init() {}

  init(study: String, draws: DrawOptions) {
    self.study = study
    self.draws = draws
  }

  /// Reads the study and applies what the command line overrides.
  ///
  /// - Throws: `Stop` after all problems have been told.
  func load(_ output: OutputOptions, shocks: [String] = []) throws -> LoadedStudy {
    do {
      let loaded = try StudyLoader.load(study, shocks: shocks)
      let warnings = loaded.warnings.filter { stands($0) }
      if !output.quiet, !warnings.isEmpty { output.tell(DiagnosticList(warnings)) }
      return loaded
    } catch {
      throw output.stop(for: error)
    }
  }

  /// Whether a warning still stands after what the command line overrides.
  private func stands(_ warning: Diagnostic) -> Bool {
    warning.code != .oneReplication || (draws.replications ?? 1) == 1
  }

  /// The study with the seed and replications of the command line.
  func overriding(_ study: Study) -> Study {
    study.with(seed: draws.seed, replications: draws.replications)
  }
}

extension OutputOptions {
  /// Threads to use: never more than there are processors.
  func threads(from wish: Int?) -> Int {
    let processors = ProcessInfo.processInfo.activeProcessorCount
    guard let wish else { return processors }
    if wish > processors {
      warn("--threads \(wish) is more than the \(processors) processors here; using \(processors)")
    }
    return max(1, min(wish, processors))
  }

  /// Tells the problems of files and gives the error to stop with.
  func stop(for problems: DiagnosticList) -> Stop {
    tell(problems)
    return Stop(ExitStatus(rawValue: problems.exitCode()) ?? .scenario)
  }

  /// Tells the problems of files on stderr.
  func tell(_ problems: DiagnosticList) {
    switch errors {
    case .text: Screen.tell(language == .zh ? problems.textInChinese : problems.text)
    case .json: Screen.tell(problems.json)
    }
  }
}
