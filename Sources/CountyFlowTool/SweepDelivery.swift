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
  /// - Throws: `Stop` with 7 when tasks are missing and all were expected, or when none left anything
  ///   and results are there already, which stay. After everything is written, with 1 when an identity
  ///   does not hold, with 7 when a further round is asked for and all were expected.
  func merge(_ extent: Extent) async throws {
    // Told before anything is opened; what is wrong within a file shows when it is read, once.
    if extent == .whole, !folder.hasFiles(of: manifest.tasks) {
      let state = folder.state(of: manifest.tasks)
      warn(of: state.damaged)
      throw Stop(missing: state.missing, of: manifest, in: folder, because: state)
    }
    let again = "countyflow merge \(CommandLineText.quoted(folder.path))"
    let (results, storeHash) = try await StopSignals.run(
      whenStopped: "stopped; what is finished is saved. Merge it with: \(again)"
    ) { try write(extent) }
    try tell(results, storeHash: storeHash)
    guard results.broken.isEmpty else {
      throw Stop(
        .checkFailed,
        "an identity does not hold in "
          + CountText.noun("task", for: results.broken.count)
          + " \(TaskNumbers.text(of: results.broken))"
      )
    }
    if extent == .whole, let further = results.furtherTasks, further > 0 {
      let rule = manifest.best == nil ? "precision" : "choice of the best"
      let goOn = "countyflow sweep \(CommandLineText.quoted(folder.path))"
      throw Stop(
        .someFailed,
        "E512: all \(manifest.taskCount) tasks are done, and the \(rule) asks for \(further) more; "
          + "\(goOn) runs them, \(goOn) --emit slurm writes their job array, --partial does without"
      )
    }
  }

  /// Whether all tasks must be there.
  enum Extent { case whole, partial }

  /// Draws the page of what there is again, and nothing else.
  ///
  /// - Returns: The results that the page shows.
  /// - Throws: `Stop` with 7 when no task left anything and results are there already.
  func drawReport() throws -> SweepResults {
    let results = SweepResults(of: manifest, in: folder)
    if let stop = refusal(of: results, .partial) { throw stop }
    try write(report: results, on: try ground())
    return results
  }

  /// Why results must not take the place of what is there; `nil` when they may.
  ///
  /// Where no shard can be used, the manifest is that of another version or was changed, or the shards
  /// are elsewhere: what they once came to is worth more than nothing.
  private func refusal(of results: SweepResults, _ extent: Extent) -> Stop? {
    if extent == .whole, !results.isComplete {
      let state = folder.state(of: manifest.tasks)
      return Stop(missing: results.missing, of: manifest, in: folder, because: state)
    }
    guard results.shards == 0, hasOtherResults(than: results) else { return nil }
    return Stop(
      .someFailed,
      "E512: none of \(CountText.text(of: manifest.taskCount, "task")) left a shard that can be used; "
        + "the results in \(folder.path) were made of other shards and stay as they are"
    )
  }

  private func warn(of damaged: [SweepState.Damage]) {
    for damage in damaged { output.warn("E504: \(damage.file): \(damage.reason)") }
  }

  /// Whether the folder holds the summary of other results, or a store that nothing sums up.
  private func hasOtherResults(than results: SweepResults) -> Bool {
    let files = FileManager.default
    guard let held = files.contents(atPath: folder.path(of: Self.summary)) else {
      return files.fileExists(atPath: folder.path(of: ResultStore.fileName))
    }
    let text = try? CanonicalJSON.text(of: SweepSummary(of: results)) + "\n"
    return text.map { held != Data($0.utf8) } ?? true
  }

  /// Name of the file with the shown measures.
  private static let summary = "summary.json"

  /// Reads every shard once and writes all files, the store first.
  private func write(_ extent: Extent) throws -> (results: SweepResults, storeHash: String) {
    folder.sweepOut()
    let ground = try ground()
    let (results, storeHash) = try writeStore(extent, ground.sources)
    do {
      let summary = try CanonicalJSON.text(of: SweepSummary(of: results)) + "\n"
      try folder.write(summary, as: Self.summary)
      try folder.write(SweepCSV.render(results), as: "points.csv")
    } catch let problem as FolderProblem {
      throw Stop(problem)
    }
    try write(report: results, on: ground)
    return (results, storeHash)
  }

  private func writeStore(
    _ extent: Extent,
    _ sources: [SourceTable]
  ) throws -> (results: SweepResults, storeHash: String) {
    let path = folder.path(of: ResultStore.fileName)
    // The store passes on no errors but its own.
    var refused: Stop?
    do throws(StoreProblem) {
      let store = try SweepStore(at: path, of: manifest, sources: sources)
      let written = try store.write { take -> SweepResults in
        let results = try SweepResults(of: manifest, in: folder) { shard in
          try Task.checkCancellation()
          try take(shard)
        }
        warn(of: results.damaged)
        if let stop = refusal(of: results, extent) {
          refused = stop
          throw stop
        }
        return results
      }
      if case .damaged(_, let detail) = written.mended {
        output.warn("E504: \(path) was damaged: \(detail); made again from the shards")
      }
      return (written.answer, written.contentHash)
    } catch {
      try Task.checkCancellation()
      throw refused ?? Stop(error)
    }
  }

  /// The study of the sweep, from the copies in its folder.
  private func ground() throws -> SweepGround {
    do {
      return SweepGround(of: try SweepLoader.study(of: manifest, in: folder.path))
    } catch {
      throw output.stop(for: error)
    }
  }

  private func write(report results: SweepResults, on ground: SweepGround) throws {
    do {
      try folder.write(SweepPage.render(results, on: ground), as: RunFolder.report)
    } catch {
      throw Stop(error)
    }
  }

  private func tell(_ results: SweepResults, storeHash: String) throws {
    let shortfall =
      SweepText.imprecise(results, output.language)
      ?? SweepText.undecided(results, output.language)
    if let shortfall { output.warn(shortfall) }
    guard !output.json else {
      let summary = MergeSummary(of: results, storeHash: storeHash)
      return try Screen.answer(try CanonicalJSON.text(of: summary) + "\n")
    }
    try Screen.answer(SweepText.render(results, output.language))
    if let further = results.furtherTasks, further > 0 {
      try Screen.answer(SweepText.unsettled(further, of: manifest, output.language) + "\n")
    }
    if let chosen = SweepText.chosen(results, output.language) { try Screen.answer(chosen + "\n") }
    try Screen.answer(
      """
      \(SweepText.content(results, output.language))
      \(folder.path(of: Self.summary))
      \(folder.path(of: "points.csv"))
      \(SweepText.store(folder.path(of: ResultStore.fileName), storeHash, output.language))
      \(output.language.reportLine(folder.path(of: RunFolder.report)))
      """
    )
  }
}

