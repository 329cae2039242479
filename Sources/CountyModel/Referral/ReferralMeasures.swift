import Geography

extension Count {
  /// Referrals written, lanes by the kind that refers.
  static var referredUp: Count { Count(.referral, 0) }
  /// Referrals followed, lanes by the kind that receives.
  static var attended: Count { Count(.referral, 1) }
  /// Patients sent on who did not go: lane 0 by choice, lane 1 for want of a place to go.
  static var referralLost: Count { Count(.referral, 2) }
  /// Patients told to go to a hospital on their own, lanes by the kind that told them.
  static var sentAlone: Count { Count(.referral, 4) }
  /// Cases that visiting experts kept in the county.
  static var retained: Count { Count(.referral, 3) }
  /// Referrals out of the county that an audit turned back.
  static var turnedBack: Count { Count(.referral, 5) }
  /// Patients sent upwards who went, lanes by the kind they went to.
  static var sentTo: Count { Count(.referral, 6) }
  /// Visits that the catalogue places at the grassroots, lanes by the kind that was visited, and
  /// those of them at lead hospitals.
  static var suitableVisits: Count { Count(.referral, 7) }
  static var suitableAtLead: Count { Count(.referral, 8) }
  /// Episodes with a contact that the catalogue places at the grassroots.
  static var suitableContacts: Count { Count(.referral, 9) }
  /// First hospital visits without a letter of cases for the grassroots, lanes by `BypassCause`.
  static var bypass: Count { Count(.referral, 10) }
  /// Discharges of lead hospitals, and patients they sent down.
  static var leadDischarges: Count { Count(.referral, 11) }
  static var leadSentDown: Count { Count(.referral, 12) }
  /// Planned admissions: lane 0 on their own, lane 1 referred; and the days they wait.
  static var planned: Count { Count(.referral, 13) }
  static var plannedDays: Count { Count(.referral, 14) }
}

extension Referral {
  static let measures: [Measure] =
    [
      Measure(
        "referral.upShare",
        zh: "基层上转率",
        en: "Up-referral share of grassroots visits",
        unit: .share,
        better: .neutral,
        means: "Referrals written at grassroots facilities / grassroots visits",
        source: "R-10",
        formula: .ratio(
          [Series(.referredUp, FacilityKind.grassrootsLanes)],
          over: [Series(.visits, FacilityKind.grassrootsLanes)],
          times: 1
        )
      ),
      Measure(
        "referral.attendedShare",
        zh: "转诊到诊率",
        en: "Referrals followed",
        unit: .share,
        better: .higher,
        means: "Referrals followed / referrals written",
        formula: .ratio([Series(.attended)], over: [Series(.referredUp)], times: 1)
      ),
      Measure(
        "referral.outOfCounty",
        zh: "县级上转县外人次",
        en: "Referrals out of the county",
        unit: .perYear,
        better: .lower,
        means: "Referrals written at county hospitals, per year",
        formula: .perYear([Series(.referredUp, FacilityKind.hospitalLanes)], times: 1)
      ),
    ] + ledgerMeasures + bypassMeasures + outflowMeasures

  private static let city = FacilityKind.lanes { $0 == .cityHospital }
  private static let outOfCity = FacilityKind.lanes { $0 == .outOfCity }

  private static let ledgerMeasures: [Measure] = [
    Measure(
      "referral.sentShare",
      zh: "基层上转率（含口头）",
      en: "Patients sent up, by letter or by word",
      unit: .share,
      better: .neutral,
      means:
        "Patients whom grassroots doctors send on, with or without a letter / grassroots visits",
      source: "R-10, R-11",
      formula: .ratio(
        [
          Series(.referredUp, FacilityKind.grassrootsLanes),
          Series(.sentAlone, FacilityKind.grassrootsLanes),
        ],
        over: [Series(.visits, FacilityKind.grassrootsLanes)],
        times: 1
      )
    ),
    Measure(
      "referral.letterShare",
      zh: "上转开具转诊单占比",
      en: "Patients sent up with a letter",
      unit: .share,
      better: .higher,
      means: "Referrals written / patients sent on with or without a letter",
      formula: .ratio(
        [Series(.referredUp)],
        over: [Series(.referredUp), Series(.sentAlone)],
        times: 1
      )
    ),
    Measure(
      "referral.inDistrictShare",
      zh: "区内上转率",
      en: "Up-referrals that stay in the county",
      unit: .share,
      better: .higher,
      means: "Patients sent upwards who went to a facility in the county / all who went",
      source: "TZ-35",
      formula: .ratio(
        [Series(.sentTo, FacilityKind.countyLanes)],
        over: [Series(.sentTo)],
        times: 1
      )
    ),
    Measure(
      "referral.downShareLead",
      zh: "牵头医院下转率",
      en: "Step-down share of lead-hospital discharges",
      unit: .share,
      better: .higher,
      means: "Patients sent down to township beds by lead hospitals / discharges of lead hospitals",
      source: "R-14; TZ-35",
      formula: .ratio([Series(.leadSentDown)], over: [Series(.leadDischarges)], times: 1)
    ),
    Measure(
      "referral.plannedWait",
      zh: "转诊患者择期入院等待",
      en: "Wait for a planned admission, referred patients",
      unit: .days,
      better: .lower,
      means: "Days from the decision to the day of a planned admission, referred patients, mean",
      source: "TZ-20",
      formula: .ratio([Series(.plannedDays, [1])], over: [Series(.planned, [1])], times: 1)
    ),
    Measure(
      "referral.turnedBack",
      zh: "外转审核退回人次",
      en: "Out-referrals turned back by audit",
      unit: .perYear,
      better: .neutral,
      means: "Referrals out of the county that an audit turned back, per year",
      source: "LYG-65b, TZ-18",
      formula: .perYear([Series(.turnedBack)], times: 1)
    ),
  ]

