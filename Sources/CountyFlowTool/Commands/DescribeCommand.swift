import ArgumentParser
import Experiments
import Reports
import ScenarioFiles

/// Lists what the model can be told and what it answers.
struct DescribeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe",
    abstract:
      "List the levers of policies, the measures of results, the inputs of a county, or which plan row is reached by what."
  )

  /// What to list.
  enum Subject: String, ExpressibleByArgument, CaseIterable {
    case levers, kpis, inputs, coverage
  }

  @Argument(help: "levers, kpis, inputs or coverage.")
  var subject: Subject

  @Option(help: "Folder with plans, policies, studies and counties, for coverage.")
  var scenarios = "Scenarios"

  @OptionGroup var output: OutputOptions

  func run() throws {
    switch subject {
    case .levers: try tell(.levers, CatalogueText.levers)
    case .kpis: try tell(.measures, CatalogueText.measures)
    case .inputs: try tell(.inputs, CatalogueText.inputs)
    case .coverage:
      let coverage = try coverage()
      try Screen.answer(
        output.json
          ? try CanonicalJSON.text(of: coverage) + "\n"
          : CoverageText.table(coverage, output.language)
      )
    }
  }

  private func coverage() throws -> PlanCoverage {
    do {
      return try CoverageLoader.load(scenarios: scenarios)
    } catch {
      throw output.stop(for: error)
    }
  }

  private func tell(_ listing: CatalogueListing, _ text: (Language) -> String) throws {
    try Screen.answer(
      output.json ? try CanonicalJSON.text(of: listing) + "\n" : text(output.language)
    )
  }
}
