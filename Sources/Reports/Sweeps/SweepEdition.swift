internal import Experiments

/// One sweep told in one language.
struct SweepEdition: Told {
  let results: SweepResults
  let ground: SweepGround
  /// One verdict for each point, policy and target, in this order.
  let verdicts: [SweepResults.PointVerdict]
  /// How sure the differences between policies are, judged together.
  let differences: SweepDifferences
  let language: Language

  /// Most points that stand on the page; all stand in `points.csv`.
  static let mostPoints = 400

  var manifest: SweepManifest { results.manifest }

  /// The points that stand on the page.
  var points: Range<Int> { 0..<min(manifest.points.count, Self.mostPoints) }

  /// The year at which tables and charts stand; 0 for a run that has no year.
  var year: Int { results.comparedYear(for: ground.targets) ?? 0 }

  /// The measures that are shown first.
  var measures: [MeasureTable] {
    results.shown.compactMap { id in results.measures.first { $0.id == id } }
  }

  /// The unit of a measure; a plain number for one that is not declared.
  func unit(of id: String) -> UnitText {
    UnitText(named: results.measures.first { $0.id == id }?.unit ?? "")
  }

  /// Names of what is varied and of the policies.
  var words: SweepWords { SweepWords(of: manifest, language) }

  /// Title of a policy.
  func name(ofPolicy place: Int) -> String { words.name(ofPolicy: manifest.policies[place].id) }

  /// Values of a point, axis by axis.
  func values(ofPoint place: Int) -> [String] {
    zip(manifest.axes, manifest.points[place].values).map { words.value($1, on: $0) }
  }

  /// A point as tables name it: by its number, from 1.
  func name(ofPoint place: Int) -> String { String(place + 1) }

  /// What stands above a list of points that is cut off.
  var furtherPoints: [String] {
    guard points.count < manifest.points.count else { return [] }
    return [text("sweep.firstPoints", String(points.count), String(manifest.points.count))]
  }

  /// Every line of a table by point and policy.
  var lines: [SweepLine] { results.lines(of: points) }

  /// The first cells of a line.
  func slots(of line: SweepLine) -> Slots {
    [
      "point": line.point.map(name(ofPoint:)) ?? text("sweep.everyPoint"),
      "values": line.point.map(values(ofPoint:)) ?? manifest.axes.map { _ in "" },
      "policy": name(ofPolicy: line.policy),
    ]
  }

  /// A value with half its interval.
  func cell(_ estimate: Estimate?, _ shown: (Double) -> Slots, _ unit: UnitText) -> Slots {
    guard let estimate else { return ["value": nothing] }
    var slots: Slots = ["value": shown(estimate.mean)]
    if estimate.halfWidth != nil { slots["spread"] = spread(estimate, unit) }
    return slots
  }
}
