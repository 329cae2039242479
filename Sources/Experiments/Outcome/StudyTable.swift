/// What was compared, in words and numbers.
public struct StudyTable: Codable, Sendable, Hashable {
  /// Short stable name.
  public let id: String
  /// Chinese title.
  public let zh: String
  /// English title.
  public let en: String
  /// What every reader must know.
  public let note: String
  /// Chinese name of the county.
  public let countyZh: String
  /// English name of the county.
  public let countyEn: String
  /// Residents of the county.
  public let residents: Int
  /// First measured day, as `2024-01-01`.
  public let start: String
  /// First day after the run.
  public let end: String
  /// Days simulated before `start`.
  public let warmUpDays: Int
  /// Replications of each policy.
  public let replications: Int
  /// Seed of every draw.
  public let seed: UInt64
}

/// A policy and the levers it pulls.
public struct PolicyTable: Codable, Sendable, Hashable {
  /// Short stable name.
  public let id: String
  /// Chinese title.
  public let zh: String
  /// English title.
  public let en: String
  /// Rows of the plans it implements.
  public let plan: [String]
  /// What the reader must know, for instance that it is borrowed from another plan.
  public let note: String
  /// Its printable difference from a county where nothing changes.
  public let settings: [SettingTable]
}

/// One lever of a policy, dated.
public struct SettingTable: Codable, Sendable, Hashable {
  /// Path of the lever.
  public let path: String
  /// Chinese title.
  public let zh: String
  /// English title.
  public let en: String
  /// Rows of the plans that the lever implements.
  public let plan: [String]
  /// Unit of the two levels, by the name of a `FigureUnit`.
  public let unit: String
  /// The value that changes nothing.
  public let neutral: Double
  /// The value after the ramp.
  public let level: Double
  /// First day of the ramp.
  public let start: String
  /// Days from neutral to level.
  public let rampDays: Int
  /// First day on which it is neutral again, `nil` for "until further notice".
  public let end: String?
}
