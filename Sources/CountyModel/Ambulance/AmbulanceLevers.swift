/// Levers on ambulances.
struct AmbulanceLevers {
  /// Stations added, in the order of the county's candidate list.
  let stationsAdded: Timeline
  /// Share of crews that pass a nearer door for a capable one who would not do so today.
  let capableDoor: Timeline
  /// Whether a crew on the way to a lesser call may be sent to a severe one.
  let redispatch: Timeline
  /// Whether a crew that clears goes where it covers most, not to its own station.
  let moveUp: Timeline
  /// Whether crews serve their own zone first.
  let zones: Timeline
  /// Share of crews at stations of their own, not shared with an emergency department.
  let independent: Timeline
  /// Whether there is a helicopter with a crew by day.
  let helicopter: Timeline

  init(from levers: inout some LeverReader) {
    stationsAdded = levers.lever(
      "ambulance.stationsAdded",
      .count,
      0...50,
      neutral: 0,
      zh: "新增急救站点数",
      en: "Ambulance stations added",
      plan: ["BZ-31", "BZ-32"]
    )
    capableDoor = levers.lever(
      "ambulance.capableDoor",
      .share,
      0...1,
      neutral: 0,
      zh: "危急重症直送五大中心比例（在现状之上）",
      en: "Crews that head for a capable door, of those who do not today",
      plan: ["LYG-13", "BZ-08", "TZ-18"]
    )
    redispatch = Self.rule(
      "redispatch",
      zh: "途中改派至危重呼叫",
      en: "Redispatch to severe calls on the way",
      plan: ["BZ-33"],
      from: &levers
    )
    moveUp = Self.rule(
      "moveUp",
      zh: "机动待命（向空缺区域调车）",
      en: "Move-up to where coverage is short",
      plan: ["BZ-32"],
      from: &levers
    )
    zones = Self.rule("zones", zh: "按站点片区派车", en: "Dispatch by zone", plan: [], from: &levers)
    independent = levers.lever(
      "ambulance.independent",
      .share,
      0...1,
      neutral: 0,
      zh: "独立设置急救站的车组比例",
      en: "Crews at independent stations",
      plan: ["BZ-32"]
    )
    helicopter = Self.rule(
      "helicopter",
      zh: "航空医疗救护（一组，昼间）",
      en: "Helicopter, one crew by day",
      plan: ["BZ-33"],
      from: &levers
    )
  }

  /// A rule that is in force when its lever is above 0.
  private static func rule(
    _ name: String,
    zh: String,
    en: String,
    plan: [String],
    from levers: inout some LeverReader
  ) -> Timeline {
    levers.lever("ambulance.\(name)", .number, 0...1, neutral: 0, zh: zh, en: en, plan: plan)
  }
}
