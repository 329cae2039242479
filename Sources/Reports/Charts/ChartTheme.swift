internal import Experiments

/// One look for all charts: fonts, sizes and a palette that colour-blind readers can tell apart.
enum ChartTheme {
  /// Vermilion, bluish green, blue and grey of Okabe and Ito, which differ in lightness too.
  static let policy: JSONTree = "#0072B2"
  static let baseline: JSONTree = "#7A7A7A"
  static let target: JSONTree = "#D55E00"
  static let inside: JSONTree = "#0072B2"
  static let outside: JSONTree = "#D55E00"
  /// Several policies in one chart: the first is the reference.
  static let policies: [JSONTree] = [
    baseline, policy, "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#8A6FB0",
  ]
  static let ink: JSONTree = "#1A1A1A"

  private static let fonts: JSONTree =
    "'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC','SimHei',sans-serif"

  /// The shared part of every specification.
  static var config: JSONTree {
    [
      "font": fonts,
      "lineBreak": "\n",
      "background": "white",
      "view": ["stroke": "#D0D0D0"],
      "axis": [
        "labelFontSize": 14, "titleFontSize": 14, "labelColor": ink, "titleColor": ink,
        "titleFontWeight": "normal", "gridColor": "#E6E6E6", "labelLimit": 260,
      ],
      "header": ["labelFontSize": 14, "labelColor": ink, "labelLimit": 300, "title": .null],
      "legend": [
        "labelFontSize": 14, "titleFontSize": 14, "labelColor": ink, "titleColor": ink,
        "titleFontWeight": "normal", "labelLimit": 240,
      ],
      "title": [
        "fontSize": 16, "subtitleFontSize": 13, "color": ink, "subtitleColor": "#8A3B00",
        "anchor": "start", "subtitlePadding": 4, "offset": 12,
      ],
    ]
  }
}

extension Told {
  /// A specification with schema, title, the synthetic-data mark and the shared look.
  func chart(_ title: String, _ body: JSONTree) -> JSONTree {
    let frame: JSONTree = [
      "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
      "title": ["text": .text(title), "subtitle": .text(text("badge.synthetic"))],
      "config": ChartTheme.config,
    ]
    return frame.with(body)
  }

  /// The transform that puts a policy's title beside its place.
  var policyNames: JSONTree {
    [
      "lookup": "policy",
      "from": [
        "data": ["name": "policies"], "key": "policy",
        "fields": ["policyName", "panelName"],
      ],
    ]
  }

  /// Titles that are all different: one that an earlier one bears already is numbered.
  func distinct(_ titles: [String]) -> [String] {
    titles.enumerated().map { place, own in
      let earlier = titles[..<place].count { $0 == own }
      return earlier == 0 ? own : own + " [\(earlier + 1)]"
    }
  }
}

extension Edition {
  /// Titles of the policies, as a dataset of this language.
  var policyData: JSONTree {
    .list(
      outcome.policies.indices.map { place in
        let title = label(ofPolicy: place)
        return [
          "policy": .number(Double(place)), "policyName": .text(title),
          "panelName": .text(panelName(ofPolicy: place)),
        ]
      }
    )
  }

  /// Title of a policy on an axis; charts join what bears the same title, so no two may.
  func label(ofPolicy place: Int) -> String {
    distinct(outcome.policies.indices.map(name(ofPolicy:)))[place]
  }

  /// Title of a policy in at most two lines, as wide as a small panel.
  func panelName(ofPolicy place: Int) -> String {
    let names = outcome.policies.indices.map {
      DisplayWidth.wrapped(name(ofPolicy: $0), width: 28, lines: 2)
    }
    return distinct(names)[place]
  }

  /// The order of policies down an axis.
  var policyOrder: JSONTree {
    .list(outcome.policies.indices.map { .text(label(ofPolicy: $0)) })
  }
}
