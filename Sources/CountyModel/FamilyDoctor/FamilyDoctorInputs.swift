/// Family-doctor contracts and teams today.
struct FamilyDoctorInputs {
  /// Contract rate of the general population and of key groups.
  let general: Double
  let key: Double
  /// Teams per ten thousand residents, and the contracts one team can honour in full.
  let teamsPerTenThousand: Double
  let peoplePerTeam: Double
  /// How much stronger a contract binds with specialists in the team, and with paid effort.
  let specialistStrength: Double
  let effortStrength: Double
  /// Points of control that specialists in the team add to the registers.
  let specialistControl: Double
  /// Share of the follow-ups missed by the contracted that a public-health doctor in the team saves.
  let publicHealthReach: Double

  init(from figures: inout some FigureReader) {
    general = figures.number("general", .share, 0...1, zh: "一般人群签约率", en: "general contract rate")
    key = figures.number("key", .share, 0...1, zh: "重点人群签约率", en: "key-group contract rate")
    teamsPerTenThousand = figures.number(
      "teamsPerTenThousand",
      .number,
      0...100,
      zh: "每万人家庭医生团队数",
      en: "family-doctor teams per ten thousand residents"
    )
    peoplePerTeam = figures.number(
      "peoplePerTeam",
      .count,
      1...20_000,
      zh: "每团队服务人数上限",
      en: "contracts that a team can honour"
    )
    specialistStrength = figures.number(
      "specialistStrength",
      .number,
      0...3,
      zh: "专科医师入团队的签约效力增幅",
      en: "stronger contract with specialists in the team"
    )
    effortStrength = figures.number(
      "effortStrength",
      .number,
      0...3,
      zh: "激励到位的签约效力增幅",
      en: "stronger contract with paid effort"
    )
    specialistControl = figures.number(
      "specialistControl",
      .share,
      0...1,
      zh: "专科医师入团队的控制率增量",
      en: "share at target added by specialists in the team"
    )
    publicHealthReach = figures.number(
      "publicHealthReach",
      .share,
      0...1,
      zh: "公卫医师挽回的失约随访占比",
      en: "missed follow-ups saved by public-health doctors"
    )
  }
}
