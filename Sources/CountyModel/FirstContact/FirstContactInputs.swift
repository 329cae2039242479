import Geography

/// Coefficients of the choice of first contact, and what each kind of facility offers.
struct FirstContactInputs {
  /// Utility per one-way minute, by severity.
  let travel: [Double]
  /// Utility per yuan out of pocket, outpatients, by severity.
  let outOfPocket: [Double]
  /// Utility per point of inpatient reimbursement; used instead of `outOfPocket` by those who need a bed.
  let reimbursement: Double
  /// Utility per minute of expected wait, by severity.
  let wait: [Double]
  /// Utility from junior to senior doctors, from none to full formulary, from basic to full equipment.
  let doctor: [Double]
  let drugs: [Double]
  let equipment: [Double]
  /// Utility of a facility that is sure to treat the condition, against one that cannot.
  let match: Double
  /// Shift towards grassroots for people with a family-doctor contract, by severity.
  let contract: [Double]
  /// Shift towards the facility used last.
  let usual: Double
  /// Shift of the usual facility after a wait an hour shorter than people at home expect.
  ///
  /// The same is taken away after a wait an hour longer; `VisitMemory` says what lies between. At 0
  /// one's own wait counts no more than anybody's.
  let ownMemory: Double
  /// Shift of the usual facility after a visit that failed: sent on, refused a bed, gone unseen.
  let ownOutcome: Double
  /// Shift of self-care by age band; children and the old wait less.
  let selfCareByAge: [Double]
  /// Shift of self-care by severity; the severely ill hardly stay at home.
  let selfCareBySeverity: [Double]
  /// Shift of self-care by fifth of income, poorest first, beyond what prices do.
  let selfCareByIncome: [Double]
  /// Elasticity, to income, at which the weight of money falls; 0 for one weight for all.
  let incomeElasticity: Double
  /// Share of the last wait that enters the expected wait of a settlement.
  let learningRate: Double
  /// Expected wait before anyone has learnt anything, minutes.
  let firstExpectedWait: Double
  /// What facilities offer, by kind, 0 to 1.
  let doctorByKind: [Double]
  let drugsByKind: [Double]
  let equipmentByKind: [Double]
  /// Hour weights of arrivals at hospitals and at grassroots facilities.
  let hospitalHours: [Double]
  let grassrootsHours: [Double]
  /// Weekday weights of hospital outpatients, Monday first.
  let hospitalWeekdays: [Double]
  /// Wait that people expect beyond the county, minutes.
  let outOfCityWait: Double
  /// Utility per day between booking and visit, by severity.
  let bookingWait: [Double]
  /// Share of the last outcome that enters what a settlement thinks of a facility.
  let qualityRate: Double
  /// Scale of the nests of grassroots facilities and of hospitals; 1 is the multinomial logit.
  let nests: [Double]
  /// Utility of an online visit, apart from travel, wait and price; its price against a visit's.
  let onlineConstant: Double
  let onlinePrice: Double
  /// Share of what grassroots pharmacies lack that a common list, and a central pharmacy, bring.
  let formularyCloses: Double
  let pharmacyCloses: Double

