extension Count {
  /// Township institutions, and village clinics and stations, open at the end of the period.
  static var openTownships: Count { Count(.facilities, 0) }
  static var openVillages: Count { Count(.facilities, 1) }
  /// Residents within 15 minutes of an open grassroots facility, lane 0, and all, lane 1.
  static var residentsNear: Count { Count(.facilities, 2) }
  /// Nurses per 1,000 residents, thousandths.
  static var nursesPerThousand: Count { Count(.facilities, 3) }
  /// Facilities of a grade: standard, village standard, community hospital, sub-centre, level two,
  /// tertiary.
  static var graded: Count { Count(.facilities, 4) }
  /// Township institutions, and village clinics and stations, that there are.
  static var gradable: Count { Count(.facilities, 5) }
  /// Beds that grades add, staffed and without nurses.
  static var bedsAdded: Count { Count(.facilities, 6) }
  /// Specialty departments of township institutions.
  static var departments: Count { Count(.facilities, 7) }
  /// Sessions of teams in villages without a clinic.
  static var rounds: Count { Count(.facilities, 8) }
  /// Patients who were booked, sent or called back to a facility that had closed.
  static var foundClosed: Count { Count(.facilities, 9) }
  /// Needs that a surge adds.
  static var surgeNeeds: Count { Count(.facilities, 10) }
  /// Days of township doctors posted to village clinics.
  static var doctorDays: Count { Count(.facilities, 11) }
}

extension Facilities {
  static let measures: [Measure] =
    [
      level(
        "openTownships",
        zh: "开放的乡镇机构",
        en: "Township institutions open",
        means: "Township and community centres and branches open at the end of the period",
        source: "BZ-10; BZ-11",
        Series(.openTownships, [0])
      ),
      level(
        "openVillages",
        zh: "开放的村级机构",
        en: "Village clinics and stations open",
        means: "Village clinics and community stations open at the end of the period",
        source: "LYG-30; BZ-17",
        Series(.openVillages, [0])
      ),
      share(
        "near",
        zh: "15分钟基层服务圈覆盖率",
        en: "Residents within 15 minutes of grassroots care",
        means: "Residents of settlements with an open grassroots facility within 15 minutes / all",
        source: "WD-04",
        Series(.residentsNear, [0]),
        over: Series(.residentsNear, [1])
      ),
      share(
        "standardShare",
        zh: "乡镇机构达推荐标准比例",
        en: "Township institutions at the recommended standard",
        means: "Township institutions at the recommended standard / all",
        source: "LYG-64; WD-42; YD-19",
        Series(.graded, [0]),
        over: Series(.gradable, [0])
      ),
      share(
        "villageStandardShare",
        zh: "村级机构达标准比例",
        en: "Village clinics and stations at standard",
        means: "Village clinics and stations at standard / all",
        source: "BZ-20; TZ-23",
        Series(.graded, [1]),
        over: Series(.gradable, [1])
      ),
      share(
        "communityHospitalShare",
        zh: "社区医院覆盖率",
        en: "Township institutions that are community hospitals",
        means: "Community hospitals / township institutions",
        source: "YD-20; BZ-13; WD-06",
        Series(.graded, [2]),
        over: Series(.gradable, [0])
      ),
      level(
        "subCentres",
        zh: "县域医疗卫生次中心",
        en: "County sub-centres",
        means: "Sub-centres at the end of the period",
        source: "BZ-12; WD-07",
        Series(.graded, [3])
      ),
      level(
        "levelTwo",
        zh: "二级水平次中心",
        en: "Sub-centres of level two",
        means: "Sub-centres that work as hospitals of level two at the end of the period",
        source: "BZ-15",
        Series(.graded, [4])
      ),
      level(
        "tertiary",
        zh: "转设三级的县级医院",
        en: "County hospitals made tertiary",
        means: "County hospitals that a policy makes tertiary at the end of the period",
        source: "LYG-11; BZ-02",
        Series(.graded, [5])
      ),
      level(
        "departments",
        zh: "基层特色科室",
        en: "Specialty departments at township institutions",
        means: "Departments that a policy opens at the end of the period",
        source: "WD-38; YD-26",
        Series(.departments, [0])
      ),
      level(
        "bedsAdded",
        zh: "升级新增并开放床位",
        en: "Beds added by grades and staffed",
        means: "Beds that grades add and for which there are nurses, at the end of the period",
        source: "YD-09",
        Series(.bedsAdded, [0])
      ),
      level(
        "bedsUnstaffed",
        zh: "升级新增但缺护士床位",
        en: "Beds added by grades without nurses",
        means: "Beds that grades allow and for which there are no nurses, at the end of the period",
        source: "YD-09",
        better: .lower,
        Series(.bedsAdded, [1])
      ),
      level(
        "nursesPerThousand",
        zh: "每千人口注册护士",
        en: "Nurses per 1,000 residents",
        means: "Registered nurses per 1,000 residents at the end of the period",
        source: "YD-09",
        better: .higher,
        times: 1e-3,
        kind: .rate,
        Series(.nursesPerThousand, [0])
      ),
    ] + flows

  private static let flows: [Measure] = [
    flow(
      "rounds",
      zh: "村级巡诊场次",
      en: "Sessions of rounds in villages",
      means: "Days on which a team holds a session in a village without a clinic, per year",
      source: "BZ-18; WD-09",
      Series(.rounds)
    ),
    flow(
      "doctorDays",
      zh: "乡镇医师派驻村级人日",
      en: "Doctor-days posted to villages",
      means: "Days of township doctors at village clinics, per year; no more than can be spared",
      source: "BZ-18; WD-09",
      Series(.doctorDays)
    ),
    flow(
      "foundClosed",
      zh: "因机构关闭改诊人次",
      en: "Patients sent on from a closed facility",
      means: "Patients booked, sent or called back to a facility that had closed, per year",
      Series(.foundClosed)
    ),
    flow(
      "surgeNeeds",
      zh: "冲击新增需要",
      en: "Needs added by a surge",
      means: "Needs beyond those of the county as it is, per year",
      Series(.surgeNeeds)
    ),
  ]

  private static func level(
    _ name: String,
    zh: String,
    en: String,
    means: String,
    source: String,
    better: Direction = .neutral,
    times: Double = 1,
    kind: Measure.Level = .stock,
    _ series: Series
  ) -> Measure {
    Measure(
      "facilities.\(name)",
      zh: zh,
      en: en,
      unit: .ratio,
      better: better,
      means: means,
      source: source,
      formula: .level(series, times: times, kind)
    )
  }

  private static func share(
    _ name: String,
    zh: String,
    en: String,
    means: String,
    source: String,
    _ part: Series,
    over all: Series
  ) -> Measure {
    Measure(
      "facilities.\(name)",
      zh: zh,
      en: en,
      unit: .share,
      better: .higher,
      means: means,
      source: source,
      version: 2,
      formula: .levelRatio(part, over: all, times: 1)
    )
  }

  private static func flow(
    _ name: String,
    zh: String,
    en: String,
    means: String,
    source: String = "",
    _ series: Series
  ) -> Measure {
    Measure(
      "facilities.\(name)",
      zh: zh,
      en: en,
      unit: .perYear,
      better: .neutral,
      means: means,
      source: source,
      formula: .perYear([series], times: 1)
    )
  }
}
