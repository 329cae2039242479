import ArgumentParser
import CountyModel
import Experiments
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

  @OptionGroup var output: OutputOptions

  func run() async throws {
    let loaded = try options.load(output)
    let place = try place(in: loaded.study)
    let study = options.overriding(loaded.study).with(policies: [place])
    let goal = try precision.goal(for: study, options)
    let simulation = Simulation(run: options, output: output, out: out, goal: goal)
    let name = "\(study.id)-\(study.policies[0].id)"
    try await simulation.carryOut(study, of: loaded, named: name, for: .run)
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
