import Geography

/// Consulting hours, staff on duty and patience of outpatients.
struct ClinicsInputs {
  /// Mean consultation, minutes, by kind of facility.
  let consultation: [Double]
  /// Sigma of the lognormal consultation.
  let consultationSigma: Double
  /// Physicians on duty per session at small facilities.
  let villagePhysicians: Int
  let stationPhysicians: Int
  let privatePhysicians: Int
  /// Physicians on duty per session and 10,000 residents of the catchment.
  let townshipPhysicians: Double
  let communityPhysicians: Double
  /// Physicians on duty per session by specialty, for each county hospital.
  let generalPhysicians: [Double]
  let tcmPhysicians: [Double]
  let mchPhysicians: [Double]
  /// Physicians in the slice of city clinics that this county shares with the region.
  let cityPhysicians: Double
  /// Visits of other counties' residents to that slice, per day.
  let cityBackground: Double
  /// Staffing on Saturday and on Sunday, against a working day.
  let weekendStaffing: [Double]
  /// Staffing on holidays, against a working day: grassroots facilities, then county hospitals.
  ///
  /// The week of the Spring Festival counts as holidays. At a weekend the fewer of the two hold.
  let holidayStaffing: [Double]
  /// Opening and closing of the two sessions, minutes after midnight: grassroots, then hospitals.
  let grassrootsSessions: [Double]
  let hospitalSessions: [Double]
  /// Mean patience in line by severity, and its coefficient of variation.
  let patience: [Double]
  let patienceVariation: Double
  /// Extra patience per minute travelled, minutes.
  let patiencePerMinute: Double
  /// Chance that one who gave up tries elsewhere the same day.
  let triesElsewhere: Double
  /// Share of county outpatients who book a time slot, and of them those who want it for today.
  let appointmentShare: Double
  let sameDayShare: Double
  /// Share of those booked for a later day who do not come.
  let noShow: Double
  /// Days, today included, for which slots can be booked; length of a slot in minutes; share of the
  /// physicians' time that is given to slots.
  let slotHorizon: Int
  let slot: Double
  let bookable: Double
  /// Minutes at the cashier by kind of facility, and the share of them that a reorganised township
  /// outpatient department saves.
  let cashier: [Double]
  let reorganisedSaves: Double
  /// Share of walk-ins at county hospitals sent to the wrong desk first, and minutes they lose.
  let misrouted: Double
  let misroutedMinutes: Double
  /// Share of the day's physicians who work in an evening session.
  let dutyShare: Double

