/// Levers on where physicians work.
struct WorkforceLevers {
  /// County physicians posted to each township centre.
  let countyPosted: Timeline
  /// City physicians posted to each township centre, and their days a week.
  let cityPosted: Timeline
  let cityPostedDays: Timeline
  /// Share of the donor's loss that is refilled.
  let backfill: Timeline
  /// Share of one county specialty posted out of the county.
  let postedAway: [Timeline]

  init(from levers: inout some LeverReader) {
    countyPosted = levers.lever(
      "workforce.countyPosted",
      .number,
      0...10,
      neutral: 0,
      zh: "县级医院派驻每个乡镇卫生院人数",
      en: "County physicians posted to each township centre",
      plan: ["LYG-61", "TZ-13"]
    )
    cityPosted = levers.lever(
      "workforce.cityPosted",
      .number,
      0...10,
      neutral: 0,
      zh: "城市医院派驻每个乡镇卫生院人数",
      en: "City physicians posted to each township centre",
      plan: ["LYG-60"]
    )
    cityPostedDays = levers.lever(
      "workforce.cityPostedDays",
      .number,
      0...7,
      neutral: 0,
      zh: "城市派驻每周工作日",
      en: "Days a week of city postings",
      plan: ["LYG-60"]
    )
    backfill = levers.lever(
      "workforce.backfill",
      .share,
      0...1,
      neutral: 0,
      zh: "派出单位补位比例",
      en: "Share of the donor's loss refilled",
      plan: ["LYG-61"]
    )
    var away: [Timeline] = []
    for specialty in Specialty.allCases {
      away.append(
        levers.lever(
          "workforce.postedAway.\(specialty.rawValue)",
          .share,
          0...1,
          neutral: 0,
          zh: "该专科外派比例：\(specialty.rawValue)",
          en: "Posted out of the county: \(specialty.rawValue)",
          plan: []
        )
      )
    }
    postedAway = away
  }
}
