import Geography

/// Hypertension and diabetes in the county, how they are looked after, and what that changes.
struct ChronicCareInputs {
  /// Prevalence by age band.
  let hypertensionByAge: [Double]
  let diabetesByAge: [Double]
  /// Of those with hypertension, with diabetes: diagnosed; of the diagnosed: on a register.
  let detected: [Double]
  let managed: [Double]
  /// Shares diagnosed, put on a register and leaving it in a year.
  let detection: Double
  let enrolment: Double
  let dropOut: Double
  /// Refill visits a year of somebody diagnosed, and with a long prescription.
  let refillsPerYear: Double
  let longRefillsPerYear: Double
  /// Share of the register on the standard schedule, its follow-ups a year, and those of the others.
  let standardSchedule: Double
  let followUpsPerYear: Double
  let looseFollowUps: Double
  /// Share of follow-ups that take place when due: at the clinic, and where a team comes to people.
  let attendance: Double
  let outreachAttendance: Double
  /// When people are called in for the follow-ups of the day, minutes after midnight.
  let callTime: Double
  /// Minutes of a doctor for a follow-up at the clinic, and for one away from it with the way there.
  let followUpMinutes: Double
  let outreachMinutes: Double
  /// Share of follow-ups at the village clinic; the others are at the township centre.
  let villageShare: Double
  /// Follow-ups that one health-management team can do on a working day.
  let teamFollowUps: Double
  /// Share of the register at target after long without follow-ups, and on the full schedule.
  let controlWithout: Double
  let controlWith: Double
  /// Share of the way to that target covered in a month.
  let controlSpeed: Double
  let stroke: ChronicRisk
  let heart: ChronicRisk
  /// Chance of dying of a stroke or an infarction, by severity.
  let strokeFatality: [Double]
  let heartFatality: [Double]
  /// Share of residents with a severe mental disorder.
  let mentalShare: Double
  /// Conditions of the catalogue: refills, stroke, infarction.
  let refillCondition: String
  let strokeCondition: String
  let heartCondition: String

  init(from figures: inout some FigureReader) {
    hypertensionByAge = figures.ages("hypertensionByAge", "高血压患病率", "hypertension by age")
    diabetesByAge = figures.ages("diabetesByAge", "糖尿病患病率", "diabetes by age")
    detected = figures.pair("detected", "知晓率", "diagnosed of those with the disease")
    managed = figures.pair("managed", "建档管理率", "on a register of the diagnosed")
    detection = figures.share("detection", "年新诊断比例", "undetected diagnosed in a year")
    enrolment = figures.share("enrolment", "年新建档比例", "diagnosed put on a register in a year")
    dropOut = figures.share("dropOut", "年失访比例", "register lost in a year")
    refillsPerYear = figures.times("refillsPerYear", "年配药次数", "refill visits a year")
    longRefillsPerYear = figures.times(
      "longRefillsPerYear",
      "长处方年配药次数",
      "refill visits a year with long prescriptions"
    )
    standardSchedule = figures.share("standardSchedule", "规范随访安排比例", "on the standard schedule")
    followUpsPerYear = figures.times("followUpsPerYear", "规范随访次数", "standard follow-ups a year")
    looseFollowUps = figures.times("looseFollowUps", "非规范随访次数", "follow-ups of the others")
    attendance = figures.share("attendance", "门诊随访到访率", "follow-ups kept at the clinic")
    outreachAttendance = figures.share("outreachAttendance", "上门随访完成率", "follow-ups kept by teams")
    callTime = figures.number(
      "callTime",
      .minutes,
      0...1440,
      zh: "随访通知时刻",
      en: "time of day at which follow-ups are called in"
    )
    followUpMinutes = figures.minutes("followUpMinutes", "每次随访时长", "doctor's time, clinic")
    outreachMinutes = figures.minutes("outreachMinutes", "每次上门随访时长", "doctor's time, outreach")
    villageShare = figures.share("villageShare", "村级随访占比", "follow-ups at village clinics")
    teamFollowUps = figures.times("teamFollowUps", "团队日随访量", "follow-ups of a team and day")
    controlWithout = figures.share("controlWithout", "未随访控制率", "at target without follow-ups")
    controlWith = figures.share("controlWith", "规范随访控制率", "at target on the full schedule")
    controlSpeed = figures.share("controlSpeed", "控制率月调整速度", "monthly step to that share")
    stroke = figures.section("stroke") { ChronicRisk(from: &$0) }
    heart = figures.section("heart") { ChronicRisk(from: &$0) }
    strokeFatality = figures.shares("strokeFatality", 3, "卒中病死率", "fatality of stroke")
    heartFatality = figures.shares("heartFatality", 3, "心梗病死率", "fatality of infarction")
    mentalShare = figures.share("mentalShare", "严重精神障碍患病率", "severe mental disorders")
    refillCondition = figures.text("refillCondition", zh: "配药病种", en: "condition of refills")
    strokeCondition = figures.text("strokeCondition", zh: "卒中病种", en: "condition of strokes")
    heartCondition = figures.text("heartCondition", zh: "心梗病种", en: "condition of infarctions")
  }

  /// How an age band stands today.
  func census(_ band: Int) -> ChronicCensus {
    let control = controlWithout + (controlWith - controlWithout) * delivered
    return ChronicCensus(
      prevalence: [hypertensionByAge[band], diabetesByAge[band]],
      detected: detected,
      managed: managed,
      controlled: [control, control]
    )
  }

  /// Follow-ups that take place today over those of a full schedule for everybody.
  private var delivered: Double {
    let most = min(1, looseFollowUps / ChronicCareInputs.fullSchedule)
    let full = min(1, followUpsPerYear / ChronicCareInputs.fullSchedule)
    return (standardSchedule * full + (1 - standardSchedule) * most) * attendance
  }

  /// Face-to-face follow-ups a year that the national programme asks for.
  ///
  /// Source: National Basic Public Health Service Specification, 3rd edition (H-06).
  static let fullSchedule = 4.0
}

extension ChronicRisk {
  fileprivate init(from figures: inout some FigureReader) {
    raised = figures.numbers(
      "raised",
      .number,
      1...10,
      count: 2,
      zh: "未控制相对危险度",
      en: "relative risk above target"
    )
    controlled = figures.pair("controlled", "控制后危险比", "risk at target over risk above it")
  }
}

extension FigureReader {
  fileprivate mutating func share(_ path: String, _ zh: String, _ en: String) -> Double {
    number(path, .share, 0...1, zh: zh, en: en)
  }

  fileprivate mutating func times(_ path: String, _ zh: String, _ en: String) -> Double {
    number(path, .number, 0...60, zh: zh, en: en)
  }

  fileprivate mutating func minutes(_ path: String, _ zh: String, _ en: String) -> Double {
    number(path, .minutes, 0...120, zh: zh, en: en)
  }

  fileprivate mutating func shares(
    _ path: String,
    _ count: Int,
    _ zh: String,
    _ en: String
  ) -> [Double] {
    numbers(path, .share, 0...1, count: count, zh: zh, en: en)
  }

  fileprivate mutating func pair(_ path: String, _ zh: String, _ en: String) -> [Double] {
    shares(path, ChronicDisease.allCases.count, zh, en)
  }

  fileprivate mutating func ages(_ path: String, _ zh: String, _ en: String) -> [Double] {
    shares(path, AgeBand.count, zh, en)
  }
}
