internal import CountyModel
internal import Experiments

/// Where the figures of a county came from.
extension Told {
  func rows(of sources: [SourceTable]) -> [Slots] {
    sources.map { source in
      let name = language.pick(zh: source.zh ?? source.path, en: source.en ?? source.path)
      let known = Standing(rawValue: source.standing)?.rawValue
      return [
        "name": PlainText.shown(name),
        "path": PlainText.shown(source.path),
        "value": PlainText.shown(source.value),
        "standing": known.map { text("standing.\($0)") } ?? PlainText.shown(source.standing),
        "class": known ?? "unknown",
        "id": PlainText.shown(source.id ?? ""),
        "source": note(source.source),
      ]
    }
  }

  var standings: [Slots] {
    Standing.allCases.map { ["class": $0.rawValue, "name": text("standing.\($0.rawValue)")] }
  }
}

/// What the numbers rest on: fit, identities, definitions, manifest.
extension Edition {
  /// The baseline against observations, part by part.
  var fitParts: [Slots] {
    guard let fit = outcome.fit else { return [] }
    return FitTarget.Part.allCases.map { part in
      let rows = fit.rows(of: part)
      return [
        "title": text("fit.\(part.rawValue)"), "means": text("fit.\(part.rawValue).means"),
        "rows": rows.map(fitRow), "any": !rows.isEmpty,
        "score": text("fit.score", String(rows.count(where: \.inside)), String(rows.count)),
      ]
    }
  }

  private func fitRow(_ row: FitRow) -> Slots {
    let unit = UnitText(named: row.unit.rawValue)
    return [
      "id": PlainText.shown(row.id), "name": written(zh: row.zh, en: row.en),
      "simulated": row.simulated.map { level($0, unit) } ?? nothing,
      "observed": level(row.observed, unit),
      "range": unit.written(row.low, language) + " – " + unit.written(row.high, language),
      "class": row.inside ? "met" : "missed",
      "inside": text(row.inside ? "fit.inside" : "fit.outside"),
    ]
  }

  /// Each identity over all policies and replications.
  var identityRows: [Slots] {
    guard let first = outcome.identities.first?.first else { return [] }
    return first.indices.map { place in
      let all = outcome.identities.flatMap { $0 }.compactMap { run in
        run.indices.contains(place) ? run[place] : nil
      }
      let broken = all.filter { !$0.holds }
      return [
        "name": written(zh: first[place].zh, en: first[place].en),
        "runs": String(all.count),
        "class": broken.isEmpty ? "met" : "missed",
        "result": broken.first.map {
          text("identity.broken", String(broken.count), String($0.left), String($0.right))
        } ?? text("identity.holds"),
      ]
    }
  }

  /// Queueing formulas beside the runs, formula by formula; empty when a run has none.
  var shadowSection: [Slots] {
    let all = outcome.shadows.joined()
    guard !all.isEmpty else { return [] }
    let compared = all.count(where: \.isCompared)
    let near = all.count { $0.isCompared && $0.passes }
    var places: [String] = []
    for shadow in all where !places.contains(shadow.id) { places.append(shadow.id) }
    let rows = places.flatMap { id in
      outcome.policies.indices.compactMap { policy in
        outcome.shadows[policy].first { $0.id == id }.map { shadowRow($0, policy: policy) }
      }
    }
    return [["score": text("shadow.score", String(near), String(compared)), "rows": rows]]
  }

  private func shadowRow(_ shadow: ShadowTable, policy: Int) -> Slots {
    let unit = UnitText(named: shadow.unit ?? "share")
    let name = written(zh: shadow.zh, en: shadow.en)
    let scope = shadow.scope.map { text("shadow.scope", written(zh: $0.zh, en: $0.en)) } ?? ""
    let compared = shadow.isCompared
    return [
      "name": name + scope, "policy": self.name(ofPolicy: policy),
      "value": unit.level(shadow.value, language),
      "prediction": compared ? unit.level(shadow.prediction, language) : "",
      "tolerance": compared ? unit.distance(shadow.tolerance, language) : "",
      "class": compared ? shadow.passes ? "met" : "missed" : "",
      "result": text(!compared ? "shadow.left" : shadow.passes ? "shadow.near" : "shadow.apart"),
    ]
  }

  /// Every measure of every policy in the year of the report.
  var readingSection: Slots {
    [
      "columns": outcome.policies.indices.map { name(ofPolicy: $0) },
      "rows": outcome.measures.map { measure -> Slots in
        [
          "name": name(of: measure),
          "unit": UnitText(named: measure.unit).name(language),
          "cells": outcome.policies.indices.map { cell(measure, policy: $0) },
        ]
      },
    ]
  }

  var manifestRows: [Slots] {
    let contract = outcome.manifest
    let pairs = [
      ("manifest.program", contract.program), ("manifest.model", contract.model),
      ("manifest.swift", contract.swift), ("manifest.gsl", contract.gsl),
      ("manifest.libc", contract.libc), ("manifest.cpu", contract.cpuFeatureClass),
      ("manifest.seed", String(contract.seed)),
      ("manifest.replications", String(contract.replications)),
      ("manifest.period", contract.start + " – " + contract.end),
      ("manifest.warmUp", String(contract.warmUpDays)),
      ("manifest.policies", contract.policies.map(PlainText.shown).joined(separator: ", ")),
    ]
    return contractRows(pairs, contract.files)
  }
}

extension Told {
  /// Lines of a manifest: keys of messages with values, then files with their hashes.
  func contractRows(_ pairs: [(key: String, value: String)], _ files: [InputFile]) -> [Slots] {
    pairs.map { ["name": text($0.key), "value": $0.value] }
      + files.map { ["name": PlainText.shown($0.name), "value": PlainText.shown($0.sha256)] }
  }

  /// The official wording of measures.
  func definitionRows(of measures: [MeasureTable]) -> [Slots] {
    measures.map { measure in
      [
        "name": name(of: measure), "id": PlainText.shown(measure.id),
        "unit": UnitText(named: measure.unit).name(language),
        "better": text(better(measure)),
        "means": PlainText.shown(
          Messages.shared.definition(of: measure.id, declared: measure.means, language)
        ),
        "source": PlainText.shown(measure.source), "version": String(measure.version),
      ]
    }
  }

  private func better(_ measure: MeasureTable) -> String {
    ["higher", "lower"].contains(measure.better) ? "better.\(measure.better)" : "better.neutral"
  }
}
