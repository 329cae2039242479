/// Why a county cannot be laid out, in words a county file's author can act on.
public enum GenerationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A figure lies outside what it may be.
  case outOfRange(figure: String, value: Double, expected: String)
  /// Two towns bear the same English name.
  case repeatedTown(String)
  /// Not exactly one town is the seat.
  case seats(Int)
  /// A town's known position, or all land near it, lies outside the border.
  case townOutsideCounty(String)
  /// The polygon's area and the stated area differ by more than a tenth.
  case areaMismatch(statedSquareKm: Double, outlineSquareKm: Double)
  /// More people are urban than live in streets and the seat.
  case urbanShareTooHigh(stated: Double, most: Double)
  /// The settlements cannot be shared out over the towns.
  case tooFewSettlements(stated: Int, least: Int)
  /// A town of the facts has no settlement among the known ones.
  case townWithoutSettlements(String)
  /// Known settlements are not in the order of their towns.
  case settlementsOutOfOrder
  /// Some settlement cannot be reached by road from the first one.
  case unreachable(settlement: Int)
  /// A journey takes longer than the travel-time matrix can hold.
  case journeyTooLong(minutes: Double, most: Double)

  /// What is wrong, and what would be right.
  public var description: String {
    switch self {
    case .outOfRange(let figure, let value, let expected):
      "\(figure) is \(Self.short(value)); expected \(expected)"
    case .repeatedTown(let name):
      "two towns are called \(name); expected every English name once"
    case .seats(let count):
      "\(count) towns are the county seat; expected exactly 1"
    case .townOutsideCounty(let name):
      "\(name) has no land inside the outline; expected its position inside the border"
    case .areaMismatch(let stated, let outline):
      "the outline encloses \(outline) km2 and the stated area is \(stated) km2; "
        + "expected them within a tenth of each other"
    case .urbanShareTooHigh(let stated, let most):
      "the urban share is \(stated); expected at most \(most), "
        + "the share of residents in streets and the seat"
    case .tooFewSettlements(let stated, let least):
      "there are \(stated) settlements; expected at least \(least)"
    case .townWithoutSettlements(let name):
      "the town \(name) has no settlement; expected at least 1 for every town of the county file"
    case .settlementsOutOfOrder:
      "the settlements are not in the order of their towns; expected town after town"
    case .unreachable(let settlement):
      "settlement \(settlement) has no road to the first one; expected a connected network"
    case .journeyTooLong(let minutes, let most):
      "a journey takes \(minutes) minutes; expected at most \(most)"
    }
  }

  /// A number as it would be typed: whole ones without a point.
  private static func short(_ value: Double) -> String {
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
