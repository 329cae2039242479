internal import Experiments

/// The stretch of land that a map shows, in kilometres.
struct MapFrame {
  private let west: Double
  private let south: Double
  let width: Double
  let height: Double

  /// The frame around everything, `nil` for an empty map.
  init?(_ map: MapTable) {
    let corners = map.borders.flatMap(\.self).filter { $0.count == 2 }
    let xs = map.settlements.map(\.x) + corners.map { $0[0] }
    let ys = map.settlements.map(\.y) + corners.map { $0[1] }
    guard let west = xs.min(), let east = xs.max(), let south = ys.min(), let north = ys.max()
    else { return nil }
    self.west = west - 1
    self.south = south - 1
    width = east - west + 2
    height = north - south + 2
  }

  /// Positions east and north, one kilometre as long as the other.
  var encoding: JSONTree {
    func axis(_ field: JSONTree, from: Double, to: Double) -> JSONTree {
      [
        "field": field, "type": "quantitative", "axis": .null,
        "scale": ["domain": [.number(from), .number(to)], "nice": false, "zero": false],
      ]
    }
    return [
      "x": axis("x", from: west, to: west + width), "y": axis("y", from: south, to: south + height),
    ]
  }
}

/// The datasets of the map; they are the same in both languages.
enum MapData {
  /// Three round numbers of residents for the legend: small, middle and large.
  static func sizes(_ map: MapTable) -> [Double] {
    let sorted = map.settlements.map { Double($0.residents) }.sorted()
    guard let most = sorted.last, most > 0 else { return [] }
    let middle = sorted[sorted.count / 2]
    var sizes: [Double] = []
    for value in [middle, (middle * most).squareRoot(), most] {
      let unit = Rounding.magnitude(of: value)
      let round = max(1, (value / unit).rounded(.down)) * unit
      if !sizes.contains(round) { sizes.append(round) }
    }
    return sizes
  }

  static func border(_ map: MapTable) -> JSONTree {
    .list(
      map.borders.enumerated().flatMap { county, border in
        let corners = border.filter { $0.count == 2 }
        let closed = corners + corners.prefix(1)
        return closed.enumerated().map { place, corner -> JSONTree in
          [
            "county": .number(Double(county)), "order": .number(Double(place)),
            "x": .number(corner[0]), "y": .number(corner[1]),
          ]
        }
      }
    )
  }

  static func roads(_ map: MapTable) -> JSONTree {
    let ends = map.settlements
    return .list(
      map.roads.compactMap { road in
        guard ends.indices.contains(road.a), ends.indices.contains(road.b) else { return nil }
        let isMain = road.kind == "countyRoad" || road.kind == "urbanStreet"
        return [
          "x": .number(ends[road.a].x), "y": .number(ends[road.a].y),
          "x2": .number(ends[road.b].x), "y2": .number(ends[road.b].y),
          "main": isMain ? 1 : 0,
        ]
      }
    )
  }

  static func settlements(_ map: MapTable) -> JSONTree {
    .list(
      map.settlements.enumerated().map { place, one in
        [
          "place": .number(Double(place)), "x": .number(one.x), "y": .number(one.y),
          "residents": .number(Double(one.residents)),
          "zh": .text(PlainText.shown(one.zh)), "en": .text(PlainText.shown(one.en)),
        ]
      }
    )
  }

  /// What each policy does for each settlement in one year.
  static func coverage(_ outcome: OutcomeTable, year: Int) -> JSONTree {
    let column = outcome.years.firstIndex(of: year)
    var rows: [JSONTree] = []
    for policy in outcome.policies.indices {
      for (place, one) in outcome.map.settlements.enumerated() {
        let last = column.flatMap { column in
          one.years.indices.contains(policy) && one.years[policy].indices.contains(column)
            ? one.years[policy][column] : nil
        }
        let share = last.flatMap { $0.calls > 0 ? 100 * $0.inTime / $0.calls : nil }
        let minutes =
          one.stationMinutes.indices.contains(policy) ? one.stationMinutes[policy] : nil
        rows.append([
          "policy": .number(Double(policy)), "place": .number(Double(place)),
          "minutes": minutes.map { .number(($0 * 10).rounded() / 10) } ?? .null,
          "inside": Circles.isInside(one, policy: policy) ? 1 : 0,
          "share": share.map { .number(($0 * 10).rounded() / 10) } ?? .null,
        ])
      }
    }
    return .list(rows)
  }

  /// Facilities from township level up, and ambulance stations with the policies that open them.
  static func places(_ map: MapTable) -> JSONTree {
    let facilities = map.facilities.filter { ["township", "county"].contains($0.tier) }
    let rows: [JSONTree] = facilities.map { one in
      [
        "kind": .text(one.tier), "x": .number(one.x), "y": .number(one.y),
        "zh": .text(PlainText.shown(one.zh)), "en": .text(PlainText.shown(one.en)),
        "policies": .null,
      ]
    }
    let stations: [JSONTree] = map.stations.map { one in
      [
        "kind": "station", "x": .number(one.x), "y": .number(one.y),
        "zh": .text(PlainText.shown(one.zh)), "en": .text(PlainText.shown(one.en)),
        "policies": .list(one.policies.map { .number(Double($0)) }),
      ]
    }
    return .list(rows + stations)
  }
}
