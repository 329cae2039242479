public import Experiments

/// A goal that was read from files, ready to be searched for.
public struct LoadedGoal: Sendable {
  /// Short stable name.
  public let id: String
  /// Chinese title.
  public let zh: String
  /// English title.
  public let en: String
  /// What the reader must know; Chinese and English are parted by `||`.
  public let note: String
  /// The question.
  public let goal: LeverGoal
  /// What was pointed out on the way.
  public let warnings: [Diagnostic]
  /// SHA-256 over the names and hashes of all files: the same inputs, the same 64 digits.
  public let inputHash: String
}

/// Reads goals.
public enum GoalLoader {
  /// Reads a goal and every file it names.
  ///
  /// - Throws: All problems of all files, in file order.
  public static func load(_ path: String) throws(DiagnosticList) -> LoadedGoal {
    let library = Library()
    let desk = library.desk
    let document = library.open(path: path)
    let file = GoalReader(library).read(document)
    guard desk.errorCount == 0, let file else { throw desk.diagnostics }
    let maps = file.study.counties.compactMap { StudyLoader.layOut($0, desk) }
    guard maps.count == file.study.counties.count else { throw desk.diagnostics }
    let study = StudyLoader.study(file.study, maps, desk).aiming(at: file.targets)
    let lines = study.files.map { "\($0.sha256) \($0.name)\n" }
    let goal = desk[document.source].logicalName
    let inputs = zip(study.files, lines).filter { $0.0.name != goal }.map(\.1)
    return LoadedGoal(
      id: file.id,
      zh: file.zh,
      en: file.en,
      note: file.note,
      goal: LeverGoal(
        study: study,
        levers: file.levers,
        probability: file.probability,
        indifference: file.indifference,
        confidence: file.confidence,
        budget: file.budget,
        finalists: file.finalists,
        test: file.test,
        firstRuns: file.firstRuns,
        searchEnd: file.searchEnd,
        inputs: FileDoor.sha256(of: Array(inputs.joined().utf8))
      ),
      warnings: desk.diagnostics.warnings,
      inputHash: FileDoor.sha256(of: Array(lines.joined().utf8))
    )
  }
}
