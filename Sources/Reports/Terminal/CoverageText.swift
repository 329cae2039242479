public import Experiments

/// Which plan row is reached by what, as plain text.
public enum CoverageText {
  /// Every row that the model should hold, then how many stand where.
  public static func table(_ coverage: PlanCoverage, _ language: Language) -> String {
    func word(_ key: String) -> String { Messages.shared.text("coverage.\(key)", language) }
    let words = CoverageWords(language: language)
    var table = TextTable([
      (word("row"), .left), (word("scope"), .left), (word("standing"), .left),
      (word("served"), .left), (word("scenario"), .left), (word("wording"), .left),
    ])
    for line in coverage.lines where line.scope != .outside {
      // A lever, a measure and an input may share a name, which is shown once.
      let named = line.levers + line.measures + line.inputs
      let served = named.indices.filter { !named[..<$0].contains(named[$0]) }.map { named[$0] }
      let scenarios =
        line.scenarios
        + line.byLever.map { Messages.shared.text("coverage.byLever", language, [$0]) }
      let scenario = scenarios.first ?? ""
      let rest = scenarios.count - 1
      table.add([
        line.row, word("scope.\(line.scope.rawValue)"), word("standing.\(line.standing.rawValue)"),
        served.isEmpty
          ? words.note(line.reason)
          : served.prefix(3).joined(separator: " ")
            + (served.count > 3 ? " +\(served.count - 3)" : ""),
        rest > 0 ? "\(scenario) +\(rest)" : scenario,
        PlainText.shown(language.pick(zh: line.zh, en: line.en)),
      ])
    }
    return table.text + "\n" + summary(coverage, language)
  }

  /// How many rows of each scope stand where.
  public static func summary(_ coverage: PlanCoverage, _ language: Language) -> String {
    PlanRow.Scope.allCases.map { scope in
      let all = coverage.lines.count { $0.scope == scope }
      let parts = PlanCoverage.Standing.allCases.compactMap { standing -> String? in
        let count = coverage.count(scope, standing)
        guard count > 0 else { return nil }
        let name = Messages.shared.text("coverage.standing.\(standing.rawValue)", language)
        return "\(name) \(count)"
      }
      let name = Messages.shared.text("coverage.scope.\(scope.rawValue)", language)
      return "\(name) \(all): \(parts.joined(separator: ", "))\n"
    }.joined()
  }
}

/// The reasons of a coverage in one language.
private struct CoverageWords: Told {
  let language: Language
}
