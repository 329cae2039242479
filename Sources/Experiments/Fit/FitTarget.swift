public import CountyModel

/// One observation against which the baseline is held.
public struct FitTarget: Codable, Sendable, Hashable {
  /// How far agreement with the observation counts as evidence.
  public enum Part: String, Codable, Sendable, CaseIterable {
    /// The model is built so that it holds; agreement shows nothing.
    case construction
    /// A constant of the choice is solved for it; agreement shows that the solver works.
    case solved
    /// Nothing is tuned to it; only this part is evidence.
    case predicted
  }

  /// Row of the calibration table, such as `U-07`.
  public let id: String
  /// The `id` of the measure.
  public let measure: String
  /// The observed value, in the measure's own unit.
  public let observed: Double
  /// Smallest value that would still agree with the observation.
  public let low: Double
  /// Largest value that would still agree with the observation.
  public let high: Double
  /// Construction, solved or predicted.
  public let part: Part
  /// Chinese wording.
  public let zh: String
  /// English wording.
  public let en: String
  /// Unit of the three values.
  public let unit: FigureUnit

  /// An observation from its parts.
  ///
  /// - Precondition: `low` is not above `high`.
  public init(
    id: String,
    measure: String,
    observed: Double,
    low: Double,
    high: Double,
    part: Part,
    zh: String,
    en: String,
    unit: FigureUnit
  ) {
    precondition(low <= high, "a range needs its lower end first")
    self.id = id
    self.measure = measure
    self.observed = observed
    self.low = low
    self.high = high
    self.part = part
    self.zh = zh
    self.en = en
    self.unit = unit
  }
}

extension FigureUnit: Codable {}
