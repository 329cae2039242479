public import Experiments

/// A sweep as plain text.
public enum SweepText {
  /// Points that are printed; all stand in `points.csv`.
  private static let shownPoints = 20
  /// Measures that are printed.
  private static let shownMeasures = 4

  /// The shown measures at the first points, in the last year.
  public static func render(_ results: SweepResults, _ language: Language) -> String {
    guard let year = results.years.last else { return "" }
    let manifest = results.manifest
    let measures = results.shown.prefix(shownMeasures).compactMap { id in
      results.measures.first { $0.id == id }
    }
    var table = TextTable(
      manifest.axes.map { (PlainText.shown($0.path), .right) }
        + [(Messages.shared.text("sweep.policy", language), .left)]
        + measures.map { (PlainText.shown(language == .zh ? $0.zh : $0.en), .right) }
    )
    for (place, point) in manifest.points.prefix(shownPoints).enumerated() {
      let values = zip(manifest.axes, point.values).map { axis, value in
        UnitText(named: axis.unit ?? "number").written(value, language)
      }
      for (policy, name) in manifest.policies.enumerated() {
        let levels = measures.map { measure in
          results.estimate(of: measure.id, point: place, policy: policy, year: year)
            .map { level($0, of: measure, language) } ?? "-"
        }
        table.add(values + [PlainText.shown(name.id)] + levels)
      }
    }
    let title = PlainText.shown(language == .zh ? manifest.zh : manifest.en)
    let rest = max(0, manifest.points.count - shownPoints)
    let more = rest > 0 ? Messages.shared.text("sweep.more", language, [String(rest)]) + "\n" : ""
    let isSpread = table.text.contains("±")
    let key = isSpread ? Messages.shared.text("sweep.key", language) + "\n" : ""
    return title + Messages.shared.text("page.comma", language) + "\(year)\n\n" + table.text + key
      + more
  }

  /// That the rule of a sweep asks for further tasks, as a sentence.
  public static func unsettled(
    _ further: Int,
    of manifest: SweepManifest,
    _ language: Language
  ) -> String {
    let key = manifest.best == nil ? "sweep.unsettled" : "sweep.unsettledBest"
    return Messages.shared.text(key, language, [String(further)])
  }

  /// That the most replications were run and the precision does not hold; `nil` when it holds, is not
  /// asked for, or tasks are missing.
  public static func imprecise(_ results: SweepResults, _ language: Language) -> String? {
    guard let table = PrecisionTable(of: results), !table.missed.isEmpty else { return nil }
    let manifest = results.manifest
    let measure = results.measures.first { $0.id == table.measure }
    let name = measure.map { language.pick(zh: $0.zh, en: $0.en) } ?? table.measure
    let judged = manifest.points.count * manifest.policies.count
    return Messages.shared.text(
      "sweep.imprecise",
      language,
      [
        String(table.missed.count), String(judged), PlainText.shown(name),
        Rounding.percent(table.relative), String(table.most),
      ]
    )
  }

  /// What a sweep will cost.
  public static func cost(_ estimate: SweepEstimate, _ language: Language) -> String {
    let most = estimate.mostTasks.map {
      Messages.shared.text("sweep.most", language, [String($0)]) + "\n"
    }
    let solving = estimate.solving.map { solving in
      Messages.shared.text(
        "sweep.solving",
        language,
        [
          String(solving.outerPoints), String(solving.rounds), String(solving.mostRounds),
          duration(solving.processorSeconds, language), String(estimate.threads),
          duration(solving.wallSeconds, language),
        ]
      ) + "\n"
    }
    return Messages.shared.text(
      "sweep.tasks",
      language,
      [
        String(estimate.points), String(estimate.policies), String(estimate.replications),
        String(estimate.tasks), String(estimate.runs),
      ]
    ) + "\n" + (most ?? "")
      + Messages.shared.text(
        "sweep.cost",
        language,
        [
          Rounding.fixed(estimate.events / 1e6, decimals: 1),
          duration(estimate.processorSeconds, language), String(estimate.threads),
          duration(estimate.wallSeconds, language),
          Rounding.fixed(estimate.memoryBytes / 1_048_576, decimals: 0),
        ]
      ) + "\n"
      + (solving ?? "")
      + Messages.shared.text("sweep.pilot", language, [String(estimate.pilotDays)]) + "\n"
  }

  private static func level(
    _ estimate: Estimate,
    of measure: MeasureTable,
    _ language: Language
  ) -> String {
    let unit = UnitText(named: measure.unit)
    let spread = estimate.halfWidth.map { " " + unit.spread($0, beside: estimate.mean, language) }
    return unit.level(estimate.mean, language) + (spread ?? "")
  }

  private static func duration(_ seconds: Double, _ language: Language) -> String {
    let (number, unit) =
      switch seconds {
      case ..<120: (Rounding.fixed(seconds, decimals: seconds < 10 ? 1 : 0), "unit.seconds")
      case ..<7200: (Rounding.fixed(seconds / 60, decimals: 0), "unit.minutes")
      default: (Rounding.fixed(seconds / 3600, decimals: 1), "unit.hours")
      }
    return number + " " + Messages.shared.text(unit, language)
  }
}
