import Geography

/// What is covered beyond the basic ratios, and who bears what is left.
struct BenefitInputs {
  /// Share of the bill inside the catalogue, by kind of facility.
  let covered: [Double]
  /// Share of visits of the employee-insured that can be claimed.
  let claimableEmployee: Double
  /// Coefficient of variation of a stay's bill beyond condition and days.
  let billVariation: Double
  /// Most that the basic layer pays for stays in a year.
  let inpatientCap: Double
  /// Yearly own pay, in catalogue, above which the catastrophic layer pays, and its ratio; residents.
  let catastrophicThreshold: Double
  let catastrophicRatio: Double
  /// Share of residents on medical aid, and what it pays of the in-catalogue rest of a stay.
  let aidShare: Double
  let aidRatio: Double
  /// Share of village clinics where insurance pays.
  let villageDesignated: Double
  /// Share of the grassroots consultation fee that insurance pays.
  let feeCovered: Double
  /// Most that insurance pays of anything.
  let highestShare: Double

  init(from figures: inout some FigureReader) {
    covered = figures.numbers(
      "covered",
      .share,
      0...1,
      count: FacilityKind.allCases.count,
      zh: "目录内费用占比",
      en: "in-catalogue share of the bill"
    )
    highestShare = figures.number(
      "highestShare",
      .share,
      0...1,
      zh: "报销比例上限",
      en: "highest share that insurance pays"
    )
    claimableEmployee = figures.number(
      "claimableEmployee",
      .share,
      0...1,
      zh: "职工医保可报销就诊占比",
      en: "claimable visits, employees"
    )
    billVariation = figures.number(
      "billVariation",
      .number,
      0...3,
      zh: "住院费用变异系数",
      en: "variation of a stay's bill"
    )
    inpatientCap = figures.number(
      "inpatientCap",
      .yuan,
      0...1_000_000,
      zh: "住院年度最高支付限额",
      en: "yearly inpatient cap"
    )
    catastrophicThreshold = figures.number(
      "catastrophicThreshold",
      .yuan,
      0...1_000_000,
      zh: "大病保险起付线",
      en: "catastrophic threshold, yearly own pay"
    )
    catastrophicRatio = figures.number(
      "catastrophicRatio",
      .share,
      0...1,
      zh: "大病保险报销比例",
      en: "catastrophic ratio"
    )
    aidShare = figures.number(
      "aidShare",
      .share,
      0...1,
      zh: "医疗救助对象占比",
      en: "residents on medical aid"
    )
    aidRatio = figures.number(
      "aidRatio",
      .share,
      0...1,
      zh: "医疗救助比例",
      en: "medical aid ratio"
    )
    villageDesignated = figures.number(
      "villageDesignated",
      .share,
      0...1,
      zh: "医保定点村卫生室占比",
      en: "village clinics where insurance pays"
    )
    feeCovered = figures.number(
      "feeCovered",
      .share,
      0...1,
      zh: "一般诊疗费医保支付占比",
      en: "share of the consultation fee that insurance pays"
    )
  }
}
