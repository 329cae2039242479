import ArgumentParser
import CountyModel
import Experiments
import ResultStore
import ScenarioFiles

/// Simulates one policy of a study.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Simulate one policy of a study."
  )

  @OptionGroup var options: RunOptions

  @OptionGroup var precision: PrecisionOptions

  @Option(help: "The policy to run. Default: the baseline.")
  var policy: String?

  @Option(help: "Folder for the results. Default: notebooks-out/STUDY-POLICY-HASH.")
  var out: String?

  @Option(
    help: "Also write what happens to every patient of replication 0 to this file.",
    completion: .file(extensions: ["csv", "sqlite", "xes"])
  )
  var eventLog: String?

  @Option(
    help: "csv, ocel (OCEL 2.0, an SQLite file) or xes. Default: by the extension of the file."
  )
  var eventLogFormat: EventLog.Format?

  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard eventLogFormat == nil || eventLog != nil else {
      throw ValidationError("--event-log-format says how to write --event-log, which is not given")
    }
  }

  func run() async throws {
    let loaded = try options.load(output)
    let place = try place(in: loaded.study)
    let study = options.overriding(loaded.study).with(policies: [place])
    let goal = try precision.goal(for: study, options)
    let log = try log(of: study)
    let simulation = Simulation(run: options, output: output, out: out, goal: goal, log: log)
    let name = "\(study.id)-\(study.policies[0].id)"
    try await simulation.carryOut(study, of: loaded, named: name, for: .run)
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
    do {
      return try EventLog(at: eventLog, format, of: study)
    } catch {
      throw Stop(error)
    }
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
