internal import Experiments

extension AnalysisTables {
  /// Who in a bundle gains what.
  var attribution: AnalysisTable {
    table(
      "shapley",
      ["measure", "policy", "others", "part"],
      numbers: ["share", "ofGain", "pairs"],
      rows: analysis.attribution.flatMap { row in
        let unit = unit(of: row.measure)
        let start = [
          name(of: row.measure), words.name(ofPolicy: row.policy),
          settings(row.others),
        ]
        let shares = row.shares.map { part in
          start + [
            words.name(ofAxis: part.path), change(part.share, unit),
            row.gain.mean == 0 ? nothing : percent(part.share.mean / row.gain.mean),
            String(part.share.n),
          ]
        }
        return shares + [
          start + [text("bundle"), change(row.gain, unit), percent(1), String(row.gain.n)]
        ]
      }
    )
  }

  /// Sobol's indices, the greatest first within each measure.
  var sensitivity: AnalysisTable {
    table(
      "sobol",
      ["measure", "policy", "axis"],
      numbers: ["first", "byChance", "total", "points"],
      rows: analysis.sensitivity.flatMap { row in
        let sorted = row.indices.sorted {
          ($0.total ?? $0.first).value > ($1.total ?? $1.first).value
        }
        return sorted.map { index in
          [
            name(of: row.measure), words.name(ofPolicy: row.policy), words.name(ofAxis: index.path),
            part(index.first),
            index.chance.map { "≤" + Rounding.fixed($0, decimals: 2) } ?? nothing,
            index.total.map(part) ?? nothing, String(row.points),
          ]
        }
      }
    )
  }

  /// Elementary effects, the greatest first within each measure.
  var screening: AnalysisTable {
    table(
      "morris",
      ["measure", "policy", "axis"],
      numbers: ["absoluteMean", "mean", "deviation", "trajectories"],
      rows: analysis.screening.flatMap { row in
        let unit = unit(of: row.measure)
        let sorted = row.effects.sorted { $0.absoluteMean.mean > $1.absoluteMean.mean }
        return sorted.map { effect in
          [
            name(of: row.measure), words.name(ofPolicy: row.policy),
            words.name(ofAxis: effect.path),
            level(effect.absoluteMean, unit), change(effect.mean, unit),
            unit.level(effect.deviation, language), String(row.trajectories),
          ]
        }
      }
    )
  }

  /// Candidates for the best, the best mean first within each measure.
  var best: AnalysisTable {
    table(
      "best",
      ["measure", "policy", "at"],
      numbers: ["mean95", "next", "compared"],
      rows: analysis.best.flatMap { row in
        let unit = unit(of: row.measure)
        return row.candidates.map { candidate in
          [
            name(of: row.measure), words.name(ofPolicy: candidate.policy),
            settings(candidate.values), level(candidate.estimate, unit), percent(candidate.next),
            String(row.compared),
          ]
        }
      }
    )
  }

  /// What is varied and how far; a dash for nothing.
  func settings(_ values: [Shard.Value]) -> String {
    values.isEmpty ? nothing : words.settings(values)
  }

  private func part(_ share: SensitivityRow.Share) -> String {
    let value = Rounding.fixed(share.value, decimals: 2)
    guard let low = share.low, let high = share.high else { return value }
    return "\(value) (\(Rounding.fixed(low, decimals: 2)) "
      + "… \(Rounding.fixed(high, decimals: 2)))"
  }

  func level(_ estimate: Estimate, _ unit: UnitText) -> String {
    unit.level(estimate.mean, language) + spread(estimate, unit)
  }

  private func change(_ estimate: Estimate, _ unit: UnitText) -> String {
    unit.change(estimate.mean, language) + spread(estimate, unit)
  }

  private func spread(_ estimate: Estimate, _ unit: UnitText) -> String {
    estimate.halfWidth.map { " " + unit.spread($0, beside: estimate.mean, language) } ?? ""
  }
}
