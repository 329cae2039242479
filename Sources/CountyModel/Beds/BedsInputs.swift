import Geography

/// Beds, stays and the four times a bed is taken.
struct BedsInputs {
  /// Beds by ward kind at each county hospital and in the city.
  let general: [Double]
  let tcm: [Double]
  let mch: [Double]
  let city: [Double]
  /// Township beds per 10,000 residents of the catchment, and community-centre beds.
  let township: Double
  let community: Double
  /// Share of township beds that are geriatric, rehabilitation or nursing beds.
  let careShare: Double
  /// Occupancy at the start, by ward kind, for county, township and city.
  let startCounty: Double
  let startTownship: Double
  let startCity: Double
  /// Share of city beds that other counties' patients take in equilibrium.
  let cityBackground: Double
  /// Mean stay of those patients, days.
  let cityBackgroundStay: Double
  /// Coefficient of variation of the stay, and the longest stay, days.
  let stayVariation: Double
  let longestStay: Double
  /// Stay against the county hospital's: township and city.
  let townshipStay: Double
  let cityStay: Double
  /// Hour of the day when discharges are settled: earliest and latest, minutes after midnight.
  let dischargeHours: [Double]
  /// Chance that a discharge due on a Saturday or Sunday waits for Monday.
  let weekendDelay: Double
  /// Cleaning and preparing a bed.
  let cleaning: Double
  /// Longest boarding of an emergency patient and longest deferral of an elective one.
  let boardingLimit: Double
  let deferralLimit: Double
  /// Weekday weights of elective admissions, Monday first.
  let electiveWeekdays: [Double]
  /// Hours in which planned patients come, and the hour of the round at which patients are found
  /// stable: minutes after midnight.
  let plannedHours: [Double]
  let round: Double
  /// Share of refused patients for whom another county hospital is asked before they leave.
  let searchesCounty: Double
  /// What bedside settlement leaves of the wait for discharge.
  let bedsideFactor: Double
  /// Time a city bed is held while the deposit is paid.
  let admissionDesk: Double
  /// Share of township admissions, severe ones apart, who could lie at home, and their stay against
  /// the ward's.
  let homeEligible: Double
  let homeStay: Double
  /// Share of planned, rehabilitation and joint admissions to a township who could come by day.
  let dayCareEligible: Double
  /// With a joint ward: share of the stay before a patient is stable, and the share of those who
  /// would not step down today who then do.
  let jointAcuteShare: Double
  let jointUptake: Double
  /// Share of an empty township ward that turns to care in a week.
  let conversionStep: Double
  /// How far above its threshold a township ward must be used before care beds turn back.
  let conversionBand: Double

