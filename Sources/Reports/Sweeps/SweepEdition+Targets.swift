internal import Experiments

/// Every point and policy against every target.
extension SweepEdition {
  /// The section; empty without targets.
  var targetSection: [Slots] {
    guard !ground.targets.isEmpty else { return [] }
    return [
      [
        "partial": isPartial ? [text("verdict.partialYear")] : [],
        "rows": ground.targets.indices.flatMap(summaryRows),
        "columns": ground.targets.map { written(zh: $0.zh, en: $0.en) },
        "points": lines.map(pointRow),
        "more": furtherPoints,
      ]
    ]
  }

  /// Whether a deadline year was simulated in part only; dates in ISO form sort as text.
  private var isPartial: Bool {
    let contract = manifest.contract
    return ground.targets.contains { target in
      results.years.contains(target.year)
        && (contract.start > "\(target.year)-01-01" || contract.end < "\(target.year + 1)-01-01")
    }
  }

  /// One target: a line for each policy, at how many points it is met.
  private func summaryRows(_ target: Int) -> [Slots] {
    manifest.policies.indices.map { policy in
      // A policy that is the same everywhere has one verdict.
      let most = results.isUnmoved(policy: policy) ? 1 : manifest.points.count
      let judged = verdicts.filter {
        $0.target == target && $0.policy == policy && $0.point < most
      }
      let measured = judged.filter { $0.outcome != .notMeasured }
      let values = measured.compactMap(\.value?.mean)
      let promised = ground.targets[target]
      let unit = unit(of: promised.measure)
      var slots: Slots = [
        "target": policy == 0 ? written(zh: promised.zh, en: promised.en) : "",
        "policy": name(ofPolicy: policy),
        "met": count(judged),
        "unclear": String(measured.count { $0.margin == .straddles }),
        "low": values.min().map { level($0, unit) } ?? nothing,
        "high": values.max().map { level($0, unit) } ?? nothing,
      ]
      if policy == 0 {
        slots["promise"] = promise(promised, in: unit)
        slots["plan"] = promised.plan.map(PlainText.shown).joined(separator: ", ")
      }
      return slots
    }
  }

  /// At how many of the points that can be judged a target is met; the verdict itself where there
  /// is one for all.
  private func count(_ judged: [SweepResults.PointVerdict]) -> String {
    if judged.count == 1 { return text("outcome.\(judged[0].outcome.rawValue)") }
    let measured = judged.filter { $0.outcome != .notMeasured }
    guard !measured.isEmpty else { return text("word.nothing") }
    let met = measured.count { $0.outcome == .met }
    return text("sweep.pointCount", String(met), String(measured.count))
  }

  private func pointRow(_ line: SweepLine) -> Slots {
    let first = (line.source * manifest.policies.count + line.policy) * ground.targets.count
    return slots(of: line).merging([
      "cells": ground.targets.indices.map { target -> Slots in
        let verdict = verdicts[first + target]
        let unit = unit(of: ground.targets[target].measure)
        return [
          "outcome": verdict.outcome.rawValue, "margin": verdict.margin.rawValue,
          "outcomeText": text("outcome.\(verdict.outcome.rawValue)"),
          "value": verdict.value.map { [level($0.mean, unit)] } ?? [],
        ]
      }
    ]) { $1 }
  }
}
