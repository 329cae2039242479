/// What moves one measure, by Morris's elementary effects.
public struct ScreeningRow: Encodable, Sendable {
  /// The `id` of the policy.
  public let policy: String
  /// The `id` of the measure.
  public let measure: String
  /// Calendar year.
  public let year: Int
  /// Trajectories of which every point was measured.
  public let trajectories: Int
  /// One for each axis, in their order.
  public let effects: [Effect]

  /// What one axis does over its whole range, in the unit of the measure.
  public struct Effect: Encodable, Sendable {
    /// Path of the axis.
    public let path: String
    /// Mean effect (μ), with Student's t interval over trajectories.
    public let mean: Estimate
    /// Mean of the absolute effects (μ*): how much the axis matters.
    public let absoluteMean: Estimate
    /// Standard deviation of the effects (σ): above 0 where the effect bends or depends on others.
    public let deviation: Double
  }

  /// Screens one measure; `nil` without a complete trajectory, or when nothing moves it.
  init?(of results: SweepResults, _ question: SweepQuestion) {
    let manifest = results.manifest
    let axes = manifest.innerAxes
    let size = MorrisDesign.points(ofTrajectory: axes.count)
    var (paths, answers): ([[[Double]]], [[Double]]) = ([], [])
    for start in stride(from: 0, to: manifest.design.points, by: size) {
      let points = start..<start + size
      let row = points.compactMap { results.answer(question, point: $0) }
      guard row.count == size else { continue }
      answers.append(row)
      paths.append(
        points.map { point in
          zip(axes, manifest.innerValues(ofPoint: point)).map { $0.shareOfRange($1) }
        }
      )
    }
    guard !paths.isEmpty else { return nil }
    let effects = MorrisScreening.effects(paths: paths, answers: answers)
    guard effects.contains(where: { $0.absoluteMean > 0 }) else { return nil }
    policy = manifest.policies[question.policy].id
    measure = question.measure
    year = question.year
    trajectories = paths.count
    self.effects = zip(axes, effects).compactMap { axis, effect in
      guard let mean = Estimate(ofReplications: effect.changes),
        let absoluteMean = Estimate(ofReplications: effect.changes.map(abs))
      else { return nil }
      return Effect(
        path: axis.path,
        mean: mean,
        absoluteMean: absoluteMean,
        deviation: DecimalText.rounded(effect.deviation)
      )
    }
  }
}

extension SweepManifest.Axis {
  /// A value as a share of its range, from 0 to 1.
  fileprivate func shareOfRange(_ value: Double) -> Double {
    guard let low, let high, high > low else { return value }
    return (value - low) / (high - low)
  }
}
