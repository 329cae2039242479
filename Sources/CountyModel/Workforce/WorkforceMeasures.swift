import Geography

extension Count {
  /// Full-time equivalents posted to townships now, thousandths, lanes by programme.
  static var posted: Count { Count(.workforce, 0) }
  /// Posts times days, and those on which nobody filled the post, lanes by programme.
  static var postDays: Count { Count(.workforce, 1) }
  static var emptyPostDays: Count { Count(.workforce, 2) }
  /// Postings of half a year or more per 10,000 residents, ten-thousandths.
  static var postingIntensity: Count { Count(.workforce, 3) }
  /// Licensed share of village doctors, per ten thousand.
  static var licensed: Count { Count(.workforce, 4) }
  /// Physicians per 1,000 residents, thousandths.
  static var physiciansPerThousand: Count { Count(.workforce, 5) }
  /// Village clinics times days, and those closed because the doctor trains.
  static var villageDays: Count { Count(.workforce, 6) }
  static var villageClosed: Count { Count(.workforce, 7) }
  /// Expert sessions held at townships.
  static var sessions: Count { Count(.workforce, 8) }
  /// Full-time equivalents posted times days, thousandths, lanes by grade.
  static var gradeDays: Count { Count(.workforce, 9) }
  /// Physicians of the county, wards and all, times days, thousandths.
  static var physicianDays: Count { Count(.workforce, 10) }
}

extension Workforce {
  /// Days a year by which official figures divide.
  private static let workingDays = 251.0

  static let measures: [Measure] = [
    Measure(
      "workforce.posted",
      zh: "派驻乡镇医师数",
      en: "Physicians posted to townships",
      unit: .ratio,
      better: .neutral,
      means: "Full-time equivalents posted at the end of the period",
      source: "LYG-60, LYG-61",
      version: 2,
      formula: .level(Series(.posted), times: 1e-3, .stock)
    ),
    Measure(
      "workforce.postingIntensity",
      zh: "派驻强度",
      en: "Posting intensity",
      unit: .ratio,
      better: .neutral,
      means:
        "Physicians posted to townships for half a year or more per 10,000 residents, at the end "
        + "of the period",
      source: "LYG-60, LYG-61, TZ-13",
      formula: .level(Series(.postingIntensity), times: 1e-4, .rate)
    ),
    Measure(
      "workforce.postedMiddleGrade",
      zh: "派驻医师中级及以上职称占比",
      en: "Posted physicians of middle grade or above",
      unit: .share,
      better: .higher,
      means:
        "Days of postings filled by the middle grade or above / days of postings, in full-time "
        + "equivalents",
      source: "LYG-61, TZ-13",
      formula: .ratio(
        [Series(.gradeDays, [Posting.Grade.middle.rawValue, Posting.Grade.senior.rawValue])],
        over: [Series(.gradeDays)],
        times: 1
      )
    ),
    Measure(
      "workforce.emptyPosts",
      zh: "派驻岗位空缺日占比",
      en: "Share of days a post is empty",
      unit: .share,
      better: .lower,
      means: "Days between two postings / days of posts",
      formula: .ratio([Series(.emptyPostDays)], over: [Series(.postDays)], times: 1)
    ),
    Measure(
      "workforce.physiciansPerThousand",
      zh: "每千人口执业（助理）医师",
      en: "Physicians per 1,000 residents",
      unit: .ratio,
      better: .higher,
      means: "Physicians and assistant physicians per 1,000 residents, at the end of the period",
      source: "C-20; YD-08",
      formula: .level(Series(.physiciansPerThousand), times: 1e-3, .rate)
    ),
    Measure(
      "visits.perPhysicianDay",
      zh: "医师日均担负诊疗人次",
      en: "Visits per physician and working day",
      unit: .ratio,
      better: .neutral,
      means: "Visits at institutions in the county / mean physicians and assistant "
        + "physicians, by their number per 1,000 residents / 251 working days a year",
      source: "C-20, C-23 to C-25, C-27; national health statistics yearbook",
      formula: .ratio(
        [Series(.visits, FacilityKind.countyLanes)],
        over: [Series(.physicianDays)],
        times: 1000 * 365.25 / workingDays
      )
    ),
    Measure(
      "workforce.licensedShare",
      zh: "乡村医生执业（助理）医师比例",
      en: "Licensed share of village doctors",
      unit: .share,
      better: .higher,
      means: "Village doctors with a licence / village doctors, at the end of the period",
      source: "WD-17, YD-10",
      formula: .level(Series(.licensed), times: 1e-4, .rate)
    ),
    Measure(
      "workforce.villageClosed",
      zh: "村卫生室因轮训停诊日占比",
      en: "Village clinic days lost to training",
      unit: .share,
      better: .lower,
      means: "Days on which a village clinic is closed for training / days of village clinics",
      source: "YD-25",
      formula: .ratio([Series(.villageClosed)], over: [Series(.villageDays)], times: 1)
    ),
    Measure(
      "workforce.sessions",
      zh: "专家下基层坐诊场次",
      en: "Expert sessions at townships",
      unit: .perYear,
      better: .neutral,
      means: "Days on which an expert sat at a township centre, per year",
      source: "LYG-28, YD-23, TZ-24",
      formula: .perYear([Series(.sessions)], times: 1)
    ),
  ]
}
