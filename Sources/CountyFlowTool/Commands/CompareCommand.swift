import ArgumentParser
import Experiments
import ScenarioFiles

/// Simulates every policy of a study against its baseline.
struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Simulate every policy of a study under the same luck and compare them.",
    discussion: """
      Differences are paired by replication, with 95 % Student t intervals; p-values are adjusted \
      by Holm over all lines that vary. A policy that misses its targets exits 0. A file of several \
      studies runs them one after the other, each into a folder of its own, and lays them side by \
      side.
      """
  )

  @OptionGroup var options: RunOptions

  @OptionGroup var precision: PrecisionOptions

  @Option(help: "A policy file laid over every policy; the calm baseline stays. May be repeated.")
  var shock: [String] = []

  @Option(
    help: """
      Folder for the results: new, empty, or with the same run in no more replications, which is \
      replaced. Default: notebooks-out/STUDY-HASH.
      """
  )
  var out: String?

  @OptionGroup var store: StoreOptions

  @OptionGroup var output: OutputOptions

  func run() async throws {
    if let out { try OutputFolder.check(out, apartFrom: options.study) }
    if SeriesLoader.isSeries(options.study) {
      guard precision.precision == nil else {
        throw Stop(.commandLine, "--precision is for one study; \(options.study) lists several")
      }
      let series = SeriesSimulation(run: options, output: output, out: out, detail: store.detail)
      return try await series.carryOut(under: shock)
    }
    let loaded = try options.load(output, shocks: shock)
    let study = options.overriding(loaded.study)
    let goal = try precision.goal(for: study, options.draws)
    let threads = options.draws.threads
    let simulation = Simulation(
      threads: threads,
      output: output,
      out: out,
      goal: goal,
      detail: store.detail
    )
    try await simulation.carryOut(study, of: loaded, named: study.id, for: .compare)
  }
}
