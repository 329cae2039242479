import Geography

/// How bad an episode is, as the patient feels it.
enum Severity: UInt8, CaseIterable, BitwiseCopyable {
  case minor, moderate, severe

  /// Place in tables by severity.
  var index: Int { Int(rawValue) }
}

/// The kind of clock by which needs of a condition arise.
enum NeedProfile: String, CaseIterable {
  /// Decided in the morning; the hour of arrival follows the chosen facility's profile.
  case clinic
  /// At any hour, by the emergency department's profile.
  case emergency
  /// At any hour, by the profile of calls to 120.
  case call
}

/// Hospital specialty: one waiting line per specialty and hospital.
enum Specialty: String, CaseIterable {
  case medicine, surgery, paediatrics, obstetrics, orthopaedics, tcm, sense, oncology

  /// Place in tables by specialty: the order of the cases.
  var index: Int {
    switch self {
    case .medicine: 0
    case .surgery: 1
    case .paediatrics: 2
    case .obstetrics: 3
    case .orthopaedics: 4
    case .tcm: 5
    case .sense: 6
    case .oncology: 7
    }
  }

  /// Chinese name.
  var zh: String {
    switch self {
    case .medicine: "内科"
    case .surgery: "外科"
    case .paediatrics: "儿科"
    case .obstetrics: "妇产科"
    case .orthopaedics: "骨科"
    case .tcm: "中医科"
    case .sense: "眼耳鼻喉科"
    case .oncology: "肿瘤科"
    }
  }

  /// English name.
  var en: String {
    switch self {
    case .medicine: "medicine"
    case .surgery: "surgery"
    case .paediatrics: "paediatrics"
    case .obstetrics: "obstetrics and gynaecology"
    case .orthopaedics: "orthopaedics"
    case .tcm: "traditional Chinese medicine"
    case .sense: "eye, ear, nose and throat"
    case .oncology: "oncology"
    }
  }
}

/// Kind of ward: beds of one kind are interchangeable.
enum WardKind: String, CaseIterable {
  case medical, surgical, paediatric, obstetric, intensive, care

  /// Place in tables by ward kind: the order of the cases.
  var index: Int {
    switch self {
    case .medical: 0
    case .surgical: 1
    case .paediatric: 2
    case .obstetric: 3
    case .intensive: 4
    case .care: 5
    }
  }
}

/// The emergency centre a time-critical condition belongs to (五大中心).
enum EmergencyCentre: String, CaseIterable {
  /// Any emergency department will do.
  case none
  case chestPain, stroke, trauma, obstetric, neonatal

  /// Place among the five, or `nil` where none is needed.
  var place: Int? {
    switch self {
    case .none: nil
    case .chestPain: 0
    case .stroke: 1
    case .trauma: 2
    case .obstetric: 3
    case .neonatal: 4
    }
  }

  /// How many centres there are.
  static let count = 5
}

/// Where the visits of a group of needs belong before anybody chooses.
enum CourseOfTreatment: String, CaseIterable {
  /// Nowhere: each need is a question of its own.
  case none
  /// At a hospital that treats the patient already and expects the visit.
  case hospital
}

/// A group of needs that behave alike; data, not code.
struct Condition {
  let id: String
  let zh: String
  let en: String
  let profile: NeedProfile
  /// Needs per thousand residents and year, before anyone decides to seek care.
  let incidence: Double
  /// Relative incidence in the nine age bands.
  let ages: [Double]
  /// Multiplier by month, January first.
  let season: [Double]
  /// Shares of minor, moderate and severe.
  let severity: [Double]
  let specialty: Specialty
  /// Chance that a clinic of the tier can treat definitively, by severity.
  let villageTreats: [Double]
  let townshipTreats: [Double]
  let countyTreats: [Double]
  /// Chance of needing a bed, by severity.
  let needsBed: [Double]
  /// Chance that a township bed is good enough for one who needs a bed.
  let townshipBedSuffices: Double
  let ward: WardKind
  /// Share of needs that are a chronic disease filed with the insurance.
  let chronic: Double
  /// Share of bed needs that can be planned.
  let elective: Double
  /// Mean clinical stay at a county hospital, days.
  let stay: Double
  /// Chance of calling 120, by severity.
  let calls: [Double]
  /// Share of county inpatients who could finish their stay in a township bed.
  let stepDown: Double
  /// Cost relative to the mean of the tier, outpatient and inpatient.
  let outpatientCost: Double
  let inpatientCost: Double
  /// The emergency centre that a moderate or severe case needs.
  let centre: EmergencyCentre
  /// Chance that a moderate case needs a test to be decided: laboratory, imaging, ECG.
  let tests: [Double]
  /// Chance that a minor case can be seen online.
  let online: Double
  /// Whether each need is a visit of a course of treatment under way.
  let course: CourseOfTreatment
  /// Length of a consultation against the mean of the kind of facility, 0.05 to 10.
  let consultation: Double

