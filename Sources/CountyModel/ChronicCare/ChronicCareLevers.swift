/// Levers on chronic care.
struct ChronicCareLevers {
  /// Least share of the register on the standard schedule; a higher share of today stays.
  let managementRate: Timeline
  /// Least follow-ups a year on the standard schedule; 0 leaves today's.
  let followUpsPerYear: Timeline
  /// Share of the diagnosed put on a register in a year, more than today, by disease.
  let programmes: [Timeline]
  /// Share of the undetected who are found in a year, more than today.
  let screening: Timeline
  /// Health-management teams at each township institution that follow people up where they live.
  let teams: Timeline
  /// Share of settlements where teams on their rounds do the follow-ups.
  let rounds: Timeline
  /// Share of the diagnosed with prescriptions for twelve weeks.
  let longPrescriptions: Timeline
  /// Share of people with a severe mental disorder who are followed up, more than today.
  let mentalManagement: Timeline

  init(from levers: inout some LeverReader) {
    managementRate = levers.share(
      "chronic.managementRate",
      "高血压糖尿病规范管理安排比例下限",
      "Least share of the register on the standard schedule",
      ["LYG-41"]
    )
    followUpsPerYear = levers.lever(
      "chronic.followUpsPerYear",
      .number,
      0...12,
      neutral: 0,
      zh: "规范随访年次数下限",
      en: "Least follow-ups a year on the standard schedule",
      plan: ["LYG-41"]
    )
    programmes = [
      levers.share(
        "chronic.hypertensionProgramme",
        "高血压专病管理年新增建档",
        "Hypertension programme: diagnosed put on a register in a year, more than today",
        ["LYG-39"]
      ),
      levers.share(
        "chronic.diabetesProgramme",
        "糖尿病专病管理年新增建档",
        "Diabetes programme: diagnosed put on a register in a year, more than today",
        ["LYG-39"]
      ),
    ]
    screening = levers.share(
      "chronic.screening",
      "慢病筛查年新增检出比例",
      "Screening: share of the undetected found in a year, more than today",
      ["YD-29", "BZ-27"]
    )
    teams = levers.lever(
      "chronic.teams",
      .number,
      0...6,
      neutral: 0,
      zh: "每个镇级机构健康管理团队数",
      en: "Health-management teams at each township institution",
      plan: ["YD-28", "LYG-40"]
    )
    rounds = levers.share(
      "chronic.rounds",
      "巡诊随访覆盖村居比例",
      "Share of settlements followed up on rounds",
      ["TZ-29"]
    )
    longPrescriptions = levers.share(
      "chronic.longPrescriptions",
      "长期处方覆盖比例",
      "Share of the diagnosed with long prescriptions",
      ["TZ-15"]
    )
    mentalManagement = levers.share(
      "chronic.mentalManagement",
      "严重精神障碍规范随访新增比例",
      "Severe mental disorders followed up, more than today",
      ["YD-30"]
    )
  }
}

extension LeverReader {
  fileprivate mutating func share(
    _ path: String,
    _ zh: String,
    _ en: String,
    _ plan: [String]
  ) -> Timeline {
    lever(path, .share, 0...1, neutral: 0, zh: zh, en: en, plan: plan)
  }
}