  init(from figures: inout some FigureReader) {
    consultation = figures.numbers(
      "consultation",
      .minutes,
      0.5...60,
      count: FacilityKind.allCases.count,
      zh: "平均接诊时间",
      en: "mean consultation"
    )
    consultationSigma = figures.number(
      "consultationSigma",
      .number,
      0.01...2,
      zh: "接诊时间对数标准差",
      en: "sigma of the consultation"
    )
    villagePhysicians = figures.whole(
      "villagePhysicians",
      0...50,
      zh: "村卫生室在岗人数",
      en: "village doctors on duty"
    )
    stationPhysicians = figures.whole(
      "stationPhysicians",
      0...50,
      zh: "社区站在岗医生",
      en: "station doctors on duty"
    )
    privatePhysicians = figures.whole(
      "privatePhysicians",
      0...50,
      zh: "诊所在岗医生",
      en: "private clinic doctors on duty"
    )
    townshipPhysicians = figures.number(
      "townshipPhysicians",
      .number,
      0...50,
      zh: "乡镇卫生院每万人出诊医生",
      en: "township doctors on duty per 10,000 residents"
    )
    communityPhysicians = figures.number(
      "communityPhysicians",
      .number,
      0...50,
      zh: "社区中心每万人出诊医生",
      en: "community doctors on duty per 10,000 residents"
    )
    generalPhysicians = figures.numbers(
      "generalPhysicians",
      .count,
      0...1000,
      count: Specialty.allCases.count,
      zh: "县医院各专科出诊医生",
      en: "general hospital doctors on duty by specialty"
    )
    tcmPhysicians = figures.numbers(
      "tcmPhysicians",
      .count,
      0...1000,
      count: Specialty.allCases.count,
      zh: "县中医院各专科出诊医生",
      en: "TCM hospital doctors on duty by specialty"
    )
    mchPhysicians = figures.numbers(
      "mchPhysicians",
      .count,
      0...1000,
      count: Specialty.allCases.count,
      zh: "县妇幼各专科出诊医生",
      en: "MCH hospital doctors on duty by specialty"
    )
    cityPhysicians = figures.number(
      "cityPhysicians",
      .count,
      0...5000,
      zh: "市级医院出诊医生",
      en: "city doctors on duty"
    )
    cityBackground = figures.number(
      "cityBackground",
      .count,
      0...100_000,
      zh: "市级医院本底日门诊",
      en: "city background visits per day"
    )
    weekendStaffing = figures.numbers(
      "weekendStaffing",
      .share,
      0...1,
      count: 2,
      zh: "周末出诊比例",
      en: "weekend staffing"
    )
    holidayStaffing = figures.numbers(
      "holidayStaffing",
      .share,
      0...1,
      count: 2,
      zh: "节假日出诊比例",
      en: "holiday staffing"
    )
    grassrootsSessions = figures.numbers(
      "grassrootsSessions",
      .minutes,
      0...1440,
      count: 4,
      zh: "基层开诊时段",
      en: "grassroots sessions"
    )
    hospitalSessions = figures.numbers(
      "hospitalSessions",
      .minutes,
      0...1440,
      count: 4,
      zh: "医院开诊时段",
      en: "hospital sessions"
    )
    patience = figures.numbers(
      "patience",
      .minutes,
      1...10_000,
      count: 3,
      zh: "候诊耐心",
      en: "mean patience by severity"
    )
    patienceVariation = figures.number(
      "patienceVariation",
      .number,
      0.01...3,
      zh: "耐心变异系数",
      en: "variation of patience"
    )
    patiencePerMinute = figures.number(
      "patiencePerMinute",
      .number,
      0...20,
      zh: "每分钟路程增加的耐心",
      en: "patience gained per minute travelled"
    )
    triesElsewhere = figures.number(
      "triesElsewhere",
      .share,
      0...1,
      zh: "放弃后另寻就诊概率",
      en: "tries elsewhere after giving up"
    )
    appointmentShare = figures.number(
      "appointmentShare",
      .share,
      0...1,
      zh: "县级门诊分时段预约比例",
      en: "share of county outpatients with a time slot"
    )
    sameDayShare = figures.number(
      "sameDayShare",
      .share,
      0...1,
      zh: "预约当日号比例",
      en: "share of bookings for the same day"
    )
    noShow = figures.number("noShow", .share, 0...0.9, zh: "爽约率", en: "no-show share")
    slotHorizon = figures.whole("slotHorizon", 1...60, zh: "放号天数", en: "days open for booking")
    slot = figures.number("slot", .minutes, 5...240, zh: "时段长度", en: "length of a slot")
    bookable = figures.number("bookable", .share, 0...1, zh: "可预约号源比例", en: "bookable share")
    cashier = figures.numbers(
      "cashier",
      .minutes,
      0...240,
      count: FacilityKind.allCases.count,
      zh: "各类机构缴费排队",
      en: "minutes at the cashier"
    )
    reorganisedSaves = figures.number(
      "reorganisedSaves",
      .share,
      0...1,
      zh: "大门诊节省的缴费时间",
      en: "cashier time saved by reorganised outpatients"
    )
    misrouted = figures.number("misrouted", .share, 0...1, zh: "挂错科室比例", en: "share misrouted")
    misroutedMinutes = figures.number(
      "misroutedMinutes",
      .minutes,
      0...240,
      zh: "挂错科室损失时间",
      en: "minutes lost when misrouted"
    )
    dutyShare = figures.number(
      "dutyShare",
      .share,
      0...1,
      zh: "夜间门诊值守医生比例",
      en: "share of physicians on evening duty"
    )
  }
}
