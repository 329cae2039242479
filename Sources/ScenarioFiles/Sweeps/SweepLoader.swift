internal import CountyModel
public import Experiments
public import Foundation

/// Reads sweeps, from their files or from the manifest of one that has begun.
public enum SweepLoader {
  /// What the command line changes.
  public struct Overrides: Sendable {
    /// Axes, `path=a,b` or `path=a..b`, each in place of the file's axis of that path.
    public var vary: [String] = []
    /// Points, trajectories or base points of a sampled design.
    public var points: Int?
    /// Replications of each point and policy, in place of a number or a rule.
    public var replications: Int?

    /// Nothing is changed.
    public init() {}
  }

  /// Reads a sweep and every file it names.
  ///
  /// - Throws: All problems of all files, in file order.
  public static func load(
    _ path: String,
    _ overrides: Overrides
  ) throws(DiagnosticList) -> LoadedSweep {
    let library = Library()
    let desk = library.desk
    let file = SweepReader(library, vary: overrides.vary).read(library.open(path: path))
    guard desk.errorCount == 0, let file else { throw desk.diagnostics }
    let base = try StudyLoader.study(file.study, library)
    return LoadedSweep(file, library, base: base, overrides)
  }

  /// The study of a sweep that has begun, from the copies beside its manifest, nothing varied.
  ///
  /// - Throws: The problems of the files, or that the study file is no longer the one that was read.
  public static func study(
    of manifest: SweepManifest,
    in folder: String
  ) throws(DiagnosticList) -> Study {
    let library = Library()
    let desk = library.desk
    let document = library.open(path: folder + "/" + manifest.study)
    let file = StudyReader(library).read(document)
    guard desk.errorCount == 0, let file else { throw desk.diagnostics }
    let known = Set(manifest.contract.files.map(\.sha256))
    guard known.contains(desk.sources[document.source.row].sha256) else {
      throw changed(document, "the study of this sweep", on: desk)
    }
    return try StudyLoader.study(file, library).with(seed: manifest.contract.seed)
  }

  /// Says that copies are no longer what the sweep was made of.
  private static func changed(
    _ document: DocumentReader.Document,
    _ what: String,
    on desk: Desk
  ) -> DiagnosticList {
    desk.report(
      .conflict,
      at: Span(Position(file: document.source, line: 1, column: 1)),
      "the copied inputs are no longer those of \(what)",
      help: "copy the folder of the sweep again, or begin a new one"
    )
    return desk.diagnostics
  }

  /// Makes some points of a sweep that has begun ready to run, from the copies beside its manifest.
  ///
  /// - Parameters:
  ///   - manifest: What the sweep is made of.
  ///   - folder: The folder of the manifest.
  ///   - points: Places of the points that will be run.
  /// - Returns: The plan of these points.
  /// - Throws: The problems of the files.
  public static func plan(
    _ manifest: SweepManifest,
    in folder: String,
    points: [Int]
  ) throws(DiagnosticList) -> SweepPlan {
    let library = Library()
    let desk = library.desk
    let document = library.open(path: folder + "/" + manifest.study)
    let study = StudyReader(library).read(document)
    var switched: [String: PolicyFile] = [:]
    for axis in manifest.axes {
      guard let name = axis.file else { continue }
      let document = library.open(path: folder + "/" + name)
      switched[axis.path] = PolicyFileReader(library).read(document)
    }
    guard desk.errorCount == 0, let study else { throw desk.diagnostics }
    let base = try StudyLoader.study(study, library).with(seed: manifest.contract.seed)
    var scenarios = SweepScenarios(
      library,
      study,
      axes: manifest.axes,
      switched: switched,
      run: manifest.policies.map(\.id)
    )
    var studies: [Int: Study] = [:]
    for place in points {
      let point = manifest.points[place]
      let scenario = scenarios.scenario(point.values, solved: point.solved, of: base)
      guard let scenario else { throw desk.diagnostics }
      guard scenario.hashes == point.scenarios else {
        throw changed(document, "point \(place)", on: desk)
      }
      studies[place] = scenario.study
    }
    return SweepPlan(manifest, studies: studies)
  }
}

/// A sweep that was read from its file, before its points are laid out.
///
/// Not `Sendable`: it holds on to the files to read figures again with some of them changed.
public final class LoadedSweep {
  /// The study without anything varied.
  public let base: Study
  /// How the points come about.
  public let design: SweepDesign
  /// Replications of the first round.
  public let replications: Int
  /// When enough replications have been run.
  public let precision: SweepManifest.Precision?
  /// When the best has been found.
  public let best: SweepManifest.Best?
  /// Whether the constants of the choice are to be solved at every outer point.
  public var solvesConstants: Bool {
    !design.uncertain.isEmpty && file.constants == .solved
  }
  /// What was pointed out on the way.
  public var warnings: [Diagnostic] { library.desk.diagnostics.warnings }
  private let file: SweepFile
  private let library: Library
  private let copies: InputCopies
  private var scenarios: SweepScenarios

