import ArgumentParser
import Experiments
import Reports

/// Draws the report of an earlier run again.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Draw the report of an earlier run again from its readings."
  )

  @Argument(help: "The folder of the run, or its readings.json.", completion: .directory)
  var folder: String

  @OptionGroup var output: OutputOptions

  func run() throws {
    do {
      let (table, folder) = try RunFolder.table(at: self.folder)
      try folder.write([(RunFolder.report, ReportPage.render(table))])
      if output.json {
        let summary = ComparisonSummary(of: table, for: table.policies.count > 1 ? .compare : .run)
        return try Screen.answer(try CanonicalJSON.text(of: summary) + "\n")
      }
      let text = ComparisonText.render(table, output.language)
      let line = output.language.reportLine(folder.path + "/" + RunFolder.report)
      try Screen.answer(text + "\n" + line)
    } catch let problem as FolderProblem {
      throw Stop(problem)
    }
  }
}
