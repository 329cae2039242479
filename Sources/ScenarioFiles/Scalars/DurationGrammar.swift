/// Durations with their unit, `12 min`, `12 分钟`, `1h 30min`, `26 wk`, and times of day, `07:30`.
enum DurationGrammar {
  /// The unit in which a duration is held.
  enum Unit: Double {
    case minutes = 1
    case days = 1440
  }

  /// Minutes in each unit that files may use.
  private static let minutes: [(name: String, minutes: Double)] = [
    ("min", 1), ("h", 60), ("d", 1440), ("wk", 10_080),
    ("分钟", 1), ("小时", 60), ("个小时", 60), ("天", 1440), ("周", 10_080),
  ]

  /// Whole days in which a lever comes into force.
  static func ramp(_ scalar: Scalar) throws(ScalarProblem) -> Int {
    let days = try duration(scalar, in: .days)
    guard days == days.rounded() else {
      throw ScalarProblem("levers move at midnight", expected: "whole days")
    }
    guard (0...36_500).contains(days) else {
      throw ScalarProblem(
        "the ramp is out of range",
        expected: "0 d to 36500 d",
        code: .outOfRange
      )
    }
    return Int(days)
  }

  /// A duration in the unit in which the model holds it.
  static func duration(_ scalar: Scalar, in unit: Unit) throws(ScalarProblem) -> Double {
    let wanted = unit == .days ? "a duration such as `60 d`" : "a duration such as `12 min`"
    try NumberGrammar.checkLooks(scalar, wanted: wanted)
    let text = scalar.text
    if unit == .minutes, text.contains(":") { return try clock(text) }
    if NumberGrammar.isNumber(text) { throw missingUnit(text, unit, wanted) }
    var total = 0.0
    var rest = Substring(text)
    while !rest.isEmpty {
      let number = rest.prefix { NumberGrammar.isDigit($0) || $0 == "." || $0 == "-" }
      rest = rest.dropFirst(number.count).drop { $0 == " " }
      guard NumberGrammar.isNumber(number) else {
        throw NumberMistakes.explain(text, wanted: wanted)
      }
      let name = rest.prefix { $0.isLetter }
      rest = rest.dropFirst(name.count).drop { $0 == " " }
      guard !name.isEmpty else { throw unfinished(text, wanted) }
      let value = try NumberGrammar.value(of: String(number), wanted: wanted)
      total += try scaled(value, from: String(name), to: unit, wanted)
    }
    return total
  }

  /// One part of a duration; whole ratios keep `8.8 d` exactly 8.8.
  private static func scaled(
    _ value: Double,
    from name: String,
    to unit: Unit,
    _ wanted: String
  ) throws(ScalarProblem) -> Double {
    guard let minutes = minutes.first(where: { $0.name == name })?.minutes else {
      throw unknownUnit(name, wanted)
    }
    return minutes >= unit.rawValue
      ? value * (minutes / unit.rawValue) : value / (unit.rawValue / minutes)
  }

  private static func unknownUnit(_ name: String, _ wanted: String) -> ScalarProblem {
    if name == "m" {
      return ScalarProblem(
        "\"m\" is ambiguous: min or mo",
        expected: wanted,
        help: "write min for minutes, d for days"
      )
    }
    let names = minutes.map(\.name)
    // Every letter is one slip from every other.
    let near = Suggestions.near(name, among: names).first {
      name.count > 1 || $0 == name.lowercased()
    }
    let advice = longForms[name.lowercased()] ?? near
    return ScalarProblem(
      "unknown unit \"\(Visible.text(name))\"" + (advice.map { "; did you mean \"\($0)\"?" } ?? ""),
      expected: wanted,
      help: "units are \(names.joined(separator: ", "))"
    )
  }

  /// What people write for the units.
  private static let longForms = [
    "mins": "min", "minute": "min", "minutes": "min", "分": "分钟",
    "hour": "h", "hours": "h", "hr": "h", "hrs": "h",
    "day": "d", "days": "d", "日": "天", "week": "wk", "weeks": "wk",
  ]

  private static func missingUnit(
    _ text: String,
    _ unit: Unit,
    _ wanted: String
  ) -> ScalarProblem {
    ScalarProblem(
      "unit missing: write \(text)min, \(text)h or \(text)d",
      expected: wanted,
      help: unit == .minutes ? clockAdvice(text) : nil
    )
  }

  /// `8.5` was perhaps meant as a time of day.
  private static func clockAdvice(_ text: String) -> String? {
    guard let hours = Double(text), (0...24).contains(hours) else { return nil }
    let minutes = Int((hours * 60).rounded())
    return "for a time of day write \(twoDigits(minutes / 60)):\(twoDigits(minutes % 60))"
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }

  /// `1h30`: the last number has no unit.
  private static func unfinished(_ text: String, _ wanted: String) -> ScalarProblem {
    let parts = text.split(separator: "h", maxSplits: 1)
    guard parts.count == 2, let hours = Int(parts[0]), let minutes = Int(parts[1]) else {
      return ScalarProblem("unit missing at the end of \(Visible.quoted(text))", expected: wanted)
    }
    return ScalarProblem(
      "unit missing: write \(hours)h \(minutes)min or \(hours * 60 + minutes)min",
      expected: wanted
    )
  }

  /// Minutes after midnight; `24:00` is the end of the day.
  private static func clock(_ text: String) throws(ScalarProblem) -> Double {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let isClock =
      parts.count == 2 && (1...2).contains(parts[0].count) && parts[1].count == 2
      && parts.allSatisfy { $0.allSatisfy(NumberGrammar.isDigit) }
    guard isClock, let hour = Int(parts[0]), let minute = Int(parts[1]) else {
      throw ScalarProblem(
        "\(Visible.quoted(text)) is not a time of day",
        expected: "a time such as `07:30`"
      )
    }
    guard hour < 24 || (hour == 24 && minute == 0), minute < 60 else {
      throw ScalarProblem("hour 0..24 and minute 0..59", expected: "00:00 to 24:00")
    }
    return Double(hour * 60 + minute)
  }
}
