/// Levers on where physicians work.
struct WorkforceLevers {
  /// County physicians posted to each township centre.
  let countyPosted: Timeline
  /// City physicians posted to each township centre, and their days a week.
  let cityPosted: Timeline
  let cityPostedDays: Timeline
  /// Share of the donor's loss that is refilled.
  let backfill: Timeline
  /// Share of one county specialty posted out of the county.
  let postedAway: [Timeline]
  /// Physicians posted to townships in turn, a year.
  let postedYearly: Timeline
  /// Weeks of one posting; the plans ask for half a year or more.
  let postingWeeks: Timeline
  /// What a posting does to demand against its prior: 0 is nothing, below 0 is the adverse end (B-27).
  let postedAppeal: Timeline
  /// Share of postings that juniors fill; the plans ask for the middle grade or above.
  let postedJuniors: Timeline
  /// Days a week of county postings.
  let postedDays: Timeline
  /// Days a year on which an expert sits at each township centre.
  let sessionDays: Timeline
  /// Days a year on which experts of a paired hospital sit in each clinic of the general hospital.
  let hospitalSessionDays: Timeline
  /// Days a year that every village doctor trains away from the clinic.
  let villageTraining: Timeline
  /// Share of those clinics in which somebody stands in.
  let villageSubstitute: Timeline
  /// Township physicians who train away, a year.
  let trainedYearly: Timeline
  /// Least licensed share of village doctors.
  let licensed: Timeline
  /// Least village doctors, township staff and physicians per 1,000 residents.
  let villageDoctors: Timeline
  let townshipStaff: Timeline
  let physicians: Timeline