  init(from figures: inout some FigureReader) {
    travel = figures.numbers(
      "travel",
      .number,
      -1...0,
      count: 3,
      zh: "每分钟路程效用",
      en: "utility per minute of travel"
    )
    outOfPocket = figures.numbers(
      "outOfPocket",
      .number,
      -1...0,
      count: 3,
      zh: "每元自付效用",
      en: "utility per yuan out of pocket"
    )
    reimbursement = figures.number(
      "reimbursement",
      .number,
      0...1,
      zh: "每报销百分点效用",
      en: "utility per reimbursement point"
    )
    wait = figures.numbers(
      "wait",
      .number,
      -1...0,
      count: 3,
      zh: "每分钟候诊效用",
      en: "utility per minute of expected wait"
    )
    doctor = figures.numbers(
      "doctor",
      .number,
      0...10,
      count: 3,
      zh: "医生水平效用",
      en: "utility of senior doctors"
    )
    drugs = figures.numbers(
      "drugs",
      .number,
      0...10,
      count: 3,
      zh: "药品齐全效用",
      en: "utility of a full formulary"
    )
    equipment = figures.numbers(
      "equipment",
      .number,
      0...10,
      count: 3,
      zh: "设备效用",
      en: "utility of equipment"
    )
    match = figures.number(
      "match",
      .number,
      0...20,
      zh: "诊治能力匹配效用",
      en: "utility of being able to treat"
    )
    contract = figures.numbers(
      "contract",
      .number,
      0...5,
      count: 3,
      zh: "签约效用",
      en: "shift from a family-doctor contract"
    )
    usual = figures.number("usual", .number, 0...5, zh: "惯常机构效用", en: "shift to the usual facility")
    ownMemory = figures.number(
      "ownMemory",
      .number,
      0...5,
      zh: "本人候诊记忆效用",
      en: "utility of one's own wait, an hour shorter than expected"
    )
    ownOutcome = figures.number(
      "ownOutcome",
      .number,
      -5...0,
      zh: "本人就诊未果效用",
      en: "utility of one's own visit that failed"
    )
    selfCareByAge = figures.numbers(
      "selfCareByAge",
      .number,
      -10...10,
      count: AgeBand.count,
      zh: "各年龄自我照护",
      en: "self-care shift by age"
    )
    selfCareBySeverity = figures.numbers(
      "selfCareBySeverity",
      .number,
      -50...50,
      count: 3,
      zh: "各病情自我照护",
      en: "self-care shift by severity"
    )
    selfCareByIncome = figures.numbers(
      "selfCareByIncome",
      .number,
      -10...10,
      count: IncomeFifth.allCases.count,
      zh: "各收入组自我照护",
      en: "self-care shift by fifth of income"
    )
    incomeElasticity = figures.number(
      "incomeElasticity",
      .number,
      0...2,
      zh: "费用权重的收入弹性",
      en: "income elasticity of the weight of money"
    )
    learningRate = figures.number(
      "learningRate",
      .share,
      0...1,
      zh: "候诊学习率",
      en: "learning rate of expected waits"
    )
    firstExpectedWait = figures.number(
      "firstExpectedWait",
      .minutes,
      0...600,
      zh: "初始预期候诊",
      en: "first expected wait"
    )
    doctorByKind = figures.numbers(
      "doctorByKind",
      .share,
      0...1,
      count: FacilityKind.allCases.count,
      zh: "各类机构医生水平",
      en: "doctors by kind of facility"
    )
    drugsByKind = figures.numbers(
      "drugsByKind",
      .share,
      0...1,
      count: FacilityKind.allCases.count,
      zh: "各类机构药品",
      en: "drugs by kind of facility"
    )
    equipmentByKind = figures.numbers(
      "equipmentByKind",
      .share,
      0...1,
      count: FacilityKind.allCases.count,
      zh: "各类机构设备",
      en: "equipment by kind of facility"
    )
    hospitalHours = figures.numbers(
      "hospitalHours",
      .number,
      0...100,
      count: 24,
      zh: "医院门诊小时分布",
      en: "hospital hour weights"
    )
    grassrootsHours = figures.numbers(
      "grassrootsHours",
      .number,
      0...100,
      count: 24,
      zh: "基层小时分布",
      en: "grassroots hour weights"
    )
    hospitalWeekdays = figures.numbers(
      "hospitalWeekdays",
      .number,
      0...10,
      count: 7,
      zh: "医院星期系数",
      en: "hospital weekday weights"
    )
    outOfCityWait = figures.number(
      "outOfCityWait",
      .minutes,
      0...10_000,
      zh: "市外候诊",
      en: "expected wait out of the city"
    )
    bookingWait = figures.numbers(
      "bookingWait",
      .number,
      -1...0,
      count: 3,
      zh: "每天预约等待效用",
      en: "utility per day of booking wait"
    )
    qualityRate = figures.number(
      "qualityRate",
      .share,
      0...1,
      zh: "质量感知学习率",
      en: "learning rate of perceived quality"
    )
    nests = figures.numbers(
      "nests",
      .number,
      0.1...1,
      count: 2,
      zh: "基层与医院的巢系数",
      en: "nest scales, grassroots and hospitals"
    )
    onlineConstant = figures.number(
      "onlineConstant",
      .number,
      -20...20,
      zh: "线上就诊常数",
      en: "constant of online visits"
    )
    onlinePrice = figures.number(
      "onlinePrice",
      .number,
      0...5,
      zh: "线上就诊价格比",
      en: "price of an online visit against a visit"
    )
    formularyCloses = figures.number(
      "formularyCloses",
      .share,
      0...1,
      zh: "统一目录补齐药品缺口",
      en: "drug gap closed by a common list"
    )
    pharmacyCloses = figures.number(
      "pharmacyCloses",
      .share,
      0...1,
      zh: "中心药房补齐药品缺口",
      en: "drug gap closed by a central pharmacy"
    )
  }
}

/// The constants of the choice that `calibrate` solves; stored with the scenario.
public struct SolvedConstants: Sendable, Equatable {
  /// Utility of self-care.
  public var selfCare: Double
  /// Utility common to grassroots facilities, for those who need no bed.
  public var grassroots: Double
  /// Utility of care beyond the county for those who need no bed.
  public var beyondVisits: Double
  /// Utility of care beyond the county for those who need a bed.
  public var beyondAdmissions: Double

  /// Reads the solved constants.
  init(from figures: inout some FigureReader) {
    selfCare = figures.number("selfCare", .number, -50...50, zh: "自我照护常数", en: "self-care constant")
    grassroots = figures.number(
      "grassroots",
      .number,
      -50...50,
      zh: "基层常数",
      en: "grassroots constant"
    )
    beyondVisits = figures.number(
      "beyondVisits",
      .number,
      -50...50,
      zh: "县外门诊常数",
      en: "beyond-county constant, visits"
    )
    beyondAdmissions = figures.number(
      "beyondAdmissions",
      .number,
      -50...50,
      zh: "县外住院常数",
      en: "beyond-county constant, admissions"
    )
  }
}
