internal import Experiments

/// Every policy against every target.
extension Edition {
  var verdictSection: Slots {
    [
      "key": text(
        byRuns(one: "verdict.keyOneRun", two: "verdict.keyTwoRuns", more: "verdict.key")
      ),
      "columns": outcome.targets.map { written(zh: $0.zh, en: $0.en) },
      "matrix": outcome.policies.indices.map(matrixRow),
      "tables": outcome.targets.indices.map(verdictTable),
      "partial": verdicts.contains(where: \.coversPartOfYear) ? [text("verdict.partialYear")] : [],
    ]
  }

  private func verdict(policy: Int, target: Int) -> Verdict {
    verdicts[policy * outcome.targets.count + target]
  }

  private func matrixRow(_ policy: Int) -> Slots {
    [
      "policy": name(ofPolicy: policy),
      "cells": outcome.targets.indices.map { place -> Slots in
        let verdict = verdict(policy: policy, target: place)
        let unit = unit(of: verdict.target.measure)
        return [
          "outcome": verdict.outcome.rawValue,
          "margin": verdict.margin.rawValue,
          "outcomeText": outcomeText(verdict),
          "value": verdict.value.map { [level($0.mean, unit)] } ?? [],
        ]
      },
    ]
  }

  private func verdictTable(_ place: Int) -> Slots {
    let target = outcome.targets[place]
    return [
      "title": written(zh: target.zh, en: target.en),
      "promise": promise(target),
      "plan": target.plan.map(PlainText.shown).joined(separator: ", "),
      "measure": measure(target.measure).map(name(of:)) ?? PlainText.shown(target.measure),
      "year": String(target.year),
      "rows": outcome.policies.indices.map { verdictRow(verdict(policy: $0, target: place)) },
    ]
  }

  private func verdictRow(_ verdict: Verdict) -> Slots {
    let unit = unit(of: verdict.target.measure)
    return [
      "policy": name(ofPolicy: verdict.policy),
      "outcome": verdict.outcome.rawValue,
      "outcomeText": outcomeText(verdict),
      "margin": marginText(verdict),
      "value": verdict.value.map { level($0.mean, unit) } ?? nothing,
      "spread": verdict.value.map { spread($0, unit) } ?? nothing,
      "lastQuarter": verdict.lastQuarter.map { level($0.mean, unit) } ?? nothing,
      "gap": verdict.gap.map { change($0, unit) } ?? nothing,
      "chance": text("chance.notComputed"),
    ]
  }
}
