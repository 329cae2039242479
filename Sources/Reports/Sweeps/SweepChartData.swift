internal import Experiments

extension ChartBook {
  /// The charts of a sweep.
  init(_ editions: [SweepEdition]) {
    let charts = editions.flatMap { edition in
      edition.drawn.indices.compactMap { place in
        edition.curveChart(of: place).map {
          Chart(name: "curve.\(place)", language: edition.language, specification: $0)
        }
      }
    }
    self.init(charts: charts, data: Self.data(editions))
  }

  private static func data(_ editions: [SweepEdition]) -> JSONTree {
    guard let first = editions.first else { return [:] }
    return .object(
      [
        JSONTree.Field(key: "sweepPoints", value: first.pointData),
        JSONTree.Field(key: "sweepLevels", value: first.levelData),
      ]
        + editions.map {
          JSONTree.Field(key: "policies.\($0.language.rawValue)", value: $0.policyData)
        }
    )
  }
}

extension SweepEdition {
  /// Titles of the policies on the legend.
  var policyLabels: [String] { distinct(manifest.policies.indices.map(name(ofPolicy:))) }

  fileprivate var policyData: JSONTree {
    .list(
      policyLabels.enumerated().map { place, title in
        ["policy": .number(Double(place)), "policyName": .text(title), "panelName": .text(title)]
      }
    )
  }

  /// Where each point lies: its value on each axis that is drawn, and which line it is part of.
  fileprivate var pointData: JSONTree {
    let groups = Dictionary(uniqueKeysWithValues: panels.map { ($0, lineNumbers(along: $0)) })
    return .list(
      points.map { point in
        let values = manifest.points[point].values
        let fields = panels.flatMap { axis in
          let factor = UnitText(named: manifest.axes[axis].unit ?? "").axisFactor
          let group = groups[axis]?[point].map { JSONTree.number(Double($0)) } ?? .null
          return [
            JSONTree.Field(key: "v\(axis)", value: .number(values[axis] * factor)),
            JSONTree.Field(key: "g\(axis)", value: group),
          ]
        }
        return .object(
          [
            JSONTree.Field(key: "point", value: .number(Double(point))),
            JSONTree.Field(key: "name", value: .text(name(ofPoint: point))),
          ] + fields
        )
      }
    )
  }

  /// Which line along an axis each point is part of: points that differ in this axis alone share one.
  ///
  /// `nil` for a point of a one-at-a-time design that moves another axis.
  private func lineNumbers(along axis: Int) -> [Int?] {
    guard manifest.design.joinsPoints else { return manifest.points.map { _ in 0 } }
    var numbers: [[Double]: Int] = [:]
    var counts: [Int] = []
    let lines = manifest.points.map { point in
      let others = point.values.enumerated().map { $0 == axis ? 0 : $1 }
      let number = numbers[others] ?? counts.count
      if number == counts.count {
        numbers[others] = number
        counts.append(0)
      }
      counts[number] += 1
      return number
    }
    return lines.map { counts[$0] > 1 ? $0 : nil }
  }

  /// What was measured, by measure, point and policy.
  fileprivate var levelData: JSONTree {
    var rows: [JSONTree] = []
    for (place, measure) in drawn.enumerated() {
      let factor = UnitText(named: measure.unit).axisFactor
      for policy in manifest.policies.indices {
        let isFlat = results.isUnmoved(policy: policy)
        for point in points {
          guard
            let estimate = results.estimate(
              of: measure.id,
              point: point,
              policy: policy,
              year: year
            )
          else { continue }
          let half = (estimate.halfWidth ?? 0) * factor
          let mean = estimate.mean * factor
          rows.append([
            "measure": .number(Double(place)), "point": .number(Double(point)),
            "policy": .number(Double(policy)), "mean": .number(mean),
            "low": .number(mean - half), "high": .number(mean + half), "flat": .flag(isFlat),
          ])
        }
      }
    }
    return .list(rows)
  }
}
