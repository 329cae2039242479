internal import CountyModel

/// Reads a number in the unit its key asks for.
enum QuantityGrammar {
  /// The value, in the unit in which the model holds it.
  static func value(_ scalar: Scalar, in unit: FigureUnit) throws(ScalarProblem) -> Double {
    switch unit {
    case .count: try NumberGrammar.whole(scalar)
    case .share: try share(scalar)
    case .minutes: try DurationGrammar.duration(scalar, in: .minutes)
    case .days: try DurationGrammar.duration(scalar, in: .days)
    case .yuan: try suffixed(scalar, ["yuan", "元"])
    case .kilometres: try suffixed(scalar, ["km", "公里", "千米"])
    case .squareKilometres: try suffixed(scalar, ["km2", "km²", "平方公里", "平方千米"])
    case .kilometresPerHour: try suffixed(scalar, ["km/h", "公里/小时", "千米/小时"])
    case .points: try suffixed(scalar, ["points", "pp", "个百分点", "百分点"])
    case .number, .perThousandYear, .perResidentYear: try NumberGrammar.number(scalar)
    @unknown default: try NumberGrammar.number(scalar)
    }
  }

  /// What a key with this unit expects, in words.
  static func wanted(_ unit: FigureUnit) -> String {
    switch unit {
    case .count: "a whole number"
    case .share: "a share such as `63.4%` or `0.634`"
    case .minutes: "a duration such as `12 min`"
    case .days: "a duration such as `60 d`"
    case .yuan: "an amount such as `230 yuan`"
    case .kilometres: "a length such as `45 km`"
    case .squareKilometres: "an area such as `1500 km2`"
    case .kilometresPerHour: "a speed such as `35 km/h`"
    case .points: "percentage points such as `20`"
    case .number, .perThousandYear, .perResidentYear: "a number"
    @unknown default: "a number"
    }
  }

  /// The same in Chinese.
  static func wantedInChinese(_ unit: FigureUnit) -> String {
    switch unit {
    case .count: "整数"
    case .share: "比例，如 `63.4%` 或 `0.634`"
    case .minutes: "时长，如 `12 分钟`"
    case .days: "时长，如 `60 天`"
    case .yuan: "金额，如 `230 元`"
    case .kilometres: "距离，如 `45 公里`"
    case .squareKilometres: "面积，如 `1500 平方公里`"
    case .kilometresPerHour: "速度，如 `35 公里/小时`"
    case .points: "百分点，如 `20 个百分点`"
    case .number, .perThousandYear, .perResidentYear: "数字"
    @unknown default: "数字"
    }
  }

  /// What a unit is called in a workbook; one that may stand behind a number is read back there.
  static func name(_ unit: FigureUnit) -> (zh: String, en: String) {
    switch unit {
    case .count: ("整数", "count")
    case .share: ("比例", "share")
    case .minutes: ("分钟", "min")
    case .days: ("天", "d")
    case .yuan: ("元", "yuan")
    case .kilometres: ("公里", "km")
    case .squareKilometres: ("平方公里", "km2")
    case .kilometresPerHour: ("公里/小时", "km/h")
    case .points: ("个百分点", "points")
    case .perThousandYear: ("每千人每年", "per 1,000 residents and year")
    case .perResidentYear: ("每人每年", "per resident and year")
    case .number: ("无单位", "number")
    @unknown default: ("无单位", "number")
    }
  }

  /// A range as files would write its ends.
  static func text(_ range: ClosedRange<Double>, in unit: FigureUnit) -> String {
    "\(text(range.lowerBound, in: unit)) to \(text(range.upperBound, in: unit))"
  }

  /// The same in Chinese.
  static func textInChinese(_ range: ClosedRange<Double>, in unit: FigureUnit) -> String {
    [range.lowerBound, range.upperBound].map { end in
      hasSuffix(unit) ? number(end) + " " + name(unit).zh : number(end)
    }.joined(separator: " 至 ")
  }

  /// A value as a file would write it.
  static func text(_ value: Double, in unit: FigureUnit) -> String {
    hasSuffix(unit) ? number(value) + " " + name(unit).en : number(value)
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
  }

  /// Whether values are written with their unit.
  private static func hasSuffix(_ unit: FigureUnit) -> Bool {
    [.minutes, .days, .yuan, .kilometres, .squareKilometres, .kilometresPerHour].contains(unit)
  }

  /// A share: a plain number, or per cent.
  private static func share(_ scalar: Scalar) throws(ScalarProblem) -> Double {
    let wanted = wanted(.share)
    try NumberGrammar.checkLooks(scalar, wanted: wanted)
    guard scalar.text.hasSuffix("%") else { return try NumberGrammar.number(scalar) }
    let number = scalar.text.dropLast().reversed().drop { $0 == " " }.reversed()
    let digits = String(number)
    let percent = try NumberGrammar.value(of: digits, wanted: wanted)
    // Moving the decimal point in the text makes 63.4% the same number as 0.634.
    return Double(digits + "e-2") ?? percent / 100
  }

  /// A number with or without its unit.
  private static func suffixed(
    _ scalar: Scalar,
    _ names: [String]
  ) throws(ScalarProblem) -> Double {
    try NumberGrammar.checkLooks(scalar, wanted: "a number")
    for name in names where scalar.text.hasSuffix(name) {
      let number = scalar.text.dropLast(name.count).reversed().drop { $0 == " " }.reversed()
      return try NumberGrammar.value(of: String(number), wanted: "a number with \(names[0])")
    }
    return try NumberGrammar.number(scalar)
  }
}
