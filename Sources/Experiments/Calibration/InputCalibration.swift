public import CountyModel

/// An input that is not known, within the range in which it is believed to lie.
public struct FreeInput: Sendable, Hashable {
  /// Path in the county file.
  public let path: String
  /// Chinese title.
  public let zh: String
  /// English title.
  public let en: String
  /// Unit of the values.
  public let unit: FigureUnit
  /// What the county file says now.
  public let now: Double
  /// The values that may be chosen.
  public let range: ClosedRange<Double>
  /// Where the range is from.
  public let source: String

  /// An input from its parts.
  ///
  /// - Precondition: the range is not empty.
  public init(
    path: String,
    zh: String,
    en: String,
    unit: FigureUnit,
    now: Double,
    range: ClosedRange<Double>,
    source: String
  ) {
    precondition(range.lowerBound < range.upperBound, "a range has two ends")
    self.path = path
    self.zh = zh
    self.en = en
    self.unit = unit
    self.now = now
    self.range = range
    self.source = source
  }

  /// The value at a place of the unit interval, with ten digits; whole where only whole ones count.
  ///
  /// A place beyond an end is mirrored back, so that a search may wander without leaving the range.
  func value(at place: Double) -> Double {
    let turned = abs(place.truncatingRemainder(dividingBy: 2))
    let inside = turned > 1 ? 2 - turned : turned
    let value = range.lowerBound + inside * (range.upperBound - range.lowerBound)
    let told = unit == .count ? value.rounded() : DecimalText.rounded(value)
    return min(max(told, range.lowerBound), range.upperBound)
  }

  /// The place of what the county file says, or the middle of a range that does not hold it.
  var start: Double {
    guard range.contains(now) else { return 0.5 }
    return (now - range.lowerBound) / (range.upperBound - range.lowerBound)
  }
}

/// One observed value that the model should show.
public struct ObservedValue: Sendable, Hashable {
  /// The `id` of the measure.
  public let measure: String
  /// `2024`, `2024Q1` or `2024-01`.
  public let period: String
  /// What was observed, in the unit of the measure.
  public let value: Double
  /// How far the model may be from it: its standard error, or the tolerance that was stated.
  public let error: Double
  /// Where it is from.
  public let source: String

  /// An observation from its parts.
  ///
  /// - Precondition: `error` is above 0.
  public init(measure: String, period: String, value: Double, error: Double, source: String) {
    precondition(error > 0, "an observation without an error decides everything alone")
    self.measure = measure
    self.period = period
    self.value = value
    self.error = error
    self.source = source
  }
}

/// Which values of some inputs make the baseline show what was observed.
public struct InputCalibration: Sendable {
  /// How values are looked for.
  public enum Method: Sendable, Hashable {
    /// Nelder and Mead's simplex on the sum of squared errors, all points under the same luck.
    case simplex
    /// Points drawn evenly over the ranges, each with luck of its own; those at or below a root mean
    /// square error are kept.
    case within(Double)
    /// The same, but the given share of points that came nearest is kept.
    case nearest(Double)
  }

  /// The inputs, 1 or more.
  public let inputs: [FreeInput]
  /// The observations, 1 or more.
  public let observed: [ObservedValue]
  /// How values are looked for.
  public let method: Method
  /// The most points that are tried.
  public let points: Int
  /// Runs of a point, for the simplex; runs of the answer, for both.
  public let replications: Int
  /// Seed of the points that are drawn.
  public let seed: UInt64

  /// A calibration from its parts.
  ///
  /// - Precondition: there is an input, an observation, and a point more than there are inputs.
  public init(
    inputs: [FreeInput],
    observed: [ObservedValue],
    method: Method,
    points: Int,
    replications: Int,
    seed: UInt64
  ) {
    precondition(!inputs.isEmpty && !observed.isEmpty, "a calibration needs two sides")
    precondition(points > inputs.count && replications > 0, "a calibration needs runs")
    self.inputs = inputs
    self.observed = observed
    self.method = method
    self.points = points
    self.replications = replications
    self.seed = seed
  }

  /// What a run shows of each observation; `nil` when it has nothing to measure for one.
  func shown(by readings: Readings) -> [Double]? {
    let shown = observed.compactMap { one -> Double? in
      Measure.named(one.measure).flatMap { readings.value(of: $0, over: one.period) }
    }
    return shown.count == observed.count ? shown.map(DecimalText.rounded) : nil
  }

  /// Root mean square of the differences, each in the unit of its error.
  func distance(of shown: [Double]) -> Double {
    let squares = zip(observed, shown).reduce(0) { sum, pair in
      let away = (pair.1 - pair.0.value) / pair.0.error
      return sum + away * away
    }
    return (squares / Double(observed.count)).squareRoot()
  }
}

/// Why inputs cannot be calibrated.
public enum InputCalibrationError: Error, Sendable, Hashable {
  /// A run had nothing to measure for one of the observations.
  case nothingToMeasure
}
