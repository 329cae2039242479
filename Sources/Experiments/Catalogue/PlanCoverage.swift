internal import CountyModel

/// Which row of which plan is reached by which lever, input or measure, and where it is exercised:
/// drawn up from the declarations of the model and the shipped scenarios, never by hand.
public struct PlanCoverage: Encodable, Sendable {
  /// How far a row is covered.
  public enum Standing: String, Encodable, Sendable, CaseIterable {
    /// Declared in the model and exercised by a scenario.
    case covered
    /// Declared in the model, but no scenario exercises it.
    case declared
    /// Held only in part, for the reason given.
    case listed
    /// Neither declared nor excused.
    case open
    /// Not for a model of patient flow.
    case outside
  }

  /// One row and what serves it.
  public struct Line: Encodable, Sendable {
    /// The row.
    public let row: String
    /// The plan.
    public let plan: String
    /// Whether the model can hold it.
    public let scope: PlanRow.Scope
    /// Chinese wording.
    public let zh: String
    /// English wording.
    public let en: String
    /// How far it is covered.
    public let standing: Standing
    /// Levers that implement it.
    public let levers: [String]
    /// Inputs of counties that come from it.
    public let inputs: [String]
    /// Measures that follow it or on which it is judged.
    public let measures: [String]
    /// What exercises it: policies that name it and pull one of its levers, studies that aim at it,
    /// counties with a figure of it.
    public let scenarios: [String]
    /// Policies that pull one of its levers without naming it; empty where another one names it.
    public let byLever: [String]
    /// Why the model holds it only in part or not at all.
    public let reason: String
  }

  /// `countyflow/coverage/1`.
  public let schema = "countyflow/coverage/1"
  /// Every row, plan after plan.
  public let lines: [Line]

  /// Holds the rows of the plans against the model and the scenarios.
  public init(rows: [PlanRow], use: PlanUse) {
    lines = rows.map { Line($0, use: use) }
  }

  /// Lines of one scope and standing.
  public func count(_ scope: PlanRow.Scope, _ standing: Standing) -> Int {
    lines.count { $0.scope == scope && $0.standing == standing }
  }

  /// Rows that the model should hold and does not: inside and not covered, or part without reason.
  public var gaps: [Line] {
    lines.filter { $0.standing == .open || ($0.scope == .inside && $0.standing == .declared) }
  }
}

extension PlanCoverage.Line {
  init(_ row: PlanRow, use: PlanUse) {
    let levers = LeverCatalogue.all.filter { $0.plan.contains(where: row.isMeant) }.map(\.path)
    let declared = Measure.all.filter { measure in
      measure.source.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "-" })
        .contains { row.isMeant(by: String($0)) }
    }
    let targets = use.targets.filter { $0.rows.contains(where: row.isMeant) }
    let figures = use.figures.filter { $0.rows.contains(where: row.isMeant) }
    let pulling = use.policies.filter { $0.levers.contains(where: levers.contains) }
    let naming = pulling.filter { $0.rows.contains(where: row.isMeant) }
    let measures = declared.map(\.id) + targets.map(\.measure)
    let inputs = figures.map(\.path)
    let scenarios =
      naming.map { "policies/\($0.id)" } + targets.map { "studies/\($0.study)" }
      + figures.map { "counties/\($0.county)" }
    let byLever = naming.isEmpty ? pulling.map { "policies/\($0.id)" } : []
    let isDeclared = !(levers.isEmpty && measures.isEmpty && inputs.isEmpty)
    self.init(
      row: row.id,
      plan: row.plan,
      scope: row.scope,
      zh: row.zh,
      en: row.en,
      standing: Self.standing(
        of: row,
        isDeclared: isDeclared,
        // A measure that the model declares is printed by every run.
        isExercised: !(scenarios.isEmpty && byLever.isEmpty)
          || (levers.isEmpty && !declared.isEmpty)
      ),
      levers: levers,
      inputs: inputs.once,
      measures: measures.once,
      scenarios: scenarios.once,
      byLever: byLever.once,
      reason: row.reason
    )
  }

  private static func standing(
    of row: PlanRow,
    isDeclared: Bool,
    isExercised: Bool
  ) -> PlanCoverage.Standing {
    switch row.scope {
    case .outside: return isDeclared ? .covered : .outside
    case .inside where !isDeclared: return .open
    case .part where !isDeclared: return row.reason.isEmpty ? .open : .listed
    case .inside, .part: return isExercised ? .covered : .declared
    }
  }
}

extension [String] {
  /// Each once, in order.
  fileprivate var once: [String] {
    var known: Set<String> = []
    return filter { known.insert($0).inserted }
  }
}
