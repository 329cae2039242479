public import Experiments

/// The answers of a study as plain text for a terminal.
public enum ComparisonText {
  /// Verdicts, differences from the baseline, fit and identities.
  public static func render(_ outcome: OutcomeTable, _ language: Language) -> String {
    var parts = [head(of: outcome, language)]
    if !outcome.targets.isEmpty { parts.append(VerdictText.render(outcome, in: language)) }
    if outcome.policies.count > 1 { parts.append(DifferenceText.render(outcome, in: language)) }
    if outcome.policies.count == 1 { parts.append(LevelText.render(outcome, in: language)) }
    if let fit = outcome.fit { parts.append(summary(of: fit, language)) }
    let warmUp = Edition(outcome, language).warmUpFindings.map { $0 + "\n" }.joined()
    parts.append(
      IdentityText.render(outcome, language) + ShadowText.render(outcome, language) + warmUp
    )
    return parts.joined(separator: "\n")
  }

  /// What the run cost: speed and memory.
  public static func cost(of environment: Manifest.Environment, _ language: Language) -> String {
    let events = Rounding.fixed(environment.eventsPerSecondPerCore / 1e6, decimals: 2)
    let seconds = Rounding.fixed(environment.wallSeconds, decimals: 1)
    let memory = Rounding.fixed(Double(environment.peakMemoryBytes) / 1e6, decimals: 0)
    return Messages.shared.text("terminal.cost", language, [seconds, events, memory]) + "\n"
  }

  /// How precise a measure became, or that it did not.
  public static func precision(
    _ reached: ReachedPrecision,
    of outcome: OutcomeTable,
    _ language: Language
  ) -> String {
    let edition = Edition(outcome, language)
    let name = edition.measure(reached.measure).map(edition.name(of:)) ?? reached.measure
    let share = Rounding.percent(reached.relative)
    let parts = [
      name, String(reached.year), share, String(reached.since ?? 0), String(reached.replications),
    ]
    let key = reached.since == nil ? "precision.missed" : "precision.reached"
    return Messages.shared.text(key, language, parts) + "\n"
  }

  private static func head(of outcome: OutcomeTable, _ language: Language) -> String {
    let study = outcome.study
    let edition = Edition(outcome, language)
    let title = edition.written(zh: study.zh, en: study.en)
    let note = study.note.isEmpty ? "" : edition.note(study.note) + "\n"
    let effort = [
      String(outcome.policies.count), String(study.replications), study.start, study.end,
      String(study.warmUpDays), String(study.seed),
    ]
    return title + "\n" + note + Messages.shared.text("terminal.effort", language, effort) + "\n"
  }

  /// One line: how many observations of each part the baseline meets.
  private static func summary(of fit: FitTable, _ language: Language) -> String {
    let counts = FitTarget.Part.allCases.compactMap { part -> String? in
      let rows = fit.rows(of: part)
      guard !rows.isEmpty else { return nil }
      let title = Messages.shared.text("fitpart.\(part.rawValue)", language)
      return "\(title) \(rows.count(where: \.inside))/\(rows.count)"
    }
    let comma = Messages.shared.text("page.comma", language)
    return Messages.shared.text("terminal.inside", language)
      + Messages.shared.text("page.colon", language) + counts.joined(separator: comma) + "\n"
  }
}
