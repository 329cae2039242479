internal import Experiments

/// The measures that are shown first, point by point.
extension SweepEdition {
  var levelSection: Slots {
    let measures = measures
    return [
      "explain": text("sweep.levels", String(year)),
      "more": furtherPoints,
      "columns": measures.map(name(of:)),
      "rows": lines.map { line -> Slots in
        let point = line.source
        return slots(of: line).merging([
          "n": String(manifest.replications(ofPoint: point, policy: line.policy)),
          "cells": measures.map { measure -> Slots in
            let unit = UnitText(named: measure.unit)
            let estimate = results.estimate(
              of: measure.id,
              point: point,
              policy: line.policy,
              year: year
            )
            return cell(estimate, { level($0, unit) }, unit)
          },
        ]) { $1 }
      },
    ]
  }

  /// Policies against the first one; empty when there is none other.
  var differenceSection: [Slots] {
    guard manifest.policies.count > 1 else { return [] }
    let measures = measures
    return [
      [
        "title": text("sweep.differences", name(ofPolicy: 0)),
        "columns": measures.map(name(of:)),
        "rows": points.flatMap { point in
          manifest.policies.indices.dropFirst().map { policy -> Slots in
            slots(of: SweepLine(point: point, source: point, policy: policy)).merging([
              "cells": measures.map { difference(in: $0, point: point, policy: policy) }
            ]) { $1 }
          }
        },
      ]
    ]
  }

  /// One difference to the first policy, with a star where it is clear after Holm's adjustment.
  private func difference(in measure: MeasureTable, point: Int, policy: Int) -> Slots {
    let unit = UnitText(named: measure.unit)
    let paired = results.difference(of: measure.id, point: point, policy: policy, year: year)
    let p = differences.adjustedP(of: measure.id, point: point, policy: policy, year: year)
    return cell(
      paired?.estimate,
      { mean in
        var slots = change(mean, unit)
        if let p, p < 0.05 {
          slots["text"] = unit.change(mean, language) + " *"
        }
        return slots
      },
      unit
    )
  }

  /// What is not known against chance; empty without uncertain inputs.
  var unknownSection: [Slots] {
    let rows = UncertaintyRow.all(of: results).filter { row in
      row.year == year && points.contains(row.point)
    }
    guard !rows.isEmpty else { return [] }
    return [
      [
        "explain": text("sweep.unknowns", String(manifest.design.outer ?? 0)),
        "rows": rows.map(unknownRow),
      ]
    ]
  }

  private func unknownRow(_ row: UncertaintyRow) -> Slots {
    let measure = measures.first { $0.id == row.measure }
    let unit = unit(of: row.measure)
    return [
      "point": name(ofPoint: row.point),
      "policy": manifest.policies.firstIndex { $0.id == row.policy }.map(name(ofPolicy:)) ?? "",
      "measure": measure.map(name(of:)) ?? PlainText.shown(row.measure),
      "mean": level(row.mean, unit),
      "between": deviation(row.varianceBetween, unit),
      "within": deviation(row.varianceWithin, unit),
    ]
  }

  /// A standard deviation in the unit of its measure.
  private func deviation(_ variance: Double, _ unit: UnitText) -> Slots {
    let value = variance.squareRoot()
    return [
      "exact": DecimalText.text(of: value),
      "text": unit.change(value, language).trimmingPlus,
    ]
  }
}
