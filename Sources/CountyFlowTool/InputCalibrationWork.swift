import ArgumentParser
import Experiments
import Foundation
import Reports
import ScenarioFiles

/// What `calibrate` does with a calibration file.
struct InputCalibrationWork {
  let path: String
  let draws: DrawOptions
  let out: String?
  let output: OutputOptions

  /// Searches, tells how the answer fits, and writes all of it into a folder at once.
  ///
  /// - Throws: `Stop` after all problems have been told.
  func run() async throws {
    let loaded = try load()
    let warnings = loaded.warnings.filter { $0.code != .oneReplication }
    if !output.quiet, !warnings.isEmpty { output.tell(DiagnosticList(warnings)) }
    let folder = try RunFolder.new(at: out ?? "notebooks-out/\(loaded.id)")
    do {
      try await answer(loaded, in: folder)
    } catch {
      folder.abandon()
      throw stop(for: error)
    }
  }

  private func answer(_ loaded: LoadedCalibration, in folder: RunFolder) async throws {
    let calibration = loaded.calibration
    let threads = output.threads(from: draws.threads)
    let outcome = try await search(threads: threads)
    let study = try loaded.study(at: outcome.best.values)
    let fit = try await StopSignals.run {
      try await InputFit(of: study, calibration, threads: threads)
    }
    let summary = InputCalibrationSummary(
      of: outcome,
      calibration,
      fit: fit,
      id: loaded.id,
      study: study
    )
    let json = try CanonicalJSON.text(of: summary) + "\n"
    let overlay = loaded.overlay(of: outcome.best.values)
    try write(overlay, json, points: KeptPointsCSV.render(outcome, of: calibration), into: folder)
    // What was written is what others will read.
    do {
      _ = try StudyLoader.load("\(folder.path)/\(overlay.study)")
    } catch {
      throw output.stop(for: error)
    }
    let text = InputFitText.render(
      outcome,
      calibration,
      fit: fit,
      zh: loaded.zh,
      en: loaded.en,
      output.language
    )
    try Screen.answer(output.json ? json : text)
    if !output.quiet { Screen.tell("countyflow run \(folder.path)/\(overlay.study)\n") }
    guard !outcome.kept.isEmpty else {
      throw Stop(.checkFailed, "no point came within the tolerance")
    }
  }

  private func load() throws -> LoadedCalibration {
    do {
      return try LoadedCalibration(path, seed: draws.seed, replications: draws.replications)
    } catch {
      throw output.stop(for: error)
    }
  }

  /// The files are read again where they are searched on: figures are read one point at a time.
  private func search(threads: Int) async throws -> InputCalibration.Outcome {
    let line = ProgressLine(output.progress)
    defer { line.end() }
    return try await StopSignals.run { [path, draws] in
      let loaded = try LoadedCalibration(path, seed: draws.seed, replications: draws.replications)
      let calibration = loaded.calibration
      guard calibration.method == .simplex else {
        let studies = try calibration.drawn.map { try loaded.study(at: $0) }
        return try await calibration.solveByRejection(studies, threads: threads) { line.show($0) }
      }
      return try calibration.solveBySimplex({ try loaded.study(at: $0) }) { number, trial in
        let distance = DecimalText.text(of: trial.distance)
        line.show("point \(number) of \(calibration.points): distance \(distance.prefix(6))")
      }
    }
  }

  /// Writes the answer and a copy of all files with it laid over them: all of it, or nothing.
  private func write(
    _ overlay: LoadedCalibration.Overlay,
    _ json: String,
    points: String,
    into folder: RunFolder
  ) throws {
    let answers = DataRequestCSV.render(
      overlay.answers.map { DataRequestCSV.Row(cells: $0, importance: nil) },
      columns: DataRequest.columns,
      // An input like any other: its hash must not depend on who reads the page.
      .en
    )
    try folder.write(
      [("calibration.json", json), ("points.csv", points), (overlay.table, answers)],
      making: overlay.files.map { file in
        RunFolder.MadeFile(file.name) { try file.bytes.write(to: URL(fileURLWithPath: $0)) }
      }
    )
  }

  private func stop(for error: any Error) -> any Error {
    switch error {
    case InputCalibrationError.nothingToMeasure:
      Stop(.scenario, "\(path): a run had nothing to measure for one of the observations")
    case let problems as DiagnosticList: output.stop(for: problems)
    case let problem as FolderProblem: Stop(problem)
    default: error
    }
  }
}