  /// Reads one row of the condition table.
  init(from figures: inout some FigureReader) {
    id = figures.text("id", zh: "病种编号", en: "condition id")
    zh = figures.text("zh", zh: "病种名称", en: "Chinese name")
    en = figures.text("en", zh: "英文名称", en: "English name")
    profile = figures.named("profile", NeedProfile.self, zh: "到达类型", en: "need profile")
    incidence = figures.number(
      "incidence",
      .perThousandYear,
      0...20_000,
      zh: "发生率",
      en: "needs per thousand residents"
    )
    ages = figures.numbers(
      "ages",
      .number,
      0...100,
      count: AgeBand.count,
      zh: "年龄相对率",
      en: "relative incidence by age"
    )
    season = figures.numbers(
      "season",
      .number,
      0...10,
      count: 12,
      zh: "月份系数",
      en: "multiplier by month"
    )
    severity = figures.numbers(
      "severity",
      .share,
      0...1,
      count: 3,
      zh: "轻中重构成",
      en: "shares minor, moderate, severe"
    )
    specialty = figures.named("specialty", Specialty.self, zh: "专科", en: "hospital specialty")
    villageTreats = figures.numbers(
      "villageTreats",
      .share,
      0...1,
      count: 3,
      zh: "村级可治愈概率",
      en: "village clinic treats"
    )
    townshipTreats = figures.numbers(
      "townshipTreats",
      .share,
      0...1,
      count: 3,
      zh: "乡镇级可治愈概率",
      en: "township centre treats"
    )
    countyTreats = figures.numbers(
      "countyTreats",
      .share,
      0...1,
      count: 3,
      zh: "县级可治愈概率",
      en: "county hospital treats"
    )
    needsBed = figures.numbers(
      "needsBed",
      .share,
      0...1,
      count: 3,
      zh: "住院概率",
      en: "chance of needing a bed"
    )
    townshipBedSuffices = figures.number(
      "townshipBedSuffices",
      .share,
      0...1,
      zh: "乡镇床位适宜概率",
      en: "township bed suffices"
    )
    ward = figures.named("ward", WardKind.self, zh: "病区", en: "ward kind")
    chronic = figures.number("chronic", .share, 0...1, zh: "慢病备案占比", en: "filed chronic share")
    elective = figures.number("elective", .share, 0...1, zh: "择期占比", en: "elective share")
    stay = figures.number("stay", .days, 0.1...90, zh: "平均住院日", en: "mean clinical stay")
    calls = figures.numbers(
      "calls",
      .share,
      0...1,
      count: 3,
      zh: "呼叫120概率",
      en: "chance of calling 120"
    )
    stepDown = figures.number(
      "stepDown",
      .share,
      0...1,
      zh: "可下转占比",
      en: "step-down eligible share"
    )
    outpatientCost = figures.number(
      "outpatientCost",
      .number,
      0...20,
      zh: "门诊费用权重",
      en: "outpatient cost weight"
    )
    inpatientCost = figures.number(
      "inpatientCost",
      .number,
      0...20,
      zh: "住院费用权重",
      en: "inpatient cost weight"
    )
    centre = figures.named("centre", EmergencyCentre.self, zh: "急救中心类别", en: "emergency centre")
    tests = figures.numbers(
      "tests",
      .share,
      0...0.5,
      count: TestKind.allCases.count,
      zh: "中度病情需检验、影像、心电的概率",
      en: "moderate case needs laboratory, imaging, ECG"
    )
    online = figures.number("online", .share, 0...1, zh: "轻症可线上复诊", en: "fit for a visit online")
    course = figures.named(
      "course",
      CourseOfTreatment.self,
      zh: "疗程就诊地点",
      en: "where a course of treatment under way has its visits"
    )
    consultation = figures.number(
      "consultation",
      .number,
      0.05...10,
      zh: "接诊时间倍数",
      en: "length of a consultation against the mean"
    )
  }
}
