public import ArgumentParser
import CountyModel
import Experiments
import Foundation
import Reports
public import ResultStore
import ScenarioFiles

/// Simulates one policy of a study, or some tasks of a sweep.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Simulate one policy of a study, or tasks of a sweep again.",
    discussion: """
      With --from and --task it runs tasks of a sweep that has begun and leaves their shards in its \
      folder: bit for bit the same on any machine with the same versions and processor class.
      """
  )

  @Argument(help: "The study file.", completion: .file(extensions: ["yaml", "yml"]))
  var study: String?

  @OptionGroup var draws: DrawOptions

  @Option(help: "The folder or manifest of a sweep, instead of a study.")
  var from: String?

  @Option(help: "Numbers of the tasks to run, such as 0-9,17.")
  var task: String?

  @OptionGroup var tasks: TaskRunOptions

  @OptionGroup var precision: PrecisionOptions

  @Option(help: "The policy to run. Default: the baseline.")
  var policy: String?

  @Option(
    help: """
      Folder for the results: new, empty, or with the same run in no more replications, which is \
      replaced. Default: notebooks-out/STUDY-POLICY-HASH.
      """
  )
  var out: String?

  @Option(
    help: """
      Also write what happens to every patient of replication 0 to this new file: for each visit \
      about 0.8 kB of csv, 2.6 kB of ocel or 2.1 kB of xes, so hundreds of megabytes for a year of \
      a small county.
      """,
    completion: .file(extensions: ["csv", "sqlite", "xes"])
  )
  var eventLog: String?

  @Option(
    help: "csv, ocel (OCEL 2.0, an SQLite file) or xes. Default: by the extension of the file."
  )
  var eventLogFormat: EventLog.Format?

  @OptionGroup var store: StoreOptions

  @OptionGroup var output: OutputOptions

  mutating func validate() throws {
    guard eventLogFormat == nil || eventLog != nil else {
      throw ValidationError("--event-log-format says how to write --event-log, which is not given")
    }
    if (study == nil) == (from == nil) {
      throw ValidationError("name a study file, or a sweep by --from")
    }
    if (from == nil) != (task == nil) { throw ValidationError("--from and --task go together") }
    if from != nil, let own = optionsOfOneRun.first {
      throw ValidationError(
        "\(own) does not go with --from: a task is run as its sweep says, into the sweep's shards"
      )
    }
  }

  /// The options given that tell how one run goes, and so not a task.
  private var optionsOfOneRun: [String] {
    [
      ("--policy", policy != nil), ("--seed", draws.seed != nil),
      ("--replications", draws.replications != nil), ("--precision", precision.precision != nil),
      ("--out", out != nil), ("--event-log", eventLog != nil), ("--by-place", store.byPlace),
    ].filter(\.1).map(\.0)
  }

  func run() async throws {
    if let from, let task { return try await runTasks(task, of: SweepFolder(named: from)) }
    let options = RunOptions(study: study ?? "", draws: draws)
    if let out { try OutputFolder.check(out, apartFrom: options.study) }
    let loaded = try options.load(output)
    let place = try place(in: loaded.study)
    let study = options.overriding(loaded.study).with(policies: [place])
    let goal = try precision.goal(for: study, draws)
    let simulation = Simulation(
      threads: draws.threads,
      output: output,
      out: out,
      goal: goal,
      log: try log(of: study),
      detail: store.detail
    )
    let name = "\(study.id)-\(study.policies[0].id)"
    try await simulation.carryOut(study, of: loaded, named: name, for: .run)
    tellSizeOfLog()
  }

  private func tellSizeOfLog() {
    guard let eventLog, !output.quiet else { return }
    let attributes = try? FileManager.default.attributesOfItem(atPath: eventLog)
    guard let bytes = attributes?[.size] as? Int else { return }
    Screen.tell(output.language.eventLogLine(eventLog, megabytes: Double(bytes) / 1e6))
  }

  /// The log to keep, when one is wanted.
  private func log(of study: Study) throws -> EventLog? {
    guard let eventLog else { return nil }
    guard study.region == nil else {
      throw Stop(.commandLine, "--event-log is for studies of one county, not of a region")
    }
    guard let format = eventLogFormat ?? EventLog.Format(ofFile: eventLog) else {
      throw Stop(
        .commandLine,
        "--event-log \(eventLog): expected .csv, .sqlite or .xes, or --event-log-format"
      )
    }
    try NewFile.check(eventLog)
    do {
      return try EventLog(at: eventLog, format, of: study)
    } catch {
      throw Stop(error)
    }
  }

  private func runTasks(_ text: String, of folder: SweepFolder) async throws {
    let manifest = try SweepSession.manifest(in: folder)
    guard let numbers = TaskNumbers.read(text) else {
      throw Stop(.commandLine, "--task is `\(text)`; expected numbers such as 0-9,17")
    }
    let asked = numbers.compactMap(manifest.task)
    guard asked.count == numbers.count else {
      let last = manifest.taskCount - 1
      throw Stop(.commandLine, "--task is `\(text)`; the sweep has tasks 0-\(last)")
    }
    let state = folder.state(of: asked)
    let missing = Set(state.missing)
    let points = Set(asked.filter { missing.contains($0.number) }.map(\.address.point)).sorted()
    let session = try SweepSession(resuming: folder, points: points, output)
    let threads = output.threads(from: draws.threads)
    try await session.run(missingFrom: state, tasks, threads: threads)
    for task in asked where !output.quiet { try Screen.answer(folder.path(of: task) + "\n") }
  }

  private func place(in study: Study) throws -> Int {
    guard let policy else { return 0 }
    let names = study.policies.map(\.id)
    if let place = names.firstIndex(of: policy) { return place }
    let meant = Suggestions.didYouMean(policy, among: names).map { $0 + " " } ?? ""
    throw Stop(
      .commandLine,
      "--policy `\(policy)` is not in the study; \(meant)it has \(names.joined(separator: ", "))"
    )
  }
}

extension EventLog.Format: ExpressibleByArgument {}

extension Language {
  /// The line that says where the event log is, and how large.
  fileprivate func eventLogLine(_ path: String, megabytes: Double) -> String {
    let size = String(format: "%.1f MB", megabytes)
    return switch self {
    case .zh: "事件日志：\(path)，\(size)\n"
    case .en: "Event log: \(path), \(size)\n"
    }
  }
}
