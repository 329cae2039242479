import ArgumentParser
import Experiments
import Reports

/// Merges the shards of a sweep.
struct MergeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Check the shards of a sweep and merge them.",
    discussion: """
      Writes results.sqlite, report.html, summary.json and points.csv into the folder of the sweep. \
      The order in which shards came does not matter, and merging again changes nothing. Exits with 7 \
      when tasks are missing, or when the rule of the sweep asks for a further round.
      """
  )

  @Argument(help: "The folder of the sweep.", completion: .directory)
  var folder: String

  @Flag(help: "Merge what is there, although tasks are missing.")
  var partial = false

  @Flag(help: "Only tell how far the sweep has come; writes nothing.")
  var status = false

  @OptionGroup var output: OutputOptions

  func run() async throws {
    let folder = SweepFolder(named: folder)
    let manifest = try SweepSession.manifest(in: folder)
    if status { return try tellStatus(manifest, folder) }
    let delivery = SweepDelivery(folder: folder, manifest: manifest, output: output)
    try await delivery.merge(partial ? .partial : .whole)
  }

  private func tellStatus(_ manifest: SweepManifest, _ folder: SweepFolder) throws {
    let state = folder.state(of: manifest.tasks)
    var further: Int?
    if state.missing.isEmpty {
      // Without a rule nobody asks, and no shard need be read.
      further =
        manifest.hasStoppingRule ? SweepResults(of: manifest, in: folder).furtherTasks : 0
    }
    let status = SweepStatus(of: manifest, state, settled: further.map { $0 == 0 })
    guard !output.json else {
      return try Screen.answer(try CanonicalJSON.text(of: status) + "\n")
    }
    let verb = status.done == 1 ? "is" : "are"
    var text = "\(status.done) of \(CountText.text(of: status.tasks, "task")) \(verb) done\n"
    if !status.missing.isEmpty { text += "to do: \(status.missing)\n" }
    if let further, further > 0 {
      text += SweepText.unsettled(further, of: manifest, output.language) + "\n"
    }
    for damage in status.damaged { text += "damaged: \(damage.file): \(damage.reason)\n" }
    for stranger in status.strangers { text += "of other work: \(stranger)\n" }
    try Screen.answer(text)
  }
}

extension SweepFolder {
  /// The folder that somebody names, by itself or by its manifest.
  init(named path: String) {
    let suffix = "/" + Self.manifest
    if path == Self.manifest {
      self.init(at: ".")
    } else {
      self.init(at: path.hasSuffix(suffix) ? String(path.dropLast(suffix.count)) : path)
    }
  }
}
