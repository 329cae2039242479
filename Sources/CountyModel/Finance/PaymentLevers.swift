/// Levers on how providers are paid; neutral is fee for service.
struct PaymentLevers {
  /// Share of the community's yearly balance that it keeps or bears.
  let globalBudget: Timeline
  /// Share of county inpatient care that is paid by points.
  let casePayment: Timeline
  /// Share of contracted residents' outpatient pool that is paid per head.
  let capitation: Timeline
  /// Share of township stays that are paid what a county hospital would get.
  let grassrootsGroups: Timeline
  /// Share of payments for care out of the county that is charged to the hospital that referred.
  let outflowCharge: Timeline
  /// Multiplier of the providers' response.
  let responseFactor: Timeline

  init(from levers: inout some LeverReader) {
    globalBudget = levers.lever(
      "finance.globalBudget",
      .share,
      0...1,
      neutral: 0,
      zh: "医共体总额付费、结余留用、超支分担力度",
      en: "Community global budget: share of surplus kept and overspend borne",
      plan: [
        "LYG-22", "LYG-23", "LYG-24", "LYG-25", "BZ-39", "WD-28", "WD-32", "YD-36", "TZ-14",
        "TZ-38",
      ]
    )
    casePayment = levers.lever(
      "finance.casePayment",
      .share,
      0...1,
      neutral: 0,
      zh: "县级住院按病组点数付费占比",
      en: "County stays paid by case points",
      plan: ["BZ-39", "YD-34", "TZ-14"]
    )
    capitation = levers.lever(
      "finance.capitation",
      .share,
      0...1,
      neutral: 0,
      zh: "签约居民门诊统筹按人头付费力度",
      en: "Contracted residents' outpatient pool paid per head",
      plan: ["LYG-35", "BZ-42", "WD-32"]
    )
    grassrootsGroups = levers.lever(
      "finance.grassrootsGroups",
      .share,
      0...1,
      neutral: 0,
      zh: "基层病组同病同价覆盖乡镇住院比例",
      en: "Township stays in grassroots groups, same price as the county",
      plan: ["WD-29"]
    )
    outflowCharge = levers.lever(
      "finance.outflowCharge",
      .share,
      0...1,
      neutral: 0,
      zh: "转诊与支付总额挂钩：县外费用由转出医院承担比例",
      en: "Payments out of the county charged to the referring hospital",
      plan: ["BZ-22", "LYG-65b"]
    )
    responseFactor = levers.lever(
      "finance.responseFactor",
      .number,
      -5...5,
      neutral: 1,
      zh: "医疗机构对支付方式反应倍数",
      en: "Providers' response to payment, multiplier",
      plan: []
    )
  }
}
