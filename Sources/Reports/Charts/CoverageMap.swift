internal import Experiments

/// The county under one policy, twice: the static circle and the realised one.
extension Edition {
  /// Width of one map on the page, pixels.
  private static let width = 560.0

  func coverageMap() -> JSONTree? {
    guard let frame = MapFrame(outcome.map), !outcome.map.settlements.isEmpty else { return nil }
    let height = (Self.width * frame.height / frame.width).rounded()
    let size: JSONTree = ["width": .number(Self.width), "height": .number(height)]
    let choices = outcome.policies.indices.map { JSONTree.number(Double($0)) }
    return chart(
      text("map.title", String(year)),
      [
        "params": [
          [
            "name": "shown", "value": .number(Double(package ?? 0)),
            "bind": [
              "input": "select", "options": .list(choices), "labels": policyOrder,
              "name": .text(text("map.select")),
            ],
          ]
        ],
        "hconcat": [
          size.with([
            "title": panelTitle("map.static"),
            "layer": .list(ground(frame) + [staticLayer(frame)] + places(on: frame)),
          ]),
          size.with([
            "title": panelTitle("map.realised"),
            "layer": .list(ground(frame) + [realisedLayer(frame)] + places(on: frame)),
          ]),
        ],
        "spacing": 26,
        "resolve": [
          "scale": ["color": "independent", "size": "shared", "shape": "shared"],
          "legend": ["color": "independent"],
        ],
      ]
    )
  }

  private func panelTitle(_ key: String) -> JSONTree {
    [
      "text": .text(text(key)), "fontSize": 14, "fontWeight": "normal", "anchor": "start",
      "offset": 6,
    ]
  }

  private func ground(_ frame: MapFrame) -> [JSONTree] {
    [
      [
        "data": ["name": "border"],
        "mark": ["type": "line", "color": "#9A9A9A", "strokeDash": [4, 3], "strokeWidth": 1.2],
        "encoding": frame.encoding.with([
          "order": ["field": "order", "type": "quantitative"],
          "detail": ["field": "county", "type": "nominal"],
        ]),
      ],
      [
        "data": ["name": "roads"],
        "mark": ["type": "rule", "color": "#BDBDBD"],
        "encoding": frame.encoding.with([
          "x2": ["field": "x2"], "y2": ["field": "y2"],
          "strokeWidth": [
            "field": "main", "type": "quantitative", "legend": .null,
            "scale": ["domain": [0, 1], "range": [0.5, 1.6]],
          ],
        ]),
      ],
    ]
  }

  private func settlementLayer(_ frame: MapFrame, _ colour: JSONTree) -> JSONTree {
    let tips: [(String, String, String?)] = [
      ("name", "map.settlement", nil), ("residents", "map.residents", ","),
      ("minutes", "map.minutes", ".1f"), ("share", "map.share", ".1f"),
    ]
    let names: JSONTree = [
      "lookup": "place",
      "from": [
        "data": ["name": "settlements"], "key": "place",
        "fields": ["x", "y", "residents", "zh", "en"],
      ],
    ]
    return [
      "data": ["name": "coverage"],
      "transform": [
        ["filter": "datum.policy === shown"], names,
        ["calculate": .text("datum.\(language.rawValue)"), "as": "name"],
      ],
      "mark": [
        "type": "circle", "opacity": 0.85, "invalid": "show", "stroke": "white", "strokeWidth": 0.4,
      ],
      "encoding": frame.encoding.with([
        "color": colour,
        "size": [
          "field": "residents", "type": "quantitative",
          "scale": ["type": "linear", "range": [3, 190]],
          "legend": [
            "title": .text(text("map.residents")), "orient": "bottom",
            "values": .list(MapData.sizes(outcome.map).map(JSONTree.number)),
            "symbolFillColor": "#7A7A7A", "symbolStrokeColor": "#7A7A7A",
          ],
        ],
        "tooltip": .list(
          tips.map { field, key, format in
            let tip: JSONTree = ["field": .text(field), "title": .text(text(key))]
            return format.map { tip.with(["type": "quantitative", "format": .text($0)]) } ?? tip
          }
        ),
      ]),
    ]
  }

  private func staticLayer(_ frame: MapFrame) -> JSONTree {
    settlementLayer(
      frame,
      [
        "field": "inside", "type": "nominal",
        "scale": ["domain": [1, 0], "range": [ChartTheme.inside, ChartTheme.outside]],
        "legend": [
          "title": .text(text("map.static.legend")), "orient": "bottom", "symbolType": "circle",
          "labelExpr": .text(
            "datum.value === 1 ? '\(text("map.inside"))' : '\(text("map.outside"))'"
          ),
        ],
      ]
    )
  }

  private func realisedLayer(_ frame: MapFrame) -> JSONTree {
    settlementLayer(
      frame,
      [
        "condition": ["test": "datum.share === null", "value": "#C9C9C9"],
        "field": "share", "type": "quantitative",
        "scale": ["domain": [0, 100], "scheme": "cividis"],
        "legend": [
          "title": .text(text("map.realised.legend")), "orient": "bottom",
          "gradientLength": 200, "format": "d",
        ],
      ]
    )
  }

  /// Facilities from township level up and the stations that this policy keeps open.
  ///
  /// Several may stand in one settlement, so each kind keeps to its own side of it.
  private func places(on frame: MapFrame) -> [JSONTree] {
    [
      placeLayer(frame, Marker(kind: "township", size: 46, shift: 7)),
      placeLayer(frame, Marker(kind: "county", size: 150, shift: 0)),
      placeLayer(frame, Marker(kind: "station", size: 110, shift: -8)),
    ]
  }

  private func placeLayer(_ frame: MapFrame, _ marker: Marker) -> JSONTree {
    let labels =
      "{'station':'\(text("map.station"))','county':'\(text("map.county"))',"
      + "'township':'\(text("map.township"))'}[datum.value]"
    return [
      "data": ["name": "places"],
      "transform": [
        ["filter": ["field": "kind", "equal": .text(marker.kind)]],
        ["filter": "datum.policies === null || indexof(datum.policies, shown) >= 0"],
        ["calculate": .text("datum.\(language.rawValue)"), "as": "name"],
      ],
      "mark": [
        "type": "point", "filled": true, "fill": ChartTheme.ink, "stroke": "#FFFFFF",
        "strokeWidth": 1, "opacity": 1, "size": .number(marker.size),
        "yOffset": .number(marker.shift),
      ],
      "encoding": frame.encoding.with([
        "shape": [
          "field": "kind", "type": "nominal",
          "scale": [
            "domain": ["station", "county", "township"],
            "range": ["triangle-up", "cross", "square"],
          ],
          "legend": [
            "title": .text(text("map.places")), "orient": "bottom", "labelExpr": .text(labels),
            "symbolFillColor": "#1A1A1A", "symbolStrokeColor": "#1A1A1A", "symbolSize": 90,
          ],
        ],
        "tooltip": [["field": "name", "title": .text(text("map.place"))]],
      ]),
    ]
  }
}

/// How one kind of place is drawn on a map.
private struct Marker {
  let kind: String
  let size: Double
  /// Pixels downwards from the settlement.
  let shift: Double
}
