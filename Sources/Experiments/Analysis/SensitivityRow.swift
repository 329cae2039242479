/// Which part of a measure's variance comes from which axis, by Sobol's indices.
public struct SensitivityRow: Encodable, Sendable {
  /// From which points the indices are estimated.
  public enum Method: String, Encodable, Sendable {
    /// A Saltelli design: first and total indices with bootstrap intervals over base points.
    case saltelli
    /// The points of a sampled design as they are: first indices.
    case givenData
    /// The outer points around one point of the inner design: first indices of what is not known.
    case outer
  }

  /// From which points.
  public let method: Method
  /// The `id` of the policy.
  public let policy: String
  /// The `id` of the measure.
  public let measure: String
  /// Calendar year.
  public let year: Int
  /// Place of the point of the inner design around which the outer points lie.
  public let point: Int?
  /// Base points, or points, of which everything was measured.
  public let points: Int
  /// Variance of the measure over those points.
  public let variance: Double
  /// One for each axis that is varied here.
  public let indices: [Index]

  /// The indices of one axis.
  public struct Index: Encodable, Sendable {
    /// Path of the axis.
    public let path: String
    /// Part of the variance that goes when the axis becomes known.
    public let first: Share
    /// Part that stays when everything but the axis is known; only of a Saltelli design.
    public let total: Share?
    /// What no `first` of these axes would pass in 95 of 100 designs if none of them mattered; only
    /// where it is estimated in classes, without an interval.
    public let chance: Double?
  }

  /// A part of the variance.
  ///
  /// Estimates may leave 0 to 1 by what chance adds.
  public struct Share: Encodable, Sendable {
    /// The estimate.
    public let value: Double
    /// Lower end of its 95 % bootstrap interval.
    public let low: Double?
    /// Upper end.
    public let high: Double?
  }
}

extension SensitivityRow {
  /// Resamples of a bootstrap.
  private static let resamples = 1000

  /// Indices of a Saltelli design; `nil` for fewer than two complete base points, or when nothing
  /// moves the measure.
  init?(saltelli results: SweepResults, _ question: SweepQuestion) {
    let manifest = results.manifest
    let axes = manifest.innerAxes
    let answers = SaltelliAnswers(
      (0..<manifest.design.points).map { results.answer(question, point: $0) },
      inputs: axes.count
    )
    guard let found = answers.indices else { return nil }
    let drawn = Bootstrap.places(
      count: answers.one.count,
      resamples: Self.resamples,
      seed: manifest.contract.seed
    ).compactMap(answers.indices(at:))
    self.init(
      method: .saltelli,
      policy: manifest.policies[question.policy].id,
      measure: question.measure,
      year: question.year,
      point: nil,
      points: answers.one.count,
      variance: DecimalText.rounded(Sample(answers.one + answers.other).variance ?? 0),
      indices: axes.enumerated().map { place, axis in
        Index(
          path: axis.path,
          first: Share(found.first[place], drawn.map { $0.first[place] }),
          total: Share(found.total[place], drawn.map { $0.total[place] }),
          chance: nil
        )
      }
    )
  }

  /// First indices from the points of a sampled design as they are.
  init?(givenData results: SweepResults, _ question: SweepQuestion) {
    let manifest = results.manifest
    let points = (0..<manifest.design.points).compactMap { point in
      results.answer(question, point: point).map { (manifest.innerValues(ofPoint: point), $0) }
    }
    self.init(.givenData, points, manifest.innerAxes, manifest, question, point: nil)
  }

  /// First indices of what is not known, around one point of the inner design.
  init?(outer results: SweepResults, _ question: SweepQuestion, point: Int) {
    let manifest = results.manifest
    let points = (0..<(manifest.design.outer ?? 0)).compactMap { outer in
      let place = manifest.place(ofPoint: point, outer: outer)
      return results.mean(question, place: place).map {
        (manifest.uncertainValues(ofPlace: place), $0)
      }
    }
    self.init(.outer, points, manifest.uncertainAxes, manifest, question, point: point)
  }

  private init?(
    _ method: Method,
    _ points: [(values: [Double], answer: Double)],
    _ axes: [SweepManifest.Axis],
    _ manifest: SweepManifest,
    _ question: SweepQuestion,
    point: Int?
  ) {
    let answers = points.map(\.answer)
    let found = GivenDataIndices(
      points.map(\.values),
      answers: answers,
      seed: manifest.contract.seed
    )
    guard let found else { return nil }
    self.init(
      method: method,
      policy: manifest.policies[question.policy].id,
      measure: question.measure,
      year: question.year,
      point: point,
      points: points.count,
      variance: DecimalText.rounded(Sample(answers).variance ?? 0),
      indices: axes.enumerated().map { place, axis in
        Index(
          path: axis.path,
          first: Share(found.first[place]),
          total: nil,
          chance: DecimalText.rounded(found.chance)
        )
      }
    )
  }
}

extension SensitivityRow.Share {
  /// An estimate with the percentiles of its resamples; without an interval when there are none.
  fileprivate init(_ value: Double, _ resamples: [Double] = []) {
    self.value = DecimalText.rounded(value)
    let tail = (1 - Estimate.level) / 2
    low =
      resamples.isEmpty ? nil : DecimalText.rounded(SampleQuantile.value(tail, of: resamples))
    high =
      resamples.isEmpty
      ? nil : DecimalText.rounded(SampleQuantile.value(1 - tail, of: resamples))
  }
}
