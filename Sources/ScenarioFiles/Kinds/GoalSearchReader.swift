internal import CountyModel
internal import Engine
internal import Experiments

/// Reads how a goal's search looks at plans: how often at first, and over which stretch.
struct GoalSearchReader {
  let desk: Desk

  init(_ desk: Desk) { self.desk = desk }

  /// What a search spends on a plan.
  struct Effort {
    /// Runs of a new plan.
    var runs = 2
    /// First day after the stretch; `nil` for the whole study.
    var until: CivilDate?
  }

  /// The mapping `search`, which may be left out.
  ///
  /// - Parameters:
  ///   - keys: The goal.
  ///   - period: The period of its study.
  ///   - targets: Its targets, whose years the stretch must touch.
  /// - Returns: What it says; nothing when something is wrong, which has been reported.
  func read(
    _ keys: inout MappingReader,
    over period: StudyPeriod?,
    _ targets: [Target]
  ) -> Effort? {
    guard let entry = keys.optional("search", zh: "搜索") else { return Effort() }
    guard var search = keys.mapping(entry) else { return nil }
    var effort = Effort()
    var isSound = true
    if let entry = search.optional("runs", zh: "首次运行数") {
      let runs = search.read(entry, expected: "a whole number", by: NumberGrammar.whole)
      if let runs, (1...100).contains(runs) {
        effort.runs = Int(runs)
      } else {
        isSound = false
        if runs != nil { report("a plan is tried by a run", at: entry, search, "1 to 100") }
      }
    }
    if let entry = search.optional("until", zh: "截止") {
      effort.until = search.read(entry, expected: "a day", by: DateGrammar.date)
      isSound = isSound && check(effort.until, at: entry, search, period, targets)
    }
    search.finish()
    return isSound ? effort : nil
  }

  private func check(
    _ until: CivilDate?,
    at entry: Entry,
    _ keys: MappingReader,
    _ period: StudyPeriod?,
    _ targets: [Target]
  ) -> Bool {
    guard let until, let period else { return false }
    guard until.day == 1, [1, 4, 7, 10].contains(until.month), period.start < until,
      until < period.end
    else {
      report(
        "the search looks at whole quarters of the study",
        at: entry,
        keys,
        "the first day of a quarter between \(period.start) and \(period.end)"
      )
      return false
    }
    let last = until.adding(days: -1).year
    guard let late = targets.first(where: { $0.year > last || $0.kind == .rise }) else {
      return true
    }
    report(
      "before that day there is nothing to see of the target \(Visible.quoted(late.id))",
      at: entry,
      keys,
      late.kind == .rise ? "no `until`: a rise needs whole years" : "a day of \(late.year)"
    )
    return false
  }

  private func report(_ words: String, at entry: Entry, _ keys: MappingReader, _ expected: String) {
    desk.report(
      .outOfRange,
      at: desk[entry.value].span,
      words,
      key: keys.path(of: entry.key),
      expected: expected
    )
  }
}
