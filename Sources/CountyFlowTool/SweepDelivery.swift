import Experiments
import Foundation
import Reports
import ResultStore
import ScenarioFiles

/// What a sweep comes to: the merged files of its folder, and the answer on stdout.
struct SweepDelivery: Sendable {
  let folder: SweepFolder
  let manifest: SweepManifest
  let output: OutputOptions

  /// Merges all shards, writes what they come to, and says so.
  ///
  /// Files that would not change are left alone.
  ///
  /// - Throws: `Stop` with 7 when tasks are missing and all were expected, with 1 when an identity
  ///   does not hold.
  func merge(_ extent: Extent) async throws {
    let state = folder.state(of: manifest.tasks)
    for damage in state.damaged { output.warn("E504: \(damage.file): \(damage.reason)") }
    if extent == .whole, !state.missing.isEmpty {
      throw Stop(
        .someFailed,
        "E512: \(state.missing.count) of \(manifest.taskCount) tasks are missing "
          + "(\(TaskNumbers.text(of: state.missing))); "
          + "countyflow sweep \(CommandLineText.quoted(folder.path)) runs them, --partial does without"
          + Self.words(on: state.strangers)
      )
    }
    let again = "countyflow merge \(CommandLineText.quoted(folder.path))"
    let (results, storeHash) = try await StopSignals.run(
      whenStopped: "stopped; what is finished is saved. Merge it with: \(again)"
    ) { try write() }
    try tell(results, storeHash: storeHash)
    guard results.broken.isEmpty else {
      throw Stop(
        .checkFailed,
        "an identity does not hold in tasks \(TaskNumbers.text(of: results.broken))"
      )
    }
  }

  /// What may explain that tasks are missing: shards under names that this program does not expect.
  private static func words(on strangers: [String]) -> String {
    guard let first = strangers.first else { return "" }
    return "; \(strangers.count) other files, such as \(first), are of other work or were written "
      + "by another version of this program"
  }

  /// Whether all tasks must be there.
  enum Extent { case whole, partial }

  /// Draws the page of what there is again, and nothing else.
  ///
  /// - Returns: The results that the page shows.
  func drawReport() throws -> SweepResults {
    let results = SweepResults(of: manifest, in: folder)
    try write(report: results)
    return results
  }

  /// Reads every shard once and writes all files, the store first.
  private func write() throws -> (results: SweepResults, storeHash: String) {
    folder.sweepOut()
    let (results, storeHash) = try writeStore()
    do {
      let summary = try CanonicalJSON.text(of: SweepSummary(of: results)) + "\n"
      try folder.write(summary, as: "summary.json")
      try folder.write(SweepCSV.render(results), as: "points.csv")
    } catch let problem as FolderProblem {
      throw Stop(problem)
    }
    try write(report: results)
    return (results, storeHash)
  }

  private func writeStore() throws -> (results: SweepResults, storeHash: String) {
    let path = folder.path(of: ResultStore.fileName)
    do throws(StoreProblem) {
      let written = try SweepStore(at: path, of: manifest).write { take in
        try SweepResults(of: manifest, in: folder) { shard in
          try Task.checkCancellation()
          try take(shard)
        }
      }
      if case .damaged(_, let detail) = written.mended {
        output.warn("E504: \(path) was damaged: \(detail); made again from the shards")
      }
      return (written.answer, written.contentHash)
    } catch {
      try Task.checkCancellation()
      throw Stop(error)
    }
  }

  private func write(report results: SweepResults) throws {
    let ground: SweepGround
    do {
      ground = SweepGround(of: try SweepLoader.study(of: manifest, in: folder.path))
    } catch {
      throw output.stop(for: error)
    }
    do {
      try folder.write(SweepPage.render(results, on: ground), as: RunFolder.report)
    } catch {
      throw Stop(error)
    }
  }

  private func tell(_ results: SweepResults, storeHash: String) throws {
    guard !output.json else {
      let summary = MergeSummary(of: results, storeHash: storeHash)
      return try Screen.answer(try CanonicalJSON.text(of: summary) + "\n")
    }
    try Screen.answer(SweepText.render(results, output.language))
    try Screen.answer(
      """
      \(results.shards) of \(manifest.taskCount) tasks, content \(results.contentHash)
      \(folder.path(of: "summary.json"))
      \(folder.path(of: "points.csv"))
      \(folder.path(of: ResultStore.fileName)), content \(storeHash)
      \(output.language.reportLine(folder.path(of: RunFolder.report)))
      """
    )
  }
}
