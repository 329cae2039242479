import Geography

extension Count {
  /// Fen, lanes by kind of facility.
  static var outpatientCharge: Count { Count(.finance, 0) }
  static var outpatientPaid: Count { Count(.finance, 1) }
  static var outpatientPocket: Count { Count(.finance, 2) }
  static var inpatientCharge: Count { Count(.finance, 3) }
  static var inpatientPaid: Count { Count(.finance, 4) }
  static var inpatientPocket: Count { Count(.finance, 5) }
}

extension Finance {
  static func paid(_ lanes: [Int]) -> [Series] {
    [Series(.outpatientPaid, lanes), Series(.inpatientPaid, lanes)]
  }
  private static func charged(_ lanes: [Int]) -> [Series] {
    [Series(.outpatientCharge, lanes), Series(.inpatientCharge, lanes)]
  }
  static let everywhere = FacilityKind.allCases.map(\.lane)
  private static let beyond = FacilityKind.lanes { !$0.countsInCounty }
  static let pocket = [Series(.outpatientPocket), Series(.inpatientPocket)]
  private static let yuanPerResident = 365.25 / 100

  static let measures = moneyMeasures + fundMeasures

  private static let moneyMeasures: [Measure] = [
    Measure(
      "fund.inCountyShare",
      zh: "县域内基金支出占比",
      en: "Fund share spent in the county",
      unit: .share,
      better: .higher,
      means: "Insurance payments to facilities in the county / all insurance payments",
      source: "model.md §10; TZ-05",
      formula: .ratio(paid(FacilityKind.countyLanes), over: paid(everywhere), times: 1)
    ),
    Measure(
      "fund.grassrootsShare",
      zh: "基层基金支出占比",
      en: "Grassroots share of in-county fund spending",
      unit: .share,
      better: .higher,
      means: "Insurance payments to grassroots / payments in the county",
      source: "F-24; LYG-68",
      formula: .ratio(
        paid(FacilityKind.grassrootsLanes),
        over: paid(FacilityKind.countyLanes),
        times: 1
      )
    ),
    Measure(
      "fund.perResident",
      zh: "人均基金支出",
      en: "Insurance payments per resident and year",
      unit: .yuan,
      better: .neutral,
      means: "Payments of both insurances / residents, per year",
      formula: .ratio(paid(everywhere), over: [Series(.residentDays)], times: yuanPerResident)
    ),
    Measure(
      "money.pocketPerResident",
      zh: "人均个人自付",
      en: "Out-of-pocket payments per resident and year",
      unit: .yuan,
      better: .lower,
      means: "Payments by patients / residents, per year",
      formula: .ratio(pocket, over: [Series(.residentDays)], times: yuanPerResident)
    ),
    Measure(
      "money.pocketShare",
      zh: "个人自付占比",
      en: "Out-of-pocket share of charges",
      unit: .share,
      better: .lower,
      means: "Payments by patients / all charges, claimable or not",
      formula: .ratio(pocket, over: charged(everywhere), times: 1)
    ),
    Measure(
      "money.grassrootsRevenue",
      zh: "基层机构人均收入",
      en: "Charges at grassroots per resident and year",
      unit: .yuan,
      better: .neutral,
      means: "Charges at grassroots / residents, per year",
      formula: .ratio(
        charged(FacilityKind.grassrootsLanes),
        over: [Series(.residentDays)],
        times: yuanPerResident
      )
    ),
    Measure(
      "money.countyRevenue",
      zh: "县级医院人均收入",
      en: "Charges at county hospitals per resident and year",
      unit: .yuan,
      better: .neutral,
      means: "Charges at county hospitals / residents, per year",
      formula: .ratio(
        charged(FacilityKind.hospitalLanes),
        over: [Series(.residentDays)],
        times: yuanPerResident
      )
    ),
    Measure(
      "money.beyondRevenue",
      zh: "县外机构人均收入",
      en: "Charges out of the county per resident and year",
      unit: .yuan,
      better: .neutral,
      means: "Charges out of the county / residents, per year",
      formula: .ratio(charged(beyond), over: [Series(.residentDays)], times: yuanPerResident)
    ),
    Measure(
      "money.beyondCostShare",
      zh: "县外医疗费用占比",
      en: "Share of charges out of the county",
      unit: .share,
      better: .lower,
      means: "Charges out of the county, city hospitals included / all charges",
      formula: .ratio(charged(beyond), over: charged(everywhere), times: 1)
    ),
    Measure(
      "money.inpatientCostShare",
      zh: "住院费用占比",
      en: "Inpatient share of charges",
      unit: .share,
      better: .neutral,
      means: "Inpatient charges / all charges, claimable or not",
      formula: .ratio([Series(.inpatientCharge)], over: charged(everywhere), times: 1)
    ),
  ]
}
