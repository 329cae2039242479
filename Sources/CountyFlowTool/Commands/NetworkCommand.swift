import ArgumentParser
import Experiments
import NetworkModel
import Reports
import ScenarioFiles

/// Simulates a network of queues.
struct NetworkCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "network",
    abstract: "Simulate any network of queues from a file.",
    discussion: """
      Intervals are 95 % by Student's t over replications; one replication has none, unless \
      --batches cuts it into equal stretches of time and takes the interval from their means. A \
      warning names what is correlated from batch to batch. A run that stops by deadlock says when \
      and where and exits 0, unless nothing at all could be measured.
      """
  )

  @Argument(help: "The network file.", completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @Option(help: "Replications, from 1. Default: the file's own.")
  var replications: Int?

  @Option(help: "Cut one long replication into so many batches, from 3. Default: none are cut.")
  var batches: Int?

  @Option(help: "Seed of every draw, a whole number from 0. Default: the file's own.")
  var seed: UInt64?

  @Option(help: "Replications at a time; changes nothing but the wait. Default: one a processor.")
  var threads: Int?

  @Option(help: "Folder for the results. Default: none is written.")
  var out: String?

  @Flag(help: "Write every customer's visits into the folder, as visits.csv.")
  var records = false

  @OptionGroup var output: OutputOptions

  mutating func validate() throws {
    if let replications, !(1...100_000).contains(replications) {
      throw ValidationError("--replications is \(replications); expected 1 to 100000")
    }
    if let batches, !(3...10_000).contains(batches) {
      throw ValidationError("--batches is \(batches); expected 3 to 10000")
    }
    if batches != nil, let replications, replications > 1 {
      throw ValidationError("--batches cuts one replication; --replications is \(replications)")
    }
    if let threads, threads < 1 {
      throw ValidationError("--threads is \(threads); expected 1 or more")
    }
    if records, out == nil {
      throw ValidationError("--records writes visits.csv and needs --out")
    }
  }

  func run() async throws {
    if let out { try OutputFolder.check(out, apartFrom: file) }
    let loaded = try load()
    let study = loaded.study.with(
      seed: seed,
      replications: replications,
      records: out == nil ? RunInputs.Records.none : records ? .visits : nil,
      batches: batches
    )
    let delivery = try out.map { try NetworkDelivery(of: study, at: $0) }
    let outcome: NetworkOutcome
    do {
      outcome = try await simulate(study)
    } catch {
      delivery?.abandon()
      throw error
    }
    try delivery?.write(outcome, of: study, loaded)
    try tell(outcome)
    if outcome.table.showsNothing {
      throw Stop(
        .scenario,
        batches == nil
          ? "every replication stopped by deadlock before the warm-up ended"
          : "the replication stopped before its first batch ended"
      )
    }
  }

  private func load() throws -> LoadedNetwork {
    do {
      let loaded = try NetworkLoader.load(file)
      let warnings = loaded.warnings.filter {
        $0.code != .oneReplication || ((replications ?? 1) == 1 && batches == nil)
      }
      if !output.quiet, !warnings.isEmpty { output.tell(DiagnosticList(warnings)) }
      return loaded
    } catch {
      throw output.stop(for: error)
    }
  }

  private func simulate(_ study: NetworkStudy) async throws -> NetworkOutcome {
    let line = ProgressLine(output.progress)
    let threads = output.threads(from: threads)
    let all =
      batches.map { "\($0) batches" }
      ?? CountText.text(of: study.inputs.run.replications, "replication")
    defer { line.end() }
    return try await StopSignals.run {
      try await study.run(threads: threads) { line.show("\($0) of \(all)") }
    }
  }

  private func tell(_ outcome: NetworkOutcome) throws {
    let language = output.language
    let cost = ComparisonText.cost(of: outcome.manifest.environment, language)
    guard !output.json else {
      if !output.quiet { Screen.tell(cost) }
      return try Screen.answer(try CanonicalJSON.text(of: outcome.table) + "\n")
    }
    try Screen.answer(NetworkText.render(outcome.table, language))
    if !output.quiet { Screen.tell(cost) }
  }
}
