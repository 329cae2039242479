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
  /// Share of those treated and released who are first kept under observation, by severity.
  let observed: [Double]
  /// Median time under observation.
  let observationStay: Double
  /// Which of the five centres each kind of county hospital has today, 1 or 0: chest pain, stroke,
  /// trauma, obstetric, neonatal.
  let centresGeneral: [Double]
  let centresTCM: [Double]
  let centresMCH: [Double]

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
    observed = figures.numbers(
      "observed",
      .share,
      0...1,
      count: 3,
      zh: "急诊留观比例",
      en: "kept under observation, by severity"
    )
    observationStay = figures.number(
      "observationStay",
      .minutes,
      1...5000,
      zh: "留观中位时间",
      en: "median time under observation"
    )
    centresGeneral = Self.centres("centresGeneral", "县医院", "general hospital", from: &figures)
    centresTCM = Self.centres("centresTCM", "县中医院", "TCM hospital", from: &figures)
    centresMCH = Self.centres("centresMCH", "县妇幼", "MCH hospital", from: &figures)
  }

  private static func centres(
    _ path: String,
    _ zh: String,
    _ en: String,
    from figures: inout some FigureReader
  ) -> [Double] {
    figures.numbers(
      path,
      .count,
      0...1,
      count: EmergencyCentre.count,
      zh: zh + "五大中心（胸痛、卒中、创伤、产妇、新生儿）",
      en: "emergency centres, " + en
    )
  }
}
