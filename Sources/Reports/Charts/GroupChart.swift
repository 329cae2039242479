internal import Experiments

/// Measures of one group, one panel each, policies down: a dot and its 95 % interval.
extension Edition {
  /// Most panels of one chart; the table below it has all.
  private static let mostPanels = 9
  /// Latin letters of a title that fit over a panel.
  private static let lettersOverPanel = 38

  func groupData(of group: MeasureGroup) -> JSONTree {
    var rows: [JSONTree] = []
    for (place, measure) in measures(of: group).prefix(Self.mostPanels).enumerated() {
      let factor = axis(of: measure).factor
      for policy in outcome.policies.indices {
        guard let value = outcome.estimate(of: measure.id, policy: policy, year: year) else {
          continue
        }
        let mean = value.mean * factor
        let half = (value.halfWidth ?? 0) * factor
        rows.append([
          "policy": .number(Double(policy)), "panel": .number(Double(place)),
          "mean": .number(mean), "low": .number(mean - half), "high": .number(mean + half),
        ])
      }
    }
    return .list(rows)
  }

  /// Factor from the stored value to the axis, and the unit there; large money is scaled.
  private func axis(of measure: MeasureTable) -> (factor: Double, unit: String) {
    let unit = UnitText(named: measure.unit)
    let sizes = outcome.policies.indices.compactMap {
      outcome.estimate(of: measure.id, policy: $0, year: year)?.mean.magnitude
    }
    guard unit == .yuan, let largest = sizes.max(), largest >= 1e6 else {
      return (unit.axisFactor, unit.name(language))
    }
    return (language == .zh ? 1e-8 : 1e-6, text("axis.bigYuan"))
  }

  func groupChart(of group: MeasureGroup) -> JSONTree? {
    let shown = measures(of: group).prefix(Self.mostPanels)
    guard !shown.isEmpty else { return nil }
    let panels = shown.enumerated().map { place, measure in
      panel(place, measure, in: group)
    }
    return chart(
      text("group.\(group.rawValue)"),
      ["concat": .list(panels), "columns": 3, "spacing": ["row": 16, "column": 22]]
    )
  }

  /// The name of a measure, in two lines where Latin letters do not fit over a panel.
  private func title(of measure: MeasureTable) -> JSONTree {
    let name = name(of: measure)
    guard language == .en, name.count > Self.lettersOverPanel,
      let space = name.prefix(Self.lettersOverPanel + 1).lastIndex(of: " ")
    else { return .text(name) }
    return .list([.text(String(name[..<space])), .text(String(name[space...].dropFirst()))])
  }

  /// Only the leftmost panel of a row names the policies.
  private func panel(_ place: Int, _ measure: MeasureTable, in group: MeasureGroup) -> JSONTree {
    let axis = axis(of: measure).unit
    let names: JSONTree =
      place % 3 == 0
      ? ["title": .null, "labelLimit": 260]
      : ["title": .null, "labels": false, "ticks": false]
    return [
      "title": [
        "text": title(of: measure), "fontSize": 14, "fontWeight": "normal", "limit": 280,
        "anchor": "start", "frame": "group", "offset": 4,
      ],
      "width": 262, "height": ["step": 21],
      "data": ["name": .text("group.\(group.rawValue).\(language.rawValue)")],
      "transform": [
        ["filter": ["field": "panel", "equal": .number(Double(place))]], policyNames,
      ],
      "encoding": [
        "y": ["field": "policyName", "type": "nominal", "sort": policyOrder, "axis": names]
      ],
      "layer": [
        [
          "mark": ["type": "rule", "color": ChartTheme.policy, "strokeWidth": 2.5],
          "encoding": [
            "x": [
              "field": "low", "type": "quantitative", "scale": ["zero": false],
              "axis": [
                "title": .text(axis), "tickCount": 4, "format": "~f", "labelSeparation": 8,
              ],
            ],
            "x2": ["field": "high"],
          ],
        ],
        [
          "mark": ["type": "point", "filled": true, "size": 60],
          "encoding": [
            "x": ["field": "mean", "type": "quantitative"],
            "color": [
              "condition": ["test": "datum.policy === 0", "value": ChartTheme.baseline],
              "value": ChartTheme.policy,
            ],
            "tooltip": [
              ["field": "policyName", "title": .text(text("column.policy"))],
              [
                "field": "mean", "title": .text(name(of: measure) + " " + axis),
                "type": "quantitative", "format": ".3f",
              ],
            ],
          ],
        ],
      ],
    ]
  }
}
