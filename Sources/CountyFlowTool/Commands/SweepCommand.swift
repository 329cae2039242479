import ArgumentParser
import CountyModel
import Experiments
import Foundation
import Reports
import ScenarioFiles

/// Runs a study at many points.
struct SweepCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep",
    abstract: "Run a study at many points: levers, figures of the county, policies.",
    discussion: """
      Give a sweep file, or the folder of a sweep that was interrupted to go on with it. Every \
      finished run is on disk at once as a shard; a sweep that was stopped at any moment and taken \
      up again ends with the same bytes as one that never was.
      """
  )

  @Argument(help: "The sweep file, or the folder of a sweep.")
  var sweep: String

  @Option(
    help: "Vary a path: path=a,b,c or path=a..b or path=a..b..step; replaces the file's axis."
  )
  var vary: [String] = []

  @Option(help: "Points of latin-hypercube or sobol, trajectories of morris, base of saltelli.")
  var points: Int?

  @Option(help: "Replications of each point and policy, from 1.")
  var replications: Int?

  @Option(help: "Folder for the results. Default: notebooks-out/SWEEP-HASH.")
  var out: String?

  @Option(help: "Runs at a time; changes nothing but the wait. Default: one a processor.")
  var threads: Int?

  @Flag(help: "Only tell what the sweep will cost, from a short pilot; writes nothing.")
  var dryRun = false

  @Option(help: "Write the folder without running: plan (the manifest) or slurm (a job array too).")
  var emit: Emission?

  @OptionGroup var tasks: TaskRunOptions

  @OptionGroup var output: OutputOptions

  /// What is written instead of running.
  enum Emission: String, ExpressibleByArgument, CaseIterable { case plan, slurm }

  mutating func validate() throws {
    func check(_ value: Int?, _ option: String, _ range: ClosedRange<Int>) throws {
      guard let value, !range.contains(value) else { return }
      throw ValidationError(
        "--\(option) is \(value); expected \(range.lowerBound) to \(range.upperBound)"
      )
    }
    try check(points, "points", 1...SweepDesign.mostPoints)
    try check(replications, "replications", 1...100_000)
    try check(threads, "threads", 1...Int.max)
    for option in vary { try VaryForm.check(option) }
  }

  func run() async throws {
    let folder = SweepFolder(named: sweep)
    let threads = output.threads(from: threads)
    if FileManager.default.fileExists(atPath: folder.path(of: SweepFolder.manifest)) {
      guard vary.isEmpty, points == nil, replications == nil, out == nil else {
        throw Stop(.commandLine, "\(sweep) has begun; its points and replications are settled")
      }
      let session = try SweepSession(resuming: folder, output)
      return try await carryOut(session, threads: threads)
    }
    if let out { try OutputFolder.check(out, apartFrom: sweep) }
    let loaded = try load()
    let begun = out.flatMap { try? SweepFolder(at: $0).readManifest() }
    if dryRun {
      let unsolved = try solving(loaded, begun: begun)?.unsolved ?? 0
      return try tellCost(of: try plan(loaded, solved: []), solving: unsolved, threads)
    }
    let solved = try await solved(loaded, begun: begun, threads: threads)
    let plan = try plan(loaded, solved: solved)
    let place = SweepFolder(at: out ?? plan.manifest.standardFolder)
    let session = try SweepSession(plan, inputs: loaded.inputs, in: place, output)
    try await carryOut(session, threads: threads)
  }

  private func load() throws -> LoadedSweep {
    var overrides = SweepLoader.Overrides()
    overrides.vary = vary
    overrides.points = points
    overrides.replications = replications
    do {
      let loaded = try SweepLoader.load(sweep, overrides)
      guard loaded.design.count != nil else {
        throw Stop(.limit, "E606: the design has more than \(SweepDesign.mostPoints) points")
      }
      let kind = loaded.design.kind
      guard points == nil || kind.isSampled else {
        throw Stop(
          .commandLine,
          "--points: the points of a `\(kind.rawValue)` design follow from its values; leave it out"
        )
      }
      if !output.quiet, !loaded.warnings.isEmpty { output.tell(DiagnosticList(loaded.warnings)) }
      return loaded
    } catch let problems as DiagnosticList {
      throw output.stop(for: problems)
    }
  }

  private func plan(_ loaded: LoadedSweep, solved: [[String: Double]]) throws -> SweepPlan {
    do {
      return try loaded.plan(solved: solved)
    } catch {
      throw output.stop(for: error)
    }
  }

  /// Tells what a sweep will cost, with so many outer points whose constants are to be solved first.
  private func tellCost(of plan: SweepPlan, solving unsolved: Int, _ threads: Int) throws {
    let estimate = SweepEstimate(of: plan, solving: unsolved, threads: threads)
    guard !output.json else {
      return try Screen.answer(try CanonicalJSON.text(of: estimate) + "\n")
    }
    try Screen.answer(SweepText.cost(estimate, output.language))
  }

  private func carryOut(_ begun: SweepSession, threads: Int) async throws {
    var session = begun
    if dryRun { return try tellCost(of: session.plan, solving: 0, threads) }
    if let emit {
      try session.appendRounds()
      return try write(emit, of: session)
    }
    try await session.run(tasks, threads: threads)
    let delivery = SweepDelivery(
      folder: session.folder,
      manifest: session.plan.manifest,
      output: output
    )
    try await delivery.merge(.whole)
  }

  private func write(_ emission: Emission, of session: SweepSession) throws {
    let folder = session.folder
    do {
      if emission == .slurm {
        for file in SlurmArray.files(for: session.plan.manifest) {
          try folder.write(file.text, as: file.name)
        }
      }
    } catch {
      throw Stop(error)
    }
    let name = emission == .plan ? SweepFolder.manifest : SlurmArray.folder + "/sweep.sbatch"
    try Screen.answer(folder.path(of: name) + "\n")
  }

  // MARK: What is not known

  /// The constants of the choice at every outer point, from a sweep that has begun or solved anew.
  private func solved(
    _ loaded: LoadedSweep,
    begun: SweepManifest?,
    threads: Int
  ) async throws -> [[String: Double]] {
    guard let solving = try solving(loaded, begun: begun) else {
      return solved(loaded, begun) ?? []
    }
    // Solving takes hours, and the folder is made after it: its name hangs on what was solved.
    let folder = SweepFolder(at: out ?? SweepManifest.standardPlace)
    do {
      try folder.checkWritable()
      guard out == nil || begun != nil || folder.isFree else {
        throw FolderProblem.notEmpty(path: folder.path)
      }
    } catch let problem as FolderProblem {
      throw Stop(problem)
    }
    return try await solving.run(threads: threads)
  }

  /// What is still to be solved; `nil` when nothing is.
  private func solving(_ loaded: LoadedSweep, begun: SweepManifest?) throws -> ConstantsSolving? {
    guard loaded.solvesConstants, solved(loaded, begun) == nil else { return nil }
    return try ConstantsSolving(of: sweep, loaded, cache: tasks.cache.shardCache, output)
  }

  /// The constants that a sweep which has begun was made of; `nil` without them, or when the files are
  /// others by now: what was observed may be.
  private func solved(_ loaded: LoadedSweep, _ begun: SweepManifest?) -> [[String: Double]]? {
    guard loaded.solvesConstants, let begun, begun.design.outer == loaded.design.outer,
      begun.contract.files == loaded.inputFiles
    else { return nil }
    let known = (0..<loaded.design.outer).compactMap { outer in
      begun.points.first { $0.outer == outer }?.solved
    }
    return known.count == loaded.design.outer ? known : nil
  }
}
