/// What a plan promises: a measure, a value and the year by which it must stand.
public struct Target: Codable, Sendable, Hashable {
  /// Which side of the value is good.
  public enum Sense: String, Codable, Sendable, CaseIterable {
    /// The measure must be the value or more.
    case atLeast
    /// The measure must be the value or less.
    case atMost
  }

  /// How the promise is worded.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    /// Get there by the deadline (达到).
    case reach
    /// Stand there already and stay (保持, 稳定).
    case keep
    /// Improve every year until the deadline by at least the value (逐年提高).
    case rise
  }

  /// Short stable name, used in files and JSON.
  public let id: String
  /// The `id` of the measure.
  public let measure: String
  /// Chinese wording.
  public let zh: String
  /// English wording.
  public let en: String
  /// Rows of the plans that promise it, such as `LYG-01`.
  public let plan: [String]
  /// Which side of the value is good.
  public let sense: Sense
  /// The value, in the measure's own unit; for `rise` the least change a year.
  public let value: Double
  /// The calendar year that is judged.
  public let year: Int
  /// How the promise is worded.
  public let kind: Kind

  /// A target from its parts.
  public init(
    id: String,
    measure: String,
    zh: String,
    en: String,
    plan: [String],
    sense: Sense,
    value: Double,
    year: Int,
    kind: Kind
  ) {
    self.id = id
    self.measure = measure
    self.zh = zh
    self.en = en
    self.plan = plan
    self.sense = sense
    self.value = value
    self.year = year
    self.kind = kind
  }
}
