import CountyModel
import Experiments
import Foundation
import Reports
import ResultStore
import ScenarioFiles

/// What `run` and `compare` share: simulate, write the folder, print the answers.
struct Simulation {
  let threads: Int?
  let output: OutputOptions
  let out: String?
  /// What replications are added for; `nil` for the number that the study states.
  var goal: PrecisionGoal?
  /// Keeps what happens to patients, when somebody wants to know.
  var log: EventLog?
  /// How many readings are kept.
  var detail = StudyStore.Detail.whole
  /// What is said when the user stops it.
  var whenStopped = "stopped; nothing was written"

  /// Simulates a study and prints its answers.
  ///
  /// - Throws: `Stop` with 1 when an identity does not hold, after everything is written.
  func carryOut(
    _ study: Study,
    of loaded: LoadedStudy,
    named name: String,
    for command: ComparisonSummary.Command
  ) async throws {
    let delivery = try RunDelivery(
      of: study,
      named: name,
      hash: loaded.inputHash,
      at: out,
      atMost: goal?.plan.most
    )
    let (outcome, reached) = try await deliver(study, of: loaded, into: delivery)
    try tell(outcome, reached, report: delivery.report, for: command)
    guard outcome.table.brokenIdentities.isEmpty else {
      if output.json { Screen.tell(IdentityText.render(outcome.table, output.language)) }
      throw Stop(.checkFailed)
    }
  }

  /// Simulates a study and writes its folder.
  func deliver(
    _ study: Study,
    of loaded: LoadedStudy,
    into delivery: RunDelivery
  ) async throws -> (StudyOutcome, ReachedPrecision?) {
    let line = ProgressLine(output.progress)
    let threads = output.threads(from: threads)
    let outcome: StudyOutcome
    let reached: ReachedPrecision?
    do {
      (outcome, reached) = try await StopSignals.run(whenStopped: whenStopped) {
        try await simulate(study, threads: threads) { line.show($0) }
      }
    } catch {
      line.end()
      delivery.abandon()
      throw stop(for: error)
    }
    line.end()
    let replications = outcome.study.replications
    let scenario = loaded.resolvedJSON(seed: study.seed, replications: replications)
    try delivery.write(outcome, scenario: scenario, detail)
    do {
      try log?.write()
    } catch {
      throw Stop(error)
    }
    return (outcome, reached)
  }

  private func simulate(
    _ study: Study,
    threads: Int,
    progress: @escaping @Sendable (Experiments.Progress) -> Void
  ) async throws -> (StudyOutcome, ReachedPrecision?) {
    let journal = log.map(\.sink)
    guard let goal else {
      let outcome = try await Comparison.run(
        study,
        threads: threads,
        journal: journal,
        progress: progress
      )
      return (outcome, nil)
    }
    let found = try await Comparison.run(
      study,
      until: goal,
      threads: threads,
      journal: journal,
      progress: progress
    )
    return (found.outcome, found.reached)
  }

  private func stop(for error: any Error) -> any Error {
    switch error {
    case PrecisionProblem.nothingToMeasure(let name):
      return Stop(.commandLine, "--precision-of \(name): a replication had nothing to measure")
    default: return error
    }
  }

  private func tell(
    _ outcome: StudyOutcome,
    _ reached: ReachedPrecision?,
    report: String,
    for command: ComparisonSummary.Command
  ) throws {
    let language = output.language
    let cost = ComparisonText.cost(of: outcome.manifest.environment, language)
    guard !output.json else {
      let summary = ComparisonSummary(of: outcome.table, for: command, precision: reached)
      if !output.quiet { Screen.tell(cost + "report: \(report)\n") }
      return try Screen.answer(try CanonicalJSON.text(of: summary) + "\n")
    }
    let text = ComparisonText.render(outcome.table, language)
    let precision = reached.map { ComparisonText.precision($0, of: outcome.table, language) } ?? ""
    try Screen.answer(text + precision + "\n" + cost + language.reportLine(report))
  }
}

extension EventLog {
  /// What a run hands its journal to.
  fileprivate var sink: JournalSink { { self.take($0) } }
}

extension Language {
  /// The line that says where the report is.
  func reportLine(_ path: String) -> String {
    switch self {
    case .zh: "报告：\(path)\n"
    case .en: "Report: \(path)\n"
    }
  }
}
