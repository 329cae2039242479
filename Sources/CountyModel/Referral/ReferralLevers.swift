/// Levers on referral rules.
struct ReferralLevers {
  /// Share of direct filing for care out of the city that is closed.
  let certificate: Timeline
  /// Share of would-be referrals out of the county that invited experts retain.
  let retained: Timeline
  /// Share of referrals out of the county that are audited; those the catalogue places in the county
  /// are turned back.
  let audit: Timeline
  /// How far village doctors follow the catalogue beyond what they do today.
  let catalogue: Timeline
  /// Share of patients now sent by word alone who get a letter.
  let firstVisit: Timeline
  /// Share of cases that TCM and MCH hospitals cannot treat sent to the general hospital first.
  let inDistrictFirst: Timeline
  /// Share of referred patients who are admitted first.
  let greenChannel: Timeline
  /// Share of family doctors' referrals that are followed up.
  let followUp: Timeline
  /// Step-down: added willingness of hospitals and of families.
  let stepDownOffers: Timeline
  /// Convenient channel with joint wards.
  let downChannel: Timeline
  /// Logit shift of writing a referral.
  let upIncentive: Timeline
  /// Logit shift of offering step-down.
  let downIncentive: Timeline

  init(from levers: inout some LeverReader) {
    certificate = levers.lever(
      "referral.certificate",
      .share,
      0...1,
      neutral: 0,
      zh: "异地就医直接备案收紧比例",
      en: "Direct out-of-area filing closed",
      plan: ["LYG-65a"]
    )
    retained = levers.lever(
      "referral.retained",
      .share,
      0...1,
      neutral: 0,
      zh: "外请专家会诊减少外转比例",
      en: "Out-referrals that invited experts keep",
      plan: ["LYG-65c"]
    )
    audit = levers.lever(
      "referral.audit",
      .share,
      0...1,
      neutral: 0,
      zh: "外转审核比例",
      en: "Audit of referrals out of the county",
      plan: ["LYG-65b", "TZ-17", "TZ-18"]
    )
    catalogue = levers.lever(
      "referral.catalogue",
      .share,
      0...1,
      neutral: 0,
      zh: "分级诊疗目录执行力度",
      en: "Catalogue of tiered care followed by village doctors",
      plan: ["LYG-59", "TZ-11", "TZ-17"]
    )
    firstVisit = levers.lever(
      "referral.firstVisit",
      .share,
      0...1,
      neutral: 0,
      zh: "首诊负责、转诊审核责任制",
      en: "First-visit responsibility: letters instead of words",
      plan: ["LYG-65d", "TZ-17", "TZ-33", "YD-36"]
    )
    inDistrictFirst = levers.lever(
      "referral.inDistrictFirst",
      .share,
      0...1,
      neutral: 0,
      zh: "优先转至区内有能力医院",
      en: "In-district general hospital before care beyond",
      plan: ["TZ-09", "TZ-17"]
    )
    greenChannel = levers.lever(
      "referral.greenChannel",
      .share,
      0...1,
      neutral: 0,
      zh: "上转绿色通道优先住院",
      en: "Green channel: referred patients are admitted first",
      plan: ["TZ-20"]
    )
    followUp = levers.lever(
      "referral.followUp",
      .share,
      0...1,
      neutral: 0,
      zh: "家庭医生跟踪转诊、接续服务",
      en: "Family doctors follow referred patients up",
      plan: ["TZ-33"]
    )
    stepDownOffers = levers.lever(
      "referral.stepDownOffers",
      .share,
      0...1,
      neutral: 0,
      zh: "提高下转意愿",
      en: "Added willingness to step down",
      plan: []
    )
    downChannel = levers.lever(
      "referral.downChannel",
      .share,
      0...1,
      neutral: 0,
      zh: "下转便捷通道与联合病房",
      en: "Convenient channel down: joint wards, ward doctors in charge",
      plan: ["TZ-21", "LYG-28"]
    )
    upIncentive = levers.lever(
      "referral.upIncentive",
      .number,
      -3...3,
      neutral: 0,
      zh: "上转激励",
      en: "Incentive to refer by letter",
      plan: ["WD-34", "BZ-22"]
    )
    downIncentive = levers.lever(
      "referral.downIncentive",
      .number,
      -3...3,
      neutral: 0,
      zh: "下转激励",
      en: "Incentive to offer step-down",
      plan: ["WD-34", "BZ-22", "TZ-35"]
    )
  }
}
