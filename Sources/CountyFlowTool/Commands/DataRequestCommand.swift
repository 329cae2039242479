import ArgumentParser
import Foundation
import Reports
import ScenarioFiles

/// Writes the figures that a county should be asked for.
struct DataRequestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data-request",
    abstract: "List the figures nobody has counted for a county, as a workbook to fill in.",
    discussion: """
      One row for each figure that is a proxy, a national mean or an assumption, with its unit, what \
      may be filled in and what is used today (CSV, UTF-8 with its mark, opens in Excel and WPS). \
      Fill in `value` and `valueSource`, put the file beside the county file and name it there: \
      `answers: FILE.csv`. A filled value takes the place of the figure, with its source.
      """
  )

  @Argument(help: "The county file.", completion: .file(extensions: ["yaml", "yml"]))
  var county: String

  @Option(help: "Only figures whose path begins so, such as beds; repeatable.")
  var section: [String] = []

  @Option(help: "A new file for the workbook. Default: print it.")
  var out: String?

  @OptionGroup var output: OutputOptions

  func run() throws {
    let request = try load()
    let rows = request.rows.filter { row in
      section.isEmpty || section.contains { row.path == $0 || row.path.hasPrefix($0 + ".") }
    }
    guard !rows.isEmpty else {
      let wanted = section.isEmpty ? "" : " that begins with " + section.joined(separator: ", ")
      throw Stop(.commandLine, "\(county) has no open figure" + wanted)
    }
    let text = DataRequestCSV.render(
      rows.map { row in
        DataRequestCSV.Row(
          cells: [
            "path": row.path, "zh": row.zh, "en": row.en, "unit": row.unit,
            "expected": row.expected, "now": row.now, "standing": row.standing,
            "source": row.source,
          ],
          importance: row.importance
        )
      },
      columns: DataRequest.columns,
      output.language
    )
    guard let out else { return try Screen.answer(text) }
    guard !FileManager.default.fileExists(atPath: out) else {
      throw Stop(.file, "E304: \(out) is there already; name a new file")
    }
    guard FileManager.default.createFile(atPath: out, contents: Data(text.utf8)) else {
      throw Stop(.file, "E305: cannot write \(out)")
    }
    if !output.quiet { Screen.tell("\(rows.count) figures written to \(out)\n") }
  }

  private func load() throws -> DataRequest {
    do {
      return try CountyLoader.dataRequest(county)
    } catch {
      throw output.stop(for: error)
    }
  }
}
