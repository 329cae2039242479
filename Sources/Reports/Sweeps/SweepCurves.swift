internal import Experiments

/// Measures against what was varied: a chart for each measure, a panel for each axis.
extension SweepEdition {
  /// Most measures that are drawn; the table below has all.
  private static let mostCharts = 6
  /// Most panels of one chart.
  private static let mostPanels = 9

  /// The measures that are drawn: those that had something to measure.
  var drawn: [MeasureTable] { Array(measures.prefix(Self.mostCharts)) }

  /// Places of the axes that take more than one value.
  private var moving: [Int] {
    manifest.axes.indices.filter { place in
      Set(manifest.points.map { $0.values[place] }).count > 1
    }
  }

  /// Places of the axes that are drawn.
  var panels: [Int] { Array(moving.prefix(Self.mostPanels)) }

  var curveSection: Slots {
    let isJoined = manifest.design.joinsPoints
    var parts = [text("sweep.curves"), text(isJoined ? "sweep.lines" : "sweep.scatter")]
    if manifest.policies.indices.contains(where: results.isUnmoved(policy:)) {
      parts.append(text("sweep.flat"))
    }
    let isCut = drawn.count < measures.count || panels.count < moving.count
    let counts = [String(drawn.count), String(panels.count)]
    return [
      "explain": parts.joined(separator: language.pick(zh: "", en: " ")),
      "more": furtherPoints + (isCut ? [text("sweep.firstCharts", counts[0], counts[1])] : []),
    ]
  }

  /// The chart of a measure; `nil` without anything to draw.
  func curveChart(of place: Int) -> JSONTree? {
    guard !panels.isEmpty else { return nil }
    let measure = drawn[place]
    let unit = UnitText(named: measure.unit)
    let title = text("word.interval", name(of: measure), unit.name(language))
    return chart(
      title + text("page.comma") + String(year),
      [
        "concat": .list(panels.enumerated().map { panel($1, column: $0, of: place, unit) }),
        "columns": .number(Double(columns)), "spacing": ["row": 22, "column": 24],
        "resolve": ["scale": ["y": "shared", "color": "shared"], "legend": ["color": "shared"]],
      ]
    )
  }

  private var columns: Int { min(3, panels.count) }

  private func panel(_ axis: Int, column: Int, of measure: Int, _ unit: UnitText) -> JSONTree {
    let value = JSONTree.text("v\(axis)")
    let group = JSONTree.text("g\(axis)")
    let x: JSONTree = [
      "field": value, "type": "quantitative", "scale": ["zero": false, "nice": true],
      "axis": xAxis(manifest.axes[axis]),
    ]
    let yTitle = column % columns == 0 ? JSONTree.text(unit.name(language)) : .null
    let y: JSONTree = [
      "field": "mean", "type": "quantitative", "scale": ["zero": false],
      "axis": ["title": yTitle, "tickCount": 6],
    ]
    let width = [620.0, 480, 310][columns - 1]
    var layers = targetRules(of: drawn[measure], unit) + flatLine(x, y)
    layers.append(bars(x))
    layers += joined(x, y, by: group)
    layers.append(dots(x, y, axis, unit))
    return [
      "width": .number(width), "height": 200,
      "data": ["name": "sweepLevels"],
      "transform": [
        ["filter": ["field": "measure", "equal": .number(Double(measure))]], policyNames,
        [
          "lookup": "point",
          "from": [
            "data": ["name": "sweepPoints"], "key": "point", "fields": [value, group, "name"],
          ],
        ],
        ["filter": ["field": group, "valid": true]],
      ],
      "encoding": ["color": colour],
      "layer": .list(layers),
    ]
  }

  private func xAxis(_ axis: SweepManifest.Axis) -> JSONTree {
    let name = DisplayWidth.wrapped(words.name(of: axis), width: columns < 3 ? 64 : 40, lines: 2)
    guard axis.kind != .policy else {
      let (on, off) = (text("sweepaxis.on"), text("sweepaxis.off"))
      return [
        "title": .text(name), "values": [0, 1],
        "labelExpr": .text("datum.value === 1 ? '\(on)' : '\(off)'"),
      ]
    }
    let unit = UnitText(named: axis.unit ?? "")
    let hasUnit = unit != .number && unit != .count
    return [
      "title": .text(hasUnit ? text("word.interval", name, unit.name(language)) : name),
      "tickCount": 5, "format": "~f",
    ]
  }

