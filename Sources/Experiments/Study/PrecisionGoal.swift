internal import CountyModel

/// Replications are added until one measure is known well enough under every policy.
public struct PrecisionGoal: Sendable, Hashable {
  /// The `id` of the measure.
  public let measure: String
  /// When one policy has enough.
  public let plan: SequentialReplications

  /// A goal from its parts.
  public init(measure: String, plan: SequentialReplications) {
    self.measure = measure
    self.plan = plan
  }

  /// What to do after some replications: how many there must be next, or `nil` at the end.
  func judge(_ readings: [[Readings]], of study: Study) throws -> (
    next: Int?, reached: ReachedPrecision
  ) {
    guard let declared = Measure.named(measure) else {
      throw PrecisionProblem.unknownMeasure(measure)
    }
    let years = readings[0][0].years
    let year = study.targets.map(\.year).filter(years.contains).max() ?? years.last
    guard let place = year.flatMap(years.firstIndex(of:)) else {
      throw PrecisionProblem.nothingToMeasure(measure)
    }
    let values = readings.map { $0.compactMap { $0.value(of: declared, inYear: years[place]) } }
    guard values.allSatisfy({ $0.count == readings[0].count }) else {
      throw PrecisionProblem.nothingToMeasure(measure)
    }
    var (next, since, gaveUp) = (0, plan.first, false)
    for values in values {
      switch plan.decision(after: values) {
      case .enough(let first): since = max(since, first)
      case .runUntil(let count): next = max(next, count)
      case .gaveUp: gaveUp = true
      }
    }
    let isReached = next == 0 && !gaveUp
    let reached = ReachedPrecision(
      measure: measure,
      year: years[place],
      relative: plan.rule.relative,
      level: plan.rule.level,
      lookAhead: plan.lookAhead,
      replications: readings[0].count,
      since: isReached ? since : nil
    )
    return (gaveUp || next == 0 ? nil : next, reached)
  }
}

/// How precise a measure became.
public struct ReachedPrecision: Codable, Sendable, Hashable {
  /// The `id` of the measure.
  public let measure: String
  /// The calendar year that was judged.
  public let year: Int
  /// The part of the mean that half the interval was to be.
  public let relative: Double
  /// Confidence level of the interval.
  public let level: Double
  /// How many further replications the precision had to hold for.
  public let lookAhead: Int
  /// Replications that were run.
  public let replications: Int
  /// The replication since which the precision held under every policy; `nil` if it never did.
  public let since: Int?
}

/// Why no precision can be asked for.
public enum PrecisionProblem: Error, Sendable, Hashable {
  /// The model declares no such measure.
  case unknownMeasure(String)
  /// A replication had nothing to measure in the year that is judged.
  case nothingToMeasure(String)
}
