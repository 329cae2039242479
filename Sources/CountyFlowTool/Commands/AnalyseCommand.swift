import ArgumentParser
import Experiments
import Reports
import ScenarioFiles

/// Tells what a sweep says about targets, levers and figures.
struct AnalyseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyse",
    abstract: "Ask a sweep what matters: chances, sensitivities, shares, unknown figures.",
    discussion: """
      Reads the folder of a sweep, finished or not, and writes analysis.json into it. The design of \
      the sweep decides what can be found: `morris` elementary effects, `saltelli` first and total \
      Sobol indices, `factorial` the Shapley shares of policies, `uncertain` inputs the chance of \
      each target and the value of knowing each input, and replications of any other design the \
      points and policies that may be the best. Only when asked for, `control` takes the luck of \
      needs out of means (four replications or more): choose which mean to report beforehand.
      """
  )

  @Argument(help: "The folder of the sweep.", completion: .directory)
  var folder: String

  @Option(help: "A measure by its id, or all; repeatable. Default: those that the sweep shows.")
  var measure: [String] = []

  @Option(
    help: """
      Only this: morris, sobol, shapley, chance, value, best or control; repeatable. Default: all \
      that fit but control.
      """,
    transform: AnalysisMethod.named
  )
  var method: [AnalysisMethod] = []

  @OptionGroup var output: OutputOptions

  func run() throws {
    for name in measure where name != "all" { try MeasureName.check(name, of: "--measure") }
    let reading = SweepReading(folder, output)
    let analysis = try reading.analysis(measures: extent, methods: method)
    let json = try CanonicalJSON.text(of: analysis) + "\n"
    do {
      try reading.folder.write(json, as: "analysis.json")
    } catch {
      throw Stop(error)
    }
    try Screen.answer(output.json ? json : AnalysisText.render(analysis, output.language))
  }

  private var extent: SweepAnalysis.Extent {
    if measure.contains("all") { return .all }
    return measure.isEmpty ? .shown : .named(measure)
  }
}

extension AnalysisMethod {
  /// The method of a name.
  ///
  /// - Throws: `ValidationError` with the names that there are.
  fileprivate static func named(_ name: String) throws -> AnalysisMethod {
    if let method = AnalysisMethod(rawValue: name) { return method }
    let names = allCases.map(\.rawValue)
    throw ValidationError(
      "`\(name)` is no method; expected one of \(names.joined(separator: ", "))"
        + (Suggestions.didYouMean(name, among: names).map { "; " + $0 } ?? "")
    )
  }
}