  private static let bypassMeasures: [Measure] =
    [
      Measure(
        "visits.bypassShare",
        zh: "越级就诊率",
        en: "Bypass share of hospital first visits",
        unit: .share,
        better: .lower,
        means: "First hospital visits without a letter of cases that the catalogue places at the "
          + "grassroots / all first hospital visits",
        source: "LYG-59; TZ-11",
        formula: .ratio([Series(.bypass)], over: [Series(.hospitalFirstVisits)], times: 1)
      ),
      Measure(
        "visits.bypassOfSuitable",
        zh: "基层适宜病例越级率",
        en: "Bypass of cases for the grassroots",
        unit: .share,
        better: .lower,
        means: "First hospital visits without a letter of cases that the catalogue places at the "
          + "grassroots / such episodes with a contact",
        source: "LYG-59; TZ-11",
        formula: .ratio([Series(.bypass)], over: [Series(.suitableContacts)], times: 1)
      ),
      Measure(
        "visits.suitableAtLead",
        zh: "牵头医院占基层适宜诊疗比重",
        en: "Lead hospitals' share of visits for the grassroots",
        unit: .share,
        better: .lower,
        means:
          "Visits at lead hospitals that the catalogue places at the grassroots / all such visits "
          + "in the county",
        source: "TZ-36",
        formula: .ratio(
          [Series(.suitableAtLead)],
          over: [Series(.suitableVisits, FacilityKind.countyLanes)],
          times: 1
        )
      ),
    ]
    + BypassCause.allCases.map { cause in
      Measure(
        "visits.bypass.\(cause)",
        zh: "越级原因：\(cause.zh)",
        en: "Bypass because \(cause.en)",
        unit: .share,
        better: .neutral,
        means:
          "Part of the bypass of cases for the grassroots with this cause; causes are tried in a "
          + "fixed order and each visit has one",
        formula: .ratio([Series(.bypass, [cause.rawValue])], over: [Series(.bypass)], times: 1)
      )
    }

  private static let outflowMeasures: [Measure] = [
    Measure(
      "visits.outOfCityShare",
      zh: "市外就诊率",
      en: "Out-of-city share of visits",
      unit: .share,
      better: .lower,
      means: "Visits out of the city / all visits",
      source: "R-06; BZ-22",
      formula: .ratio([Series(.visits, outOfCity)], over: [Series(.visits)], times: 1)
    ),
    Measure(
      "admissions.outOfCityShare",
      zh: "市外住院率",
      en: "Out-of-city share of admissions",
      unit: .share,
      better: .lower,
      means: "Admissions out of the city / all admissions",
      source: "BZ-22; LYG-67",
      formula: .ratio([Series(.admissions, outOfCity)], over: [Series(.admissions)], times: 1)
    ),
    Measure(
      "admissions.cityShare",
      zh: "市级住院占比",
      en: "City share of admissions",
      unit: .share,
      better: .neutral,
      means: "Admissions at city hospitals / all admissions",
      formula: .ratio([Series(.admissions, city)], over: [Series(.admissions)], times: 1)
    ),
  ]
}

extension BypassCause {
  fileprivate var zh: String {
    switch self {
    case .advised: "基层医生口头建议"
    case .emergency: "自认为急症"
    case .closed: "基层已关门"
    case .line: "基层候诊过久"
    case .habit: "习惯去医院"
    case .nearer: "医院更近"
    case .preference: "更信任医院"
    }
  }

  fileprivate var en: String {
    switch self {
    case .advised: "a grassroots doctor said so, without a letter"
    case .emergency: "it felt like an emergency"
    case .closed: "the grassroots were closed"
    case .line: "they had given up a line"
    case .habit: "a hospital is where they go"
    case .nearer: "the hospital is nearer"
    case .preference: "they preferred it"
    }
  }
}
