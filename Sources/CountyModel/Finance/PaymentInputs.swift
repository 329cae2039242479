/// How the resident fund is divided, and how providers answer to the way they are paid.
struct PaymentInputs {
  /// Shares of the fund raised that are set aside before the community's budget (LYG-23).
  let riskReserve: Double
  let pharmacies: Double
  let privateHospitals: Double
  /// Overspend, as a share of the budget, that the community bears alone; and its share above that.
  let overspendFirst: Double
  let overspendShared: Double
  /// Share of the community's surplus or loss that falls to grassroots.
  let surplusToGrassroots: Double
  /// Share of the fund raised that is the yearly budget of points for county stays.
  let pointsBudget: Double
  /// Outpatient pool of a contracted resident, yuan a year.
  let capitationRate: Double
  /// Logits per thousand yuan of marginal revenue; its prior spans zero.
  let providerResponse: Double

  init(from figures: inout some FigureReader) {
    riskReserve = figures.number("riskReserve", .share, 0...0.5, zh: "风险调剂金占比", en: "risk reserve")
    pharmacies = figures.number(
      "pharmacyShare",
      .share,
      0...0.5,
      zh: "零售药店基金占比",
      en: "fund share of retail pharmacies"
    )
    privateHospitals = figures.number(
      "privateShare",
      .share,
      0...0.5,
      zh: "民营机构基金占比",
      en: "fund share of private providers"
    )
    overspendFirst = figures.number(
      "overspendFirst",
      .share,
      0...1,
      zh: "超支先由医共体承担部分",
      en: "overspend borne first by the community"
    )
    overspendShared = figures.number(
      "overspendShared",
      .share,
      0...1,
      zh: "其余超支医共体分担比例",
      en: "share of further overspend"
    )
    surplusToGrassroots = figures.number(
      "surplusToGrassroots",
      .share,
      0...1,
      zh: "结余分配基层占比",
      en: "share of the surplus that falls to grassroots"
    )
    pointsBudget = figures.number(
      "pointsBudget",
      .share,
      0...1,
      zh: "县级住院点数预算占筹资比例",
      en: "points budget, share of the fund raised"
    )
    capitationRate = figures.number(
      "capitationRate",
      .yuan,
      0...5000,
      zh: "签约居民门诊包干标准",
      en: "outpatient pool of a contracted resident"
    )
    providerResponse = figures.number(
      "providerResponse",
      .number,
      -2...2,
      zh: "医疗机构对边际收入的反应（每千元）",
      en: "provider response per thousand yuan of marginal revenue"
    )
  }
}
