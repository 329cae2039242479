import Geography

extension Count {
  /// Visits of residents and festival visitors, lanes by kind of facility.
  static var visits: Count { Count(.clinics, 0) }
  /// Consultations begun, and milliseconds waited for them.
  static var waits: Count { Count(.clinics, 1) }
  static var waitTime: Count { Count(.clinics, 2) }
  /// Physicians busy and on duty, and overtime, physician-milliseconds.
  static var busyTime: Count { Count(.clinics, 3) }
  static var dutyTime: Count { Count(.clinics, 4) }
  static var overtime: Count { Count(.clinics, 5) }
  /// Patients who gave up waiting, and who came after the doors had closed.
  static var gaveUp: Count { Count(.clinics, 6) }
  static var turnedAway: Count { Count(.clinics, 7) }
  /// County outpatients who arrive between eight and ten.
  static var morningWaits: Count { Count(.clinics, 9) }
  static var morningWaitTime: Count { Count(.clinics, 10) }
  /// Patients sent by family doctors.
  static var familyReferredWaits: Count { Count(.clinics, 11) }
  static var familyReferredWaitTime: Count { Count(.clinics, 12) }
  /// First hospital visits of an episode: lane 0 on their own, lane 1 referred, lane 2 told to go by
  /// a grassroots doctor.
  static var hospitalFirstVisits: Count { Count(.clinics, 13) }
  /// Visits of residents with a family-doctor contract.
  static var contractedVisits: Count { Count(.clinics, 14) }
  /// County waits, lanes by specialty.
  static var specialtyWaits: Count { Count(.clinics, 15) }
  static var specialtyWaitTime: Count { Count(.clinics, 16) }
  /// Facilities times days, lanes by kind.
  static var facilityDays: Count { Count(.clinics, 17) }
  /// Waits of those who come back with a result.
  static var returnWaits: Count { Count(.clinics, 18) }
  static var returnWaitTime: Count { Count(.clinics, 19) }
  /// County waits: lane 0 walk-ins, lane 1 booked, lane 2 referred.
  static var waitsByAccess: Count { Count(.clinics, 20) }
  static var waitTimeByAccess: Count { Count(.clinics, 21) }
  /// Results that came after the physicians had gone home.
  static var resultsNextDay: Count { Count(.clinics, 22) }
  /// Results from elsewhere that saved a test, and tests done again all the same.
  static var recognised: Count { Count(.clinics, 23) }
  static var repeated: Count { Count(.clinics, 24) }
  /// Consultations reserved for patients of family doctors, and those used.
  static var reservedPlaces: Count { Count(.clinics, 25) }
  static var reservedUsed: Count { Count(.clinics, 26) }
  /// Minutes at the cashier of county and township visits, milliseconds.
  static var cashierTime: Count { Count(.clinics, 27) }
  /// Physicians on duty at outpatients times days, lanes by kind.
  static var dutyDays: Count { Count(.clinics, 28) }
}

extension Clinics {
  private static let toMinutes = 1.0 / 60_000
  private static let inCounty = Series(.visits, FacilityKind.countyLanes)
  private static let grassroots = Series(.visits, FacilityKind.grassrootsLanes)
  private static let privateLanes = FacilityKind.lanes { $0 == .privateClinic }
  private static let publicGrassroots = FacilityKind.lanes {
    $0.isGrassroots && $0 != .privateClinic
  }
  private static let publicCounty = FacilityKind.lanes {
    $0.countsInCounty && $0 != .privateClinic
  }

  static let measures: [Measure] =
    shareMeasures + volumeMeasures + workloadMeasures + waitMeasures + accessMeasures
    + Specialty.allCases.map { specialty in
      Measure(
        "wait.county.\(specialty.rawValue)",
        zh: "县级专科平均候诊：\(specialty.zh)",
        en: "Mean county wait: \(specialty.en)",
        unit: .minutes,
        better: .lower,
        means: "Wait for a consultation at county outpatients of the specialty, mean",
        formula: .ratio(
          [Series(.specialtyWaitTime, [specialty.index])],
          over: [Series(.specialtyWaits, [specialty.index])],
          times: toMinutes
        )
      )
    }