  init(from levers: inout some LeverReader) {
    countyPosted = levers.lever(
      "workforce.countyPosted",
      .number,
      0...10,
      neutral: 0,
      zh: "县级医院派驻每个乡镇卫生院人数",
      en: "County physicians posted to each township centre",
      plan: ["LYG-61", "TZ-13"]
    )
    cityPosted = levers.lever(
      "workforce.cityPosted",
      .number,
      0...10,
      neutral: 0,
      zh: "城市医院派驻每个乡镇卫生院人数",
      en: "City physicians posted to each township centre",
      plan: ["LYG-60"]
    )
    cityPostedDays = levers.lever(
      "workforce.cityPostedDays",
      .number,
      0...7,
      neutral: 0,
      zh: "城市派驻每周工作日",
      en: "Days a week of city postings",
      plan: ["LYG-60"]
    )
    backfill = levers.lever(
      "workforce.backfill",
      .share,
      0...1,
      neutral: 0,
      zh: "派出单位补位比例",
      en: "Share of the donor's loss refilled",
      plan: ["LYG-61"]
    )
    postedYearly = levers.lever(
      "workforce.postedYearly",
      .number,
      0...500,
      neutral: 0,
      zh: "每年下派基层人数",
      en: "Physicians posted to townships in turn, a year",
      plan: ["YD-32", "WD-21"]
    )
    postingWeeks = levers.lever(
      "workforce.postingWeeks",
      .number,
      26...104,
      neutral: 26,
      zh: "每次派驻周数",
      en: "Weeks of one posting",
      plan: ["WD-20", "TZ-13"]
    )
    postedAppeal = levers.lever(
      "workforce.postedAppeal",
      .number,
      -2...3,
      neutral: 1,
      zh: "派驻对就诊意愿影响的倍数（先验跨零）",
      en: "Effect of postings on demand, against the prior",
      plan: []
    )
    postedJuniors = levers.lever(
      "workforce.postedJuniors",
      .share,
      0...1,
      neutral: 0,
      zh: "由初级职称医师派驻的比例（方案要求中级及以上）",
      en: "Share of postings filled by juniors, where the plans ask for the middle grade or above",
      plan: ["LYG-61", "TZ-13"]
    )
    postedDays = levers.lever(
      "workforce.postedDays",
      .number,
      1...5,
      neutral: 5,
      zh: "县级派驻每周工作日",
      en: "Days a week of county postings",
      plan: ["TZ-13", "YD-32"]
    )
    sessionDays = levers.lever(
      "workforce.sessionDays",
      .number,
      0...365,
      neutral: 0,
      zh: "每乡镇每年专家坐诊日",
      en: "Expert sessions at each township centre, days a year",
      plan: ["LYG-28", "YD-23", "TZ-24"]
    )
    hospitalSessionDays = levers.lever(
      "workforce.hospitalSessionDays",
      .number,
      0...250,
      neutral: 0,
      zh: "结对医院专家到县医院坐诊日",
      en: "Sessions of paired hospitals' experts at the county hospital, days a year",
      plan: ["LYG-16"]
    )
    villageTraining = levers.lever(
      "workforce.villageTraining",
      .number,
      0...90,
      neutral: 0,
      zh: "村医每年脱岗轮训天数",
      en: "Village doctors' yearly training away, days",
      plan: ["YD-25", "WD-41"]
    )
    villageSubstitute = levers.lever(
      "workforce.villageSubstitute",
      .share,
      0...1,
      neutral: 0,
      zh: "轮训期间替岗比例",
      en: "Share of village clinics covered while the doctor trains",
      plan: ["YD-25"]
    )
    trainedYearly = levers.lever(
      "workforce.trainedYearly",
      .number,
      0...500,
      neutral: 0,
      zh: "每年进修基层人员",
      en: "Township physicians who train away, a year",
      plan: ["LYG-63", "YD-24", "WD-19", "WD-22", "TZ-42"]
    )
    licensed = levers.lever(
      "workforce.licensed",
      .share,
      0...1,
      neutral: 0,
      zh: "乡村医生执业（助理）医师比例下限",
      en: "Licensed share of village doctors, at least",
      plan: ["WD-17", "YD-10"]
    )
    villageDoctors = levers.lever(
      "workforce.villageDoctors",
      .number,
      0...5,
      neutral: 0,
      zh: "每千人口村医数下限",
      en: "Village doctors per 1,000 residents, at least",
      plan: ["WD-16"]
    )
    townshipStaff = levers.lever(
      "workforce.townshipStaff",
      .number,
      0...5,
      neutral: 0,
      zh: "每千人口卫生院编制下限",
      en: "Township staff per 1,000 residents, at least",
      plan: ["WD-13", "WD-15"]
    )
    physicians = levers.lever(
      "workforce.physicians",
      .number,
      0...10,
      neutral: 0,
      zh: "每千人口执业（助理）医师数下限",
      en: "Physicians per 1,000 residents, at least",
      plan: ["YD-08"]
    )
    var away: [Timeline] = []
    for specialty in Specialty.allCases {
      away.append(
        levers.lever(
          "workforce.postedAway.\(specialty.rawValue)",
          .share,
          0...1,
          neutral: 0,
          zh: "外派到县外的医师比例：\(specialty.zh)",
          en: "Share of physicians posted out of the county: \(specialty.en)",
          plan: []
        )
      )
    }
    postedAway = away
  }
}

extension WorkforceLevers {
  /// What a programme of postings asks for on a day.
  func order(_ programme: Posting.Programme, onDay day: Int, gap: Int) -> PostingPlan.Order {
    let number: Double
    let days: Double
    switch programme {
    case .county:
      number = countyPosted.value(onDay: day)
      days = postedDays.value(onDay: day)
    case .city:
      number = cityPosted.value(onDay: day)
      days = cityPostedDays.value(onDay: day)
    case .yearly:
      number = postedYearly.value(onDay: day)
      days = postedDays.value(onDay: day)
    }
    return PostingPlan.Order(
      number: number,
      daysAWeek: days,
      weeks: Int(postingWeeks.value(onDay: day).rounded()),
      gap: gap,
      backfill: backfill.value(onDay: day),
      juniors: postedJuniors.value(onDay: day)
    )
  }
}
