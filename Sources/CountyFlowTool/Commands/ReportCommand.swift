import ArgumentParser
import Experiments
import Foundation
import Reports
import ResultStore

/// Draws the report of an earlier run again.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Draw the report of an earlier run again from its results.",
    discussion: """
      Of a folder, results.sqlite is read, or readings.json where there is no such file. The page \
      of a sweep is drawn from its shards, of all that are there, that of a series from its \
      matrix.json. With \
      --salvage, what can still be read of a damaged results.sqlite is written into \
      results.salvaged.sqlite beside it, and the report is drawn from the replications that are \
      whole under every policy.
      """
  )

  @Argument(
    help: "A run's folder, results.sqlite or readings.json; the folder of a series or a sweep.",
    completion: .directory
  )
  var folder: String

  @Flag(help: "Copy what can still be read of a damaged results.sqlite, and draw that.")
  var salvage = false

  @OptionGroup var output: OutputOptions

  func run() throws {
    let sweep = SweepFolder(named: folder)
    if FileManager.default.fileExists(atPath: sweep.path(of: SweepFolder.manifest)) {
      return try drawSweep(in: sweep)
    }
    do {
      if isSeries { return try drawSeries() }
      let (table, folder) = try salvage ? salvagedTable() : table()
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
    } catch let problem as StoreProblem {
      throw Stop(problem)
    }
  }

  /// Draws the page of a sweep, whose shards are the whole truth: there is nothing to salvage.
  private func drawSweep(in folder: SweepFolder) throws {
    guard !salvage else {
      let again = "countyflow merge \(CommandLineText.quoted(folder.path))"
      throw Stop(.commandLine, "--salvage is for runs; \(again) makes results.sqlite again")
    }
    let manifest = try SweepSession.manifest(in: folder)
    let delivery = SweepDelivery(folder: folder, manifest: manifest, output: output)
    let results = try delivery.drawReport()
    if output.json {
      return try Screen.answer(try CanonicalJSON.text(of: SweepSummary(of: results)) + "\n")
    }
    let line = output.language.reportLine(folder.path(of: RunFolder.report))
    try Screen.answer(SweepText.render(results, output.language) + "\n" + line)
  }

  /// Whether a folder of a series is named, or its matrix.
  private var isSeries: Bool {
    folder.hasSuffix("/" + RunFolder.matrix) || folder == RunFolder.matrix
      || FileManager.default.fileExists(atPath: folder + "/" + RunFolder.matrix)
  }

  /// Draws the page that lays the studies of a series side by side.
  private func drawSeries() throws {
    guard !salvage else {
      throw Stop(.commandLine, "--salvage is for runs; name the folder of a study in \(folder)")
    }
    let (matrix, folder) = try RunFolder.matrix(at: folder)
    try folder.write([(RunFolder.report, MatrixPage.render(matrix))])
    guard !output.json else {
      return try Screen.answer(try CanonicalJSON.text(of: matrix) + "\n")
    }
    let line = output.language.reportLine(folder.path + "/" + RunFolder.report)
    try Screen.answer(MatrixText.render(matrix, output.language) + "\n" + line)
  }

  /// The table of the run and the folder in which it lies.
  private func table() throws -> (OutcomeTable, RunFolder) {
    guard let store = storePath else { return try RunFolder.table(at: folder) }
    let results = try ResultStore.open(readingFrom: store)
    let table = try results.studyTable()
    try results.close()
    return (table, RunFolder(holding: store))
  }

  /// What can still be read of a damaged store, copied beside it.
  private func salvagedTable() throws -> (OutcomeTable, RunFolder) {
    guard let store = storePath else { throw StoreProblem.missing(path: folder) }
    let copy =
      (store.hasSuffix(".sqlite") ? String(store.dropLast(7)) : store) + ".salvaged.sqlite"
    let salvage = try Salvage.carryOut(from: store, to: copy)
    Screen.tell(
      "salvaged \(CountText.text(of: salvage.whole, "whole replication")) into \(copy); left out "
        + CountText.text(of: salvage.broken, "broken one") + " and "
        + CountText.text(of: salvage.damagedRows, "damaged row") + "\n"
    )
    let results = try ResultStore.open(readingFrom: copy)
    let table = try results.studyTable(.whatIsWhole)
    try results.close()
    return (table, RunFolder(holding: store))
  }

  /// The store that is named, or that lies in the folder that is named.
  private var storePath: String? {
    let inside = folder + "/" + ResultStore.fileName
    if FileManager.default.fileExists(atPath: inside) { return inside }
    let isFolder = (try? URL(fileURLWithPath: folder).resourceValues(forKeys: [.isDirectoryKey]))?
      .isDirectory
    return isFolder == false && !folder.hasSuffix(".json") ? folder : nil
  }
}
