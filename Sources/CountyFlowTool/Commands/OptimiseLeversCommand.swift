import ArgumentParser
import Experiments
import Foundation
import Reports
import ScenarioFiles

/// Finds the cheapest lever strengths that reach a study's targets.
struct OptimiseLeversCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "levers",
    abstract: "Find the cheapest lever strengths that reach the targets surely enough.",
    discussion: """
      Reads a goal file (countyflow/goal/1): a study, targets, levers with limits and costs, and \
      the probability with which a year must reach all targets together. Searches by COMPASS (Hong \
      and Nelson 2006) from an even design, then tests the cheapest promising plans and the surest \
      one with fresh luck, by Wald's sequential test or by tolerance limits. The answer is printed \
      with its guarantee: the probability of a right choice and the zone of indifference. When no \
      finalist passes, the nearest is told with its chance and the target that binds, and the exit \
      code is 1. Finished runs are kept: the same command goes on where an interrupted one stopped.
      """
  )

  @Argument(help: "The goal file.", completion: .file(extensions: ["yaml", "yml"]))
  var goal: String

  @Option(help: "Runs at a time; changes nothing but the wait. Default: one a processor.")
  var threads: Int?

  @Option(help: "New or empty folder for optimise.json.")
  var out: String?

  @OptionGroup var cache: CacheOptions

  @OptionGroup var output: OutputOptions

  mutating func validate() throws {
    if let threads, threads < 1 {
      throw ValidationError("--threads is \(threads); expected 1 or more")
    }
  }

  func run() async throws {
    let loaded = try load()
    let folder = try out.map { try RunFolder.new(at: $0) }
    let line = ProgressLine(output.progress)
    let threads = output.threads(from: threads)
    let outcome: LeverOutcome
    do {
      defer { line.end() }
      outcome = try await StopSignals.run {
        try await LeverSearch(loaded.goal).run(
          threads: threads,
          cache: cache.shardCache
        ) { runs, plans in
          let tried = CountText.text(of: plans, "plan") + " tried"
          line.show(CountText.text(of: runs, "run") + ", " + tried)
        }
      }
      try folder?.write([("optimise.json", try json(outcome, loaded))])
    } catch {
      folder?.abandon()
      throw stop(for: error)
    }
    try Screen.answer(
      output.json
        ? try json(outcome, loaded)
        : LeverText.render(outcome, zh: loaded.zh, en: loaded.en, output.language)
    )
    guard outcome.chosen != nil else { throw Stop(.checkFailed) }
  }

  private func load() throws -> LoadedGoal {
    do {
      let loaded = try GoalLoader.load(goal)
      let warnings = loaded.warnings.filter { $0.code != .oneReplication }
      if !output.quiet, !warnings.isEmpty { output.tell(DiagnosticList(warnings)) }
      return loaded
    } catch {
      throw output.stop(for: error)
    }
  }

  private func json(_ outcome: LeverOutcome, _ loaded: LoadedGoal) throws -> String {
    let summary = LeverSummary(of: outcome, id: loaded.id, inputHash: loaded.inputHash)
    return try CanonicalJSON.text(of: summary) + "\n"
  }

  private func stop(for error: any Error) -> any Error {
    switch error {
    case LeverProblem.nothingToMeasure:
      Stop(.scenario, "\(goal): a run had nothing to measure for one of the targets in its year")
    case let problem as FolderProblem: Stop(problem)
    default: error
    }
  }
}

extension RunFolder {
  /// A new or empty folder for an answer.
  ///
  /// - Throws: `Stop` when it holds anything or cannot be written.
  static func new(at path: String) throws -> RunFolder {
    try OutputFolder.check(path)
    do {
      return try RunFolder(newAt: path)
    } catch FolderProblem.notEmpty(let path) {
      throw Stop(.file, "E304: \(path) is not empty; name a new folder")
    } catch {
      throw Stop(error)
    }
  }
}