  private static let shareMeasures: [Measure] = [
    Measure(
      "visits.grassrootsShare",
      zh: "基层就诊率",
      en: "Grassroots visit share",
      unit: .share,
      better: .higher,
      means: "Visits at village clinics, stations, township and community centres and clinics / "
        + "all visits at institutions in the county",
      source: "U-07; LYG-01, WD-11, TZ-04",
      formula: .ratio([grassroots], over: [inCounty], times: 1)
    ),
    Measure(
      "visits.grassrootsShareResidents",
      zh: "基层就诊率（含县外）",
      en: "Grassroots visit share, all visits anywhere",
      unit: .share,
      better: .higher,
      means: "Grassroots visits / all visits, in and out of the county",
      source: "LYG-01, all-prefecture denominator",
      formula: .ratio([grassroots], over: [Series(.visits)], times: 1)
    ),
    Measure(
      "visits.grassrootsSharePublic",
      zh: "基层就诊率（不含民营诊所）",
      en: "Grassroots visit share without private clinics",
      unit: .share,
      better: .higher,
      means: "As the grassroots visit share, private clinics left out above and below",
      source: "WD 65 %, TZ 70 %",
      formula: .ratio(
        [Series(.visits, publicGrassroots)],
        over: [Series(.visits, publicCounty)],
        times: 1
      )
    ),
    Measure(
      "visits.inCountyShare",
      zh: "县域内就诊率（门急诊）",
      en: "In-county visit share",
      unit: .share,
      better: .higher,
      means: "Visits made in the county / all visits",
      source: "LYG-02, R-03; BZ-03, YD-06",
      formula: .ratio([inCounty], over: [Series(.visits)], times: 1)
    ),
    Measure(
      "visits.inCountyShareWithCity",
      zh: "县域内就诊率（门急诊，含市级医院）",
      en: "In-county visit share, city hospitals counted in",
      unit: .share,
      better: .higher,
      means: "As the in-county visit share, visits at city hospitals counted as in the county: for "
        + "a county that hosts one",
      source: "R-03",
      formula: .ratio(
        [Series(.visits, FacilityKind.countyLanesWithCity)],
        over: [Series(.visits)],
        times: 1
      )
    ),
    Measure(
      "visits.inCountyShareWithoutGeneral",
      zh: "县域内就诊率（门急诊，不含综合医院）",
      en: "In-county visit share, general hospital counted out",
      unit: .share,
      better: .higher,
      means: "As the in-county visit share, visits at the general hospital counted as out of the "
        + "county: for a county where that is a city hospital",
      source: "R-03",
      formula: .ratio(
        [Series(.visits, FacilityKind.countyLanesWithoutGeneral)],
        over: [Series(.visits)],
        times: 1
      )
    ),
    Measure(
      "visits.selfReferredShare",
      zh: "医院首诊自行就诊占比",
      en: "Self-referral share at hospitals",
      unit: .share,
      better: .lower,
      means: "First hospital visits of an episode to which no doctor sent the patient, by letter "
        + "or by word / all first hospital visits",
      source: "R-11",
      version: 2,
      formula: .ratio(
        [Series(.hospitalFirstVisits, [0])],
        over: [Series(.hospitalFirstVisits)],
        times: 1
      )
    ),
    Measure(
      "visits.contractedGrassrootsShare",
      zh: "签约居民基层就诊率",
      en: "Grassroots visit share of contracted residents",
      unit: .share,
      better: .higher,
      means: "The grassroots visit share, of visits by residents with a family-doctor contract",
      source: "B-23",
      formula: .ratio(
        [Series(.contractedVisits, FacilityKind.grassrootsLanes)],
        over: [Series(.contractedVisits, FacilityKind.countyLanes)],
        times: 1
      )
    ),
  ]

  private static let volumeMeasures: [Measure] = [
    Measure(
      "visits.total",
      zh: "总诊疗人次",
      en: "Visits",
      unit: .perYear,
      better: .neutral,
      means: "All visits of residents and festival visitors, in and out of the county, per year",
      formula: .perYear([Series(.visits)], times: 1)
    ),
    Measure(
      "visits.village",
      zh: "村卫生室诊疗人次",
      en: "Visits at village clinics",
      unit: .perYear,
      better: .neutral,
      means: "Visits at village clinics, per year",
      source: "U-17",
      formula: .perYear([Series(.visits, [FacilityKind.villageClinic.lane])], times: 1)
    ),
    Measure(
      "visits.township",
      zh: "乡镇卫生院诊疗人次",
      en: "Visits at township centres and branches",
      unit: .perYear,
      better: .neutral,
      means: "Visits at township centres and branches, per year",
      source: "U-19",
      formula: .perYear(
        [
          Series(
            .visits,
            [FacilityKind.townshipCentre.lane, FacilityKind.townshipBranch.lane]
          )
        ],
        times: 1
      )
    ),
    perFacility(
      "visits.perVillageClinic",
      "每村卫生室年诊疗人次",
      "Visits per village clinic and year",
      [.villageClinic],
      "U-17"
    ),
    perFacility(
      "visits.perTownship",
      "每乡镇卫生院年诊疗人次",
      "Visits per township institution and year",
      [.townshipCentre, .townshipBranch],
      "U-19"
    ),
    Measure(
      "visits.private",
      zh: "诊所诊疗人次",
      en: "Visits at private clinics",
      unit: .perYear,
      better: .neutral,
      means: "Visits at private clinics, per year",
      formula: .perYear([Series(.visits, privateLanes)], times: 1)
    ),
    Measure(
      "visits.county",
      zh: "县级医院诊疗人次",
      en: "Visits at county hospitals",
      unit: .perYear,
      better: .neutral,
      means: "Visits at county hospitals, per year",
      formula: .perYear([Series(.visits, FacilityKind.hospitalLanes)], times: 1)
    ),
  ]

