import Geography

/// When and how unevenly needs arise, and who the residents are.
struct PopulationInputs {
  /// Share of residents with employee insurance; the others have resident insurance.
  let employeeShare: Double
  /// Disposable income of each fifth of the residents, poorest first, yuan a head and year.
  let incomeBands: [Double]
  /// Log odds of standing in a richer fifth, urban against rural residents.
  let incomeUrban: Double
  /// Share of each age band that belongs to the key groups of family-doctor contracts.
  let keyGroupByAge: [Double]
  /// Coefficient of variation of the day factor shared by all settlements.
  let dayVariation: Double
  /// Hour weights of emergency needs and of calls.
  let emergencyHours: [Double]
  let callHours: [Double]
  /// Weekday weights, Monday first.
  let clinicWeekdays: [Double]
  let emergencyWeekdays: [Double]
  let callWeekdays: [Double]
  /// Multipliers in the week of the Spring Festival.
  let festivalClinic: Double
  let festivalEmergency: Double
  /// People who come home for the festival, over permanent residents.
  let festivalReturn: Double
  /// Multiplier in the two weeks after the festival week.
  let festivalRebound: Double
  /// Multipliers on a public holiday outside the Spring Festival; 1 makes it a day like any other.
  let holidayClinic: Double
  let holidayEmergency: Double
  /// Days from one market of a town to its next; 0 or 1: there are none.
  let marketCycle: Int
  /// Multiplier on clinic needs of a town's villages on its market day, 1 to 2.
  ///
  /// The other days of the cycle have so much less; 2 leaves nothing for the other day of a cycle of
  /// two.
  let marketClinic: Double
  /// Births a year per thousand residents of each age band; the parents', of both sexes.
  let birthsByAge: [Double]
  /// Deaths a year per thousand residents of each age band, from every cause.
  let deathsByAge: [Double]
  /// Share of each age band that moves away in a year.
  let leavesByAge: [Double]
  /// Share of those away who come back in a year, in the bands that people leave.
  let comesBack: Double

  init(from figures: inout some FigureReader) {
    employeeShare = figures.number(
      "employeeShare",
      .share,
      0...1,
      zh: "职工医保占比",
      en: "employee-insured share"
    )
    incomeBands = figures.numbers(
      "incomeBands",
      .yuan,
      1...10_000_000,
      count: IncomeFifth.allCases.count,
      zh: "收入五等份人均可支配收入",
      en: "disposable income per head by fifth, poorest first"
    )
    incomeUrban = figures.number(
      "incomeUrban",
      .number,
      -5...5,
      zh: "城镇居民收入组别的对数优势",
      en: "log odds of a richer fifth, urban against rural"
    )
    keyGroupByAge = figures.numbers(
      "keyGroupByAge",
      .share,
      0...1,
      count: AgeBand.count,
      zh: "各年龄重点人群占比",
      en: "key-group share by age"
    )
    dayVariation = figures.number(
      "dayVariation",
      .number,
      0...1,
      zh: "日变异系数",
      en: "coefficient of variation of the day"
    )
    emergencyHours = figures.numbers(
      "emergencyHours",
      .number,
      0...100,
      count: 24,
      zh: "急诊小时分布",
      en: "emergency hour weights"
    )
    callHours = figures.numbers(
      "callHours",
      .number,
      0...100,
      count: 24,
      zh: "120小时分布",
      en: "call hour weights"
    )
    clinicWeekdays = figures.numbers(
      "clinicWeekdays",
      .number,
      0...10,
      count: 7,
      zh: "基层星期系数",
      en: "clinic weekday weights"
    )
    emergencyWeekdays = figures.numbers(
      "emergencyWeekdays",
      .number,
      0...10,
      count: 7,
      zh: "急诊星期系数",
      en: "emergency weekday weights"
    )
    callWeekdays = figures.numbers(
      "callWeekdays",
      .number,
      0...10,
      count: 7,
      zh: "120星期系数",
      en: "call weekday weights"
    )
    festivalClinic = figures.number(
      "festivalClinic",
      .number,
      0...5,
      zh: "春节门诊系数",
      en: "festival clinic multiplier"
    )
    festivalEmergency = figures.number(
      "festivalEmergency",
      .number,
      0...5,
      zh: "春节急诊系数",
      en: "festival emergency multiplier"
    )
    festivalReturn = figures.number(
      "festivalReturn",
      .share,
      0...1,
      zh: "春节返乡比例",
      en: "festival return share"
    )
    festivalRebound = figures.number(
      "festivalRebound",
      .number,
      0...5,
      zh: "节后反弹系数",
      en: "rebound after the festival"
    )
    holidayClinic = figures.number(
      "holidayClinic",
      .number,
      0...5,
      zh: "节假日门诊系数",
      en: "public holiday clinic multiplier"
    )
    holidayEmergency = figures.number(
      "holidayEmergency",
      .number,
      0...5,
      zh: "节假日急诊系数",
      en: "public holiday emergency multiplier"
    )
    marketCycle = figures.whole(
      "marketCycle",
      0...12,
      zh: "集市周期（天）",
      en: "days between market days of a town"
    )
    marketClinic = figures.number(
      "marketClinic",
      .number,
      1...2,
      zh: "集市日门诊系数",
      en: "market day clinic multiplier"
    )
    birthsByAge = figures.numbers(
      "birthsByAge",
      .perThousandYear,
      0...300,
      count: AgeBand.count,
      zh: "各年龄生育率",
      en: "births per thousand residents by age"
    )
    deathsByAge = figures.numbers(
      "deathsByAge",
      .perThousandYear,
      0...500,
      count: AgeBand.count,
      zh: "各年龄死亡率",
      en: "deaths per thousand residents by age"
    )
    leavesByAge = figures.numbers(
      "leavesByAge",
      .share,
      0...1,
      count: AgeBand.count,
      zh: "各年龄年迁出比例",
      en: "share moving away in a year by age"
    )
    comesBack = figures.number(
      "comesBack",
      .share,
      0...1,
      zh: "外出者年返回比例",
      en: "share of those away who come back in a year"
    )
  }
}
