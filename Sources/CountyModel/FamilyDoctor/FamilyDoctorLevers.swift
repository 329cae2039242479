/// Levers on family-doctor contracts and teams.
struct FamilyDoctorLevers {
  /// Least contract rates; rates already above them stay.
  let general: Timeline
  let key: Timeline
  /// Share of teams with a hospital specialist.
  let specialists: Timeline
  /// How far contract fees and assessment reach the teams' pay, 0 to 1.
  let effort: Timeline
  /// Teams per ten thousand residents that lead hospitals' general practice adds.
  let leadTeams: Timeline
  /// Share of teams with a public-health doctor.
  let publicHealthDoctors: Timeline

  init(from levers: inout some LeverReader) {
    general = levers.share(
      "familyDoctor.general",
      "一般人群签约率下限",
      "Least contract rate, general population",
      ["LYG-37", "TZ-31"]
    )
    key = levers.share(
      "familyDoctor.key",
      "重点人群签约率下限",
      "Least contract rate, key groups",
      ["LYG-38", "TZ-31"]
    )
    specialists = levers.share(
      "familyDoctor.specialists",
      "有专科医师的家庭医生团队占比",
      "Share of teams with a hospital specialist",
      ["LYG-33"]
    )
    effort = levers.share(
      "familyDoctor.effort",
      "签约服务费与考核激励到位程度",
      "Contract fees and assessment that reach the teams' pay",
      ["LYG-34", "LYG-36", "YD-37"]
    )
    leadTeams = levers.lever(
      "familyDoctor.leadTeams",
      .number,
      0...5,
      neutral: 0,
      zh: "牵头医院全科参与签约的团队（每万人）",
      en: "Teams of lead hospitals per ten thousand residents",
      plan: ["TZ-30"]
    )
    publicHealthDoctors = levers.share(
      "familyDoctor.publicHealthDoctors",
      "有公卫医师的家庭医生团队占比",
      "Share of teams with a public-health doctor",
      ["BZ-26"]
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
