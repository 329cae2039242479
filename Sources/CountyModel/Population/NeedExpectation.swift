/// How many needs the rates let expect, and how far their number may go by chance.
///
/// Days count as they begin, and before their own chance is known. No policy moves it: people fall ill
/// by tables that follow from births and ages alone, and a need that turns out to be nobody's is
/// among those that arise.
struct NeedExpectation {
  /// Needs expected in the whole run so far, in billionths of a need.
  private var billionths: Int64 = 0
  /// Of these, what is not in the ledger yet: less than a thousandth of a need.
  private var rest: Int64 = 0
  /// Variance of their number: Poisson, given days that vary by the chance of each.
  private var variance = 0.0

  /// Takes in a day of one profile of needs.
  ///
  /// - Parameters:
  ///   - billionths: Needs expected, in billionths of a need.
  ///   - variation: Standard deviation of the chance of a day, whose mean is 1.
  mutating func take(_ billionths: Int64, variation: Double) {
    self.billionths += billionths
    rest += billionths
    let mean = Double(billionths) / 1e9
    variance += mean + (variation * mean) * (variation * mean)
  }

  /// Whole thousandths of a need that have come together; what is left waits for the next day.
  mutating func thousandths() -> Int64 {
    let (whole, left) = rest.quotientAndRemainder(dividingBy: 1_000_000)
    rest = left
    return whole
  }

  /// Needs that arose, beside those that were to be expected: exact, but for chance; `nil` where none
  /// are.
  func shadow(of arisen: Int64) -> Readings.Shadow? {
    guard billionths > 0 else { return nil }
    let mean = Double(billionths) / 1e9
    return Readings.Shadow(
      id: "needs",
      zh: "发生的需要 ÷ 期望的需要 = 1",
      en: "needs that arose / needs expected = 1",
      value: Double(arisen) / mean,
      prediction: 1,
      margin: 0,
      standardError: variance.squareRoot() / mean,
      scope: .whole
    )
  }
}

extension Population {
  /// Books what is to be expected of the day that begins.
  mutating func expectNeeds(onDay day: Int, in world: inout World) {
    for profile in 0..<NeedRates.profiles {
      let billionths = rates.billionths(profile, onDay: day)
      expectation.take(billionths, variation: rates.variation)
    }
    world.ledger.add(.needsExpected, expectation.thousandths())
  }

  /// Needs of the whole run, warm-up included, beside their expectation.
  func shadows(over counts: borrowing Ledger) -> [Readings.Shadow] {
    expectation.shadow(of: counts.total(of: .needsArisen)).map { [$0] } ?? []
  }
}
