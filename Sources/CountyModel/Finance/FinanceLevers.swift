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
  }
}
