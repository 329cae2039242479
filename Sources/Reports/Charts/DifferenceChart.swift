internal import Experiments

/// Policy minus baseline: a dot and its 95 % interval, one panel for each measure.
extension Edition {
  var differenceData: JSONTree {
    .list(
      differenceRows.map { row in
        let factor = unit(of: row.measure).axisFactor
        let mean = row.difference.mean * factor
        let half = (row.difference.halfWidth ?? 0) * factor
        return [
          "policy": .number(Double(row.policy)), "measure": .text(row.measure),
          "mean": .number(mean), "low": .number(mean - half), "high": .number(mean + half),
        ]
      }
    )
  }

  func differenceChart(of id: String) -> JSONTree? {
    guard let measure = measure(id), outcome.policies.count > 1 else { return nil }
    let unit = UnitText(named: measure.unit)
    let axis = text(
      "chart.differenceAxis",
      unit == .share ? text("axis.points") : unit.name(language)
    )
    let y: JSONTree = [
      "field": "policyName", "type": "nominal", "sort": policyOrder, "axis": ["title": .null],
    ]
    return chart(
      name(of: measure),
      [
        "width": 315, "height": ["step": 24],
        "data": ["name": "differences"],
        "transform": [
          ["filter": ["field": "measure", "equal": .text(id)]], policyNames,
        ],
        "encoding": ["y": y],
        "layer": [
          [
            "mark": ["type": "rule", "color": ChartTheme.baseline, "strokeWidth": 1.5],
            "encoding": ["x": ["datum": 0], "y": .null],
          ],
          [
            "mark": ["type": "rule", "color": ChartTheme.policy, "strokeWidth": 3],
            "encoding": [
              "x": [
                "field": "low", "type": "quantitative",
                "axis": ["title": .text(axis), "tickCount": 6],
              ],
              "x2": ["field": "high"],
            ],
          ],
          [
            "mark": ["type": "point", "filled": true, "size": 70, "color": ChartTheme.policy],
            "encoding": [
              "x": ["field": "mean", "type": "quantitative"],
              "tooltip": [
                ["field": "policyName", "title": .text(text("column.policy"))],
                [
                  "field": "mean", "title": .text(axis), "type": "quantitative",
                  "format": "+.3f",
                ],
                [
                  "field": "low", "title": .text(text("chart.low")), "type": "quantitative",
                  "format": "+.3f",
                ],
                [
                  "field": "high", "title": .text(text("chart.high")), "type": "quantitative",
                  "format": "+.3f",
                ],
              ],
            ],
          ],
        ],
      ]
    )
  }
}
