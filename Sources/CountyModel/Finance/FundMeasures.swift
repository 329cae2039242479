import Geography

extension Count {
  /// Fen that medical aid (lane 0) and the contract package (lane 1) paid.
  static var helped: Count { Count(.finance, 6) }
  /// Resident insurance, fen, lanes by kind of facility: what visits and stays claimed, and what
  /// the fund paid for them.
  static var visitClaims: Count { Count(.finance, 7) }
  static var visitFund: Count { Count(.finance, 8) }
  static var stayClaims: Count { Count(.finance, 9) }
  static var stayFund: Count { Count(.finance, 10) }
  /// In-catalogue part of the stays.
  static var stayCovered: Count { Count(.finance, 11) }
  /// What the fund paid providers beyond their bills, less what it took back, by kind.
  static var clearing: Count { Count(.finance, 12) }
  /// The resident-insured, times days.
  static var insuredDays: Count { Count(.finance, 13) }
  static var fundRaised: Count { Count(.finance, 14) }
  /// Lane 0 risk reserve, lane 1 retail pharmacies.
  static var setAside: Count { Count(.finance, 15) }
  /// Raised less set aside less paid: goes up and down.
  static var fundBalance: Count { Count(.finance, 16) }
  /// Budget of the community by the formula of LYG-23, and budget less claims, in force or not.
  static var communityBudget: Count { Count(.finance, 17) }
  static var communityBalance: Count { Count(.finance, 18) }
  /// People whose own pay crossed the catastrophic threshold.
  static var catastrophicPeople: Count { Count(.finance, 19) }
  /// Fen that patients paid, and people who crossed that threshold; lanes by fifth of income, poorest
  /// first.
  static var pocketByIncome: Count { Count(.finance, 20) }
  static var catastrophicByIncome: Count { Count(.finance, 21) }
}

extension Finance {
  private static func fund(_ lanes: [Int]) -> [Series] {
    [Series(.visitFund, lanes), Series(.stayFund, lanes)]
  }
  private static let claims = [Series(.visitClaims), Series(.stayClaims)]
  private static let outOfArea = [FacilityKind.outOfCity.lane]
  private static let yearly = 365.25

  static let fundMeasures: [Measure] = [
    Measure(
      "fund.perInsured",
      zh: "居民医保人均支出",
      en: "Resident fund spent per insured and year",
      unit: .yuan,
      better: .neutral,
      means: "Payments of the resident fund, clearings included / the resident-insured, per year",
      source: "F-13",
      formula: .ratio(
        fund(everywhere) + [Series(.clearing)],
        over: [Series(.insuredDays)],
        times: yearly / 100
      )
    ),
    Measure(
      "fund.paymentRatio",
      zh: "居民医保目录内住院基金支付比例",
      en: "Resident in-catalogue inpatient payment ratio",
      unit: .share,
      better: .higher,
      means: "Fund payments for stays / in-catalogue cost of stays, resident insurance",
      source: "F-11",
      formula: .ratio([Series(.stayFund)], over: [Series(.stayCovered)], times: 1)
    ),
    Measure(
      "fund.inpatientCostShare",
      zh: "居民医保住院费用占比",
      en: "Inpatient share of resident-insurance cost",
      unit: .share,
      better: .neutral,
      means: "Cost of stays / cost of stays and claimable visits, resident insurance",
      source: "F-14",
      formula: .ratio([Series(.stayClaims)], over: claims, times: 1)
    ),
    Measure(
      "fund.outOfAreaCostShare",
      zh: "居民医保统筹区外费用占比",
      en: "Out-of-area share of resident-insurance cost",
      unit: .share,
      better: .lower,
      means: "Cost out of the city (the pooling area) / all cost, resident insurance",
      source: "R-05",
      formula: .ratio(
        [Series(.visitClaims, outOfArea), Series(.stayClaims, outOfArea)],
        over: claims,
        times: 1
      )
    ),
    Measure(
      "fund.grassrootsShareOfRaised",
      zh: "支付给基层的基金占筹资总额比例",
      en: "Grassroots share of the fund raised",
      unit: .share,
      better: .higher,
      means: "Payments of the resident fund to grassroots, clearings included / fund raised",
      source: "YD-35",
      formula: .ratio(
        fund(FacilityKind.grassrootsLanes) + [Series(.clearing, FacilityKind.grassrootsLanes)],
        over: [Series(.fundRaised)],
        times: 1
      )
    ),
    Measure(
      "fund.balance",
      zh: "居民医保当期结余率",
      en: "Resident fund balance",
      unit: .share,
      better: .higher,
      means: "Raised less set aside less paid / raised, resident insurance; negative is a deficit",
      source: "F-13",
      formula: .ratio([Series(.fundBalance)], over: [Series(.fundRaised)], times: 1)
    ),
    Measure(
      "fund.communityBalance",
      zh: "医共体医保总额结余率",
      en: "Balance of the community's insurance budget",
      unit: .share,
      better: .higher,
      means:
        "Budget by the formula of LYG-23 less claims of its people anywhere but at private clinics / budget; shown whether or not the budget is in force",
      source: "YD-07, insurance side only; LYG-23",
      formula: .ratio([Series(.communityBalance)], over: [Series(.communityBudget)], times: 1)
    ),
    Measure(
      "fund.catastrophicShare",
      zh: "大病保险受益人口占比",
      en: "People with catastrophic own pay",
      unit: .share,
      better: .lower,
      means:
        "Resident-insured whose own in-catalogue inpatient pay of the year crossed the catastrophic threshold / the resident-insured, per year",
      formula: .ratio([Series(.catastrophicPeople)], over: [Series(.insuredDays)], times: yearly)
    ),
  ]
}
