public import CountyModel

/// The baseline held against what was observed, in three parts of unequal weight.
public struct FitTable: Codable, Sendable, Hashable {
  /// The rows, in the order of the county file.
  public let rows: [FitRow]
  /// The calendar year in which the baseline was measured.
  public let year: Int

  /// A table from its rows.
  public init(rows: [FitRow], year: Int) {
    self.rows = rows
    self.year = year
  }

  /// The rows of one part.
  public func rows(of part: FitTarget.Part) -> [FitRow] {
    rows.filter { $0.part == part }
  }
}

/// One observation and what the baseline makes of it.
public struct FitRow: Codable, Sendable, Hashable {
  /// Construction, solved or predicted.
  public let part: FitTarget.Part
  /// Row of the calibration table.
  public let id: String
  /// The `id` of the measure.
  public let measure: String
  /// Chinese wording.
  public let zh: String
  /// English wording.
  public let en: String
  /// What the baseline shows, `nil` when there was nothing to measure.
  public let simulated: Double?
  /// What was observed.
  public let observed: Double
  /// Lower end of the range that agrees with the observation.
  public let low: Double
  /// Upper end of that range.
  public let high: Double
  /// Unit of the four values.
  public let unit: FigureUnit
  /// Whether the baseline lies inside the range.
  public let inside: Bool

  /// Holds a simulated value against an observation.
  public init(_ target: FitTarget, simulated: Double?) {
    part = target.part
    id = target.id
    measure = target.measure
    zh = target.zh
    en = target.en
    self.simulated = simulated
    observed = target.observed
    low = target.low
    high = target.high
    unit = target.unit
    inside = simulated.map { target.low <= $0 && $0 <= target.high } ?? false
  }
}
