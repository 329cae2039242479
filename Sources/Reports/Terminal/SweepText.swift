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
    let words = SweepWords(of: manifest, language)
    let marks = manifest.axes.indices.map { String($0 + 1) }
    var table = TextTable(
      marks.map { ($0, .right) }
        + [(Messages.shared.text("sweep.policy", language), .left)]
        + measures.map { (PlainText.shown(language.pick(zh: $0.zh, en: $0.en)), .right) }
    )
    let printed = 0..<min(manifest.points.count, shownPoints)
    for line in results.lines(of: printed) {
      let point = line.source
      let values =
        line.point == nil
        ? marks.map { _ in "" }
        : zip(manifest.axes, manifest.points[point].values).map { words.value($1, on: $0) }
      let levels = measures.map { measure in
        results.estimate(of: measure.id, point: point, policy: line.policy, year: year)
          .map { level($0, of: measure, language) } ?? "-"
      }
      table.add(values + [words.name(ofPolicy: manifest.policies[line.policy].id)] + levels)
    }
    let title = PlainText.shown(language == .zh ? manifest.zh : manifest.en)
    let rest = manifest.points.count - printed.count
    let more = rest > 0 ? Messages.shared.text("sweep.more", language, [String(rest)]) + "\n" : ""
    let isSpread = table.text.contains("±")
    let key = isSpread ? Messages.shared.text("sweep.key", language) + "\n" : ""
    return title + Messages.shared.text("page.comma", language) + "\(year)\n\n"
      + legend(words, marks) + table.text + key + more
  }

  /// What the numbered columns vary, each with the path that files and options know it by.
  private static func legend(_ words: SweepWords, _ marks: [String]) -> String {
    let paths = words.axes.map { PlainText.shown($0.path) }
    let lines = marks.indices.map { place in
      let (name, path) = (words.axisNames[place], paths[place])
      return "  \(marks[place]) " + (name == path ? path : "\(name)  \(path)") + "\n"
    }
    return lines.isEmpty ? "" : lines.joined() + "\n"
  }

  /// How many tasks left a usable shard, and the hash of what they hold.
  public static func content(_ results: SweepResults, _ language: Language) -> String {
    Messages.shared.text(
      "sweep.content",
      language,
      [String(results.shards), String(results.manifest.taskCount), results.contentHash]
    )
  }

  /// The file of the store and the hash of what it holds.
  public static func store(_ path: String, _ hash: String, _ language: Language) -> String {
    Messages.shared.text("sweep.store", language, [path, hash])
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
