public import Experiments

/// `points.csv`: every measure at every point and under every policy, by year.
public enum SweepCSV {
  /// One line for each estimate; what was varied stands in columns of its own.
  public static func render(_ results: SweepResults) -> String {
    let manifest = results.manifest
    var table = CSVText(
      columns: ["point", "outer"] + manifest.axes.map { PlainText.shown($0.path) } + [
        "policy", "measure", "unit", "year", "replications", "mean", "halfWidth",
      ]
    )
    for (place, point) in manifest.points.enumerated() {
      let outer = point.outer.map(CSVText.Cell.whole) ?? .word("")
      let head = [.whole(place), outer] + point.values.map(CSVText.Cell.exact)
      for (policy, name) in manifest.policies.enumerated() {
        for measure in results.measures {
          for year in results.years {
            guard
              let estimate = results.estimate(
                of: measure.id,
                point: place,
                policy: policy,
                year: year
              )
            else { continue }
            table.add(
              head + [
                .word(PlainText.shown(name.id)), .word(PlainText.shown(measure.id)),
                .word(measure.unit), .whole(year), .whole(estimate.n), .decimal(estimate.mean),
                .decimal(estimate.halfWidth),
              ]
            )
          }
        }
      }
    }
    return table.text
  }
}
