import Geography

/// Prices and the benefit package, in yuan and shares; the model works in whole fen.
struct FinanceInputs {
  /// Mean outpatient and inpatient bill by kind of facility.
  let outpatientBill: [Double]
  let inpatientBill: [Double]
  /// Share of visits of the resident-insured that can be claimed at all.
  let claimable: Double
  /// Outpatient reimbursement by kind of facility, and the yearly cap at grassroots.
  let outpatientRatio: [Double]
  let outpatientCap: Double
  /// Inpatient reimbursement and deductible at levels 1, 2 and 3.
  let inpatientRatio: [Double]
  let deductible: [Double]
  /// Deductible of the second and of later stays in a year, against the first.
  let repeatDeductible: [Double]
  /// Level of the county general hospital, of the TCM and of the MCH hospital.
  let countyLevels: [Double]
  /// Factor on the ratio out of the city: filed, unfiled emergency, unfiled ordinary.
  let outOfArea: [Double]
  /// Points more for employee insurance.
  let employeePoints: Double
  /// Income of the resident fund per insured and year.
  let fundPerInsured: Double
  /// Share of the inpatient bill that grows with the days of stay.
  let dailyShare: Double
  /// What is covered, who bears the rest, and how providers are paid.
  let benefits: BenefitInputs
  let payment: PaymentInputs

  init(from figures: inout some FigureReader) {
    let kinds = FacilityKind.allCases.count
    outpatientBill = figures.numbers(
      "outpatientBill",
      .yuan,
      0...100_000,
      count: kinds,
      zh: "次均门诊费用",
      en: "mean outpatient bill"
    )
    inpatientBill = figures.numbers(
      "inpatientBill",
      .yuan,
      0...1_000_000,
      count: kinds,
      zh: "次均住院费用",
      en: "mean inpatient bill"
    )
    claimable = figures.number("claimable", .share, 0...1, zh: "可报销就诊占比", en: "claimable visits")
    outpatientRatio = figures.numbers(
      "outpatientRatio",
      .share,
      0...1,
      count: kinds,
      zh: "门诊报销比例",
      en: "outpatient reimbursement"
    )
    outpatientCap = figures.number(
      "outpatientCap",
      .yuan,
      0...100_000,
      zh: "基层门诊年度封顶",
      en: "yearly outpatient cap"
    )
    inpatientRatio = figures.numbers(
      "inpatientRatio",
      .share,
      0...1,
      count: 3,
      zh: "住院报销比例",
      en: "inpatient reimbursement by level"
    )
    deductible = figures.numbers(
      "deductible",
      .yuan,
      0...100_000,
      count: 3,
      zh: "住院起付线",
      en: "deductible by level"
    )
    repeatDeductible = figures.numbers(
      "repeatDeductible",
      .share,
      0...1,
      count: 2,
      zh: "再次住院起付系数",
      en: "deductible of later stays"
    )
    countyLevels = figures.numbers(
      "countyLevels",
      .count,
      1...3,
      count: 3,
      zh: "县级医院等级",
      en: "levels of the county hospitals"
    )
    outOfArea = figures.numbers(
      "outOfArea",
      .share,
      0...1,
      count: 3,
      zh: "异地就医系数",
      en: "out-of-area factors"
    )
    employeePoints = figures.number(
      "employeePoints",
      .points,
      0...50,
      zh: "职工医保多报百分点",
      en: "points more for employees"
    )
    fundPerInsured = figures.number(
      "fundPerInsured",
      .yuan,
      0...100_000,
      zh: "人均筹资",
      en: "fund income per insured"
    )
    dailyShare = figures.number(
      "dailyShare",
      .share,
      0...1,
      zh: "费用随住院日部分",
      en: "share of the bill that grows with days"
    )
    benefits = BenefitInputs(from: &figures)
    payment = PaymentInputs(from: &figures)
  }
}
