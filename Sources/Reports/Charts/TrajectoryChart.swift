internal import Experiments

/// Quarter by quarter against the target: one small panel for each policy.
extension Edition {
  /// The targets that get a chart: the first of each measure.
  var chartedTargets: [Target] {
    var seen: [String] = []
    return outcome.targets.filter { target in
      guard target.kind != .rise, measure(target.measure) != nil,
        !seen.contains(target.measure)
      else { return false }
      seen.append(target.measure)
      return true
    }
  }

  /// The policies that get a panel: all but the baseline, which runs through every panel.
  private var panels: [Int] {
    outcome.policies.count > 1 ? Array(outcome.policies.indices.dropFirst()) : [0]
  }

  var trajectoryData: JSONTree {
    var rows: [JSONTree] = []
    for target in chartedTargets {
      let factor = unit(of: target.measure).axisFactor
      for policy in panels {
        for (place, quarter) in outcome.quarters.enumerated() {
          guard
            let value = outcome.estimate(of: target.measure, policy: policy, quarter: place),
            let base = outcome.estimate(of: target.measure, policy: 0, quarter: place)
          else { continue }
          rows.append([
            "policy": .number(Double(policy)), "measure": .text(target.measure),
            "time": .number(Double(quarter.year) + (Double(quarter.quarter) - 0.5) / 4),
            "quarter": .text("\(quarter.year) Q\(quarter.quarter)"),
            "value": .number(value.mean * factor), "base": .number(base.mean * factor),
          ])
        }
      }
    }
    return .list(rows)
  }

  func trajectoryChart(of target: Target) -> JSONTree? {
    guard let measure = measure(target.measure), let first = outcome.years.first,
      let last = outcome.years.last
    else { return nil }
    let columns = min(5, panels.count)
    let unit = UnitText(named: measure.unit)
    let axis = text("word.interval", name(of: measure), unit.name(language))
    let years = JSONTree.list((first...(last + 1)).map { .number(Double($0)) })
    let x: JSONTree = [
      "field": "time", "type": "quantitative",
      "scale": ["domain": [.number(Double(first)), .number(Double(last + 1))], "nice": false],
      "axis": [
        "values": years, "format": "d", "title": .null, "labelExpr": "slice(datum.label, 2)",
      ],
    ]
    func y(_ field: JSONTree) -> JSONTree {
      [
        "field": field, "type": "quantitative", "scale": ["zero": false, "nice": true],
        "axis": ["title": .null, "tickCount": 4, "format": "~f"],
      ]
    }
    return chart(
      axis,
      [
        "data": ["name": "trajectories"],
        "transform": [
          ["filter": ["field": "measure", "equal": .text(target.measure)]], policyNames,
        ],
        "facet": [
          "field": "panelName", "type": "nominal",
          "sort": .list(panels.map { .text(panelName(ofPolicy: $0)) }),
          "header": ["title": .null, "labelLimit": 218],
        ],
        "columns": .number(Double(columns)),
        "spacing": ["row": 14, "column": 18],
        "spec": [
          "width": .number(min(320, 1_100 / Double(columns) - 20)), "height": 112,
          "layer": [
            [
              "mark": [
                "type": "rule", "color": ChartTheme.target, "strokeDash": [5, 3],
                "strokeWidth": 1.5,
              ],
              "encoding": ["y": ["datum": .number(target.value * unit.axisFactor)]],
            ],
            [
              "mark": ["type": "line", "color": ChartTheme.baseline, "strokeWidth": 1.5],
              "encoding": ["x": x, "y": y("base")],
            ],
            [
              "mark": [
                "type": "line", "color": ChartTheme.policy, "strokeWidth": 2.5,
                "point": ["size": 14, "color": ChartTheme.policy],
              ],
              "encoding": [
                "x": x, "y": y("value"),
                "tooltip": [
                  ["field": "policyName", "title": .text(text("column.policy"))],
                  ["field": "quarter", "title": .text(text("chart.quarter"))],
                  [
                    "field": "value", "title": .text(axis), "type": "quantitative",
                    "format": ".2f",
                  ],
                  [
                    "field": "base", "title": .text(text("chart.baseline")),
                    "type": "quantitative", "format": ".2f",
                  ],
                ],
              ],
            ],
          ],
        ],
      ]
    )
  }
}
