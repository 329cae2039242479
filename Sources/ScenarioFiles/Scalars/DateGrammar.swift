internal import Engine

/// Days as files write them: `2025-07-01`.
enum DateGrammar {
  /// A day that exists.
  static func date(_ scalar: Scalar) throws(ScalarProblem) -> CivilDate {
    let wanted = "a day such as `2025-07-01`"
    try NumberGrammar.checkLooks(scalar, wanted: "a day")
    let parts = scalar.text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy({ $0.allSatisfy(NumberGrammar.isDigit) }),
      parts[1].count == 2, parts[2].count == 2,
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else {
      throw ScalarProblem("\(Visible.quoted(scalar.text)) is not a day", expected: wanted)
    }
    guard parts[0].count == 4 else {
      throw ScalarProblem(
        "the year needs four digits",
        expected: wanted,
        code: .noSuchDay
      )
    }
    guard let date = CivilDate(year: year, month: month, day: day) else {
      throw ScalarProblem("there is no day \(scalar.text)", expected: wanted, code: .noSuchDay)
    }
    return date
  }
}
