/// A KPI as the model declares it.
public struct MeasureTable: Codable, Sendable, Hashable {
  /// Stable name.
  public let id: String
  /// Chinese title.
  public let zh: String
  /// English title.
  public let en: String
  /// Unit, by the name of a `MeasureUnit`.
  public let unit: String
  /// `higher`, `lower` or `neutral`.
  public let better: String
  /// Numerator and denominator in words.
  public let means: String
  /// Official definition it follows.
  public let source: String
  /// Raised when the definition changes.
  public let version: Int
}

/// A quarter of the run.
public struct QuarterTable: Codable, Sendable, Hashable {
  /// Calendar year.
  public let year: Int
  /// 1 to 4.
  public let quarter: Int
  /// Days of the quarter that were simulated.
  public let days: Int
}

/// Two sides that must be equal at the end of a run.
public struct IdentityTable: Codable, Sendable, Hashable {
  /// Stable name.
  public let id: String
  /// Chinese wording.
  public let zh: String
  /// English wording.
  public let en: String
  /// The left side.
  public let left: Int64
  /// The right side.
  public let right: Int64

  /// Whether the two sides are equal.
  public var holds: Bool { left == right }

  /// An identity from its parts.
  public init(id: String, zh: String, en: String, left: Int64, right: Int64) {
    self.id = id
    self.zh = zh
    self.en = en
    self.left = left
    self.right = right
  }
}

/// Where one figure of the county came from.
public struct SourceTable: Codable, Sendable, Hashable {
  /// Full key path in the county file.
  public let path: String
  /// Chinese title, `nil` for a key that the model does not declare.
  public let zh: String?
  /// English title.
  public let en: String?
  /// The value as the file writes it.
  public let value: String
  /// `fact`, `proxy`, `nationalMean`, `solved` or `assumed`.
  public let standing: String
  /// Calibration row.
  public let id: String?
  /// Publication, place, year.
  public let source: String

  /// A source from its parts.
  public init(
    path: String,
    zh: String?,
    en: String?,
    value: String,
    standing: String,
    id: String?,
    source: String
  ) {
    self.path = path
    self.zh = zh
    self.en = en
    self.value = value
    self.standing = standing
    self.id = id
    self.source = source
  }
}
