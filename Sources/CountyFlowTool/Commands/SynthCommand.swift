import ArgumentParser
import CountyModel
import Experiments
import Geography
import Reports
import ScenarioFiles

/// Writes a county out as tables.
struct SynthCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "synth",
    abstract: "Lay a county out and write it as tables that can be edited and read back.",
    discussion: """
      Writes settlements, facilities, stations, roads, staff and beds as CSV (UTF-8 with BOM), \
      settlements and facilities also as GeoJSON, tables.yaml, which a county file includes to be \
      made of these tables, and README.md, which explains every column. The folder must be new or \
      empty, so that no edited table is ever replaced.
      """
  )

  @OptionGroup var options: CountyOptions

  @Option(help: "Folder for the tables; new or empty.", completion: .directory)
  var out: String

  @Flag(help: "Also write the travel times by e-bike, car and ambulance as square tables.")
  var travelTimes = false

  @OptionGroup var output: OutputOptions

  func run() throws {
    let loaded = try options.load(output)
    let tables = CountyTableFiles(
      of: loaded.map,
      loaded.inputs,
      origin: loaded.origin,
      travel: travelTimes ? .matrices : .none
    )
    let folder = try RunFolder.new(at: out)
    do {
      try folder.write(tables.files.map { ($0.name, $0.text) })
    } catch {
      folder.abandon()
      throw Stop(error)
    }
    if output.json {
      let summary = SynthSummary(tables, of: loaded.map, in: out, inputHash: loaded.inputHash)
      return try Screen.answer(try CanonicalJSON.text(of: summary) + "\n")
    }
    let facts = loaded.inputs.facts
    let names = (zh: facts.name, en: facts.nameEn)
    try Screen.answer(SynthText.render(tables, of: loaded.map, named: names, output.language))
  }
}