  init(
    _ file: SweepFile,
    _ library: Library,
    base: Study,
    _ overrides: SweepLoader.Overrides
  ) {
    self.file = file
    self.library = library
    self.base = base
    copies = InputCopies(of: library.desk)
    design = SweepDesign(
      kind: file.kind,
      axes: file.axes.map { [copies] axis in
        axis.axis.naming(file: axis.policy.map { copies.name(of: $0.source) })
      },
      uncertain: file.uncertain.map(\.axis),
      sampled: overrides.points ?? file.points,
      levels: file.levels,
      outer: file.outer,
      seed: base.seed
    )
    replications = overrides.replications ?? file.replications
    precision = overrides.replications == nil ? file.precision : nil
    best = overrides.replications == nil ? file.best?.rule : nil
    let switches = file.axes.compactMap { axis in axis.policy.map { (axis.path, $0.file) } }
    scenarios = SweepScenarios(
      library,
      file.study,
      axes: (design.axes + design.uncertain).map(\.axis),
      switched: Dictionary(switches) { first, _ in first },
      run: file.run
    )
  }

  /// A copy of every file that was read, for the folder of the sweep.
  public var inputs: [(name: String, bytes: Data)] { copies.files }

  /// The same by name and hash.
  public var inputFiles: [InputFile] { copies.inputFiles }

  /// The study of one outer point, whose constants of the choice are to be solved, and the SHA-256 of
  /// the resolved scenario of its baseline.
  ///
  /// - Throws: The problems of the county at this point.
  public func study(
    ofOuterPoint unknown: [Double]
  ) throws(DiagnosticList) -> (study: Study, scenario: String) {
    var known = SweepScenarios(
      library,
      file.study,
      axes: design.uncertain.map(\.axis),
      switched: [:],
      run: [file.study.policies[0].id]
    )
    guard let scenario = known.scenario(unknown, solved: nil, of: base) else {
      throw unsound("an outer point", file.uncertain, unknown)
    }
    return (scenario.study, scenario.hashes[0])
  }

  /// The problems of a county that cannot be, with the point of the sweep that asks for it.
  private func unsound(
    _ name: String,
    _ axes: [SweepFile.ReadAxis],
    _ values: [Double]
  ) -> DiagnosticList {
    let point = UnsoundPoint(name: name, values: zip(axes, values).map { ($0, $1) })
    point.report(on: library.desk)
    return library.desk.diagnostics
  }

  /// The whole sweep, laid out and named, under constants of the choice solved for each outer point
  /// or, without any, those of the county.
  ///
  /// - Throws: The problems of points whose county cannot be.
  public func plan(solved: [[String: Double]]) throws(DiagnosticList) -> SweepPlan {
    var points: [SweepManifest.Point] = []
    var studies: [Int: Study] = [:]
    for (place, draft) in design.points.enumerated() {
      let constants = draft.outer.flatMap { solved.isEmpty ? nil : solved[$0] }
      guard let scenario = scenarios.scenario(draft.values, solved: constants, of: base) else {
        throw unsound("point \(place)", file.axes + file.uncertain, draft.values)
      }
      studies[place] = scenario.study
      points.append(
        SweepManifest.Point(
          values: draft.values,
          outer: draft.outer,
          solved: constants,
          scenarios: scenario.hashes
        )
      )
    }
    let manifest = SweepManifest(
      id: file.id,
      zh: file.zh,
      en: file.en,
      note: file.note,
      contract: SweepManifest.Contract(of: base, files: copies.inputFiles),
      study: copies.name(of: file.studySource),
      measures: file.measures,
      detail: file.detail,
      design: SweepManifest.Design(
        kind: file.kind.rawValue,
        points: design.uncertain.isEmpty ? points.count : points.count / design.outer,
        outer: design.uncertain.isEmpty ? nil : design.outer
      ),
      axes: (design.axes + design.uncertain).map(\.axis),
      policies: policyNames,
      points: points,
      precision: precision,
      best: best,
      rounds: [
        SweepManifest.Round(
          firstTask: 0,
          firstReplication: 0,
          replications: replications,
          points: Array(points.indices)
        )
      ]
    )
    guard hasChoice(manifest) else { throw library.desk.diagnostics }
    return SweepPlan(manifest, studies: studies)
  }

  /// Whether a sweep that is to choose has neither too few nor too many candidates.
  private func hasChoice(_ manifest: SweepManifest) -> Bool {
    guard manifest.best != nil, let written = file.best else { return true }
    let (count, most) = (manifest.candidates.count, SweepManifest.Best.mostCandidates)
    guard !(2...most).contains(count) else { return true }
    library.desk.report(
      .wrongCount,
      at: written.span,
      count == 1
        ? "every point and policy is the same scenario, so there is nothing to choose"
        : "\(count) points and policies to choose from",
      key: "best",
      expected: "2 to \(most), those of the same scenario counted once",
      help: count == 1 ? nil : "look for the promising ones first, with a number of replications"
    )
    return false
  }

  private var policyNames: [SweepManifest.PolicyName] {
    file.run.map { id in
      let known = file.study.policies.first { $0.id == id }
      return SweepManifest.PolicyName(
        id: id,
        zh: known?.zh ?? VariedPolicy.zh,
        en: known?.en ?? VariedPolicy.en
      )
    }
  }
}