extension Stop {
  /// That tasks of a sweep are missing, and what may explain it.
  fileprivate init(
    missing: [Int],
    of manifest: SweepManifest,
    in folder: SweepFolder,
    because state: SweepState
  ) {
    var words =
      "E512: \(missing.count) of \(CountText.text(of: manifest.taskCount, "task")) "
      + (missing.count == 1 ? "is" : "are") + " missing "
      + "(\(TaskNumbers.text(of: missing))); "
    if state.misplaced.isEmpty {
      words += "countyflow sweep \(CommandLineText.quoted(folder.path)) runs them"
    } else {
      // To run them again is no help: the copied inputs do not fit such a manifest either.
      words +=
        "\(SweepFolder.manifest) does not fit the shards of "
        + CountText.noun("task", for: state.misplaced.count)
        + " \(TaskNumbers.text(of: state.misplaced)), so it was changed after they were made; "
        + "put the old one back"
    }
    words += ", --partial does without"
    if let first = state.strangers.first {
      // Shards under names that this program does not expect.
      words +=
        state.strangers.count == 1
        ? "; another file, \(first), is of other work or was "
        : "; \(state.strangers.count) other files, such as \(first), are of other work or were "
      words += "written by another version of this program"
    }
    self.init(.someFailed, words)
  }
}
