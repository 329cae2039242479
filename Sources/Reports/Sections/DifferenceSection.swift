internal import Experiments

/// Every policy minus the baseline.
extension Edition {
  /// The lines of the table, Holm-adjusted together.
  var differenceRows: [DifferenceRow] {
    outcome.differences(of: outcome.headlines, year: year)
  }

  var differenceSection: Slots {
    let rows = differenceRows
    let tables = outcome.headlines.map { id -> Slots in
      let unit = unit(of: id)
      let lines = rows.filter { $0.measure == id }
      return [
        "title": measure(id).map(name(of:)) ?? PlainText.shown(id),
        "baseline": lines.first.map { level($0.baseline.mean, unit) } ?? nothing,
        "rows": lines.map { differenceRow($0, unit) },
      ]
    }
    return [
      "tables": tables, "year": String(year), "any": outcome.policies.count > 1,
      "explain": explanation(of: rows),
    ]
  }

  /// How the lines came about; of one run there is no interval and nothing to adjust, nor is there of a
  /// line that is the same in every replication.
  func explanation(of rows: [DifferenceRow]) -> String {
    guard !isOneRun else { return text("difference.explainOneRun", period) }
    let tests = rows.count { ($0.difference.halfWidth ?? 0) > 0 }
    return text("difference.explain", String(tests), period)
  }

  private func differenceRow(_ row: DifferenceRow, _ unit: UnitText) -> Slots {
    let sure = row.adjustedP.map { $0 < 0.05 ? "clear" : "unclear" } ?? "oneRun"
    return [
      "policy": name(ofPolicy: row.policy),
      "difference": change(row.difference.mean, unit),
      "spread": spread(row.difference, unit),
      "p": row.adjustedP.map(pText) ?? nothing,
      "evidence": text("evidence.\(sure)"),
      "class": sure,
    ]
  }

  private func pText(_ p: Double) -> Slots {
    ["exact": DecimalText.text(of: p), "text": Rounding.chance(p)]
  }
}
