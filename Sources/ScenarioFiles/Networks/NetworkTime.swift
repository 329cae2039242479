/// The unit in which a network counts time, and how lengths of time become numbers of it.
struct NetworkTime: Sendable {
  /// What the file calls the unit: `min`, or `unit` where time has no dimension.
  let unit: String
  /// Milliseconds in one; nothing for `unit`.
  private let milliseconds: Double?

  /// The units that have a length, with their milliseconds.
  private static let lengths: [(name: String, milliseconds: Double)] = [
    ("ms", 1), ("s", 1000), ("min", 60_000), ("h", 3_600_000), ("d", 86_400_000),
    ("week", 604_800_000),
  ]

  /// All units a file may count in.
  static let names = lengths.map(\.name) + ["unit"]

  /// A unit by its place in `names`.
  init(place: Int) {
    unit = NetworkTime.names[place]
    milliseconds = place < NetworkTime.lengths.count ? NetworkTime.lengths[place].milliseconds : nil
  }

  /// What a length of time looks like, in words.
  var wanted: String {
    milliseconds == nil
      ? "a bare number" : "a number of \(unit), or a duration such as `12 min` or `1h 30min`"
  }

  /// A length of time: a bare number counts the network's own unit, anything else is converted.
  func length(_ scalar: Scalar) throws(ScalarProblem) -> Double {
    // A length with its unit cannot be taken for text, so that JSON's quotes do no harm.
    if scalar.style != .quoted || NumberGrammar.isNumber(scalar.text) {
      try NumberGrammar.checkLooks(scalar, wanted: wanted)
    }
    let text = scalar.text
    if NumberGrammar.isNumber(text) { return try NumberGrammar.value(of: text, wanted: wanted) }
    var total = 0.0
    var rest = Substring(text)
    repeat {
      let number = rest.prefix { NumberGrammar.isDigit($0) || $0 == "." || $0 == "-" }
      rest = rest.dropFirst(number.count).drop { $0 == " " }
      let name = rest.prefix { $0.isLetter }
      rest = rest.dropFirst(name.count).drop { $0 == " " }
      guard NumberGrammar.isNumber(number), !name.isEmpty else {
        throw NumberMistakes.explain(text, wanted: wanted)
      }
      let value = try NumberGrammar.value(of: String(number), wanted: wanted)
      total += try converted(value, from: String(name))
    } while !rest.isEmpty
    return total
  }

  /// Whole ratios keep `12 min` exactly 12 and 1.5 h exactly 90.
  private func converted(_ value: Double, from name: String) throws(ScalarProblem) -> Double {
    guard let milliseconds else {
      throw ScalarProblem(
        "this network counts time in units of its own and cannot convert \(Visible.quoted(name))",
        expected: wanted,
        help: "write a bare number, or state `timeUnit: min`"
      )
    }
    guard let given = NetworkTime.milliseconds(in: name) else { throw unknown(name) }
    return given >= milliseconds
      ? value * (given / milliseconds) : value / (milliseconds / given)
  }

  private static func milliseconds(in name: String) -> Double? {
    // Study files write `wk`.
    lengths.first { $0.name == name || (name == "wk" && $0.name == "week") }?.milliseconds
  }

  private func unknown(_ name: String) -> ScalarProblem {
    if name == "m" {
      return ScalarProblem(
        "\"m\" is ambiguous: min or month",
        expected: wanted,
        help: "write min for minutes, d for days"
      )
    }
    let names = NetworkTime.lengths.map(\.name)
    let meant =
      Suggestions.near(name, among: names).first ?? NetworkTime.longForms[name.lowercased()]
    return ScalarProblem(
      "unknown unit \"\(Visible.text(name))\"" + (meant.map { "; did you mean \"\($0)\"?" } ?? ""),
      expected: wanted,
      help: "units are \(names.joined(separator: ", "))"
    )
  }

  /// What people write for the units.
  private static let longForms = [
    "sec": "s", "secs": "s", "second": "s", "seconds": "s", "秒": "s",
    "mins": "min", "minute": "min", "minutes": "min", "分钟": "min", "分": "min",
    "hour": "h", "hours": "h", "hr": "h", "hrs": "h", "小时": "h",
    "day": "d", "days": "d", "天": "d", "日": "d", "weeks": "week", "周": "week",
  ]
}
