public import Experiments
internal import Geography

/// Best places for stations, as plain text: three ways of looking at each plan side by side.
public enum StationText {
  /// The plans.
  public static func render(_ outcome: StationOutcome, _ language: Language) -> String {
    [
      head(outcome, language), choices(outcome, language), reach(outcome, language),
      changes(outcome, language), text("stations.key", language),
    ].joined(separator: "\n\n") + "\n"
  }

  private static func head(_ outcome: StationOutcome, _ language: Language) -> String {
    let standard = outcome.question.standard
    let question = text(
      "stations.question",
      language,
      String(outcome.question.stations),
      text("stations.fixed.\(outcome.question.fixed.rawValue)", language),
      String(outcome.places),
      Rounding.trimmed(standard.urbanMinutes),
      Rounding.trimmed(standard.ruralMinutes)
    )
    let calls = text(
      "stations.calls",
      language,
      Rounding.fixed(outcome.callsPerDay, decimals: 1),
      Rounding.fixed(outcome.missionMinutes, decimals: 1),
      share(outcome.busy, language),
      String(outcome.replications),
      String(outcome.days)
    )
    return question + "\n" + calls
  }

  /// What each plan is worth by every criterion, and whether it is proved best by its own.
  private static func choices(_ outcome: StationOutcome, _ language: Language) -> String {
    let criteria = outcome.question.criteria
    var table = TextTable(
      [(text("stations.plan", language), .left), (text("stations.open", language), .right)]
        + criteria.map { (text("stations.value.\($0.rawValue)", language), .right) }
        + [(text("stations.proof", language), .left)]
    )
    for plan in outcome.plans {
      let values = zip(criteria, plan.values).map { criterion, value in
        criterion == .pmedian
          ? UnitText.minutes.level(value, language) : share(value, language)
      }
      table.add(
        [name(plan, language), String(plan.stations.count)] + values + [proof(plan, language)]
      )
    }
    return table.text.trimmedEnd
  }

  private static func proof(_ plan: StationPlan, _ language: Language) -> String {
    switch plan.proof {
    case nil: ""
    case .optimal: text("stations.proved", language)
    case .bounded: text("stations.bounded", language, share(plan.gap ?? 0, language))
    }
  }

  /// Static circle, hypercube and simulation side by side.
  private static func reach(_ outcome: StationOutcome, _ language: Language) -> String {
    var table = TextTable(
      [(text("stations.plan", language), .left)]
        + [
          "static", "forecastInTime", "inTime", "forecastResponse", "response", "p90",
          "forecastBusy", "queued",
        ].map { (text("stations.\($0)", language), .right) }
    )
    for plan in outcome.plans {
      let (forecast, seen) = (plan.forecast, plan.simulated)
      table.add([
        name(plan, language),
        share(plan.circle[2], language),
        forecast.map { share($0.inTime, language) } ?? "–",
        estimate(seen.inTime, .share, language),
        forecast.map { UnitText.minutes.level($0.response, language) } ?? "–",
        estimate(seen.response, .minutes, language),
        estimate(seen.responseP90, .minutes, language),
        forecast.map { share($0.allBusy, language) } ?? "–",
        estimate(seen.queued, .share, language),
      ])
    }
    return table.text.trimmedEnd
  }

  /// Which stations each plan opens and closes.
  private static func changes(_ outcome: StationOutcome, _ language: Language) -> String {
    outcome.plans.dropFirst().map { plan in
      func list(_ key: String, _ stations: [AmbulanceStation]) -> String {
        guard !stations.isEmpty else { return "" }
        let names = stations.map { PlainText.shown(language.pick(zh: $0.name, en: $0.nameEn)) }
        return "\n  " + text(key, language)
          + names.joined(separator: language.pick(zh: "、", en: ", "))
      }
      let both = list("stations.opens", plan.opened) + list("stations.closes", plan.closed)
      let none = both.isEmpty ? "\n  " + text("stations.unchanged", language) : ""
      return name(plan, language) + both + none
    }.joined(separator: "\n")
  }

  private static func name(_ plan: StationPlan, _ language: Language) -> String {
    text("stations.plan.\(plan.origin.id)", language)
  }

  private static func share(_ value: Double, _ language: Language) -> String {
    UnitText.share.level(value, language)
  }

  private static func estimate(
    _ estimate: Estimate?,
    _ unit: UnitText,
    _ language: Language
  ) -> String {
    guard let estimate else { return "–" }
    let level = unit.level(estimate.mean, language)
    guard let half = estimate.halfWidth else { return level }
    return level + " " + unit.spread(half, beside: estimate.mean, language)
  }

  private static func text(_ key: String, _ language: Language, _ values: String...) -> String {
    Messages.shared.text(key, language, values)
  }
}

extension String {
  /// Without the line break at the end.
  var trimmedEnd: String { hasSuffix("\n") ? String(dropLast()) : self }
}
