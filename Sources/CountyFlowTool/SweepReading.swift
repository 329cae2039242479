import Experiments
import ScenarioFiles

/// A sweep in its folder, read to be analysed: finished or not, nothing is run.
struct SweepReading {
  let folder: SweepFolder
  private let output: OutputOptions

  init(_ path: String, _ output: OutputOptions) {
    folder = SweepFolder(named: path)
    self.output = output
  }

  /// Analyses the sweep for the targets of the study that it carries.
  ///
  /// - Throws: `Stop` when the folder holds no sweep, its study cannot be read, its design does not
  ///   serve what was asked, or a measure is not there.
  func analysis(
    measures: SweepAnalysis.Extent = .shown,
    methods: [AnalysisMethod] = []
  ) throws -> SweepAnalysis {
    let manifest = try SweepSession.manifest(in: folder)
    let results = SweepResults(of: manifest, in: folder)
    if !results.isComplete {
      let tasks = CountText.text(of: manifest.taskCount, "task")
      output.warn("done: \(results.shards) of \(tasks); the rest is left out")
    }
    do {
      return try SweepAnalysis(
        of: results,
        targets: try study(of: manifest).targets,
        measures: measures,
        methods: methods
      )
    } catch let problem as AnalysisProblem {
      throw Stop(.commandLine, "E513: \(problem.message)")
    }
  }

  /// The study that the sweep carries with it.
  ///
  /// - Throws: `Stop` when the folder holds no sweep, or its study cannot be read.
  func study() throws -> Study { try study(of: try SweepSession.manifest(in: folder)) }

  private func study(of manifest: SweepManifest) throws -> Study {
    do {
      return try StudyLoader.load(folder.path(of: manifest.study)).study
    } catch {
      throw output.stop(for: error)
    }
  }
}
