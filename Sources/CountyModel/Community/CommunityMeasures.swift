import Geography

extension Count {
  /// Tightness in force, per ten thousand, lanes by community.
  static var tightness: Count { Count(.community, 0) }
  /// Communities in force.
  static var communities: Count { Count(.community, 1) }
  /// Up-referrals of members, by where they go: lane 0 own community, 1 elsewhere in the county,
  /// 2 beyond.
  static var memberReferrals: Count { Count(.community, 2) }
  /// Physician-days at members that the lead covered, thousandths.
  static var poolCover: Count { Count(.community, 3) }
  /// Consultation time that shared records save, milliseconds.
  static var workupSaved: Count { Count(.community, 4) }
  /// Patients whom hospitals of a community have sent down, by where they lie: lane 0 own community,
  /// 1 elsewhere.
  static var memberStepDowns: Count { Count(.community, 5) }
}

extension Communities {
  static let measures: [Measure] = [
    Measure(
      "community.tightness",
      zh: "医共体紧密程度",
      en: "Mean tightness of medical communities",
      unit: .share,
      better: .neutral,
      means: "Tightness in force at the end of the period, mean over communities",
      source: "LYG-26",
      version: 2,
      formula: .levelRatio(Series(.tightness), over: Series(.communities), times: 1e-4)
    ),
    Measure(
      "community.insideShare",
      zh: "医共体内上转占比",
      en: "Up-referrals inside the own community",
      unit: .share,
      better: .higher,
      means: "Up-referrals of members that go to their own community / all their up-referrals",
      source: "TZ-09",
      formula: .ratio(
        [Series(.memberReferrals, [0])],
        over: [Series(.memberReferrals)],
        times: 1
      )
    ),
    Measure(
      "community.poolCover",
      zh: "统筹补位医师日",
      en: "Physician days covered from the pool",
      unit: .perYear,
      better: .neutral,
      means: "Days of absent physicians of members that the lead covered, per year",
      source: "LYG-21, YD-33",
      formula: .perYear([Series(.poolCover)], times: 1e-3)
    ),
    Measure(
      "community.workupSaved",
      zh: "信息互通节省的接诊时间",
      en: "Consultation time saved by shared records",
      unit: .minutes,
      better: .higher,
      means: "Physician minutes a year not spent on repeating what a referring member has done",
      source: "TZ-12, BZ-24",
      formula: .perYear([Series(.workupSaved)], times: 1 / 60_000)
    ),
    Measure(
      "community.stepDownInside",
      zh: "医共体内下转占比",
      en: "Step-downs inside the own community",
      unit: .share,
      better: .neutral,
      means: "Step-downs from hospitals of a community to its own beds / all their step-downs",
      source: "TZ-21",
      formula: .ratio(
        [Series(.memberStepDowns, [0])],
        over: [Series(.memberStepDowns)],
        times: 1
      )
    ),
  ]
}

extension World {
  /// Minutes of a consultation, less what a member of the own community has already done.
  mutating func consultation(_ minutes: Double, of episode: Episode) -> Double {
    guard episode.traits.contains(.referred) else { return minutes }
    let known = 1 - notices.communities.repeats(from: episode.origin, at: episode.facility)
    guard known > 0, episode.origin != episode.facility else { return minutes }
    let saved = minutes * known * notices.communities.workup
    ledger.add(.workupSaved, Int64((saved * 60_000).rounded()))
    return minutes - saved
  }
}
