internal import CountyModel
public import Experiments

/// A calibration that was read from files.
///
/// Not `Sendable`: it holds on to the files to read figures again with some of them changed.
public final class LoadedCalibration {
  /// Short stable name.
  public var id: String { file.id }
  /// Chinese title.
  public var zh: String { file.zh }
  /// English title.
  public var en: String { file.en }
  /// The question.
  public let calibration: InputCalibration
  /// The study under the county's own values.
  public let base: Study
  /// What was pointed out on the way.
  public var warnings: [Diagnostic] { library.desk.diagnostics.warnings }
  let file: CalibrationFile
  private let library: Library
  let copies: InputCopies
  private var scenarios: SweepScenarios

  /// Whether a file says that it is a calibration; a file that cannot be read is none.
  public static func isCalibration(_ path: String) -> Bool {
    SchemaKind.of(path) == .calibration
  }

  /// Reads a calibration and every file it names.
  ///
  /// - Parameters:
  ///   - path: The calibration.
  ///   - seed: Seed of every draw; `nil` keeps the study's own.
  ///   - replications: Replications in the place of those of the file.
  /// - Throws: All problems of all files, in file order.
  public init(
    _ path: String,
    seed: UInt64? = nil,
    replications: Int? = nil
  ) throws(DiagnosticList) {
    let library = Library()
    let read = CalibrationReader(library).read(library.open(path: path))
    guard library.desk.errorCount == 0, let file = read else { throw library.desk.diagnostics }
    if let problem = Self.problem(of: file.study) {
      library.desk.report(
        .conflict,
        at: file.inputs[0].span,
        problem.message,
        key: "inputs",
        help: problem.help
      )
      throw library.desk.diagnostics
    }
    let base = try StudyLoader.study(file.study, library).with(
      seed: seed,
      end: file.lastDay(within: file.study.period)
    )
    self.file = file
    self.library = library
    self.base = base
    copies = InputCopies(of: library.desk)
    let numbers = file.study.county.numbers
    calibration = InputCalibration(
      inputs: file.inputs.compactMap { axis in
        let path = SweepManifest.Axis.figurePath(of: axis.path)
        guard let number = numbers.first(where: { $0.path == path }),
          let range = axis.axis.spread.ends
        else { return nil }
        return FreeInput(
          path: path,
          zh: number.declaration.zh,
          en: number.declaration.en,
          unit: number.declaration.unit,
          now: number.value,
          range: range,
          source: axis.axis.axis.source ?? ""
        )
      },
      observed: file.observed,
      method: file.method,
      points: file.points,
      replications: replications ?? file.replications,
      seed: base.seed
    )
    scenarios = SweepScenarios(
      library,
      file.study,
      axes: file.inputs.map(\.axis.axis),
      switched: [:],
      run: [file.study.policies[0].id]
    )
  }

  /// Why inputs of this study cannot be calibrated.
  private static func problem(of study: StudyFile) -> (message: String, help: String)? {
    guard study.region == nil else {
      return (
        "a calibration is of one county, and the study is of a region",
        "calibrate each county in a study of its own"
      )
    }
    guard study.county.sections.answers.byPath.isEmpty else {
      return (
        "the county takes figures from a table of answers already",
        "write those figures into the county file first"
      )
    }
    return nil
  }

  /// The study with other values of the inputs, one for each in order.
  ///
  /// - Throws: The problems of a county that cannot be laid out.
  public func study(at values: [Double]) throws(DiagnosticList) -> Study {
    guard let scenario = scenarios.scenario(values, solved: nil, of: base) else {
      throw library.desk.diagnostics
    }
    return scenario.study
  }
}
