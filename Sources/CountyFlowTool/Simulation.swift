import Experiments
import Foundation
import Reports
import ScenarioFiles

/// What `run` and `compare` share: simulate, write the folder, print the answers.
struct Simulation {
  let threads: Int?
  let output: OutputOptions
  let out: String?

  /// Simulates a study and prints its answers.
  ///
  /// - Throws: `Stop` with 1 when an identity does not hold, after everything is written.
  func carryOut(
    _ study: Study,
    of loaded: LoadedStudy,
    named name: String,
    for command: ComparisonSummary.Command
  ) async throws {
    let delivery = try RunDelivery(of: study, named: name, hash: loaded.inputHash, at: out)
    let line = ProgressLine(output.progress)
    let threads = output.threads(from: self.threads)
    let outcome: StudyOutcome
    do {
      outcome = try await StopSignals.run {
        try await Comparison.run(study, threads: threads) { line.show($0) }
      }
    } catch {
      line.end()
      delivery.abandon()
      throw error
    }
    line.end()
    let scenario = loaded.resolvedJSON(seed: study.seed, replications: study.replications)
    try delivery.write(outcome, scenario: scenario)
    try tell(outcome, report: delivery.report, for: command)
    guard outcome.table.brokenIdentities.isEmpty else {
      if output.json { Screen.tell(IdentityText.render(outcome.table, output.language)) }
      throw Stop(.checkFailed)
    }
  }

  private func tell(
    _ outcome: StudyOutcome,
    report: String,
    for command: ComparisonSummary.Command
  ) throws {
    let language = output.language
    let cost = ComparisonText.cost(of: outcome.manifest.environment, language)
    guard !output.json else {
      let summary = ComparisonSummary(of: outcome.table, for: command)
      if !output.quiet { Screen.tell(cost + "report: \(report)\n") }
      return try Screen.answer(try CanonicalJSON.text(of: summary) + "\n")
    }
    let text = ComparisonText.render(outcome.table, language)
    try Screen.answer(text + "\n" + cost + language.reportLine(report))
  }
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
