import Geography

/// When and how unevenly needs arise, and who the residents are.
struct PopulationInputs {
  /// Share of residents with employee insurance; the others have resident insurance.
  let employeeShare: Double
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
  /// Residents who come home for the festival, as a share of permanent residents.
  let festivalReturn: Double
  /// Multiplier in the two weeks after the festival week.
  let festivalRebound: Double

  init(from figures: inout some FigureReader) {
    employeeShare = figures.number(
      "employeeShare",
      .share,
      0...1,
      zh: "职工医保占比",
      en: "employee-insured share"
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
  }
}