  private static let waitMeasures: [Measure] = [
    wait("wait.village", "村卫生室平均候诊", "Mean wait, village clinics") { $0.tier == .village },
    wait("wait.township", "乡镇卫生院平均候诊", "Mean wait, township centres") { $0.tier == .township },
    wait("wait.grassroots", "基层平均候诊", "Mean wait, grassroots", where: \.isGrassroots),
    wait("wait.county", "县级门诊平均候诊", "Mean wait, county outpatients") { $0.tier == .county },
    wait("wait.city", "市级门诊平均候诊", "Mean wait, city outpatients") { $0.tier == .city },
    Measure(
      "wait.countyMorning",
      zh: "县级门诊早高峰平均候诊",
      en: "Mean county wait, morning peak",
      unit: .minutes,
      better: .lower,
      means: "Wait of county outpatients who arrive from 8 to 10, mean",
      source: "C-38; model.md §10",
      formula: .ratio(
        [Series(.morningWaitTime)],
        over: [Series(.morningWaits)],
        times: toMinutes
      )
    ),
    Measure(
      "wait.countyP90",
      zh: "县级门诊候诊九成位",
      en: "County wait, 90th percentile (year)",
      unit: .minutes,
      better: .lower,
      means: "90th percentile of the wait at county outpatients; by calendar year",
      formula: .percentile(0.9, .consultation, lanes: FacilityKind.hospitalLanes)
    ),
    Measure(
      "wait.townshipP90",
      zh: "乡镇候诊九成位",
      en: "Township wait, 90th percentile (year)",
      unit: .minutes,
      better: .lower,
      means: "90th percentile of the wait at township centres; by calendar year",
      formula: .percentile(0.9, .consultation, lanes: FacilityKind.lanes { $0.tier == .township })
    ),
    Measure(
      "wait.familyReferred",
      zh: "家庭医生转诊患者候诊",
      en: "Mean county wait, sent by family doctors",
      unit: .minutes,
      better: .lower,
      means: "Wait at county outpatients of contracted residents referred by grassroots, mean",
      formula: .ratio(
        [Series(.familyReferredWaitTime, FacilityKind.hospitalLanes)],
        over: [Series(.familyReferredWaits, FacilityKind.hospitalLanes)],
        times: toMinutes
      )
    ),
    Measure(
      "clinic.utilisationCounty",
      zh: "县级门诊医生利用率",
      en: "Utilisation, county outpatients",
      unit: .share,
      better: .neutral,
      means: "Physician time in consultation / physician time on duty, overtime included",
      formula: .ratio(
        [Series(.busyTime, FacilityKind.hospitalLanes)],
        over: [Series(.dutyTime, FacilityKind.hospitalLanes)],
        times: 1
      )
    ),
    Measure(
      "clinic.gaveUp",
      zh: "候诊放弃人次",
      en: "Patients who gave up waiting",
      unit: .perYear,
      better: .lower,
      means: "Patients who left a line unseen, per year",
      formula: .perYear([Series(.gaveUp)], times: 1)
    ),
  ]

  private static func perFacility(
    _ id: String,
    _ zh: String,
    _ en: String,
    _ kinds: [FacilityKind],
    _ source: String
  ) -> Measure {
    let lanes = kinds.map(\.lane)
    return Measure(
      id,
      zh: zh,
      en: en,
      unit: .perYear,
      better: .neutral,
      means: "Visits / facilities of the kind, per year",
      source: source,
      formula: .ratio([Series(.visits, lanes)], over: [Series(.facilityDays, lanes)], times: 365.25)
    )
  }

  private static func wait(
    _ id: String,
    _ zh: String,
    _ en: String,
    where holds: (FacilityKind) -> Bool
  ) -> Measure {
    let lanes = FacilityKind.lanes(where: holds)
    return Measure(
      id,
      zh: zh,
      en: en,
      unit: .minutes,
      better: .lower,
      means: "Wait from the door to the consultation, mean over patients seen",
      formula: .ratio(
        [Series(.waitTime, lanes)],
        over: [Series(.waits, lanes)],
        times: toMinutes
      )
    )
  }
}
