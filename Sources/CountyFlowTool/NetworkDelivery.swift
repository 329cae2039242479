import Experiments
import NetworkModel
import Reports
import ScenarioFiles

/// The folder of a network's run, from the check before it to the files after it.
struct NetworkDelivery {
  private let folder: RunFolder

  /// Finds or makes the folder before anything is run.
  ///
  /// - Throws: `Stop` when it holds anything else or cannot be written.
  init(of study: NetworkStudy, at path: String) throws {
    try OutputFolder.check(path)
    do {
      folder = try RunFolder(at: path, forStudy: study.id)
    } catch {
      throw Stop(error)
    }
  }

  /// Writes every file of the run, or none.
  ///
  /// - Throws: `Stop` when the disk refuses.
  func write(_ outcome: NetworkOutcome, of study: NetworkStudy, _ loaded: LoadedNetwork) throws {
    let run = study.inputs.run
    var files = [
      (RunFolder.manifest, try CanonicalJSON.text(of: outcome.manifest) + "\n"),
      (
        "network.resolved.json",
        loaded.resolvedJSON(seed: run.seed, replications: run.replications)
      ),
      (RunFolder.readings, try CanonicalJSON.text(of: outcome.table) + "\n"),
      ("readings.csv", NetworkCSV.render(outcome.table)),
    ]
    if run.records == .visits {
      files.append(("visits.csv", VisitsCSV.render(outcome, of: study.inputs)))
    }
    do {
      try folder.write(files)
    } catch {
      throw Stop(error)
    }
  }

  /// Takes the folder away again if it was made for nothing.
  func abandon() { folder.abandon() }
}
