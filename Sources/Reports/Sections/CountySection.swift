internal import Experiments

/// The counties of a region side by side; nothing for a study of one county.
extension Edition {
  var countySection: [Slots] {
    guard !outcome.counties.isEmpty else { return [] }
    let tables = promised.map { measure -> Slots in
      [
        "title": name(of: measure),
        "rows": outcome.policies.indices.map { policy -> Slots in
          [
            "policy": name(ofPolicy: policy),
            "region": regionCell(measure, policy: policy),
            "cells": outcome.counties.map { cell(measure, policy: policy, in: $0) },
          ]
        },
      ]
    }
    let names = outcome.counties.map { county -> Slots in
      [
        "name": written(zh: county.zh, en: county.en),
        "residents": text("head.residents", Rounding.fixed(Double(county.residents), decimals: 0)),
      ]
    }
    return [["columns": names, "tables": tables, "explain": text("county.explain", String(year))]]
  }

  /// The measures that something has been promised of, each once.
  private var promised: [MeasureTable] {
    let ids = outcome.targets.map(\.measure)
    return outcome.measures.filter { ids.contains($0.id) }
  }

  private func regionCell(_ measure: MeasureTable, policy: Int) -> Slots {
    let unit = UnitText(named: measure.unit)
    return outcome.estimate(of: measure.id, policy: policy, year: year)
      .map { level($0.mean, unit) } ?? nothing
  }

  private func cell(_ measure: MeasureTable, policy: Int, in county: CountyTable) -> Slots {
    let unit = UnitText(named: measure.unit)
    return outcome.estimate(of: measure.id, policy: policy, year: year, in: county)
      .map { level($0.mean, unit) } ?? nothing
  }
}
