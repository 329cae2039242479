public import Experiments

/// What came of a sweep's choice of the best, in sentences.
extension SweepText {
  /// The one that was chosen, with its promise; `nil` while it is open, or where nothing was to be
  /// chosen.
  public static func chosen(_ results: SweepResults, _ language: Language) -> String? {
    ChoiceWords(of: results, language)?.chosen
  }

  /// That the most replications were run and several remain, or that there was nothing to compare;
  /// `nil` when one was chosen, further tasks are asked for, or nothing was to be chosen.
  public static func undecided(_ results: SweepResults, _ language: Language) -> String? {
    ChoiceWords(of: results, language)?.undecided
  }

  /// By which rule a sweep goes on until the best is chosen.
  static func rule(ofBest results: SweepResults, _ language: Language) -> String? {
    guard let rule = results.manifest.best, let words = ChoiceWords(of: results, language) else {
      return nil
    }
    return words.text(
      "sweep.best",
      words.measure,
      words.zone,
      Rounding.percent(rule.confidence),
      String(rule.from),
      String(rule.to)
    )
  }
}

/// A choice told in one language.
private struct ChoiceWords: Told {
  let manifest: SweepManifest
  let table: ChoiceTable
  let declared: MeasureTable
  let language: Language

  /// Candidates that are listed by name; all stand in `summary.json`.
  private static let most = 5

  init?(of results: SweepResults, _ language: Language) {
    guard let table = ChoiceTable(of: results),
      let declared = results.measures.first(where: { $0.id == table.measure })
    else { return nil }
    manifest = results.manifest
    self.table = table
    self.declared = declared
    self.language = language
  }

  /// Title of the measure.
  var measure: String { name(of: declared) }

  private var unit: UnitText { UnitText(named: declared.unit) }

  /// The least difference that matters: `0.5 points`.
  var zone: String {
    guard unit == .share else { return unit.written(table.indifference, language) }
    let points = Rounding.percent(table.indifference).dropLast()
    return "\(points) \(text("unit.points", String(points)))"
  }

  var chosen: String? {
    guard let chosen = table.chosen, let estimate = chosen.estimate else { return nil }
    let spread = estimate.halfWidth.map { " " + unit.spread($0, beside: estimate.mean, language) }
    let choice = text(
      "sweep.chosen",
      measure,
      String(table.year),
      name(of: chosen),
      unit.level(estimate.mean, language) + (spread ?? ""),
      String(table.compared),
      String(table.replications ?? chosen.replications),
      zone,
      confidence,
      String(chosen.replications)
    )
    let tied = table.remaining.count - 1
    return joined([choice] + (tied > 0 ? [text("sweep.choiceTied", String(tied))] : []) + left)
  }

  var undecided: String? {
    guard table.settled == true, table.chosen == nil else { return nil }
    guard table.compared > 1 else {
      let all = table.compared + table.unmeasured.count
      return text("sweep.nothingToChoose", measure, String(table.compared), String(all))
    }
    var names = table.remaining.prefix(Self.most).map(name(of:))
    if table.remaining.count > names.count { names.append(text("sweep.choiceMore")) }
    let words = text(
      "sweep.undecided",
      measure,
      String(table.year),
      String(table.most),
      String(table.remaining.count),
      String(table.compared),
      names.joined(separator: language.pick(zh: "、", en: ", ")),
      zone,
      confidence
    )
    return joined([words] + left)
  }

  private var confidence: String { Rounding.percent(table.confidence) }

  /// That some were dropped without any spread, or not compared at all, if so.
  private var left: [String] {
    let (unvaried, unmeasured) = (table.unvaried.count, table.unmeasured.count)
    var words: [String] = []
    if unvaried > 0 { words.append(text("sweep.choiceUnvaried", String(unvaried))) }
    if unmeasured > 0 { words.append(text("sweep.choiceUnmeasured", String(unmeasured))) }
    return words
  }

  private func joined(_ sentences: [String]) -> String {
    sentences.joined(separator: language.pick(zh: "", en: " "))
  }

  /// A policy with what is varied at its point.
  private func name(of candidate: ChoiceTable.Candidate) -> String {
    let words = SweepWords(of: manifest, language)
    let title = words.name(ofPolicy: candidate.policy)
    guard !candidate.values.isEmpty else { return text("sweep.choice", title) }
    return text("sweep.choiceAt", title, words.settings(candidate.values))
  }
}
