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
      by Holm over all lines. A policy that misses its targets exits 0.
      """
  )

  @OptionGroup var options: RunOptions

  @Option(help: "Folder for the results. Default: notebooks-out/STUDY-HASH.")
  var out: String?

  @OptionGroup var output: OutputOptions

  func run() async throws {
    let loaded = try options.load(output)
    let study = options.overriding(loaded.study)
    let simulation = Simulation(threads: options.draws.threads, output: output, out: out)
    try await simulation.carryOut(study, of: loaded, named: study.id, for: .compare)
  }
}
