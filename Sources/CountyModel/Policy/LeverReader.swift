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
}

/// A door through which a department reads its levers; the same calls describe and decode.
public protocol LeverReader {
  /// The course of one lever; neutral throughout when the policy does not mention it.
  mutating func timeline(_ declaration: LeverDeclaration) -> Timeline
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
}
