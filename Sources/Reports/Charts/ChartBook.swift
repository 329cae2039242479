internal import Experiments

/// Every chart of the page: specifications for each language over shared data.
struct ChartBook {
  /// A chart and the name under which the page asks for it.
  struct Chart {
    let name: String
    let language: Language
    let specification: JSONTree

    /// The title, for readers who cannot see the chart.
    var label: String {
      guard case .object(let fields) = specification,
        case .object(let title) = fields.first(where: { $0.key == "title" })?.value,
        case .text(let words) = title.first(where: { $0.key == "text" })?.value
      else { return name }
      return words
    }
  }

  let charts: [Chart]
  /// What they show, by name.
  let data: JSONTree

  /// What the page's script reads.
  var source: String {
    let specifications = charts.map { chart in
      JSONTree.Field(
        key: "\(chart.name).\(chart.language.rawValue)",
        value: chart.specification
      )
    }
    return JSONTree.object([
      JSONTree.Field(key: "data", value: data),
      JSONTree.Field(key: "charts", value: .object(specifications)),
    ]).source
  }
}

extension Told {
  /// The charts of this language whose names begin alike, as templates ask for them.
  func chartSlots(_ book: ChartBook, _ prefix: String) -> [Slots] {
    book.charts
      .filter { $0.language == language && $0.name.hasPrefix(prefix) }
      .map { ["chart": $0.name, "label": $0.label] }
  }
}

extension ChartBook {
  /// The charts of a run.
  init(_ editions: [Edition]) {
    self.init(charts: editions.flatMap(Self.charts), data: Self.data(editions))
  }

  private static func charts(_ edition: Edition) -> [Chart] {
    var named: [(String, JSONTree?)] = [("map", edition.coverageMap())]
    for (place, id) in edition.outcome.headlines.enumerated() {
      named.append(("difference.\(place)", edition.differenceChart(of: id)))
    }
    for (place, target) in edition.chartedTargets.enumerated() {
      named.append(("trajectory.\(place)", edition.trajectoryChart(of: target)))
    }
    for group in MeasureGroup.allCases {
      named.append(("group.\(group.rawValue)", edition.groupChart(of: group)))
    }
    return named.compactMap { name, specification in
      specification.map {
        Chart(name: name, language: edition.language, specification: $0)
      }
    }
  }

  private static func data(_ editions: [Edition]) -> JSONTree {
    guard let first = editions.first else { return [:] }
    let map = first.outcome.map
    var fields = [
      JSONTree.Field(key: "differences", value: first.differenceData),
      JSONTree.Field(key: "trajectories", value: first.trajectoryData),
      JSONTree.Field(key: "border", value: MapData.border(map)),
      JSONTree.Field(key: "roads", value: MapData.roads(map)),
      JSONTree.Field(key: "settlements", value: MapData.settlements(map)),
      JSONTree.Field(key: "coverage", value: MapData.coverage(first.outcome, year: first.year)),
      JSONTree.Field(key: "places", value: MapData.places(map)),
    ]
    for edition in editions {
      let tag = edition.language.rawValue
      fields.append(JSONTree.Field(key: "policies.\(tag)", value: edition.policyData))
      for group in MeasureGroup.allCases {
        fields.append(
          JSONTree.Field(
            key: "group.\(group.rawValue).\(tag)",
            value: edition.groupData(of: group)
          )
        )
      }
    }
    return .object(fields)
  }
}
