internal import Experiments

/// What was asked, and the answer in plain words.
extension Edition {
  var answer: Slots {
    [
      "questions": outcome.targets.map(question),
      "answers": outcome.targets.indices.map(answer),
      "circles": circleAnswer,
      "headline": headline,
      "threeVerdicts": sharesOfNinety.count > 1 ? [text("answer.threeVerdicts")] : [],
    ]
  }

  /// How many targets the baseline and the package meet; empty without a package.
  private var headline: [String] {
    guard let package else { return [] }
    let count = outcome.targets.count
    let judged = outcome.targets.indices.filter { target in
      [0, package].allSatisfy { verdicts[$0 * count + target].outcome != .notMeasured }
    }
    func met(_ policy: Int) -> String {
      String(judged.count { verdicts[policy * count + $0].outcome == .met })
    }
    return [
      text(
        "answer.headline",
        String(judged.count),
        met(0),
        name(ofPolicy: package),
        met(package)
      )
    ]
  }

  /// The targets that read "in the county" in three ways: visits, admissions, fund.
  private var sharesOfNinety: [Target] {
    outcome.targets.filter { $0.measure.hasSuffix("inCountyShare") }
  }

  /// One target as a line of the question.
  func question(_ target: Target) -> Slots {
    [
      "title": written(zh: target.zh, en: target.en),
      "measure": measure(target.measure).map(name(of:)) ?? PlainText.shown(target.measure),
      "line": promise(target),
      "plan": target.plan.map(PlainText.shown).joined(separator: ", "),
    ]
  }

  /// What a target asks: `≥ 70% in 2027`.
  func promise(_ target: Target) -> String {
    promise(target, in: unit(of: target.measure))
  }

  private func answer(_ place: Int) -> Slots {
    let target = outcome.targets[place]
    let count = outcome.targets.count
    let judged = outcome.policies.indices.map { verdicts[$0 * count + place] }
    let shown = package ?? 0
    return [
      "title": written(zh: target.zh, en: target.en),
      "outcome": judged[shown].outcome.rawValue,
      "outcomeText": text("outcome.\(judged[shown].outcome.rawValue)"),
      "sentences": sentences(judged, on: target),
    ]
  }

  private func sentences(_ judged: [Verdict], on target: Target) -> [String] {
    guard judged.contains(where: { $0.value != nil }) else {
      return [text("answer.notMeasured", String(target.year))]
    }
    var lines = [baselineSentence(judged[0], on: target)]
    if let package { lines.append(packageSentence(judged[package])) }
    let met = judged.filter { $0.outcome == .met }
    if met.count == judged.count {
      // Of the baseline alone everything is said.
      if judged.count > 1 { lines.append(text("answer.all", String(judged.count))) }
    } else if met.isEmpty {
      lines.append(closest(of: judged))
    } else {
      lines.append(
        text("answer.some", String(met.count), list(met.map { name(ofPolicy: $0.policy) }))
      )
    }
    return lines
  }

  private func baselineSentence(_ verdict: Verdict, on target: Target) -> String {
    let asked = PlainText.shown(promise(target))
    guard verdict.value != nil else { return text("answer.baselineNothing", asked) }
    return text(
      "answer.baseline",
      String(target.year),
      valueText(verdict),
      doubtfulText(verdict),
      asked
    )
  }

  private func packageSentence(_ verdict: Verdict) -> String {
    let name = name(ofPolicy: verdict.policy)
    guard verdict.value != nil else { return text("answer.packageNothing", name) }
    return text("answer.package", name, valueText(verdict), doubtfulText(verdict))
  }

  private func closest(of judged: [Verdict]) -> String {
    let measured = judged.filter { $0.gap != nil }
    guard let best = measured.max(by: { ($0.gap ?? 0) < ($1.gap ?? 0) }), let gap = best.gap else {
      return text("answer.none")
    }
    let missing = UnitText(named: measure(best.target.measure)?.unit ?? "")
    return text(
      "answer.closest",
      name(ofPolicy: best.policy),
      valueText(best),
      missing.change(abs(gap), language).trimmingPlus
    )
  }

  /// The value of a verdict with its interval.
  func valueText(_ verdict: Verdict) -> String {
    guard let value = verdict.value else { return text("word.nothing") }
    let unit = unit(of: verdict.target.measure)
    let level = unit.level(value.mean, language)
    guard let halfWidth = value.halfWidth else { return level }
    return text("word.interval", level, unit.spread(halfWidth, beside: value.mean, language))
  }

  /// Names in a row, joined as this language joins them.
  private func list(_ names: [String]) -> String {
    names.dropFirst().reduce(names.first ?? "") { text("word.list", $0, $1) }
  }

  func outcomeText(_ verdict: Verdict) -> String { text("outcome.\(verdict.outcome.rawValue)") }

  /// Where the replications lie.
  func marginText(_ verdict: Verdict) -> String {
    guard isOneRun, verdict.value != nil else { return text("margin.\(verdict.margin.rawValue)") }
    return text("margin.oneRun")
  }

  /// The verdict with the doubt that more replications could turn it.
  private func doubtfulText(_ verdict: Verdict) -> String {
    let isDoubtful = verdict.margin == .straddles || (isOneRun && verdict.value != nil)
    guard isDoubtful else { return outcomeText(verdict) }
    return text("word.interval", outcomeText(verdict), marginText(verdict))
  }
}

extension String {
  /// Without a leading plus: a distance has no direction.
  var trimmingPlus: String { hasPrefix("+") ? String(dropFirst()) : self }
}
