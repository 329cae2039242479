/// What the numbers of one list must be together, while each of them lies inside its own range.
enum ListRule {
  /// Shares of a whole: they add up to 1.
  case shares
  /// Weights that the model divides by their sum: at least one of them is above 0.
  case weights
  /// Opening and closing of one session after the other.
  case sessions
  /// Begin and end of something within one day.
  case hours
  /// From the least to the most: none is below the one before.
  case rising

  /// How far a sum of shares may be from 1: decimals such as 0.1, 0.2 and 0.7 add up less exactly
  /// than they are written.
  private static let tolerance = 1e-9

  /// Rules by the full path of the list, with `[]` for every row.
  private static let byPath: [String: ListRule] = [
    "geography.ageShares": .shares,
    "conditions[].severity": .shares,
    "population.emergencyHours": .weights,
    "population.callHours": .weights,
    "population.clinicWeekdays": .weights,
    "population.emergencyWeekdays": .weights,
    "population.callWeekdays": .weights,
    "firstContact.hospitalHours": .weights,
    "firstContact.grassrootsHours": .weights,
    "firstContact.hospitalWeekdays": .weights,
    "beds.electiveWeekdays": .weights,
    "clinics.grassrootsSessions": .sessions,
    "clinics.hospitalSessions": .sessions,
    "population.incomeBands": .rising,
    "beds.dischargeHours": .hours,
    "beds.plannedHours": .hours,
  ]

  /// The rule of a list by its full path, if it has one.
  static func of(_ path: String) -> ListRule? {
    byPath[path.replacing(#/\[\d+\]/#, with: "[]")]
  }

  /// What is wrong with the numbers of a list, and what would be right.
  struct Breach {
    /// Place of the number that is in the way; `nil` when it is the list as a whole.
    let place: Int?
    let message: String
    let expected: String
  }

  /// What is wrong with the numbers of a list, if anything; `texts` are the numbers as the file
  /// writes them.
  func breach(of values: [Double], written texts: [String]) -> Breach? {
    switch self {
    case .shares: ListRule.unequalShares(values)
    case .weights: ListRule.lackOfWeight(values)
    case .sessions: ListRule.wrongSession(values, texts)
    case .hours: ListRule.wrongHours(values, texts)
    case .rising: ListRule.fall(values, texts)
    }
  }

  private static func unequalShares(_ shares: [Double]) -> Breach? {
    let sum = shares.reduce(0, +)
    guard abs(sum - 1) > tolerance else { return nil }
    let difference = "\(short(abs(sum - 1))) \(sum > 1 ? "more" : "less") than 1"
    let message =
      shares.contains { $0 > 0 }
      ? "the shares add up to \(short(sum)), \(difference)" : "no share is above 0"
    return Breach(place: nil, message: message, expected: "shares that add up to 1")
  }

  private static func lackOfWeight(_ weights: [Double]) -> Breach? {
    guard !weights.contains(where: { $0 > 0 }) else { return nil }
    return Breach(place: nil, message: "all weights are 0", expected: "at least one above 0")
  }

  /// A session closes after it opens, and the next one opens when it is closed.
  private static func wrongSession(_ times: [Double], _ texts: [String]) -> Breach? {
    for place in times.indices.dropFirst() {
      let closes = !place.isMultiple(of: 2)
      let isRight = closes ? times[place] > times[place - 1] : times[place] >= times[place - 1]
      guard !isRight else { continue }
      let (before, here) = (Visible.quoted(texts[place - 1]), Visible.quoted(texts[place]))
      return Breach(
        place: place,
        message: closes
          ? "the session that opens at \(before) closes at \(here)"
          : "a session opens at \(here), and the one before closes at \(before)",
        expected: closes ? "a time after \(before)" : "\(before) or later"
      )
    }
    return nil
  }

  private static func wrongHours(_ times: [Double], _ texts: [String]) -> Breach? {
    guard times.count == 2, times[1] < times[0] else { return nil }
    let (begin, end) = (Visible.quoted(texts[0]), Visible.quoted(texts[1]))
    return Breach(
      place: 1,
      message: "the hours begin at \(begin) and end at \(end)",
      expected: "\(begin) or later"
    )
  }

  private static func fall(_ numbers: [Double], _ texts: [String]) -> Breach? {
    for place in numbers.indices.dropFirst() where numbers[place] < numbers[place - 1] {
      let (before, here) = (Visible.quoted(texts[place - 1]), Visible.quoted(texts[place]))
      return Breach(
        place: place,
        message: "after \(before) comes \(here)",
        expected: "\(before) or more"
      )
    }
    return nil
  }

  /// A sum without the digits that only binary fractions have.
  private static func short(_ value: Double) -> String {
    let rounded = (value * 1e12).rounded() / 1e12
    return "\(rounded)"
  }
}