  private var colour: JSONTree {
    let palette = ChartTheme.policies
    let colours = manifest.policies.indices.map { place in
      manifest.policies.count == 1 ? ChartTheme.policy : palette[place % palette.count]
    }
    let legend: JSONTree =
      manifest.policies.count > 1
      ? ["orient": "top", "title": .null, "direction": "horizontal"] : .null
    return [
      "field": "policyName", "type": "nominal",
      "scale": [
        "domain": .list(policyLabels.map { .text($0) }),
        "range": .list(colours),
      ],
      "legend": legend,
    ]
  }

  // MARK: Layers

  private func targetRules(of measure: MeasureTable, _ unit: UnitText) -> [JSONTree] {
    let values = ground.targets.filter { $0.measure == measure.id && $0.kind != .rise }.map(\.value)
    return Set(values).sorted().map { value -> JSONTree in
      [
        "mark": [
          "type": "rule", "color": ChartTheme.target, "strokeDash": [5, 3], "strokeWidth": 1.5,
        ],
        "encoding": [
          "y": ["datum": .number(value * unit.axisFactor)], "color": .null,
        ],
      ]
    }
  }

  /// A policy that nothing moves.
  private func flatLine(_ x: JSONTree, _ y: JSONTree) -> [JSONTree] {
    guard manifest.policies.indices.contains(where: results.isUnmoved(policy:)) else { return [] }
    let layer: JSONTree = [
      "transform": [["filter": "datum.flat"]],
      "mark": ["type": "line", "strokeWidth": 2],
      "encoding": ["x": x, "y": y],
    ]
    return [layer]
  }

  private func bars(_ x: JSONTree) -> JSONTree {
    [
      "transform": [["filter": "!datum.flat"]],
      "mark": ["type": "rule", "strokeWidth": 1.5, "opacity": 0.6],
      "encoding": [
        "x": x, "y": ["field": "low", "type": "quantitative", "scale": ["zero": false]],
        "y2": ["field": "high"],
      ],
    ]
  }

  /// Joins the points at which all but one axis are the same.
  private func joined(_ x: JSONTree, _ y: JSONTree, by group: JSONTree) -> [JSONTree] {
    guard manifest.design.joinsPoints else { return [] }
    let layer: JSONTree = [
      "transform": [["filter": "!datum.flat"]],
      "mark": ["type": "line", "strokeWidth": 1.2, "opacity": 0.55],
      "encoding": ["x": x, "y": y, "detail": ["field": group, "type": "nominal"]],
    ]
    return [layer]
  }

  private func dots(_ x: JSONTree, _ y: JSONTree, _ axis: Int, _ unit: UnitText) -> JSONTree {
    func number(_ field: JSONTree, _ title: String, _ format: JSONTree) -> JSONTree {
      ["field": field, "title": .text(title), "type": "quantitative", "format": format]
    }
    return [
      "transform": [["filter": "!datum.flat"]],
      "mark": ["type": "point", "filled": true, "size": 34, "opacity": 0.9],
      "encoding": [
        "x": x, "y": y,
        "tooltip": [
          ["field": "name", "title": .text(text("page.sweepPoint"))],
          ["field": "policyName", "title": .text(text("column.policy"))],
          number(.text("v\(axis)"), words.name(of: manifest.axes[axis]), "~f"),
          number("mean", unit.name(language), ".3f"), number("low", text("chart.low"), ".3f"),
          number("high", text("chart.high"), ".3f"),
        ],
      ],
    ]
  }
}

extension SweepManifest.Design {
  /// Whether points differ from each other in one axis alone.
  var joinsPoints: Bool { ["grid", "factorial", "one-at-a-time"].contains(kind) }
}
