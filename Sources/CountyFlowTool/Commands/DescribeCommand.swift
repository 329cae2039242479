import ArgumentParser
import Experiments
import Reports

/// Lists what the model can be told and what it answers.
struct DescribeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe",
    abstract: "List the levers of policies, the measures of results, or the inputs of a county."
  )

  /// What to list.
  enum Subject: String, ExpressibleByArgument, CaseIterable {
    case levers, kpis, inputs
  }

  @Argument(help: "levers, kpis or inputs.")
  var subject: Subject

  @OptionGroup var output: OutputOptions

  func run() throws {
    try Screen.answer(output.json ? try CanonicalJSON.text(of: listing) + "\n" : text)
  }

  private var listing: CatalogueListing {
    switch subject {
    case .levers: .levers
    case .kpis: .measures
    case .inputs: .inputs
    }
  }

  private var text: String {
    switch subject {
    case .levers: CatalogueText.levers(output.language)
    case .kpis: CatalogueText.measures(output.language)
    case .inputs: CatalogueText.inputs(output.language)
    }
  }
}
