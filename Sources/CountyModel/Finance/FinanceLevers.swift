/// Levers on prices and reimbursement.
struct FinanceLevers {
  /// Points off for unreferred, non-emergency inpatient care out of the city.
  let unreferredPenalty: Timeline
  /// Points added to the inpatient reimbursement of a tier.
  let townshipPoints: Timeline
  let countyPoints: Timeline
  let cityPoints: Timeline
  /// Strength with which county tertiary hospitals are reimbursed as secondary ones.
  let countyAsSecondary: Timeline
  /// Added to every county outpatient bill, uncovered by insurance.
  let countyOutpatientPrice: Timeline
  /// Share of a second deductible that falls away after a referral inside the community.
  let oneDeductible: Timeline
  /// Change of the share of village clinics where insurance pays.
  let villageDesignation: Timeline
  /// Consultation fee added to a visit at public grassroots facilities.
  let consultationFee: Timeline
  /// Share of the chronic co-payment at grassroots that the package of contracted residents bears.
  let chronicPackage: Timeline
  /// Least share of chronic needs that can be claimed at grassroots.
  let chronicCover: Timeline
  /// How providers are paid.
  let payment: PaymentLevers

  init(from levers: inout some LeverReader) {
    unreferredPenalty = levers.lever(
      "finance.unreferredPenalty",
      .points,
      0...60,
      neutral: 0,
      zh: "未经转诊非急诊市外住院报销下降百分点",
      en: "Points off for unreferred out-of-city inpatient care (replaces the unfiled factor)",
      plan: ["LYG-67"]
    )
    townshipPoints = levers.lever(
      "finance.townshipPoints",
      .points,
      -30...30,
      neutral: 0,
      zh: "乡镇住院报销增加百分点",
      en: "Points added, township inpatient",
      plan: ["LYG-66"]
    )
    countyPoints = levers.lever(
      "finance.countyPoints",
      .points,
      -30...30,
      neutral: 0,
      zh: "县级住院报销增加百分点",
      en: "Points added, county inpatient",
      plan: ["LYG-66"]
    )
    cityPoints = levers.lever(
      "finance.cityPoints",
      .points,
      -30...30,
      neutral: 0,
      zh: "市级住院报销增加百分点",
      en: "Points added, city inpatient",
      plan: ["LYG-66"]
    )
    countyAsSecondary = levers.lever(
      "finance.countyAsSecondary",
      .share,
      0...1,
      neutral: 0,
      zh: "县域三级医院参照二级报销",
      en: "County tertiary reimbursed as secondary",
      plan: ["LYG-66"]
    )
    countyOutpatientPrice = levers.lever(
      "finance.countyOutpatientPrice",
      .yuan,
      0...1000,
      neutral: 0,
      zh: "县级门诊加价",
      en: "Added county outpatient price",
      plan: []
    )
    oneDeductible = levers.lever(
      "finance.oneDeductible",
      .share,
      0...1,
      neutral: 0,
      zh: "医共体内转诊住院只计一次起付线",
      en: "One deductible for stays linked by referral in the community",
      plan: ["WD-31", "TZ-39"]
    )
    villageDesignation = levers.lever(
      "finance.villageDesignation",
      .share,
      -1...1,
      neutral: 0,
      zh: "村卫生室医保定点比例变动",
      en: "Change in the share of village clinics where insurance pays",
      plan: ["LYG-32", "WD-36"]
    )
    consultationFee = levers.lever(
      "finance.consultationFee",
      .yuan,
      0...50,
      neutral: 0,
      zh: "基层一般诊疗费增加额",
      en: "Consultation fee added at public grassroots facilities",
      plan: ["BZ-43", "WD-37"]
    )
    chronicPackage = levers.lever(
      "finance.chronicPackage",
      .share,
      0...1,
      neutral: 0,
      zh: "签约服务包承担基层慢病自付比例",
      en: "Chronic co-payment at grassroots borne by the contract package",
      plan: ["WD-33"]
    )
    chronicCover = levers.lever(
      "finance.chronicCover",
      .share,
      0...1,
      neutral: 0,
      zh: "基层慢病（含延伸处方、签约项目）可报销占比下限",
      en: "Least claimable share of chronic care and extended prescriptions at grassroots",
      plan: ["YD-34"]
    )
    payment = PaymentLevers(from: &levers)
  }
}
