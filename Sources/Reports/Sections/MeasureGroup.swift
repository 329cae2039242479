internal import Experiments

/// Measures that are read together in one chart and one table.
enum MeasureGroup: String, CaseIterable {
  case occupancy, waits, ambulance, money

  /// Whether a measure belongs here, by its name and unit.
  func holds(_ measure: MeasureTable) -> Bool {
    let department = measure.id.prefix { $0 != "." }
    let isEmergency = department == "ems" || department == "emergency"
    switch self {
    case .occupancy: return measure.id.contains("ccupancy")
    // Single specialties (`wait.county.x`) stand among all measures only.
    case .waits:
      return measure.unit == "minutes" && !isEmergency && measure.id.count { $0 == "." } == 1
    case .ambulance: return isEmergency
    case .money: return measure.unit == "yuan" || department == "fund" || department == "money"
    }
  }
}

extension Edition {
  /// The declared measures of a group.
  func measures(of group: MeasureGroup) -> [MeasureTable] {
    outcome.measures.filter(group.holds)
  }

  /// Tables of at most five measures each: policies down, measures across.
  func tables(of group: MeasureGroup) -> [Slots] {
    let measures = measures(of: group)
    let count = (measures.count + 4) / 5
    let title = text("group.\(group.rawValue)")
    return (0..<count).map { part in
      let shown = measures[measures.count * part / count..<measures.count * (part + 1) / count]
      return [
        "heading": count > 1 ? text("group.part", title, String(part + 1), String(count)) : title,
        "columns": shown.map { name(of: $0) },
        "rows": outcome.policies.indices.map { policy -> Slots in
          [
            "policy": name(ofPolicy: policy),
            "cells": shown.map { cell($0, policy: policy) },
          ]
        },
      ]
    }
  }

  /// One measure of one policy in the year of the report.
  func cell(_ measure: MeasureTable, policy: Int) -> Slots {
    let unit = UnitText(named: measure.unit)
    guard let estimate = outcome.estimate(of: measure.id, policy: policy, year: year) else {
      return ["value": nothing]
    }
    var slots: Slots = ["value": level(estimate.mean, unit)]
    if estimate.halfWidth != nil { slots["spread"] = spread(estimate, unit) }
    return slots
  }
}
