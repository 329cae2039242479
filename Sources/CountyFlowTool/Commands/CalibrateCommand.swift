import ArgumentParser
import CountyModel
import Experiments
import Reports
import ScenarioFiles

/// Solves the constants of the choice, or finds other inputs that show what was observed.
struct CalibrateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: "Solve the constants of the choice, or find inputs that show what was observed.",
    discussion: """
      Of a study: solves the constants of the choice so that the baseline shows the shares that its \
      county file states as `fit` rows with part: solved.
      Of a calibration file (countyflow/calibration/1): looks within stated ranges for the values of \
      other inputs under which the baseline comes nearest to a table of observed values, by the \
      simplex of Nelder and Mead or by rejection, and holds the model against the data again in runs \
      of the answer. Writes calibration.json, points.csv and a copy of all files with the answer laid \
      over them, which `countyflow run` reads.
      """
  )

  @OptionGroup var options: RunOptions

  @Flag(help: "Write the constants into the county file; of a study only.")
  var write = false

  @Option(
    help: "New or empty folder for the answer to a calibration file. Default: notebooks-out/ID."
  )
  var out: String?

  @OptionGroup var output: OutputOptions

  func run() async throws {
    guard !LoadedCalibration.isCalibration(options.study) else { return try await findInputs() }
    guard out == nil else {
      throw Stop(.commandLine, "--out is for calibration files; of a study use --write or --json")
    }
    let loaded = try options.load(output)
    let study = options.overriding(loaded.study)
    let result = try await solve(study)
    try tell(result, of: study)
    guard result.best.isSolved else {
      let held = result.held.map { constant in
        "; \(constant.measure) hardly answers \(constant.rawValue) any more: something else holds it, "
          + "such as hospitals that are full"
      }
      throw Stop(
        .checkFailed,
        "not every share came near enough in "
          + CountText.text(of: result.rounds, "round") + held.joined()
      )
    }
    if write { try store(result.best.constants, in: loaded) }
  }

  private func findInputs() async throws {
    guard !write else {
      throw Stop(
        .commandLine,
        "--write is for studies; the answer to a calibration file goes to --out"
      )
    }
    try await InputCalibrationWork(
      path: options.study,
      draws: options.draws,
      out: out,
      output: output
    ).run()
  }

  private func solve(_ study: Study) async throws -> Calibration.Result {
    let (threads, quiet) = (output.threads(from: options.draws.threads), output.quiet)
    do {
      return try await StopSignals.run {
        try await Calibration.solve(study, threads: threads) { round, trial in
          if !quiet { Screen.tell(CalibrationText.line(of: trial, round: round)) }
        }
      }
    } catch CalibrationError.nothingToSolve {
      throw Stop(.scenario, "\(options.study): the county states no `fit` row with part: solved")
    } catch CalibrationError.measureOutOfReach(let measure, let simulated) {
      let value = simulated.map { DecimalText.text(of: $0) } ?? "nothing"
      throw Stop(.checkFailed, "\(measure) came to \(value), so that no constant can move it")
    }
  }

  private func tell(_ result: Calibration.Result, of study: Study) throws {
    guard !output.json else {
      let summary = CalibrationSummary(of: result, study: study)
      return try Screen.answer(try CanonicalJSON.text(of: summary) + "\n")
    }
    try Screen.answer(CalibrationText.render(result, output.language))
  }

  private func store(_ constants: SolvedConstants, in loaded: LoadedStudy) throws {
    do {
      try SolvedConstantsFile.write(constants, into: loaded.countyPath)
    } catch {
      throw output.stop(for: error)
    }
    if !output.quiet { Screen.tell("constants written to \(loaded.countyPath)\n") }
  }
}
