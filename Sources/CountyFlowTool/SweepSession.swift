import Experiments
import Foundation
import Reports
import ScenarioFiles

/// A sweep in its folder, from the first task to the merged results.
struct SweepSession {
  let folder: SweepFolder
  private(set) var plan: SweepPlan
  private let output: OutputOptions

  /// Begins a sweep in a free folder, or takes up the same sweep where it was left.
  ///
  /// - Throws: `Stop` when the folder holds anything else or cannot be written.
  init(
    _ plan: SweepPlan,
    inputs: [(name: String, bytes: Data)],
    in folder: SweepFolder,
    _ output: OutputOptions
  ) throws {
    self.folder = folder
    self.output = output
    do {
      if let begun = try folder.readManifest() {
        if let stop = Stop(begun.contract, of: folder.path) { throw stop }
        if let difference = begun.difference(from: plan.manifest) {
          throw Stop(.file, "E304: \(folder.path) holds another sweep: \(difference)")
        }
        self.plan = plan.replacing(manifest: begun)
        Self.tellDifferences(begun, output)
      } else {
        try folder.checkWritable()
        guard folder.isFree else { throw FolderProblem.notEmpty(path: folder.path) }
        try folder.begin(plan.manifest, inputs: inputs)
        self.plan = plan
      }
    } catch let problem as FolderProblem {
      throw Stop(problem)
    }
  }

  /// Takes up the sweep in a folder, for some of its tasks or all.
  ///
  /// - Throws: `Stop` when there is none, or this program would come to other numbers.
  init(resuming folder: SweepFolder, points: [Int]? = nil, _ output: OutputOptions) throws {
    self.folder = folder
    self.output = output
    let manifest = try Self.manifest(in: folder)
    if let stop = Stop(manifest.contract, of: folder.path) { throw stop }
    Self.tellDifferences(manifest, output)
    do {
      plan = try SweepLoader.plan(
        manifest,
        in: folder.path,
        points: points ?? Array(manifest.points.indices)
      )
    } catch {
      throw output.stop(for: error)
    }
  }

  /// The manifest of a sweep that has begun.
  static func manifest(in folder: SweepFolder) throws -> SweepManifest {
    do {
      if let manifest = try folder.readManifest() { return manifest }
    } catch {
      throw Stop(error)
    }
    throw Stop(.file, "E101: \(folder.path(of: SweepFolder.manifest)): no such file")
  }

  private static func tellDifferences(_ manifest: SweepManifest, _ output: OutputOptions) {
    let differences = manifest.contract.differences
    guard !differences.isEmpty else { return }
    output.warn("goes on although " + differences.joined(separator: "; ") + ": same model")
  }

  // MARK: Running

  /// Runs everything that is still to do, round after round.
  ///
  /// - Throws: `Stop` when stopped, or when tasks failed.
  mutating func run(_ options: TaskRunOptions, threads: Int) async throws {
    folder.sweepOut()
    while true {
      let state = folder.state(of: plan.manifest.tasks)
      try await run(missingFrom: state, options, threads: threads)
      guard try appendRounds() == .appended else { return }
    }
  }

  /// Whether the rule of the sweep asked for more.
  enum Growth { case settled, appended }

  /// Appends the rounds that the rule of the sweep asks for, once all tasks so far are done.
  ///
  /// - Throws: `Stop` when the disk refuses.
  @discardableResult
  mutating func appendRounds() throws -> Growth {
    guard plan.manifest.hasStoppingRule else { return .settled }
    let results = SweepResults(of: plan.manifest, in: folder)
    guard results.isComplete else { return .settled }
    let rounds = plan.manifest.nextRounds(after: results)
    guard !rounds.isEmpty else { return .settled }
    for round in rounds { plan = plan.appending(round) }
    do { try folder.write(plan.manifest) } catch { throw Stop(error) }
    return .appended
  }

  /// Runs the tasks that are missing, and tells which of them left something that is replaced.
  ///
  /// - Throws: `Stop` when stopped, when tasks failed, or when the disk refuses.
  func run(
    missingFrom state: SweepState,
    _ options: TaskRunOptions,
    threads: Int
  ) async throws {
    // A finished sweep may lie where nothing can be written.
    guard !state.missing.isEmpty else { return }
    let tasks = state.missing.compactMap(plan.manifest.task)
    let runner = options.runner(plan, in: folder, threads: threads)
    let line = ProgressLine(output.progress)
    defer { line.end() }
    let resume = "countyflow sweep \(CommandLineText.quoted(folder.path))"
    let report: SweepRunReport
    do {
      try folder.checkWritable()
      for damage in state.replaceable {
        output.warn("E504: \(damage.file): \(damage.reason); to be done again")
      }
      report = try await StopSignals.run(
        whenStopped: "stopped; what is finished is saved. Go on with: \(resume)"
      ) {
        try await runner.run(tasks) { line.show($0) }
      }
    } catch let problem as FolderProblem {
      throw Stop(problem)
    }
    if let stop = Stop(report, folder: folder.path) { throw stop }
  }
}

/// Words for somebody's shell.
enum CommandLineText {
  /// A word as a shell reads it back.
  static func quoted(_ word: String) -> String {
    let plain = word.unicodeScalars.allSatisfy {
      ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0)
        || "-_./=+,:@%".unicodeScalars.contains($0)
    }
    if plain, !word.isEmpty { return word }
    return "'"
      + word.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''") + "'"
  }
}
