import Geography

extension Count {
  /// Residents times days, lanes by disease (eight each) and state.
  static var chronicDays: Count { Count(.chronicCare, 0) }
  /// People on a register times days.
  static var registerDays: Count { Count(.chronicCare, 1) }
  /// Follow-ups done, lanes by kind of facility; lane 15 away from the clinics.
  static var followUps: Count { Count(.chronicCare, 2) }
  /// Follow-ups called in.
  static var followUpsDue: Count { Count(.chronicCare, 3) }
  /// Follow-ups missed: lane 0 did not come, lane 1 gave up in the line.
  static var followUpsMissed: Count { Count(.chronicCare, 4) }
  /// Follow-ups of those on the standard schedule, in ten thousandths of a quarter's worth.
  static var standardFollowUps: Count { Count(.chronicCare, 5) }
  /// Refills that fell due.
  static var refills: Count { Count(.chronicCare, 6) }
  /// Diagnosed, and put on a register, lanes by disease.
  static var detections: Count { Count(.chronicCare, 7) }
  static var enrolments: Count { Count(.chronicCare, 8) }
}

extension ChronicCare {
  private static func days(_ states: [ChronicState]) -> Series {
    Series(
      .chronicDays,
      ChronicDisease.allCases.flatMap { disease in
        states.map { Int(disease.rawValue) * 8 + Int($0.rawValue) }
      }
    )
  }

  private static let ill: [ChronicState] = [.undetected] + known
  private static let known: [ChronicState] = [.unmanaged] + listed
  private static let listed: [ChronicState] = [.uncontrolled, .controlled]

  static let measures: [Measure] = [
    Measure(
      "chronic.standardRate",
      zh: "高血压糖尿病规范管理率",
      en: "Standardised management, hypertension and diabetes",
      unit: .share,
      better: .higher,
      means: "Follow-ups done of those on the standard schedule / four a year for everybody on a "
        + "register",
      source: "LYG-41; H-16",
      formula: .ratio(
        [Series(.standardFollowUps)],
        over: [Series(.registerDays)],
        times: 365.25 / 4 / 10_000
      )
    ),
    Measure(
      "chronic.registerShare",
      zh: "患者建档管理覆盖率",
      en: "On a register, of those with hypertension or diabetes",
      unit: .share,
      better: .higher,
      means: "Registered / all with the disease, diagnosed or not; the two diseases added up",
      source: "H-15",
      formula: .ratio([days(listed)], over: [days(ill)], times: 1)
    ),
    Measure(
      "chronic.detectedShare",
      zh: "知晓率",
      en: "Diagnosed, of those with hypertension or diabetes",
      unit: .share,
      better: .higher,
      means: "Diagnosed / all with the disease; the two diseases added up",
      source: "H-03; H-05; YD-29",
      formula: .ratio([days(known)], over: [days(ill)], times: 1)
    ),
    Measure(
      "chronic.controlRate",
      zh: "管理人群控制率",
      en: "At target, of those on a register",
      unit: .share,
      better: .higher,
      means: "At target / registered; the two diseases added up",
      source: "H-02",
      formula: .ratio([days([.controlled])], over: [days(listed)], times: 1)
    ),
    Measure(
      "chronic.controlOfAll",
      zh: "高血压总体控制率",
      en: "Hypertension at target, of all who have it",
      unit: .share,
      better: .higher,
      means: "Registered and at target / all with hypertension, diagnosed or not",
      source: "H-03",
      formula: .ratio(
        [Series(.chronicDays, [Int(ChronicState.controlled.rawValue)])],
        over: [Series(.chronicDays, ill.map { Int($0.rawValue) })],
        times: 1
      )
    ),
    Measure(
      "chronic.followUpsPerManaged",
      zh: "管理对象年人均随访次数",
      en: "Follow-ups per registered person and year",
      unit: .ratio,
      better: .neutral,
      means: "Follow-ups done, at clinics and away from them / people on a register, per year",
      source: "H-06",
      formula: .ratio([Series(.followUps)], over: [Series(.registerDays)], times: 365.25)
    ),
    Measure(
      "chronic.followUpVisitShare",
      zh: "随访占诊疗人次比",
      en: "Follow-ups among visits",
      unit: .share,
      better: .neutral,
      means: "Follow-ups at clinics / all visits: the part of the grassroots visit "
        + "share that is called in",
      formula: .ratio([Series(.followUps, Array(0..<15))], over: [Series(.visits)], times: 1)
    ),
    Measure(
      "visits.grassrootsShareWithRounds",
      zh: "基层就诊率（含入户巡诊随访）",
      en: "Grassroots visit share, follow-ups on rounds counted",
      unit: .share,
      better: .higher,
      means: "As the grassroots visit share, follow-ups away from clinics counted as grassroots "
        + "visits too, so that nothing changes when they are done in the village",
      source: "TZ-04, TZ-29",
      formula: .ratio(
        [Series(.visits, FacilityKind.grassrootsLanes), Series(.followUps, [outreachLane])],
        over: [Series(.visits, FacilityKind.countyLanes), Series(.followUps, [outreachLane])],
        times: 1
      )
    ),
    Measure(
      "chronic.refillsPerResident",
      zh: "年人均慢病配药需求",
      en: "Refills due per resident and year",
      unit: .ratio,
      better: .neutral,
      means: "Refills that fell due to the diagnosed / residents, per year",
      source: "TZ-15",
      formula: .ratio([Series(.refills)], over: [Series(.residentDays)], times: 365.25)
    ),
  ]
}
