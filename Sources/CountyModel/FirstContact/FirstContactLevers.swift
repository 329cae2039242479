/// Levers on the choice of first contact.
struct FirstContactLevers {
  /// Utility shift towards grassroots that family doctors' guidance gives their contracted residents.
  let guidance: Timeline
  /// Share of those bound by the rule of first contact who keep it.
  let gatekeeping: Timeline
  /// Yuan that a hospital visit without a referral costs those bound by the rule.
  let unreferredPrice: Timeline
  /// Share of suitable cases to whom county hospitals offer an online visit.
  let online: Timeline
  /// Strength of a common drug list from county to village.
  let formulary: Timeline
  /// Share of public grassroots facilities served by a central pharmacy.
  let centralPharmacy: Timeline

  init(from levers: inout some LeverReader) {
    guidance = levers.lever(
      "firstContact.guidance",
      .number,
      0...2,
      neutral: 0,
      zh: "家庭医生引导基层首诊力度",
      en: "Strength of family-doctor guided first contact",
      plan: ["LYG-65d", "TZ-33"]
    )
    gatekeeping = levers.lever(
      "firstContact.gatekeeping",
      .share,
      0...1,
      neutral: 0,
      zh: "基层首诊规定的遵守比例（急诊、幼儿、老人、已转诊者除外）",
      en: "Compliance with first contact at grassroots, exemptions apart",
      plan: ["YD-36", "LYG-65d", "TZ-33"]
    )
    unreferredPrice = levers.lever(
      "firstContact.unreferredPrice",
      .yuan,
      0...1000,
      neutral: 0,
      zh: "未经转诊到医院首诊多付金额",
      en: "Added price of a hospital visit without a referral",
      plan: ["YD-36"]
    )
    online = levers.lever(
      "firstContact.online",
      .share,
      0...1,
      neutral: 0,
      zh: "互联网医院向适宜患者开放比例",
      en: "Suitable cases to whom county hospitals offer an online visit",
      plan: ["BZ-35", "YD-18", "BZ-45"]
    )
    formulary = levers.lever(
      "firstContact.formulary",
      .share,
      0...1,
      neutral: 0,
      zh: "县乡村统一用药目录力度",
      en: "Common drug list from county to village",
      plan: ["LYG-73", "TZ-15"]
    )
    centralPharmacy = levers.lever(
      "firstContact.centralPharmacy",
      .share,
      0...1,
      neutral: 0,
      zh: "中心药房覆盖基层机构比例",
      en: "Grassroots facilities served by a central pharmacy",
      plan: ["LYG-74", "WD-10", "TZ-26"]
    )
  }
}
