import ArgumentParser
import CountyModel
import Experiments
import Foundation
import Geography
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

      With --from, the folder of a sweep with `uncertain` inputs, the figures come first whose \
      knowledge would most change the chance of meeting a target (column importance: by how much on \
      average, 0 to 1). Without it the order is that of width of range alone, \
      positions of places last.
      """
  )

  @Argument(help: "The county file.", completion: .file(extensions: ["yaml", "yml"]))
  var county: String

  @Option(help: "Only figures whose path begins so, such as beds; repeatable.")
  var section: [String] = []

  @Option(help: "The folder of a sweep with uncertain inputs: rank by what knowing is worth.")
  var from: String?

  @Option(help: "A new file for the workbook. Default: print it.")
  var out: String?

  @OptionGroup var output: OutputOptions

  func run() throws {
    let request = try from.map { try ranked(try load(), by: $0) } ?? load()
    let rows = request.rows.filter { row in
      section.isEmpty || section.contains { row.path == $0 || row.path.hasPrefix($0 + ".") }
    }
    guard !rows.isEmpty else {
      let wanted = section.isEmpty ? "" : " that begins with " + section.joined(separator: ", ")
      throw Stop(.commandLine, "\(county) has no open figure" + wanted)
    }
    let text = DataRequestCSV.render(
      rows.map { row in
        DataRequestCSV.Row(cells: cells(of: row), importance: row.importance)
      },
      columns: DataRequest.columns,
      output.language
    )
    if !output.quiet {
      Screen.tell(DataRequestCSV.order(from == nil ? .byWidth : .byValue, output.language) + "\n")
    }
    guard let out else { return try Screen.answer(text) }
    try NewFile.check(out)
    guard FileManager.default.createFile(atPath: out, contents: Data(text.utf8)) else {
      throw Stop(.file, "E305: cannot write \(out)")
    }
    if !output.quiet {
      Screen.tell(DataRequestCSV.written(rows.count, to: out, output.language) + "\n")
    }
  }

  /// What stands in the row of a figure, in the language of the workbook.
  private func cells(of row: DataRequest.Row) -> [String: String] {
    let isChinese = output.language == .zh
    return [
      "path": row.path, "zh": row.zh, "en": row.en, "now": row.now,
      "unit": isChinese ? row.unit.zh : row.unit.en,
      "expected": isChinese ? row.expected.zh : row.expected.en,
      "standing": isChinese ? row.standing.zh : row.standing.en,
      "source": output.language.half(of: row.source),
    ]
  }

  /// The figures in the order of what knowing them is worth for the verdicts of a sweep.
  private func ranked(_ request: DataRequest, by sweep: String) throws -> DataRequest {
    let reading = SweepReading(sweep, output)
    let study = try reading.study()
    guard study.counties.contains(where: { $0.inputs.facts.nameEn == request.county }) else {
      let names = study.counties.map(\.inputs.facts.nameEn).joined(separator: ", ")
      throw Stop(.commandLine, "E514: \(sweep) is a sweep of \(names), not of \(request.county)")
    }
    return request.ranked(by: try reading.analysis(methods: [.value]).worth)
  }

  private func load() throws -> DataRequest {
    do {
      return try CountyLoader.dataRequest(county)
    } catch {
      throw output.stop(for: error)
    }
  }
}
