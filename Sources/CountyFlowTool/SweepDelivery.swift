import Experiments
import Foundation
import Reports

/// What a sweep comes to: the merged files of its folder, and the answer on stdout.
struct SweepDelivery {
  let folder: SweepFolder
  let manifest: SweepManifest
  let output: OutputOptions

  /// Merges all shards, writes what they come to, and says so.
  ///
  /// Files that would not change are left alone.
  ///
  /// - Throws: `Stop` with 7 when tasks are missing and all were expected, with 1 when an identity
  ///   does not hold.
  func merge(_ extent: Extent) throws {
    let state = folder.state(of: manifest.tasks)
    for damage in state.damaged { output.warn("E504: \(damage.file): \(damage.reason)") }
    if extent == .whole, !state.missing.isEmpty {
      throw Stop(
        .someFailed,
        "E512: \(state.missing.count) of \(manifest.taskCount) tasks are missing "
          + "(\(TaskNumbers.text(of: state.missing))); "
          + "countyflow sweep \(CommandLineText.quoted(folder.path)) runs them, --partial does without"
      )
    }
    let results = SweepResults(of: manifest, in: folder)
    try write(results)
    try tell(results)
    guard results.broken.isEmpty else {
      throw Stop(
        .checkFailed,
        "an identity does not hold in tasks \(TaskNumbers.text(of: results.broken))"
      )
    }
  }

  /// Whether all tasks must be there.
  enum Extent { case whole, partial }

  private func write(_ results: SweepResults) throws {
    do {
      let summary = try CanonicalJSON.text(of: SweepSummary(of: results)) + "\n"
      try folder.write(summary, as: "summary.json")
      try folder.write(SweepCSV.render(results), as: "points.csv")
    } catch let problem as FolderProblem {
      throw Stop(problem)
    }
  }

  private func tell(_ results: SweepResults) throws {
    guard !output.json else {
      return try Screen.answer(try CanonicalJSON.text(of: MergeSummary(of: results)) + "\n")
    }
    try Screen.answer(SweepText.render(results, output.language))
    try Screen.answer(
      """
      \(results.shards) of \(manifest.taskCount) tasks, content \(results.contentHash)
      \(folder.path(of: "summary.json"))
      \(folder.path(of: "points.csv"))

      """
    )
  }
}
