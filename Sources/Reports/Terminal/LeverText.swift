internal import CountyModel
public import Experiments

/// The cheapest plan for a goal, with its guarantee, as plain text.
public enum LeverText {
  /// The finalists, the answer and what is promised about it.
  public static func render(
    _ outcome: LeverOutcome,
    zh: String,
    en: String,
    _ language: Language
  ) -> String {
    let title = language == .zh ? zh : en
    return [
      PlainText.shown(title), effort(outcome, language), finalists(outcome, language),
      answer(outcome, language), guarantee(outcome, language),
    ].joined(separator: "\n\n") + "\n"
  }

  private static func effort(_ outcome: LeverOutcome, _ language: Language) -> String {
    let plans = Rounding.fixed(outcome.goal.plans, decimals: 0)
    return text(
      outcome.isLocallyBest ? "levers.effortLocal" : "levers.effort",
      language,
      String(outcome.tried),
      plans,
      String(outcome.searchRuns),
      String(outcome.testRuns)
    )
  }

  private static func finalists(_ outcome: LeverOutcome, _ language: Language) -> String {
    let levers = outcome.goal.levers
    var table = TextTable(
      levers.map { (name(of: $0, language), .right) }
        + [
          (text("levers.cost", language), .right), (text("levers.reached", language), .right),
          (text("levers.chance", language), .right), (text("levers.verdict", language), .left),
        ]
    )
    for plan in outcome.finalists {
      let chance = [plan.chance.low, plan.chance.high].map { percent($0) }
      table.add(
        zip(levers, plan.levels).map { strength($1, of: $0) }
          + [
            Rounding.trimmed(plan.cost), "\(plan.reached)/\(plan.runs)",
            chance.joined(separator: "–"),
            verdict(on: plan, outcome.goal, language),
          ]
      )
    }
    return table.text.trimmedEnd
  }

  /// The verdict, with how it was reached where that is not how the goal asks for it.
  private static func verdict(
    on plan: LeverOutcome.Finalist,
    _ goal: LeverGoal,
    _ language: Language
  ) -> String {
    let verdict = text("levertest.\(plan.verdict)", language)
    return plan.test == goal.test ? verdict : text("levertest.counted", language, verdict)
  }

  private static func answer(_ outcome: LeverOutcome, _ language: Language) -> String {
    guard let plan = outcome.chosen ?? outcome.nearest else {
      return text("levers.none", language)
    }
    let words = text(
      "levers.answer",
      language,
      strengths(of: plan, outcome.goal, language),
      Rounding.trimmed(plan.cost)
    )
    let head = outcome.chosen == nil ? none(nearest: plan, outcome.goal, language) : words
    return head + "\n" + margins(of: plan, outcome.goal, language)
  }

  /// No plan will do: the nearest, with its chance and the target that binds.
  private static func none(
    nearest plan: LeverOutcome.Finalist,
    _ goal: LeverGoal,
    _ language: Language
  ) -> String {
    let target = goal.study.targets[plan.binding]
    return text("levers.none", language) + "\n"
      + text(
        "levers.nearest",
        language,
        strengths(of: plan, goal, language),
        Rounding.trimmed(plan.cost),
        "\(plan.reached)/\(plan.runs)",
        percent(plan.chance.low) + "–" + percent(plan.chance.high)
      ) + "\n"
      + text(
        "levers.binding",
        language,
        PlainText.shown(language == .zh ? target.zh : target.en),
        "\(plan.reachedEach[plan.binding])/\(plan.runs)"
      )
  }

  private static func strengths(
    of plan: LeverOutcome.Finalist,
    _ goal: LeverGoal,
    _ language: Language
  ) -> String {
    zip(goal.levers, plan.levels).map { range, level in
      name(of: range, language) + " " + strength(level, of: range)
    }.joined(separator: text("page.comma", language))
  }

  private static func margins(
    of plan: LeverOutcome.Finalist,
    _ goal: LeverGoal,
    _ language: Language
  ) -> String {
    let margins = zip(goal.study.targets, plan.margins).map { target, margin in
      let name = PlainText.shown(language == .zh ? target.zh : target.en)
      let unit = UnitText(named: Measure.named(target.measure)?.unit.rawValue ?? "")
      let half = margin.halfWidth.map { " " + unit.spread($0, beside: margin.mean, language) }
      return "  " + name + " " + unit.change(margin.mean, language) + (half ?? "")
    }
    return text("levers.margins", language) + "\n" + margins.joined(separator: "\n")
  }

  private static func guarantee(_ outcome: LeverOutcome, _ language: Language) -> String {
    let goal = outcome.goal
    let isCounted = goal.test == .margins && outcome.finalists.contains { $0.test == .years }
    let test = isCounted ? "plantest.both" : "plantest.\(goal.test.rawValue)"
    return text(
      "levers.guarantee",
      language,
      percent(goal.confidence),
      percent(goal.probability),
      percent(goal.probability + goal.indifference),
      String(outcome.finalists.count),
      text(test, language)
    ) + "\n" + text("levers.luckOnly", language)
  }

  private static func name(of range: LeverRange, _ language: Language) -> String {
    language == .zh ? range.lever.zh : range.lever.path
  }

  private static func strength(_ level: Double, of range: LeverRange) -> String {
    range.lever.unit == .share
      ? Rounding.trimmed(level * 100) + "%" : Rounding.trimmed(level)
  }

  private static func percent(_ share: Double) -> String {
    Rounding.trimmed((share * 1000).rounded() / 10) + "%"
  }

  private static func text(_ key: String, _ language: Language, _ values: String...) -> String {
    Messages.shared.text(key, language, values)
  }
}
