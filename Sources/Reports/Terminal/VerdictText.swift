public import Experiments

/// The verdicts as plain text for a terminal: targets down, policies across.
public enum VerdictText {
  /// One table, its key and the caution that belongs to it.
  public static func render(_ outcome: OutcomeTable, in language: Language = .zh) -> String {
    let edition = Edition(outcome, language)
    let legend = PolicyLegend(edition, Array(outcome.policies.indices))
    var table = TextTable(
      [(edition.text("page.verdictTitle"), .left), (edition.text("terminal.target"), .left)]
        + legend.columns
    )
    let count = outcome.targets.count
    for (place, target) in outcome.targets.enumerated() {
      let judged = outcome.policies.indices.map { edition.verdicts[$0 * count + place] }
      table.add(
        [edition.written(zh: target.zh, en: target.en), edition.promise(target)]
          + judged.map { cell($0, edition) }
      )
    }
    let key = edition.byRuns(
      one: "terminal.verdictKeyOneRun",
      two: "terminal.verdictKeyTwoRuns",
      more: "terminal.verdictKey"
    )
    return legend.text + table.text + edition.text(key) + "\n"
      + turns(edition) + partial(edition) + edition.text("page.chanceWhy") + "\n"
  }

  /// `62.94% ✗`, with `≈` when it is not clear after Holm's adjustment and `?` when one run gave
  /// no interval.
  private static func cell(_ verdict: Verdict, _ edition: Edition) -> String {
    guard let value = verdict.value else { return edition.text("word.nothing") }
    let level = edition.unit(of: verdict.target.measure).level(value.mean, edition.language)
    return level + " " + sign(of: verdict, edition)
  }

  private static func sign(of verdict: Verdict, _ edition: Edition) -> String {
    let doubt = edition.isOneRun ? "?" : verdict.margin == .straddles ? "≈" : ""
    return switch verdict.outcome {
    case .met: doubt + "✓"
    case .missed: doubt + "✗"
    case .notMeasured: "–"
    }
  }

  /// That verdicts rest on a part of their year, if some do.
  private static func partial(_ edition: Edition) -> String {
    guard edition.verdicts.contains(where: \.coversPartOfYear) else { return "" }
    return edition.text("verdict.partialYear") + "\n"
  }

  /// The last quarters that tell another story than their year.
  private static func turns(_ edition: Edition) -> String {
    let lines = edition.verdicts.compactMap { verdict -> String? in
      guard verdict.target.kind != .rise, let last = verdict.lastQuarter?.mean,
        verdict.outcome != .notMeasured
      else { return nil }
      let isMet =
        switch verdict.target.sense {
        case .atLeast: last >= verdict.target.value
        case .atMost: last <= verdict.target.value
        }
      guard isMet != (verdict.outcome == .met) else { return nil }
      let target = edition.written(zh: verdict.target.zh, en: verdict.target.en)
      let level = edition.unit(of: verdict.target.measure).level(last, edition.language)
      return edition.text("terminal.turn", target, String(verdict.policy), level) + "\n"
    }
    return lines.joined()
  }
}
