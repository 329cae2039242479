/// What a lever is: its path, unit, range, neutral value, titles and the plan rows it implements.
public struct LeverDeclaration: Sendable {
  /// Dotted path, department first: `finance.unreferredPenalty`.
  public let path: String
  /// The unit in which policies write it.
  public let unit: FigureUnit
  /// Smallest and largest value that makes sense.
  public let range: ClosedRange<Double>
  /// The value that changes nothing, bit for bit.
  public let neutral: Double
  /// Chinese title.
  public let zh: String
  /// English title.
  public let en: String
  /// Rows of the five plans, such as `LYG-67`.
  public let plan: [String]
  /// Whether it may also be pulled in named places.
  public var reach: LeverReach = .county
}

/// What a policy may name where it pulls a lever.
public enum LeverReach: Sendable {
  /// Nothing: the lever holds for the county.
  case county
  /// Facilities, planned sites, or towns for their township facilities.
  case facilities
  /// Towns.
  case towns
}

/// A lever that a policy may pull in the order of the lever, in places by name, or both.
public struct PlacedTimeline: Sendable {
  /// Somewhere by name.
  public struct Local: Sendable {
    /// Facilities or towns by id or name.
    public let places: [String]
    /// The course there.
    public let course: Timeline
  }

  /// Without names: the first so many in the order of the lever, or all.
  public let overall: Timeline
  /// By name.
  public let local: [Local]

  /// Whether the lever never leaves its neutral value anywhere.
  public var isNeutral: Bool { overall.isNeutral && local.allSatisfy { $0.course.isNeutral } }
}

/// A door through which a department reads its levers; the same calls describe and decode.
public protocol LeverReader {
  /// The course of one lever; neutral throughout when the policy does not mention it.
  mutating func timeline(_ declaration: LeverDeclaration) -> Timeline
  /// The courses of a lever that may be pulled in named places.
  mutating func placed(_ declaration: LeverDeclaration) -> PlacedTimeline
}

extension LeverReader {
  /// Reads one lever.
  mutating func lever(
    _ path: String,
    _ unit: FigureUnit,
    _ range: ClosedRange<Double>,
    neutral: Double,
    zh: String,
    en: String,
    plan: [String]
  ) -> Timeline {
    timeline(
      LeverDeclaration(
        path: path,
        unit: unit,
        range: range,
        neutral: neutral,
        zh: zh,
        en: en,
        plan: plan
      )
    )
  }

  /// Reads one lever that may be pulled in named places.
  mutating func lever(
    _ path: String,
    _ unit: FigureUnit,
    _ range: ClosedRange<Double>,
    neutral: Double,
    reach: LeverReach,
    zh: String,
    en: String,
    plan: [String]
  ) -> PlacedTimeline {
    placed(
      LeverDeclaration(
        path: path,
        unit: unit,
        range: range,
        neutral: neutral,
        zh: zh,
        en: en,
        plan: plan,
        reach: reach
      )
    )
  }
}
