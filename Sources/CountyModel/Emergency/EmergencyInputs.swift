/// Emergency departments.
struct EmergencyInputs {
  /// Bays at the general, the TCM and the MCH hospital, and in the city.
  let bays: [Double]
  /// Median and sigma of the stay of those treated and released.
  let stay: Double
  let staySigma: Double
  /// Median time from bay to the decision to admit.
  let decision: Double
  /// Mean patience of walk-in patients.
  let patience: Double

  init(from figures: inout some FigureReader) {
    bays = figures.numbers(
      "bays",
      .count,
      0...1000,
      count: 4,
      zh: "急诊抢救留观位",
      en: "bays: general, TCM, MCH, city"
    )
    stay = figures.number(
      "stay",
      .minutes,
      1...2000,
      zh: "急诊停留中位数",
      en: "median emergency stay"
    )
    staySigma = figures.number(
      "staySigma",
      .number,
      0.01...2,
      zh: "急诊停留对数标准差",
      en: "sigma of the emergency stay"
    )
    decision = figures.number(
      "decision",
      .minutes,
      1...2000,
      zh: "入院决定中位时间",
      en: "median time to the decision to admit"
    )
    patience = figures.number(
      "patience",
      .minutes,
      1...10_000,
      zh: "急诊候诊耐心",
      en: "patience of walk-in patients"
    )
  }
}