  init(from figures: inout some FigureReader) {
    let wards = WardKind.allCases.count
    general = figures.numbers(
      "general",
      .count,
      0...20_000,
      count: wards,
      zh: "县医院床位",
      en: "general hospital beds by ward"
    )
    tcm = figures.numbers(
      "tcm",
      .count,
      0...20_000,
      count: wards,
      zh: "县中医院床位",
      en: "TCM hospital beds by ward"
    )
    mch = figures.numbers(
      "mch",
      .count,
      0...20_000,
      count: wards,
      zh: "县妇幼床位",
      en: "MCH hospital beds by ward"
    )
    city = figures.numbers(
      "city",
      .count,
      0...20_000,
      count: wards,
      zh: "市级医院床位",
      en: "city hospital beds by ward"
    )
    township = figures.number(
      "township",
      .number,
      0...500,
      zh: "乡镇卫生院每万人床位",
      en: "township beds per 10,000"
    )
    community = figures.number(
      "community",
      .number,
      0...500,
      zh: "社区中心每万人床位",
      en: "community beds per 10,000"
    )
    careShare = figures.number(
      "careShare",
      .share,
      0...1,
      zh: "基层老年康复护理床位占比",
      en: "care share of grassroots beds"
    )
    startCounty = figures.number(
      "startCounty",
      .share,
      0...1,
      zh: "县级期初床位使用率",
      en: "county occupancy at start"
    )
    startTownship = figures.number(
      "startTownship",
      .share,
      0...1,
      zh: "乡镇期初床位使用率",
      en: "township occupancy at start"
    )
    startCity = figures.number(
      "startCity",
      .share,
      0...1,
      zh: "市级期初床位使用率",
      en: "city occupancy at start"
    )
    cityBackground = figures.number(
      "cityBackground",
      .share,
      0...1,
      zh: "市级本底占床率",
      en: "city beds taken by others"
    )
    cityBackgroundStay = figures.number(
      "cityBackgroundStay",
      .days,
      0.1...90,
      zh: "市级本底住院日",
      en: "stay of the city's other patients"
    )
    stayVariation = figures.number(
      "stayVariation",
      .number,
      0.01...5,
      zh: "住院日变异系数",
      en: "variation of the stay"
    )
    longestStay = figures.number(
      "longestStay",
      .days,
      1...365,
      zh: "最长住院日",
      en: "longest stay"
    )
    townshipStay = figures.number(
      "townshipStay",
      .number,
      0.1...5,
      zh: "乡镇住院日系数",
      en: "township stay factor"
    )
    cityStay = figures.number("cityStay", .number, 0.1...5, zh: "市级住院日系数", en: "city stay factor")
    dischargeHours = figures.numbers(
      "dischargeHours",
      .minutes,
      0...1440,
      count: 2,
      zh: "出院时段",
      en: "discharge hours"
    )
    weekendDelay = figures.number(
      "weekendDelay",
      .share,
      0...1,
      zh: "周末延迟出院概率",
      en: "weekend discharge delay"
    )
    cleaning = figures.number("cleaning", .minutes, 0...1440, zh: "床位清洁时间", en: "bed cleaning")
    boardingLimit = figures.number(
      "boardingLimit",
      .minutes,
      1...10_000,
      zh: "急诊滞留上限",
      en: "boarding limit"
    )
    deferralLimit = figures.number(
      "deferralLimit",
      .days,
      0.1...90,
      zh: "择期等待上限",
      en: "deferral limit"
    )
    electiveWeekdays = figures.numbers(
      "electiveWeekdays",
      .number,
      0...10,
      count: 7,
      zh: "择期入院星期系数",
      en: "elective weekday weights"
    )
    searchesCounty = figures.number(
      "searchesCounty",
      .share,
      0...1,
      zh: "拒收后先问县内医院比例",
      en: "other county hospital asked first"
    )
    bedsideFactor = figures.number(
      "bedsideFactor",
      .number,
      0...1,
      zh: "床旁结算后出院等候系数",
      en: "discharge wait with bedside settlement"
    )
    admissionDesk = figures.number(
      "admissionDesk",
      .minutes,
      0...600,
      zh: "入院押金办理时间",
      en: "deposit at admission"
    )
    homeEligible = figures.number(
      "homeEligible",
      .share,
      0...1,
      zh: "可家庭病床比例",
      en: "could lie at home"
    )
    homeStay = figures.number(
      "homeStay",
      .number,
      0.1...5,
      zh: "家庭病床住院日系数",
      en: "home stay factor"
    )
    dayCareEligible = figures.number(
      "dayCareEligible",
      .share,
      0...1,
      zh: "可日间中医比例",
      en: "could come by day"
    )
    jointAcuteShare = figures.number(
      "jointAcuteShare",
      .share,
      0.05...1,
      zh: "联合病房急性期占比",
      en: "acute share with a joint ward"
    )
    jointUptake = figures.number(
      "jointUptake",
      .share,
      0...1,
      zh: "联合病房下转增量",
      en: "step-down gained by joint wards"
    )
    conversionStep = figures.number(
      "conversionStep",
      .share,
      0...1,
      zh: "每周病床转换比例",
      en: "weekly conversion step"
    )
    conversionBand = figures.number(
      "conversionBand",
      .share,
      0...1,
      zh: "病床转回的使用率余量",
      en: "occupancy above the threshold at which beds turn back"
    )
    plannedHours = figures.numbers(
      "plannedHours",
      .minutes,
      0...1440,
      count: 2,
      zh: "择期入院时段",
      en: "hours in which planned patients come"
    )
    round = figures.number(
      "round",
      .minutes,
      0...1440,
      zh: "早查房时刻",
      en: "hour of the morning round"
    )
  }
}
