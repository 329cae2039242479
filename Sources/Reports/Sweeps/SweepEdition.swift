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

  /// Title of a policy.
  func name(ofPolicy place: Int) -> String {
    written(zh: manifest.policies[place].zh, en: manifest.policies[place].en)
  }

  /// Title of an axis; its path where it has none.
  func name(of axis: SweepManifest.Axis) -> String {
    let title = written(zh: axis.zh, en: axis.en)
    return title.isEmpty ? PlainText.shown(axis.path) : title
  }

  /// Titles of all axes.
  var axisNames: [String] { distinct(manifest.axes.map(name(of:))) }

  /// A value on an axis, in words.
  func value(_ value: Double, on axis: SweepManifest.Axis) -> String {
    guard axis.kind != .policy else { return text(value == 1 ? "sweepaxis.on" : "sweepaxis.off") }
    return UnitText(named: axis.unit ?? "").written(value, language)
  }

  /// Values of a point, axis by axis.
  func values(ofPoint place: Int) -> [String] {
    zip(manifest.axes, manifest.points[place].values).map { value($1, on: $0) }
  }

  /// A point as tables name it: by its number, from 1.
  func name(ofPoint place: Int) -> String { String(place + 1) }

  /// What stands above a list of points that is cut off.
  var furtherPoints: [String] {
    guard points.count < manifest.points.count else { return [] }
    return [text("sweep.firstPoints", String(points.count), String(manifest.points.count))]
  }

  /// Every line of a table by point and policy: a policy that nothing moves stands once, first.
  var lines: [Line] {
    let policies = manifest.policies.indices
    let unmoved = policies.filter(results.isUnmoved(policy:)).map { Line(point: nil, policy: $0) }
    let moved = policies.filter { !results.isUnmoved(policy: $0) }
    return unmoved + points.flatMap { point in moved.map { Line(point: point, policy: $0) } }
  }

  /// A line of such a table.
  struct Line {
    /// Place of the point; `nil` for all of them.
    let point: Int?
    let policy: Int
  }

  /// The first cells of a line.
  func slots(of line: Line) -> Slots {
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
